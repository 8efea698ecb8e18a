import type { Tone } from './scene';
import { palettes, type Palette } from './theme';

/** They go into a stylesheet: nothing but a colour may pass. */
const colour = /^#(?:[0-9a-f]{3}|[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;

/**
 * A palette of the editor's own colours, as a page sees them: `background`, `card`, …, tones as `tones.bridge`, each
 * `#rrggbb` or `#rrggbbaa`. One that is missing, or is no colour, is that of the plain light or dark palette.
 */
export function paletteFrom(colours: Readonly<Record<string, string>>, dark: boolean): Palette {
  const plain = palettes[dark ? 'dark' : 'light'];
  const given = new Map(Object.entries(colours).filter(([, value]) => colour.test(value)));
  const take = (name: string, fallback: string): string => given.get(name) ?? fallback;
  const tones = Object.fromEntries(
    Object.entries(plain.tones).map(([tone, fallback]) => [tone, take(`tones.${tone}`, fallback)]),
  ) as Record<Tone, string>;
  return {
    ...plain,
    background: take('background', plain.background),
    ground: take('ground', plain.ground),
    card: take('card', plain.card),
    border: take('border', plain.border),
    text: take('text', plain.text),
    running: take('running', plain.running),
    paused: take('paused', plain.paused),
    tones,
  };
}
