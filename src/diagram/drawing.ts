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

/** Kinds that hold other boxes: their ground and its border lie below the wires, their words above. */
const grounds = new Set<BoxKind>(['host', 'stage', 'section', 'region', 'group', 'node']);

/** Whether a box has a ground of its own, drawn by `drawGround`. */
export function hasGround({ kind }: Box): boolean {
  return grounds.has(kind);
}

/**
 * The scene's drawing, in layers: grounds, wires, boxes in the scene's order (parents before their children), captions.
 * So wires lie above every ground and below every word.
 */
export function drawScene(scene: Scene): SvgNode {
  const layers = [
    drawLayer('grounds', scene.boxes.filter(hasGround).map(drawGround)),
    drawLayer('wires', scene.wires.map(drawWire)),
    drawLayer('boxes', scene.boxes.map(drawBox)),
    drawLayer('captions', drawCaptions(scene)),
  ];
  return node('g', 'scene', { class: 'scene' }, layers);
}

function drawLayer(key: string, children: readonly SvgNode[]): SvgNode {
  return node('g', key, { class: key }, children);
}

/** Headings and notes that belong to no box. */
export function drawCaptions(scene: Scene): readonly SvgNode[] {
  return scene.captions.map((caption, index) => drawLine(caption, `${index}`));
}

/** What lies below the wires of a box that holds others. */
export function drawGround(box: Box): SvgNode {
  return node('rect', box.id, {
    class: boxClasses('ground', box),
    transform: `translate(${box.x} ${box.y})`,
    'data-ground': box.id,
    ...shapeSize(box),
  });
}

/** A box with its words; of a box with a ground what lies above the wires, and a shape that stylesheets may light up. */
export function drawBox(box: Box): SvgNode {
  const children: SvgNode[] = [
    node('title', 'title', {}, [], box.label),
    node('rect', 'shape', { class: 'shape', ...shapeSize(box) }),
  ];
  if (box.dot) {
    children.push(
      node('circle', 'dot', { class: `dot ${box.dot.tone}`, cx: `${box.dot.x}`, cy: `${box.dot.y}`, r: '4' }),
    );
  }
  children.push(...box.lines.map((words, index) => drawLine(words, `line${index}`)));
  if (box.expanded !== undefined) {
    children.push(drawSign(box, box.expanded));
  }
  const attributes = {
    class: boxClasses('box', box),
    transform: `translate(${box.x} ${box.y})`,
    'data-id': box.id,
  };
  return node('g', box.id, attributes, children);
}

/** At the right end: points down where a fold is open, to the right where it is closed. */
function drawSign({ w, h }: Box, open: boolean): SvgNode {
  const y = Math.min(h / 2, 16);
  const d = open ? `M${w - 18} ${y - 2}l4 4l4 -4` : `M${w - 16} ${y - 4}l4 4l-4 4`;
  return node('path', 'sign', { class: 'sign', d });
}

function boxClasses(name: string, { kind, tone, derived, faded }: Box): string {
  return classes(name, kind, `tone-${tone}`, derived && 'derived', faded && 'faded');
}

function shapeSize({ kind, w, h }: Box): SvgNode['attributes'] {
  return { width: `${w}`, height: `${h}`, rx: `${Math.min(corner[kind], h / 2)}` };
}

/** A wire with its arrow head. */
export function drawWire(wire: Wire): SvgNode {
  const children = [
    node('title', 'title', {}, [], wire.label),
    node('path', 'line', { class: 'line', d: roundedPath(wire.points) }),
  ];
  if (wire.arrow) {
    children.push(node('path', 'head', { class: 'head', d: arrowHead(wire.points) }));
  }
  const attributes = {
    class: wireClasses('wire', wire),
    'data-id': wire.id,
    'data-from': wire.from,
    'data-to': wire.to,
  };
  return node('g', wire.id, attributes, children);
}

/** The classes by which the stylesheet knows a wire. */
export function wireClasses(name: string, { kind, tone, derived, faded }: Wire): string {
  return classes(name, kind, `tone-${tone}`, derived && 'derived', faded && 'faded');
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
