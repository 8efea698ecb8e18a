import type { Network } from '../../model';
import { foldScopeOf } from '../folds';
import { channelWidth } from '../route';
import { chooseSides, clusterNetworks, type Cluster } from './clusters';
import type { Population } from './population';
import { groupBy } from './groupBy';
import { makeRegion, type Context, type Region } from './region';
import { makeStack, sortStacks, stacksWidth, type Stack } from './stack';

/** Wires that come to a block from outside or leave it, by the channel that they take. */
export interface Ways {
  /** In the channel left of it. */
  left: number;
  /** In its own channel, beside the containers in the middle. */
  inner: number;
  /** In the channel right of it. */
  right: number;
  /** Straight up from the channel below the shelf. */
  below: number;
}

/** Regions that belong together: some left, some right, the containers that join them in the middle. */
export interface Block {
  readonly left: readonly Region[];
  readonly between: readonly Stack[];
  readonly right: readonly Region[];
  /** Whether those on the left stand beside each other, not on top of each other. */
  readonly inRow: boolean;
  /** The compose project whose name and frame stand around it; of a lone region that says it itself none. */
  readonly project: string | undefined;
  readonly ways: Ways;
  /** On which shelf it stands, and in which of its columns, once it is packed. */
  shelf: number;
  column: number;
  x: number;
  y: number;
  w: number;
  h: number;
}

export const stackGap = 26;
const betweenGap = 26;
const framePadding = 12;
const frameHead = 34;

/** Groups the networks by the containers that join them, each group a block. Order follows the topology's. */
export function makeBlocks(context: Context, networks: readonly Network[], population: Population): Block[] {
  return clusterNetworks(networks, population.between).map((cluster) =>
    makeBlock(context, cluster, population),
  );
}

function makeBlock(context: Context, cluster: Cluster, population: Population): Block {
  const { members, joining } = cluster;
  const framed = cluster.project !== undefined && members.length > 1;
  const regions = members.map((network) =>
    makeRegion(context, network, population.single.get(network.id) ?? [], framed),
  );
  const sides = chooseSides(cluster);
  const isRight = ({ network }: Region): boolean => sides.get(network?.id ?? '') === 'right';
  const left = regions.filter((region) => !isRight(region));
  const right = regions.filter(isRight);
  const place = new Map([...left, ...right].map(({ network }, index) => [network?.id ?? '', index]));
  const stacks = groupBy(joining, (container) => foldScopeOf(context.topology, container)).map((containers) =>
    makeStack(context, containers, place),
  );
  const between = sortStacks(stacks, left, right);
  const project = framed ? cluster.project : undefined;
  const row = rowWidth(left) + 2 * framePadding;
  const inRow = between.length === 0 && right.length === 0 && row <= context.shelfWidth;
  return newBlock({ left, between, right, project, inRow });
}

/** A block of one region that no container joins to another. */
export function singleBlock(region: Region): Block {
  return newBlock({ left: [region], between: [], right: [], project: undefined, inRow: true });
}

function newBlock({
  left,
  between,
  right,
  project,
  inRow,
}: Pick<Block, 'left' | 'between' | 'right' | 'project' | 'inRow'>): Block {
  return {
    left,
    between,
    right,
    project,
    inRow,
    ways: { left: 0, inner: 0, right: 0, below: 0 },
    shelf: 0,
    column: 0,
    x: 0,
    y: 0,
    w: 0,
    h: 0,
  };
}

/** The box around a block's regions, where it has one. */
export function frameId({ project }: Block): string | undefined {
  return project === undefined ? undefined : `project:${project}`;
}

/** What a frame takes beside and above the regions. */
function frameOf({ project }: Block): { readonly side: number; readonly head: number } {
  return project === undefined ? { side: 0, head: 0 } : { side: framePadding, head: frameHead };
}

const heightOf = (heights: readonly number[], gap: number): number =>
  heights.length === 0 ? 0 : heights.reduce((sum, height) => sum + height + gap, -gap);

/** Its own size, once its wires are counted. */
export function sizeBlock(block: Block): void {
  const { left, right, between, inRow } = block;
  const { side, head } = frameOf(block);
  const middle = heightOf(
    between.map(({ height }) => height),
    betweenGap,
  );
  const leftHeight = inRow ? Math.max(...left.map(({ h }) => h)) : sideHeight(left);
  block.h = Math.max(leftHeight, sideHeight(right), middle) + head + side;
  const { leftWidth, toMiddle, toRight } = blockParts(block);
  block.w = leftWidth + toMiddle + stacksWidth(between) + toRight + sideWidth(right) + 2 * side;
}

const sideHeight = (side: readonly Region[]): number =>
  heightOf(
    side.map(({ h }) => h),
    stackGap,
  );

const sideWidth = (side: readonly Region[]): number => side.reduce((widest, { w }) => Math.max(widest, w), 0);

const rowWidth = (row: readonly Region[]): number =>
  row.reduce((sum, { w }) => sum + w + stackGap, -stackGap);

const leastChannel = 40;

/** Widths of the left side and of the channels beside the middle; each network takes one lane, however many join it. */
function blockParts({ left, right, between, inRow, ways }: Block) {
  const inMiddle = between.length > 0;
  return {
    leftWidth: inRow ? rowWidth(left) : sideWidth(left),
    toMiddle: inMiddle ? channelWidth(left.length + ways.inner, leastChannel) : 0,
    toRight: inMiddle && right.length > 0 ? channelWidth(right.length, leastChannel) : 0,
  };
}

/** The part of a block's own channel that is kept for wires from outside: next to the containers in the middle. */
export function innerSpan(block: Block): { readonly start: number; readonly size: number } {
  const { left, ways } = block;
  const { leftWidth, toMiddle } = blockParts(block);
  const end = block.x + frameOf(block).side + leftWidth + toMiddle;
  const size =
    ways.inner === 0 ? 0 : Math.round((toMiddle * (ways.inner + 1)) / (ways.inner + left.length + 2));
  return { start: end - size, size };
}

/**
 * Puts everything in a block at its final place. All starts at the block's own left and upper corner, and what it gets more
 * than it needs goes to the frames at its right: so nothing in it moves for what comes after it.
 */
export function placeBlock(block: Block, x: number, y: number, w: number): void {
  const { left, right, between, inRow } = block;
  const { side, head } = frameOf(block);
  const { leftWidth, toMiddle, toRight } = blockParts(block);
  const [innerX, innerY, end] = [x + side, y + head, x + w - side];
  Object.assign(block, { x, y, w });
  if (inRow) {
    placeRow(left, innerX, innerY, end);
    return;
  }
  placeSide(left, innerX, innerY, between.length === 0 ? end - innerX : leftWidth);
  placeBetween(between, innerX + leftWidth + toMiddle, innerY);
  const rightX = innerX + leftWidth + toMiddle + stacksWidth(between) + toRight;
  placeSide(right, rightX, innerY, end - rightX);
}

function placeSide(side: readonly Region[], x: number, top: number, w: number): void {
  let y = top;
  for (const region of side) {
    placeRegion(region, x, y, w);
    y += region.h + stackGap;
  }
}

/** Each as wide as it needs, the last up to the end. */
function placeRow(row: readonly Region[], left: number, y: number, end: number): void {
  let x = left;
  for (const region of row) {
    placeRegion(region, x, y, region === row.at(-1) ? end - x : region.w);
    x += region.w + stackGap;
  }
}

function placeRegion(region: Region, x: number, y: number, w: number): void {
  Object.assign(region, { x, y, w });
  for (const cell of region.cells) {
    cell.x += x;
    cell.y += y;
  }
}

function placeBetween(between: readonly Stack[], x: number, top: number): void {
  let y = top;
  for (const { cells, height } of between) {
    for (const cell of cells) {
      cell.x += x;
      cell.y += y;
    }
    y += height + betweenGap;
  }
}
