import { channelWidth } from '../route';
import { placeBlock, stackGap, type Block } from './block';
import type { Target } from './entries';
import type { Shelf } from './pack';
import type { Region } from './region';

/** Where the channels for wires run, once everything has its place. */
export interface Grid {
  /** The channel between the host's edge and the first column. */
  readonly edge: Span;
  readonly shelves: readonly ShelfChannels[];
  readonly right: number;
  readonly bottom: number;
}

/** The channels of one shelf: below it, and left of each of its columns; the last is right of all. */
export interface ShelfChannels {
  readonly below: Span;
  readonly columns: readonly Span[];
}

export interface Span {
  readonly start: number;
  readonly size: number;
}

/** Names the channel that a wire goes up in: left or right of a column, inside a block, or the gap between two regions. */
export function channelKey(target: Target): string {
  const { approach, block } = target;
  const { shelf, column } = block;
  if (approach === 'below') {
    return `beside:${afterGap(target)?.id ?? ''}`;
  }
  return approach === 'inner'
    ? `inner:${shelf}:${block.left[0]?.id ?? ''}`
    : `gutter:${shelf}:${approach === 'left' ? column : column + 1}`;
}

/** The region right of the gap that a wire goes up in, in a row of regions. */
export function afterGap({ block, region, leaves }: Target): Region | undefined {
  return leaves ? block.left.find((_, index) => block.left[index - 1] === region) : region;
}

/** A wire to the very left of the first column comes straight from the edge, not through the channel below. */
export function isDirect({ block, approach }: Target): boolean {
  return block.column === 0 && approach === 'left';
}

/** Wires that pass the channel below each shelf. */
function countBelow(shelf: Shelf): number {
  let wires = 0;
  shelf.columns.forEach(({ blocks }, column) => {
    for (const { ways } of blocks) {
      wires += ways.inner + ways.right + ways.below + (column === 0 ? 0 : ways.left);
    }
  });
  return wires;
}

const leastBelow = 26;

/** Gives every block its final place, with channels as wide as their wires need. */
export function placeShelves(shelves: readonly Shelf[], wires: number, left: number, top: number): Grid {
  const edge: Span = { start: left, size: channelWidth(wires, 44) };
  const channels: ShelfChannels[] = [];
  let y = top;
  let right = left + edge.size;
  shelves.forEach((shelf, index) => {
    const columns = placeColumns(shelf, left + edge.size, y);
    const end = columns.at(-1);
    right = Math.max(right, end ? end.start + end.size : right);
    y += shelf.h;
    const below = countBelow(shelf);
    const size = below === 0 && index === shelves.length - 1 ? 0 : channelWidth(below, leastBelow);
    channels.push({ below: { start: y, size }, columns });
    y += size;
  });
  return { edge, shelves: channels, right, bottom: y };
}

function placeColumns(shelf: Shelf, left: number, top: number): Span[] {
  const spans: Span[] = [];
  let x = left;
  for (const { blocks, gutter, w } of shelf.columns) {
    spans.push({ start: x, size: gutter });
    x += gutter;
    let y = top;
    for (const block of blocks) {
      placeBlock(block, x, y, w);
      y += block.h + stackGap;
    }
    x += w;
  }
  const wires =
    shelf.columns.at(-1)?.blocks.reduce((sum: number, { ways }: Block) => sum + ways.right, 0) ?? 0;
  spans.push({ start: x, size: wires === 0 ? 0 : channelWidth(wires, 24) });
  return spans;
}
