import type { Font, Tone } from './scene';
import { fonts } from './text';

/** Every colour of a drawing, as CSS writes it. */
export interface Palette {
  readonly background: string;
  readonly ground: string;
  readonly card: string;
  readonly border: string;
  readonly text: string;
  readonly running: string;
  readonly paused: string;
  readonly tones: Readonly<Record<Tone, string>>;
  readonly sansFont: string;
  readonly monoFont: string;
  /** How much of its colour a region shows, 0 to 1. */
  readonly tint: number;
}

export type ThemeName = 'light' | 'dark' | 'print';

const sansFont = "system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif";
const monoFont = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace";

const dark: Palette = {
  background: '#1b1c1f',
  ground: '#212327',
  card: '#2a2d32',
  border: '#3d4148',
  text: '#e3e5e8',
  running: '#5fbf7f',
  paused: '#d7a944',
  tint: 0.09,
  sansFont,
  monoFont,
  tones: {
    plain: '#e3e5e8',
    muted: '#9aa0aa',
    bridge: '#55a4f3',
    internal: '#d3ab3f',
    overlay: '#43c0a6',
    parent: '#b9c36c',
    host: '#c08bd6',
    none: '#8b919b',
    plugin: '#d686b4',
    port: '#6cb4ff',
    nat: '#e0976f',
    link: '#6fc98e',
    error: '#f2706b',
  },
};

const light: Palette = {
  background: '#ffffff',
  ground: '#f7f8fa',
  card: '#ffffff',
  border: '#d3d8df',
  text: '#1f2328',
  running: '#2a8f4d',
  paused: '#a87400',
  tint: 0.06,
  sansFont,
  monoFont,
  tones: {
    plain: '#1f2328',
    muted: '#5c6570',
    bridge: '#1f6fc5',
    internal: '#8f6a00',
    overlay: '#0d7d68',
    parent: '#66700f',
    host: '#84459e',
    none: '#656d78',
    plugin: '#a4346f',
    port: '#0a62b8',
    nat: '#ad4f1d',
    link: '#217a41',
    error: '#c22f2b',
  },
};

/** Black on white, for paper: the light colours without grounds. */
const print: Palette = {
  ...light,
  ground: '#ffffff',
  border: '#9aa2ac',
  text: '#000000',
  tint: 0.03,
  tones: { ...light.tones, plain: '#000000', muted: '#444b54' },
};

export const palettes: Readonly<Record<ThemeName, Palette>> = { light, dark, print };

const toneVariables: Readonly<Record<Tone, string>> = {
  plain: 'var(--vscode-editor-foreground)',
  muted: 'var(--vscode-descriptionForeground)',
  bridge: 'var(--vscode-charts-blue)',
  internal: 'var(--vscode-charts-yellow)',
  overlay: 'var(--vscode-terminal-ansiCyan)',
  parent: 'var(--vscode-terminal-ansiGreen)',
  host: 'var(--vscode-charts-purple)',
  none: 'var(--vscode-descriptionForeground)',
  // Magenta is too dark for small text on black, and too pale on white in some themes.
  plugin: 'color-mix(in srgb, var(--vscode-terminal-ansiMagenta) 75%, var(--vscode-editor-foreground))',
  port: 'var(--vscode-textLink-foreground)',
  // charts-orange is half transparent in the dark themes, and the pure hue too pale for small text on white.
  nat: 'color-mix(in srgb, var(--vscode-symbolIcon-eventForeground) 65%, var(--vscode-editor-foreground))',
  link: 'var(--vscode-charts-green)',
  error: 'var(--vscode-errorForeground)',
};

/** The editor's own colours, by its CSS variables. */
export const editorPalette: Palette = {
  background: 'var(--vscode-editor-background)',
  ground: 'color-mix(in srgb, var(--vscode-editor-background) 96%, var(--vscode-editor-foreground))',
  // The page's stylesheet sets it: a shade above a dark ground, plain white on a light one.
  card: 'var(--portolan-card)',
  border:
    'var(--vscode-contrastBorder, color-mix(in srgb, var(--vscode-editor-foreground) 22%, transparent))',
  text: 'var(--vscode-editor-foreground)',
  running: 'var(--vscode-charts-green)',
  paused: 'var(--vscode-charts-yellow)',
  tones: toneVariables,
  sansFont: 'var(--vscode-font-family)',
  monoFont: 'var(--vscode-editor-font-family)',
  tint: 0.08,
};

/** The stylesheet of a drawing: one rule per kind, tone and font, all below `.scene`. */
export function sceneStyles(palette: Palette): string {
  const base = `.scene .shape{fill:${palette.card};stroke-width:1}`;
  return [
    base,
    ...toneRules(palette),
    ...shapeRules(palette),
    ...wireRules(palette),
    ...fontRules(palette),
  ].join('\n');
}

function shapeRules({ ground, running, paused, tones }: Palette): string[] {
  return [
    `.scene .host>.shape,.scene .stage.tone-plain>.shape{fill:${ground}}`,
    `.scene .box.section>.shape{fill:none;stroke:none}`,
    `.scene .note>.shape{fill:none;stroke-dasharray:3 4}`,
    `.scene .derived>.shape{stroke-dasharray:4 3}`,
    `.scene .stage.derived>.shape{stroke-dasharray:none}`,
    `.scene .faded>.shape{fill:${ground};stroke-dasharray:2 3}`,
    `.scene .dot.running{fill:${running}}`,
    `.scene .dot.paused{fill:${paused}}`,
    `.scene .dot.stopped{fill:none;stroke:${tones.muted};stroke-width:1.5}`,
  ];
}

function wireRules({ background }: Palette): string[] {
  return [
    `.scene .line{fill:none;stroke-width:1.5}`,
    `.scene .wire.derived>.line,.scene .wire.masquerade>.line{stroke-dasharray:5 4}`,
    `.scene .wire.link>.line{stroke-dasharray:2 4;stroke-linecap:round;stroke-width:2}`,
    `.scene .wire.parent>.line{stroke-dasharray:9 4}`,
    `.scene .wire.tunnel>.line{stroke-width:2.5;stroke-dasharray:1 0}`,
    `.scene .wire.blocked>.line{stroke-dasharray:4 5}`,
    `.scene .wire.faded{opacity:.45}`,
    `.scene .box.veth>.shape{fill:${background}}`,
  ];
}

function fontRules({ sansFont: sans, monoFont: mono, tones }: Palette): string[] {
  const names = Object.keys(fonts) as Font[];
  return [
    `.scene text{white-space:pre}`,
    ...names.map((name) => {
      const { size, face, weight } = fonts[name];
      return `.scene .${name}{font:${weight} ${size}px ${face === 'mono' ? mono : sans}}`;
    }),
    `.scene .caption{letter-spacing:.04em}`,
    ...(Object.keys(tones) as Tone[]).map((tone) => `.scene .ink-${tone}{fill:${tones[tone]}}`),
  ];
}

function toneRules({ tones, tint, border }: Palette): string[] {
  return (Object.keys(tones) as Tone[]).flatMap((tone) => {
    const colour = tones[tone];
    const box = tone === 'plain' || tone === 'muted' ? border : colour;
    const wire = tone === 'plain' ? tones.muted : colour;
    return [
      `.scene .tone-${tone}>.shape{stroke:${box}}`,
      ...(tone === 'plain'
        ? []
        : [
            `.scene .region.tone-${tone}>.shape,.scene .stage.tone-${tone}>.shape{fill:${colour};fill-opacity:${tint}}`,
          ]),
      `.scene .tone-${tone}>.line{stroke:${wire}}`,
      `.scene .tone-${tone}>.head{fill:${wire}}`,
    ];
  });
}
