import type { Block } from './block';
import { stackGap } from './block';

/** Blocks on top of each other. */
export interface Column {
  readonly blocks: Block[];
  w: number;
  h: number;
}

/** Columns side by side, below one horizontal channel for wires. */
export interface Shelf {
  readonly columns: Column[];
  w: number;
  h: number;
}

const gutter = 40;
const shape = 1.4;
/** Low blocks may be stacked this high on a shelf of low blocks. */
const leastShelf = 230;

/** Grows in steps of a quarter, so that one more container does not move everything. */
function shelfWidth(blocks: readonly Block[]): number {
  let area = 0;
  let widest = 0;
  for (const { w, h } of blocks) {
    area += (w + gutter) * (h + stackGap);
    widest = Math.max(widest, w);
  }
  let width = 760;
  while (width * width < area * shape) {
    width *= 1.25;
  }
  return Math.max(Math.round(width), widest);
}

/**
 * Packs blocks on shelves, in their order: each goes below another on the same shelf where there is room,
 * else beside it, else on a new shelf. Linear, and a block that grows moves only what comes after it.
 */
export function packBlocks(blocks: readonly Block[]): Shelf[] {
  const width = shelfWidth(blocks);
  const shelves: Shelf[] = [];
  for (const block of blocks) {
    const shelf = shelves.at(-1);
    const column = shelf?.columns.find(
      ({ w, h }) =>
        block.w <= w && block.w > w * 0.45 && h + stackGap + block.h <= Math.max(shelf.h, leastShelf),
    );
    if (shelf && column) {
      column.blocks.push(block);
      column.h += stackGap + block.h;
      shelf.h = Math.max(shelf.h, column.h);
    } else if (shelf && shelf.w + gutter + block.w <= width) {
      shelf.columns.push({ blocks: [block], w: block.w, h: block.h });
      shelf.w += gutter + block.w;
      shelf.h = Math.max(shelf.h, block.h);
    } else {
      shelves.push({ columns: [{ blocks: [block], w: block.w, h: block.h }], w: block.w, h: block.h });
    }
  }
  return shelves;
}
