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

export type ThemeName = 'light' | 'dark' | 'print' | 'highContrastDark' | 'highContrastLight';

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
    none: '#969ba4',
    plugin: '#d686b4',
    port: '#6cb4ff',
    nat: '#e0976f',
    link: '#6fc98e',
    error: '#f17570',
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
    bridge: '#1f6abc',
    internal: '#866403',
    overlay: '#0e7864',
    parent: '#656e10',
    host: '#84459e',
    none: '#626a75',
    plugin: '#a4346f',
    port: '#0a62b8',
    nat: '#aa4e1d',
    link: '#217841',
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

const highContrastDark: Palette = {
  background: '#000000',
  ground: '#000000',
  card: '#000000',
  border: '#6fc3df',
  text: '#ffffff',
  running: '#7ee29a',
  paused: '#ffd370',
  tint: 0,
  sansFont,
  monoFont,
  tones: {
    plain: '#ffffff',
    muted: '#c8c8c8',
    bridge: '#6db7ff',
    internal: '#ffd370',
    overlay: '#3fe0d0',
    parent: '#c6e06a',
    host: '#d9a6f0',
    none: '#c8c8c8',
    plugin: '#f29ad0',
    port: '#5cb8ff',
    nat: '#ffad7d',
    link: '#7ee29a',
    error: '#ff9a8c',
  },
};

const highContrastLight: Palette = {
  background: '#ffffff',
  ground: '#ffffff',
  card: '#ffffff',
  border: '#0f4a85',
  text: '#292929',
  running: '#136c2e',
  paused: '#7a5200',
  tint: 0,
  sansFont,
  monoFont,
  tones: {
    plain: '#292929',
    muted: '#4a4a4a',
    bridge: '#0050a8',
    internal: '#6b4c00',
    overlay: '#00594a',
    parent: '#474f00',
    host: '#652d90',
    none: '#4a4a4a',
    plugin: '#8a1f5c',
    port: '#0f4a85',
    nat: '#8a3a0c',
    link: '#155c30',
    error: '#a3190f',
  },
};

export const palettes: Readonly<Record<ThemeName, Palette>> = {
  light,
  dark,
  print,
  highContrastDark,
  highContrastLight,
};

/** A colour of the editor, with as much of the words' own colour in it as small text needs in every theme. */
function inked(name: string, percent: number): string {
  return `color-mix(in srgb, var(--vscode-${name}) ${percent}%, var(--vscode-editor-foreground))`;
}

const toneVariables: Readonly<Record<Tone, string>> = {
  plain: 'var(--vscode-editor-foreground)',
  muted: inked('descriptionForeground', 90),
  bridge: inked('charts-blue', 95),
  internal: inked('charts-yellow', 50),
  overlay: inked('terminal-ansiCyan', 55),
  parent: inked('terminal-ansiGreen', 85),
  host: inked('charts-purple', 85),
  none: inked('descriptionForeground', 90),
  plugin: inked('terminal-ansiMagenta', 45),
  port: 'var(--vscode-textLink-foreground)',
  // charts-orange is half transparent in the dark themes, and missing in those of high contrast.
  nat: inked('symbolIcon-eventForeground', 50),
  link: inked('charts-green', 70),
  error: inked('errorForeground', 55),
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
    `.scene .ground{fill:none;stroke:none}`,
    `.scene rect.ground.section{stroke:none}`,
    `.scene .ground.host,.scene .ground.node,.scene .ground.stage.tone-plain{fill:${ground}}`,
    // Wires lie above these borders, which are the ground's: the shape above shows only what is pointed at or lit up.
    ...['host', 'node', 'stage', 'region', 'group'].map(
      (kind) =>
        `.scene .${kind}>.shape{fill:none}.scene .${kind}:where(:not(.near,.lit))>.shape{stroke:none}`,
    ),
    `.scene .box.section>.shape{fill:none;stroke:none}`,
    `.scene .note>.shape{fill:none;stroke-dasharray:3 4}`,
    `.scene .derived>.shape,.scene rect.ground.derived:not(.stage){stroke-dasharray:4 3}`,
    `.scene .stage.derived>.shape{stroke-dasharray:none}`,
    // Dashes say that it is derived: they are seen where a border is only for looks.
    `.scene .derived:where(.tone-plain,.tone-muted):where(.row,.veth,.note)>.shape{stroke:${tones.muted};stroke-opacity:.75}`,
    `.scene .group>.shape,.scene rect.ground.group{stroke-dasharray:1 3;stroke-linecap:round}`,
    `.scene .node>.shape,.scene rect.ground.node{stroke-dasharray:8 4}`,
    `.scene .faded>.shape,.scene rect.ground.faded{stroke-dasharray:2 3}`,
    `.scene .container.faded>.shape,.scene .fold.faded>.shape,.scene .row.faded>.shape,.scene .service.faded>.shape{fill:${ground}}`,
    `.scene .sign{fill:none;stroke:${tones.muted};stroke-width:1.5}`,
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
    `.scene .wire.parent>.line{stroke-dasharray:14 4}`,
    `.scene .wire.tunnel>.line{stroke-width:2.5;stroke-dasharray:1 0}`,
    `.scene .wire.blocked>.line{stroke-dasharray:4 5}`,
    // As the border of what is stopped: it leads to something, and nothing goes through now.
    `.scene .wire.faded{opacity:.75}.scene .wire.faded>.line{stroke-dasharray:2 3}`,
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
      `.scene .tone-${tone}>.shape,.scene rect.ground.tone-${tone}{stroke:${box}}`,
      ...(tone === 'plain'
        ? []
        : [
            `.scene .ground.region.tone-${tone},.scene .ground.stage.tone-${tone}{fill:${colour};fill-opacity:${tint}}`,
          ]),
      `.scene .tone-${tone}>.line{stroke:${wire}}`,
      `.scene .tone-${tone}>.head{fill:${wire}}`,
      `.scene .speck.tone-${tone}{fill:${wire}}`,
    ];
  });
}
