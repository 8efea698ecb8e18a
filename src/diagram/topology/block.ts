import type { Container, Network } from '../../model';
import { foldScopeOf } from '../folds';
import { channelWidth } from '../route';
import type { Population } from './population';
import { groupBy } from './routes';
import { makeRegion, type Context, type Region } from './region';
import { isWired, makeStack, sortStacks, stacksWidth, type Stack } from './stack';

/** Regions that belong together, because containers join them: some left, some right, those containers in the middle. */
export interface Block {
  readonly left: readonly Region[];
  readonly between: readonly Stack[];
  readonly right: readonly Region[];
  /** Wires from the outside to the containers in the middle; they take room in the left channel. */
  incoming: number;
  x: number;
  y: number;
  w: number;
  h: number;
}

export const stackGap = 26;
const betweenGap = 26;

/** Groups the networks by the containers that join them, each group a block. Order follows the topology's. */
export function makeBlocks(context: Context, networks: readonly Network[], population: Population): Block[] {
  const regions = new Map(
    networks.map((network) => {
      const members = population.single.get(network.id) ?? [];
      return [network.id, makeRegion(context, network, members)];
    }),
  );
  const sides = chooseSides(networks, population.between);
  return groupNetworks(networks, population.between).map(({ members, joining }) => {
    const own = members.flatMap(({ id }) => regions.get(id) ?? []);
    const left = own.filter(({ network }) => sides.get(network?.id ?? '') !== 'right');
    const right = own.filter(({ network }) => sides.get(network?.id ?? '') === 'right');
    const place = new Map([...left, ...right].map(({ network }, index) => [network?.id ?? '', index]));
    const between = groupBy(joining, (container) => foldScopeOf(context.topology, container)).map(
      (containers) => makeStack(context, containers, place),
    );
    return sizeBlock({
      left,
      between: sortStacks(between, left, right),
      right,
      incoming: 0,
      x: 0,
      y: 0,
      w: 0,
      h: 0,
    });
  });
}

/** A block of one region that no container joins to another. */
export function singleBlock(region: Region): Block {
  return sizeBlock({ left: [region], between: [], right: [], incoming: 0, x: 0, y: 0, w: 0, h: 0 });
}

interface Group {
  readonly members: Network[];
  readonly joining: Container[];
}

function groupNetworks(networks: readonly Network[], joining: readonly Container[]): Group[] {
  const root = new Map(networks.map(({ id }) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    for (let up = root.get(at); up !== undefined && up !== at; up = root.get(at)) {
      root.set(at, root.get(up) ?? up);
      at = up;
    }
    return at;
  };
  for (const { endpoints } of joining) {
    const known = endpoints.filter(({ networkId }) => root.has(networkId));
    known
      .slice(1)
      .forEach(({ networkId }) => root.set(find(networkId), find(known[0]?.networkId ?? networkId)));
  }
  const groups = new Map<string, Group>();
  for (const network of networks) {
    const key = find(network.id);
    const group = groups.get(key);
    if (group) {
      group.members.push(network);
    } else {
      groups.set(key, { members: [network], joining: [] });
    }
  }
  for (const container of joining) {
    const first = container.endpoints.find(({ networkId }) => root.has(networkId));
    groups.get(find(first?.networkId ?? ''))?.joining.push(container);
  }
  return [...groups.values()];
}

/** Puts networks that share containers on opposite sides where that is possible, so that wires go left or right. */
function chooseSides(
  networks: readonly Network[],
  joining: readonly Container[],
): ReadonlyMap<string, 'left' | 'right'> {
  const sides = new Map<string, 'left' | 'right'>();
  const joinersOf = new Map<string, Container[]>();
  for (const container of joining) {
    for (const { networkId } of container.endpoints) {
      const others = joinersOf.get(networkId);
      if (others) {
        others.push(container);
      } else {
        joinersOf.set(networkId, [container]);
      }
    }
  }
  for (const { id } of networks) {
    const queue = sides.has(id) ? [] : [id];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (sides.has(next)) {
        continue;
      }
      const neighbours = neighboursOf(joinersOf.get(next) ?? [], next);
      const leaning = neighbours.reduce((sum, other) => sum + lean(sides.get(other)), 0);
      sides.set(next, leaning > 0 ? 'right' : 'left');
      neighbours.forEach((other) => sides.has(other) || queue.push(other));
    }
  }
  return sides;
}

/** The other networks of those containers, once for each container that joins them. */
function neighboursOf(joiners: readonly Container[], own: string): string[] {
  const found: string[] = [];
  for (const { endpoints } of joiners) {
    for (const { networkId } of endpoints) {
      if (networkId !== own) {
        found.push(networkId);
      }
    }
  }
  return found;
}

function lean(side: 'left' | 'right' | undefined): number {
  return side === undefined ? 0 : side === 'left' ? 1 : -1;
}

const stackHeight = (heights: readonly number[], gap: number): number =>
  heights.reduce((sum, height) => sum + height + gap, -gap);

function sizeBlock(block: Block): Block {
  const { left, right, between } = block;
  const sideHeight = (side: readonly Region[]): number =>
    side.length === 0
      ? 0
      : stackHeight(
          side.map(({ h }) => h),
          stackGap,
        );
  const middle =
    between.length === 0
      ? 0
      : stackHeight(
          between.map(({ height }) => height),
          betweenGap,
        ) + betweenGap;
  block.h = Math.max(sideHeight(left), sideHeight(right), middle);
  block.w = blockWidth(block);
  return block;
}

/** Width of a block with its channels; asked again once the incoming wires are counted. */
export function blockWidth({ left, right, between, incoming }: Block): number {
  const { wires, sideWidth } = blockParts({ left, right, between });
  if (between.length === 0) {
    return sideWidth(left);
  }
  const middle = channelWidth(wires.left + incoming, 48) + stacksWidth(between);
  return (
    sideWidth(left) + middle + (right.length === 0 ? 0 : channelWidth(wires.right, 48) + sideWidth(right))
  );
}

/** Wires per side, and how wide a side is. */
export function blockParts({ left, right, between }: Pick<Block, 'left' | 'right' | 'between'>) {
  const rightIds = new Set(right.map(({ network }) => network?.id));
  const wires = { left: 0, right: 0 };
  for (const { networkIds, cells } of between) {
    const amount = cells.filter(isWired).length;
    for (const id of networkIds) {
      wires[rightIds.has(id) ? 'right' : 'left'] += amount;
    }
  }
  const sideWidth = (side: readonly Region[]): number =>
    side.reduce((widest, { w }) => Math.max(widest, w), 0);
  return { wires, sideWidth, count: left.length + right.length };
}

/** Puts everything in a block at its final place. */
export function placeBlock(block: Block, x: number, y: number, w: number): void {
  const { left, right, between } = block;
  const { wires, sideWidth } = blockParts(block);
  const spare = w - block.w;
  block.x = x;
  block.y = y;
  block.w = w;
  const leftWidth = sideWidth(left) + (right.length === 0 ? spare : Math.floor(spare / 2));
  placeSide(left, x, y + centred(left, block.h), leftWidth);
  if (between.length === 0) {
    return;
  }
  const middleX = x + leftWidth + channelWidth(wires.left + block.incoming, 48);
  placeBetween(between, middleX, y, block.h);
  const rightX = middleX + stacksWidth(between) + channelWidth(wires.right, 48);
  placeSide(right, rightX, y + centred(right, block.h), x + w - rightX);
}

/** How far down a side starts, so that the shorter one stands level with the middle. */
function centred(side: readonly Region[], height: number): number {
  const used = stackHeight(
    side.map(({ h }) => h),
    stackGap,
  );
  return Math.max(0, Math.floor((height - used) / 2));
}

function placeSide(side: readonly Region[], x: number, top: number, w: number): void {
  let y = top;
  for (const region of side) {
    region.x = x;
    region.y = y;
    region.w = w;
    for (const cell of region.cells) {
      cell.x += x;
      cell.y += y;
    }
    y += region.h + stackGap;
  }
}

function placeBetween(between: readonly Stack[], x: number, top: number, height: number): void {
  const used = stackHeight(
    between.map(({ height }) => height),
    betweenGap,
  );
  let y = top + Math.max(betweenGap, Math.floor((height - used) / 2));
  const widest = stacksWidth(between);
  for (const { cells, width, height: own } of between) {
    for (const cell of cells) {
      cell.x += x + Math.floor((widest - width) / 2);
      cell.y += y;
    }
    y += own + betweenGap;
  }
}
