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

/**
 * Packs blocks on shelves, in their order: each goes below another on the same shelf where there is room,
 * else beside it, else on a new shelf. Linear, and a block that grows moves only what comes after it.
 */
export function packBlocks(blocks: readonly Block[]): Shelf[] {
  const area = blocks.reduce((sum, { w, h }) => sum + (w + gutter) * (h + stackGap), 0);
  const width = Math.max(760, Math.sqrt(area * shape), ...blocks.map(({ w }) => w));
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
