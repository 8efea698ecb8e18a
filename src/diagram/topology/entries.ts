import type { Subject } from '../scene';
import { count } from '../words';
import { frameId, type Block } from './block';
import type { Cell } from './cells';
import { collectPorts } from './ports';
import type { Context, Region } from './region';
import { riseFromBelow, type Rise } from './rise';

/**
 * From which side a wire comes to its end: the channel left or right of a column, the one inside a block, or straight up from
 * the one below the shelf.
 */
export type Approach = 'left' | 'inner' | 'right' | 'below';

/** Where a wire from the host's edge ends. */
export interface Target {
  readonly approach: Approach;
  readonly block: Block;
  readonly region: Region | undefined;
  readonly cell: Cell | undefined;
  /** Where a wire from below comes up. */
  readonly rise?: Rise;
  /** A wire that starts here, at the right side, and leads away. */
  readonly leaves?: boolean;
}

/** The box where a wire ends: a card, a network, or the frame around a project's. */
export function boxIdOf({ cell, region, block }: Target): string {
  return cell?.id ?? region?.id ?? frameId(block) ?? '';
}

/** One row at the host's edge, and the wires that start at it. */
export interface EdgeRow {
  readonly id: string;
  readonly kind: 'port' | 'parent';
  readonly text: string;
  readonly label: string;
  readonly localOnly: boolean;
  readonly subject: Subject;
  /** Of a row that stands for several; undefined for all others. */
  readonly expanded: boolean | undefined;
  /** The row of the open fold that it is in. */
  readonly within: string | undefined;
  /** Published from internal networks only: nothing answers. */
  readonly blocked: boolean;
  readonly targets: readonly Target[];
}

/** Published ports and parent interfaces with where their wires lead, in no order yet. */
export function collectEdge({ topology, unfolded }: Context, places: Places): EdgeRow[] {
  return riseFromBelow([...collectPorts(topology, places, unfolded), ...parentRows(places.regions)]);
}

export interface Places {
  /** By the id of a container that publishes something. Where all ports are folded, nobody asks. */
  readonly cellOf: (containerId: string) => Target | undefined;
  /** By network id. */
  readonly regions: ReadonlyMap<string, Target>;
  /** By service id: its box in the first of its networks. */
  readonly services: ReadonlyMap<string, Target>;
}

/** Places of the containers and services that wires lead to, and of all networks. */
export function findPlaces(blocks: readonly Block[]): Places {
  const regions = new Map<string, Target>();
  const services = new Map<string, Target>();
  for (const block of blocks) {
    eachRegion(block, (target, region) => regions.set(region.network?.id ?? region.id, target));
  }
  eachCell(blocks, (target, cell) => {
    const { subject } = cell.spec;
    if (subject?.kind === 'service' && !services.has(subject.id)) {
      services.set(subject.id, { ...target, cell });
    }
  });
  let cells: ReadonlyMap<string, Target> | undefined;
  return { regions, services, cellOf: (id) => (cells ??= findPublishers(blocks)).get(id) };
}

/** In a row only the first has the channel left of the block beside it. */
function approachTo({ inRow, left }: Block, region: Region, side: 'left' | 'right'): Approach {
  return inRow && region !== left[0] ? 'below' : side;
}

function findPublishers(blocks: readonly Block[]): ReadonlyMap<string, Target> {
  const found = new Map<string, Target>();
  eachCell(blocks, (target, cell) => {
    const there: Target = { ...target, cell };
    for (const { id, published } of cell.containers) {
      if (published.length > 0) {
        found.set(id, there);
      }
    }
  });
  return found;
}

function eachRegion(block: Block, visit: (target: Target, region: Region) => void): void {
  for (const side of ['left', 'right'] as const) {
    for (const region of block[side]) {
      visit({ block, approach: approachTo(block, region, side), region, cell: undefined }, region);
    }
  }
}

function eachCell(blocks: readonly Block[], visit: (target: Target, cell: Cell) => void): void {
  for (const block of blocks) {
    eachRegion(block, (target, { cells }) => cells.forEach((cell) => visit(target, cell)));
    const inner: Target = { block, approach: 'inner', region: undefined, cell: undefined };
    block.between.forEach(({ cells }) => cells.forEach((cell) => visit(inner, cell)));
  }
}

/** Tells each block how many wires come to it or leave it. */
export function countWays(targets: readonly Target[]): void {
  for (const { block, approach } of targets) {
    block.ways[approach] += 1;
  }
}

function parentRows(regions: Places['regions']): EdgeRow[] {
  const byParent = new Map<string, Target[]>();
  for (const target of regions.values()) {
    const parent = target.region?.network?.parent;
    if (parent !== undefined) {
      byParent.set(parent, [...(byParent.get(parent) ?? []), target]);
    }
  }
  return [...byParent].map(([parent, targets]) => ({
    id: `parent:${parent}`,
    kind: 'parent',
    text: parent,
    label: `Interface ${parent} of the host, parent of ${count(targets.length, 'network')}`,
    localOnly: false,
    subject: { kind: 'host' },
    expanded: undefined,
    within: undefined,
    blocked: false,
    targets,
  }));
}
