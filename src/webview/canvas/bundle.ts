import { wireClasses, type Point, type Rect, type Scene, type SvgNode } from '../../diagram';
import { drawParts, type Part } from './tiles';

/** Many wires drawn together, as far as they can be seen in a rectangle: one path for each look. */
export interface Bundle {
  readonly wires: readonly number[];
  readonly rect: Rect;
}

export const bundleKey = 'wires';

/** The rectangle is cut into so many fields a side. */
const fields = 4;

export function drawBundle({ wires }: Scene, bundle: Bundle, marksOf: (id: string) => string): SvgNode {
  const children = fieldsOf(bundle.rect).map((field, at): SvgNode => {
    const parts = bundle.wires.flatMap((number): Part[] => {
      const wire = wires[number];
      const d = wire ? cutPath(wire.points, field) : '';
      return wire && d !== '' ? [{ id: wire.id, look: wireClasses('wire', wire), d }] : [];
    });
    return { ...drawParts(`${at}`, parts, marksOf, 'line'), attributes: {} };
  });
  const attributes = { class: 'tile', 'data-tile': bundleKey };
  return { tag: 'g', key: bundleKey, attributes, children };
}

/** A path is painted as a whole for each square of the screen that it comes into: many small ones cost less than a large one. */
function fieldsOf({ x, y, w, h }: Rect): readonly Rect[] {
  const across = Array.from({ length: fields }, (_, at) => at);
  const size = { w: w / fields, h: h / fields };
  return across.flatMap((row) =>
    across.map((column) => ({ x: x + column * size.w, y: y + row * size.h, ...size })),
  );
}

/** The path of the segments that come into a rectangle; those that run out of it are cut at its border. */
export function cutPath(points: readonly Point[], rect: Rect): string {
  let d = '';
  let end: Point | undefined;
  for (let index = 1; index < points.length; index++) {
    const from = points[index - 1];
    const to = points[index];
    if (!from || !to || !meets(from, to, rect)) {
      continue;
    }
    const start = hold(from, rect);
    const stop = hold(to, rect);
    const goesOn = end?.x === start.x && end.y === start.y;
    d += `${goesOn ? '' : `M${start.x} ${start.y}`}L${stop.x} ${stop.y}`;
    end = stop;
  }
  return d;
}

function meets(from: Point, to: Point, { x, y, w, h }: Rect): boolean {
  return (
    Math.max(from.x, to.x) >= x &&
    Math.min(from.x, to.x) <= x + w &&
    Math.max(from.y, to.y) >= y &&
    Math.min(from.y, to.y) <= y + h
  );
}

/** Segments are level or upright: each coordinate can be held on its own. */
function hold(point: Point, { x, y, w, h }: Rect): Point {
  return {
    x: Math.round(Math.min(Math.max(point.x, x), x + w)),
    y: Math.round(Math.min(Math.max(point.y, y), y + h)),
  };
}
