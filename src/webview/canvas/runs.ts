import type { Point, Rect } from '../../diagram';

/**
 * Level and upright lines of many wires, drawn as one path: what lies on each other is drawn once, and what lies on one line and
 * touches is one line. Wires share their lanes, so that is most of them.
 */
export interface Runs {
  /** The corners of a wire, as far as they come into a rectangle. */
  add(points: readonly Point[], rect: Rect): void;
  /** The `d` of the path; empty where nothing came into the rectangles. */
  path(): string;
}

/** By their place across: beginnings and ends along it, in pairs. */
type Lines = Map<number, (readonly [from: number, to: number])[]>;

/** Places are rounded to `step`: from far away more cannot be told apart. */
export function makeRuns(step: number): Runs {
  const rows: Lines = new Map();
  const columns: Lines = new Map();
  const snap = (value: number): number => Math.round(value / step) * step;
  const addLine = (lines: Lines, at: number, a: number, b: number): void => {
    const line = [Math.min(a, b), Math.max(a, b)] as const;
    const same = lines.get(at);
    if (same) {
      same.push(line);
    } else {
      lines.set(at, [line]);
    }
  };
  return {
    add: (points, rect) => {
      for (let index = 1; index < points.length; index++) {
        const [from, to] = [points[index - 1], points[index]];
        if (!from || !to || !meets(from, to, rect)) {
          continue;
        }
        const [start, end] = [hold(from, rect), hold(to, rect)];
        if (from.y === to.y) {
          addLine(rows, snap(start.y), snap(start.x), snap(end.x));
        } else {
          addLine(columns, snap(start.x), snap(start.y), snap(end.y));
        }
      }
    },
    path: () =>
      [...rows]
        .map(([y, lines]) =>
          merged(lines)
            .map(([a, b]) => `M${a} ${y}H${b}`)
            .join(''),
        )
        .join('') +
      [...columns]
        .map(([x, lines]) =>
          merged(lines)
            .map(([a, b]) => `M${x} ${a}V${b}`)
            .join(''),
        )
        .join(''),
  };
}

/** Lines along one line, as few as cover the same. */
function merged(lines: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const [from, to] of [...lines].sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    if (last && from <= last[1]) {
      last[1] = Math.max(last[1], to);
    } else {
      found.push([from, to]);
    }
  }
  return found;
}

/** Whether a line from corner to corner comes into a rectangle; its border belongs to it. */
export function meets(from: Point, to: Point, { x, y, w, h }: Rect): boolean {
  return (
    Math.max(from.x, to.x) >= x &&
    Math.min(from.x, to.x) <= x + w &&
    Math.max(from.y, to.y) >= y &&
    Math.min(from.y, to.y) <= y + h
  );
}

/** Lines are level or upright: each coordinate can be held on its own. */
function hold(point: Point, { x, y, w, h }: Rect): Point {
  return { x: Math.min(Math.max(point.x, x), x + w), y: Math.min(Math.max(point.y, y), y + h) };
}
