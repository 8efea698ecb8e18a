import assert from 'node:assert/strict';
import { editorPalette, palettes, type Palette, type Tone } from '../../../src/diagram';
import themes from '../../page/support/themes.json';
import { contrast, over, readColour, type Colour } from './colours';

interface Seen {
  readonly inks: Readonly<Record<Tone, Colour>>;
  /** What words may stand on, by name. */
  readonly grounds: readonly (readonly [string, Colour])[];
}

function see(palette: Palette, variables: Readonly<Record<string, string>> = {}): Seen {
  const read = (text: string): Colour => readColour(text, variables);
  const background = read(palette.background);
  const ground = over(read(palette.ground), background);
  const tones = Object.keys(palette.tones) as Tone[];
  const grounds: (readonly [string, Colour])[] = [
    ['background', background],
    ['ground', ground],
    ['card', over(read(palette.card), ground)],
    ...tones
      .filter((tone) => tone !== 'plain')
      .map((tone) => [`region ${tone}`, over(read(palette.tones[tone]), ground, palette.tint)] as const),
  ];
  const inks = Object.fromEntries(tones.map((tone) => [tone, read(palette.tones[tone])]));
  return { inks: inks as Record<Tone, Colour>, grounds };
}

/** Pairs of ink and ground that are hard to read. */
function faults({ inks, grounds }: Seen): string[] {
  return Object.entries(inks).flatMap(([tone, ink]) =>
    grounds.flatMap(([name, ground]) => {
      const ratio = contrast(over(ink, ground), ground);
      return ratio < 4.5 ? [`${tone} on ${name}: ${ratio.toFixed(2)}`] : [];
    }),
  );
}

const dark = 'color-mix(in srgb, var(--vscode-editor-background) 91%, var(--vscode-editor-foreground))';

/** What the page's stylesheet adds to the editor's variables. */
function pageVariables(name: keyof typeof themes): Readonly<Record<string, string>> {
  const card = name === 'dark' ? dark : 'var(--vscode-editor-background)';
  return { ...themes[name], '--portolan-card': card };
}

describe('the colours of a drawing', () => {
  for (const [name, palette] of Object.entries(palettes)) {
    // Wires are drawn in the inks: they pass with more than the 3:1 that lines need.
    it(`can be read in ${name}: every ink on every ground at 4.5:1 or more`, () => {
      assert.deepEqual(faults(see(palette)), []);
    });
  }

  for (const name of Object.keys(themes) as (keyof typeof themes)[]) {
    it(`can be read in the editor’s ${name}`, () => {
      assert.deepEqual(faults(see(editorPalette, pageVariables(name))), []);
    });
  }

  it('draws borders at 3:1 or more where contrast is asked for', () => {
    for (const name of ['highContrastDark', 'highContrastLight'] as const) {
      for (const [palette, variables] of [
        [palettes[name], {}],
        [editorPalette, pageVariables(name)],
      ] as const) {
        const background = readColour(palette.background, variables);
        assert.ok(contrast(over(readColour(palette.border, variables), background), background) >= 3, name);
      }
    }
  });
});
