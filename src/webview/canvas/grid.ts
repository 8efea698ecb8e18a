import type { Rect } from '../../diagram';

/** Finds what cuts a rectangle: items are numbers, each with one or more rectangles. Built once, asked often. */
export interface Grid {
  /** Items with a rectangle that cuts this one, ascending, each once. */
  query(rect: Rect): number[];
}

/** One rectangle of an item. */
export interface Placed extends Rect {
  readonly item: number;
}

/** What covers more cells than this is looked at in every question: frames around everything. */
const mostCells = 64;

/** `cellSize` is about the size of what is asked for. */
export function buildGrid(placed: readonly Placed[], cellSize = 512): Grid {
  const cells = new Map<number, Placed[]>();
  const large: Placed[] = [];
  for (const one of placed) {
    const range = cellRange(one, cellSize);
    if (range.count > mostCells) {
      large.push(one);
    } else {
      eachCell(range, (key) => {
        const cell = cells.get(key);
        if (cell) {
          cell.push(one);
        } else {
          cells.set(key, [one]);
        }
      });
    }
  }
  return { query: (rect) => query(cells, large, rect, cellRange(rect, cellSize)) };
}

function query(
  cells: ReadonlyMap<number, readonly Placed[]>,
  large: readonly Placed[],
  rect: Rect,
  range: CellRange,
): number[] {
  const found = new Set<number>();
  const look = (list: readonly Placed[] | undefined): void => {
    for (const one of list ?? []) {
      if (cuts(one, rect)) {
        found.add(one.item);
      }
    }
  };
  look(large);
  if (range.count > cells.size) {
    cells.forEach(look);
  } else {
    eachCell(range, (key) => look(cells.get(key)));
  }
  return [...found].sort((a, b) => a - b);
}

/** Whether two rectangles have a place in common; their borders belong to them. */
export function cuts(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h;
}

interface CellRange {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly count: number;
}

function cellRange({ x, y, w, h }: Rect, cellSize: number): CellRange {
  const left = Math.floor(x / cellSize);
  const top = Math.floor(y / cellSize);
  const right = Math.floor((x + w) / cellSize);
  const bottom = Math.floor((y + h) / cellSize);
  return { left, top, right, bottom, count: (right - left + 1) * (bottom - top + 1) };
}

function eachCell({ left, top, right, bottom }: CellRange, visit: (key: number) => void): void {
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      visit(row * 1_000_003 + column);
    }
  }
}
