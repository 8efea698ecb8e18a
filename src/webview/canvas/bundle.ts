import { wireClasses, type Point, type Rect, type Scene, type SvgNode } from '../../diagram';
import { drawParts, type Part } from './tiles';

/** Many wires drawn together, as far as they can be seen in a rectangle: one path for each look. */
export interface Bundle {
  readonly wires: readonly number[];
  readonly rect: Rect;
}

export const bundleKey = 'wires';

export function drawBundle({ wires }: Scene, bundle: Bundle, marksOf: (id: string) => string): SvgNode {
  const parts = bundle.wires.flatMap((number): Part[] => {
    const wire = wires[number];
    const d = wire ? cutPath(wire.points, bundle.rect) : '';
    return wire && d !== '' ? [{ id: wire.id, look: wireClasses('wire', wire), d }] : [];
  });
  return drawParts(bundleKey, parts, marksOf, 'line');
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
