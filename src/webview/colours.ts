import { editorPalette } from '../diagram';
import type { ColoursMessage } from '../protocol';
import { hexColour } from './cssColour';

/** Tells the editor's colours now, and each time the theme changes. */
export function watchColours(tell: (message: ColoursMessage) => void): void {
  let told = '';
  let waiting = false;
  const look = (): void => {
    waiting = false;
    const message = readColours();
    const text = JSON.stringify(message);
    if (text !== told) {
      told = text;
      tell(message);
    }
  };
  const soon = (): void => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(look);
    }
  };
  const observer = new MutationObserver(soon);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  // The editor writes its variables here.
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
  look();
}

function readColours(): ColoursMessage {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const colours = Object.fromEntries(
    paletteColours().flatMap(([name, value]) => {
      probe.style.color = '';
      probe.style.color = value;
      const colour = hexColour(getComputedStyle(probe).color);
      return colour === undefined ? [] : [[name, colour]];
    }),
  );
  probe.remove();
  return { type: 'colours', colours, dark: isDark(document.body.classList) };
}

/** The colours among the palette's entries, tones as `tones.bridge`. */
function paletteColours(): readonly (readonly [string, string])[] {
  const { tones, background, ground, card, border, text, running, paused } = editorPalette;
  return [
    ...Object.entries({ background, ground, card, border, text, running, paused }),
    ...Object.entries(tones).map(([tone, value]) => [`tones.${tone}`, value] as const),
  ];
}

function isDark(classes: DOMTokenList): boolean {
  return (
    classes.contains('vscode-dark') ||
    (classes.contains('vscode-high-contrast') && !classes.contains('vscode-high-contrast-light'))
  );
}
