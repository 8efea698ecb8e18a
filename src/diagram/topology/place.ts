import { channelWidth } from '../route';
import { blockWidth, placeBlock, stackGap } from './block';
import type { EdgeRow, Target } from './entries';
import type { Shelf } from './pack';

/** Where the channels for wires run, once everything has its place. */
export interface Grid {
  /** The channel between the host's edge and the first column. */
  readonly edge: Span;
  readonly shelves: readonly ShelfChannels[];
  readonly right: number;
  readonly bottom: number;
}

/** The channels of one shelf: above it, and left of each of its columns; the last is right of all. */
export interface ShelfChannels {
  readonly above: Span;
  readonly columns: readonly Span[];
}

export interface Span {
  readonly start: number;
  readonly size: number;
}

/** Wires per channel, by `channelKey`. */
export type ChannelCounts = ReadonlyMap<string, number>;

/** Names the channel that a wire goes down in: left of a column, or inside a block. */
export function channelKey({ shelf, column, approach, block }: Target): string {
  return approach === 'inner'
    ? `inner:${shelf}:${block.left[0]?.id ?? ''}`
    : `gutter:${shelf}:${approach === 'left' ? column : column + 1}`;
}

/** A wire to the very left of the first column comes straight from the edge, not through the channel above. */
export function isDirect({ column, approach }: Target): boolean {
  return column === 0 && approach === 'left';
}

export function countChannels(rows: readonly EdgeRow[]): ChannelCounts {
  const counts = new Map<string, number>();
  const add = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const target of rows.flatMap(({ targets }) => targets)) {
    add('edge');
    if (!isDirect(target)) {
      add(channelKey(target));
      add(`above:${target.shelf}`);
    }
  }
  return counts;
}

const leastGutter = 40;
const leastAbove = 26;

/** Gives every block its final place, with channels as wide as their wires need. */
export function placeShelves(
  shelves: readonly Shelf[],
  counts: ChannelCounts,
  left: number,
  top: number,
): Grid {
  const edge: Span = { start: left, size: channelWidth(counts.get('edge') ?? 0, 44) };
  const channels: ShelfChannels[] = [];
  let y = top;
  let right = left + edge.size;
  shelves.forEach((shelf, index) => {
    const wires = counts.get(`above:${index}`) ?? 0;
    const above: Span = { start: y, size: wires === 0 && index === 0 ? 0 : channelWidth(wires, leastAbove) };
    y += above.size;
    const columns = placeColumns(shelf, index, counts, left + edge.size, y);
    const last = columns.at(-1);
    right = Math.max(right, last ? last.start + last.size : right);
    channels.push({ above, columns });
    y += shelf.h;
  });
  return { edge, shelves: channels, right, bottom: y };
}

function placeColumns(shelf: Shelf, index: number, counts: ChannelCounts, left: number, top: number): Span[] {
  const spans: Span[] = [{ start: left, size: 0 }];
  let x = left;
  shelf.columns.forEach((column, place) => {
    for (const block of column.blocks) {
      block.incoming = counts.get(`inner:${index}:${block.left[0]?.id ?? ''}`) ?? 0;
      block.w = blockWidth(block);
    }
    column.w = Math.max(...column.blocks.map(({ w }) => w));
    let y = top;
    for (const block of column.blocks) {
      placeBlock(block, x, y, column.w);
      y += block.h + stackGap;
    }
    x += column.w;
    const wires = counts.get(`gutter:${index}:${place + 1}`) ?? 0;
    const size =
      place === shelf.columns.length - 1
        ? wires === 0
          ? 0
          : channelWidth(wires, 24)
        : channelWidth(wires, leastGutter);
    spans.push({ start: x, size });
    x += size;
  });
  return spans;
}
