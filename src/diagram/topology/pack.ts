import { channelWidth } from '../route';
import { stackGap, type Block } from './block';

/** Blocks on top of each other, with the channel left of them. */
export interface Column {
  readonly blocks: Block[];
  /** Width of the channel left of it; none before the first, where the host's edge has its own. */
  readonly gutter: number;
  w: number;
  h: number;
}

/** Columns side by side, above one horizontal channel for wires. */
export interface Shelf {
  readonly columns: Column[];
  /** Height of its tallest block. */
  tallest: number;
  w: number;
  h: number;
}

const leastGutter = 36;
const shape = 1.5;
/** So much higher than its tallest block a shelf may become by blocks that stand on top of each other. */
const slack = 1.25;
/** Pixels that a wire needs at the least beside others. */
const tightest = 5;

/**
 * How wide the shelves are, for so many networks with containers, and so many cards. It grows in steps of a half, so that one
 * more container does not move everything, and it does not ask what is folded.
 */
export function shelfWidth(networks: number, cards: number): number {
  const area = networks * 50_000 + cards * 18_000;
  let width = 1100;
  while (width * width < area * shape) {
    width *= 1.5;
  }
  return Math.round(width);
}

/**
 * Packs blocks on shelves, in their order: each goes below the one before it where there is room, else beside it, else on
 * a new shelf. Linear, and what a block needs moves only what comes after it.
 */
export function packBlocks(blocks: readonly Block[], width: number): Shelf[] {
  const shelves: Shelf[] = [];
  for (const block of blocks) {
    const shelf = shelves.at(-1);
    const column = shelf?.columns.at(-1);
    if (shelf && column && fitsBelow(block, shelf, column, width)) {
      shelf.w += Math.max(0, block.w - column.w);
      column.w = Math.max(column.w, block.w);
      column.h += stackGap + block.h;
      column.blocks.push(block);
    } else {
      addColumn(shelves, block, width);
    }
    const last = shelves.at(-1);
    block.shelf = shelves.length - 1;
    block.column = (last?.columns.length ?? 1) - 1;
    if (last) {
      last.tallest = Math.max(last.tallest, block.h);
      last.h = Math.max(last.h, last.columns.at(-1)?.h ?? 0);
    }
  }
  return shelves;
}

/** Beside the last column of the last shelf, or the first of a new one. */
function addColumn(shelves: Shelf[], block: Block, width: number): void {
  const shelf = shelves.at(-1);
  const before = shelf?.columns.at(-1)?.blocks.reduce((sum, { ways }) => sum + ways.right, 0) ?? 0;
  const gutter = channelWidth(before + block.ways.left, leastGutter);
  if (shelf && shelf.w + gutter + block.w <= width) {
    shelf.columns.push({ blocks: [block], gutter, w: block.w, h: block.h });
    shelf.w += gutter + block.w;
  } else {
    const first: Column = { blocks: [block], gutter: 0, w: block.w, h: block.h };
    shelves.push({ columns: [first], tallest: block.h, w: block.w, h: block.h });
  }
}

/** Wires come from below: what stands below a block must leave its own channel free, and share the one left of both. */
function fitsBelow(block: Block, shelf: Shelf, column: Column, width: number): boolean {
  const wider = Math.max(0, block.w - column.w);
  const narrow = Math.min(block.w, column.w) < Math.max(block.w, column.w) * 0.45;
  const lanes = column.blocks.reduce((sum, { ways }) => sum + ways.left, block.ways.left);
  return (
    !narrow &&
    shelf.w + wider <= width &&
    column.h + stackGap + block.h <= shelf.tallest * slack &&
    column.blocks.every(({ ways }) => ways.inner === 0 && ways.below === 0) &&
    (shelf.columns.length === 1 || block.ways.left === 0 || lanes * tightest <= column.gutter)
  );
}
