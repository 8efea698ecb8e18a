import type { Subject } from '../scene';
import { count } from '../words';
import type { Block } from './block';
import type { Shelf } from './pack';
import type { Cell } from './cells';
import { collectPorts } from './ports';
import type { Context, Region } from './region';

/** From which side a wire comes to its end: the channel left or right of a column, or the one inside a block. */
export type Approach = 'left' | 'inner' | 'right';

/** Where a wire from the host's edge ends. */
export interface Target {
  readonly shelf: number;
  readonly column: number;
  readonly approach: Approach;
  readonly block: Block;
  readonly region: Region | undefined;
  readonly cell: Cell | undefined;
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
  /** Published from internal networks only: nothing answers. */
  readonly blocked: boolean;
  readonly targets: readonly Target[];
}

/** Published ports and parent interfaces with where their wires lead, in no order yet. */
export function collectEdge({ topology, unfolded }: Context, shelves: readonly Shelf[]): EdgeRow[] {
  const places = findPlaces(shelves, new Set(topology.ports.map(({ containerId }) => containerId)));
  return [...collectPorts(topology, places, unfolded), ...parentRows(places.regions)];
}

export interface Places {
  /** By container id. */
  readonly cells: ReadonlyMap<string, Target>;
  /** By network id. */
  readonly regions: ReadonlyMap<string, Target>;
}

/** Places of the containers that wires lead to, and of all networks. */
function findPlaces(shelves: readonly Shelf[], wanted: ReadonlySet<string>): Places {
  const cells = new Map<string, Target>();
  const regions = new Map<string, Target>();
  const enter = (target: Target, cell: Cell): void => {
    for (const id of cell.containerIds) {
      if (wanted.has(id)) {
        cells.set(id, { ...target, cell });
      }
    }
  };
  shelves.forEach(({ columns }, shelf) => {
    columns.forEach(({ blocks }, column) => {
      for (const block of blocks) {
        const at = { shelf, column, block, cell: undefined };
        const sides = [
          ['left', block.left],
          ['right', block.right],
        ] as const;
        for (const [approach, side] of sides) {
          for (const region of side) {
            const target: Target = { ...at, approach, region };
            regions.set(region.network?.id ?? region.id, target);
            region.cells.forEach((cell) => enter(target, cell));
          }
        }
        block.between.forEach(({ cells: stacked }) =>
          stacked.forEach((cell) => enter({ ...at, approach: 'inner', region: undefined }, cell)),
        );
      }
    });
  });
  return { cells, regions };
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
    blocked: false,
    targets,
  }));
}
