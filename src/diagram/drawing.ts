import { roundedPath, arrowHead } from './route';
import type { Box, BoxKind, Scene, TextLine, Wire } from './scene';

/**
 * The drawing as a plain tree: what `renderSvg` writes and what the webview turns into elements.
 * Keys are stable and tell siblings apart, so that an update touches only what changed.
 */
export interface SvgNode {
  readonly tag: string;
  readonly key: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SvgNode[];
  /** Text content, for nodes without children. */
  readonly text?: string;
}

const corner: Readonly<Record<BoxKind, number>> = {
  host: 14,
  stage: 10,
  section: 8,
  row: 6,
  client: 10,
  veth: 10,
  region: 12,
  container: 8,
  fold: 8,
  note: 8,
  group: 8,
  node: 12,
  service: 8,
};

/** Kinds that lie below the wires; everything else lies above. */
const ground = new Set<BoxKind>(['host', 'stage', 'section', 'region']);

/** The scene's drawing, in layers: ground, wires, cards, captions. */
export function drawScene(scene: Scene): SvgNode {
  const layers = [
    group('ground', scene.boxes.filter(({ kind }) => ground.has(kind)).map(drawBox)),
    group('wires', scene.wires.map(drawWire)),
    group('cards', scene.boxes.filter(({ kind }) => !ground.has(kind)).map(drawBox)),
    group(
      'captions',
      scene.captions.map((caption, index) => drawLine(caption, `${index}`)),
    ),
  ];
  return node('g', 'scene', { class: 'scene' }, layers);
}

function group(key: string, children: readonly SvgNode[]): SvgNode {
  return node('g', key, { class: key }, children);
}

function drawBox(box: Box): SvgNode {
  const children: SvgNode[] = [
    node('title', 'title', {}, [], box.label),
    node('rect', 'shape', {
      class: 'shape',
      width: `${box.w}`,
      height: `${box.h}`,
      rx: `${Math.min(corner[box.kind], box.h / 2)}`,
    }),
  ];
  if (box.dot) {
    children.push(
      node('circle', 'dot', { class: `dot ${box.dot.tone}`, cx: `${box.dot.x}`, cy: `${box.dot.y}`, r: '4' }),
    );
  }
  children.push(...box.lines.map((words, index) => drawLine(words, `line${index}`)));
  const attributes = {
    class: classes('box', box.kind, `tone-${box.tone}`, box.derived && 'derived', box.faded && 'faded'),
    transform: `translate(${box.x} ${box.y})`,
    'data-id': box.id,
    role: box.subject ? 'button' : 'img',
    'aria-label': box.label,
  };
  return node('g', box.id, attributes, children);
}

function drawWire(wire: Wire): SvgNode {
  const children = [
    node('title', 'title', {}, [], wire.label),
    node('path', 'line', { class: 'line', d: roundedPath(wire.points) }),
  ];
  if (wire.arrow) {
    children.push(node('path', 'head', { class: 'head', d: arrowHead(wire.points) }));
  }
  const attributes = {
    class: classes('wire', wire.kind, `tone-${wire.tone}`, wire.derived && 'derived', wire.faded && 'faded'),
    'data-id': wire.id,
    'data-from': wire.from,
    'data-to': wire.to,
    'aria-hidden': 'true',
  };
  return node('g', wire.id, attributes, children);
}

function drawLine({ text, whole, font, tone, anchor, x, y }: TextLine, key: string): SvgNode {
  const attributes = {
    class: classes('text', font, `ink-${tone}`),
    x: `${x}`,
    y: `${y}`,
    ...(anchor === 'start' ? {} : { 'text-anchor': anchor }),
  };
  if (whole === undefined) {
    return node('text', key, attributes, [], text);
  }
  // A title inside the text is its tooltip; the text itself then is a child of its own.
  return node('text', key, attributes, [
    node('title', 'title', {}, [], whole),
    node('tspan', 'words', {}, [], text),
  ]);
}

function classes(...names: readonly (string | false)[]): string {
  return names.filter(Boolean).join(' ');
}

function node(
  tag: string,
  key: string,
  attributes: SvgNode['attributes'],
  children: readonly SvgNode[] = [],
  text?: string,
): SvgNode {
  return text === undefined ? { tag, key, attributes, children } : { tag, key, attributes, children, text };
}
