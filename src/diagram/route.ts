import type { Point } from './scene';

/** A wire that crosses a vertical channel: the heights at which it comes in on the left and goes out on the right. */
export interface Crossing {
  readonly left: number;
  readonly right: number;
}

/**
 * A place from left to right for each crossing, so that wires cross no more than their ends demand:
 * those that fall turn first where they start lowest, those that rise where they start highest.
 */
export function laneOrder(crossings: readonly Crossing[]): number[] {
  const order = crossings.map((_, index) => index);
  const rises = (index: number): boolean => (crossings[index]?.right ?? 0) < (crossings[index]?.left ?? 0);
  const left = (index: number): number => crossings[index]?.left ?? 0;
  order.sort((a, b) => {
    if (rises(a) !== rises(b)) {
      return rises(a) ? 1 : -1;
    }
    return (rises(a) ? left(a) - left(b) : left(b) - left(a)) || a - b;
  });
  const place = new Array<number>(crossings.length);
  order.forEach((index, rank) => (place[index] = rank));
  return place;
}

/** The x of a lane in a channel that is shared evenly. */
export function laneAt(rank: number, count: number, start: number, width: number): number {
  return Math.round(start + (width * (rank + 1)) / (count + 1));
}

/** Width that a channel needs: roomy for a few wires, closer for many, a dense bundle for hundreds. */
export function channelWidth(wires: number, least: number): number {
  return Math.max(least, Math.min(20 + wires * 7, Math.max(140, Math.min(4 * (wires + 1), 400))));
}

/** The two ends of a straight wire from left to right, or back. */
export function level(y: number, fromX: number, toX: number): Point[] {
  return [
    { x: fromX, y },
    { x: toX, y },
  ];
}

/** Drops corners that are no corners, and repeated points. */
export function straighten(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    const before = kept.at(-2);
    if (last?.x === point.x && last.y === point.y) {
      continue;
    }
    if (
      last &&
      before &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    ) {
      kept.pop();
    }
    kept.push(point);
  }
  return kept;
}

const cornerRadius = 8;

/** The `d` of an SVG path along orthogonal corners, each rounded. */
export function roundedPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) {
    return '';
  }
  const parts = [`M${first.x} ${first.y}`];
  rest.forEach((corner, index) => {
    const before = points[index];
    const after = points[index + 2];
    parts.push(before && after ? rounded(before, corner, after) : `L${corner.x} ${corner.y}`);
  });
  return parts.join('');
}

function rounded(before: Point, corner: Point, after: Point): string {
  const radius = Math.min(cornerRadius, distance(before, corner) / 2, distance(corner, after) / 2);
  const start = towards(corner, before, radius);
  const end = towards(corner, after, radius);
  return `L${start.x} ${start.y}Q${corner.x} ${corner.y} ${end.x} ${end.y}`;
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function towards(from: Point, to: Point, by: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by };
}

/** A small arrow head at the end of a path, as the `d` of a filled path. */
export function arrowHead(points: readonly Point[]): string {
  const end = points.at(-1);
  const before = points.at(-2);
  if (!end || !before) {
    return '';
  }
  const dx = Math.sign(end.x - before.x);
  const dy = Math.sign(end.y - before.y);
  const base = { x: end.x - dx * 7, y: end.y - dy * 7 };
  return `M${end.x} ${end.y}L${base.x - dy * 3.5} ${base.y + dx * 3.5}L${base.x + dy * 3.5} ${base.y - dx * 3.5}Z`;
}

/** Pushes heights apart so that neighbours keep a distance; what has room stays where it wants to be. */
export function spread(wanted: readonly number[], least: number, top: number, bottom: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const step = Math.min(least, (bottom - top) / Math.max(1, wanted.length - 1));
  const places = new Array<number>(wanted.length).fill(top);
  let floor = top;
  order.forEach((index, rank) => {
    const ceiling = bottom - step * (order.length - 1 - rank);
    const place = Math.min(Math.max(wanted[index] ?? top, floor), ceiling);
    places[index] = Math.round(place);
    floor = place + step;
  });
  return places;
}
