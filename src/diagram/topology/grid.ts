import type { Container, Topology } from '../../model';
import type { Row } from '../containerCard';
import type { FoldItem } from '../folds';
import { containerCell, foldCell, groupCell, groupHead, type Cell } from './cells';

export const cardGap = 18;
export const groupInset = 12;

export interface GridSpec {
  /** Lines of a container's card below its name. */
  readonly rows: (container: Container) => Row[];
  /** Lines of a fold's card below its words. */
  readonly foldRows?: readonly Row[];
  /** Of a card. */
  readonly width: number;
  /** Where the first card stands in its region. */
  readonly left: number;
  readonly top: number;
  /** As many cards side by side; by default as the number of cards asks for. */
  readonly columns?: number;
  /** Many wires come through the gaps above the rows: each gets room to be told from the next. */
  readonly wired?: boolean;
}

export interface CellGrid {
  readonly cells: readonly Cell[];
  readonly width: number;
  readonly bottom: number;
}

interface Level {
  readonly parent: string | undefined;
  readonly left: number;
  readonly top: number;
  /** Of the cards side by side, and open folds as wide. */
  readonly width: number;
}

interface Work {
  readonly topology: Topology;
  readonly spec: GridSpec;
  readonly columns: number;
  /** Between two rows of cards, and above the first. */
  readonly rowGap: number;
  readonly cells: Cell[];
  /** How many rows there are so far. */
  rows: number;
}

/** Cards in rows, and below them the open folds with their own cards, as wide as all. */
export function arrangeCells(topology: Topology, items: readonly FoldItem[], spec: GridSpec): CellGrid {
  const { most, depth } = measureItems(items);
  const columns = Math.min(spec.columns ?? columnsFor(depth), Math.max(1, most));
  const width = columns * (spec.width + cardGap) - cardGap + 2 * groupInset * depth;
  const rowGap = spec.wired ? wiredGap(columns) : cardGap;
  const work: Work = { topology, spec, columns, rowGap, cells: [], rows: 0 };
  const top = spec.top + rowGap - cardGap;
  const bottom = arrangeLevel(work, items, { parent: undefined, left: spec.left, top, width });
  return { cells: work.cells, width: items.length === 0 ? 0 : width, bottom };
}

/** How many cards the largest frame has directly in it, and how deep open folds stand in each other. */
export function measureItems(items: readonly FoldItem[]): { most: number; depth: number } {
  let most = 0;
  let depth = 0;
  let own = 0;
  for (const item of items) {
    if (item.kind === 'group') {
      const inner = measureItems(item.items);
      most = Math.max(most, inner.most);
      depth = Math.max(depth, inner.depth + 1);
    } else {
      own += 1;
    }
  }
  return { most: Math.max(most, own), depth };
}

/** A lane for a wire to each card of a row but the first, which is entered from the side. */
function wiredGap(columns: number): number {
  return Math.max(cardGap, Math.min(10 + 4 * (columns - 1), 60));
}

/** By what is open, never by how many there are: one more card must not send others to another row. */
function columnsFor(depth: number): number {
  return Math.min(3 * 2 ** depth, 24);
}

/** Where the level ends; cards first, so that no row stays half empty above an open fold. */
function arrangeLevel(work: Work, items: readonly FoldItem[], level: Level): number {
  let bottom = arrangeCards(work, items, level);
  for (const item of items) {
    if (item.kind === 'group') {
      const top = bottom === level.top ? bottom : bottom + cardGap;
      bottom = arrangeGroup(work, item, { ...level, top });
    }
  }
  return bottom;
}

function arrangeCards(work: Work, items: readonly FoldItem[], { parent, left, top }: Level): number {
  const { topology, spec, columns, rowGap, cells } = work;
  let [column, y, height] = [0, top, 0];
  let before: Cell | undefined;
  for (const item of items) {
    if (item.kind === 'group') {
      continue;
    }
    if (column === columns) {
      y += height + rowGap;
      work.rows += 1;
      [column, height, before] = [0, 0, undefined];
    }
    const cell =
      item.kind === 'container'
        ? containerCell(topology, item.container, spec.width, spec.rows(item.container))
        : foldCell(topology, item, spec.width, spec.foldRows);
    cell.parent = parent;
    cell.x = left + column * (spec.width + cardGap);
    cell.y = y;
    cell.row = work.rows;
    cell.column = column;
    cell.gapAbove = rowGap;
    if (before) {
      before.last = false;
    }
    cells.push(cell);
    before = cell;
    height = Math.max(height, cell.height);
    column += 1;
  }
  work.rows += column === 0 ? 0 : 1;
  return y + height;
}

function arrangeGroup(work: Work, fold: Extract<FoldItem, { kind: 'group' }>, level: Level): number {
  const place = work.cells.length;
  const { parent, left, top, width } = level;
  const bottom =
    arrangeLevel(work, fold.items, {
      parent: `group:${fold.id}`,
      left: left + groupInset,
      top: top + groupHead + work.rowGap,
      width: width - 2 * groupInset,
    }) + groupInset;
  const frame = groupCell(work.topology, fold, width, bottom - top);
  frame.parent = parent;
  frame.x = left;
  frame.y = top;
  work.cells.splice(place, 0, frame);
  return bottom;
}
