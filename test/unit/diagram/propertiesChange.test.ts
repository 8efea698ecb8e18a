import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { layoutTarget, type DiagramTarget } from '../../../src/diagram';
import { widthFor } from '../../../src/diagram/topology/layoutTopology';
import { buildTopology, type ContainerRecord, type Topology } from '../../../src/model';
import {
  blockOf,
  edgeRows,
  foldsOthers,
  isNewBlock,
  isOf,
  keepsPlace,
  lowerEdge,
  newFolds,
  noBlock,
  standsInRow,
  targetText,
  wayOf,
} from './movement';
import { ancestors, runs, sights, type Sight } from './sights';

/**
 * "A change moves only what it must", said exactly. A box moves where its left upper corner is at another place.
 * 1. A change of state between running and paused, of an address to another of the same length, of the image, the status or
 *    a label that is not compose's: no box moves, none changes its size, none comes or goes.
 * 2. A container that comes or goes, and publishes nothing: no box that stands before its card in reading order (the order of
 *    `boxes`) moves. Boxes around it may grow. What belongs to a container goes with it: its veth pair, its ports and their
 *    rules.
 *    In a network's own drawing, what stands below the network moves with its lower edge: it is as high as its containers.
 *    Where the container has others fold, what is of containers and their ports is another; the stages stay.
 * 3. In the whole topology more follows from what it shows, see `layoutTopology`; there the boxes may move
 *    - that are rows of the host's edge: they stand in the order of their wires, so that these do not cross;
 *    - that stand below the rows of the edge, where the container's network brings another row;
 *    - of the block that the container makes of several networks, or that its network was not part of without a container;
 *    - of the container's block all by the same way, where it grew out of its place on the shelf;
 *    - of a compose project whose networks outgrow one row: then they stand on top of each other;
 *    - inside a network whose containers begin to fold: those that belong together are gathered first;
 *    - all, where the host outgrows the width of its shelves: a host of many networks has to be wider than one of a few.
 */
describe('a change', function () {
  this.timeout(120_000);

  interface Change {
    readonly sight: Sight;
    readonly index: number;
  }

  const changes: fc.Arbitrary<Change> = sights
    .filter(({ snapshot }) => snapshot.containers.length > 0)
    .chain((sight) => fc.nat(sight.snapshot.containers.length - 1).map((index) => ({ sight, index })));

  function withContainer(
    { snapshot }: Sight,
    index: number,
    change: (container: ContainerRecord) => ContainerRecord,
  ): Topology {
    const containers = snapshot.containers.map((one, place) => (place === index ? change(one) : one));
    return buildTopology({ ...snapshot, containers });
  }

  function assertStill(
    { sight, index }: Change,
    from: (container: ContainerRecord) => ContainerRecord,
    to: (container: ContainerRecord) => ContainerRecord,
  ): void {
    const [before, after] = [withContainer(sight, index, from), withContainer(sight, index, to)];
    for (const target of sight.targets) {
      const places = [before, after].map((topology) =>
        layoutTarget(topology, target, sight.options).boxes.map(
          ({ id, x, y, w, h }) => `${id} ${x} ${y} ${w} ${h}`,
        ),
      );
      assert.deepEqual(places[1], places[0], targetText(target));
    }
  }

  it('of state moves nothing', () => {
    fc.assert(
      fc.property(changes, (change) => {
        assertStill(
          change,
          (one) => ({ ...one, state: 'running' }),
          (one) => ({ ...one, state: 'paused', status: 'Up 3 minutes (Paused)' }),
        );
      }),
      runs(13),
    );
  });

  it('of an address moves nothing', () => {
    const readdress = (ipv4: string, mac: string) => (one: ContainerRecord) => ({
      ...one,
      attachments: one.attachments.map((attachment) => ({
        ...attachment,
        ipv4,
        mac,
        endpointId: `${ipv4}-endpoint`,
      })),
    });
    fc.assert(
      fc.property(changes, (change) => {
        assertStill(
          change,
          readdress('10.0.0.201', '02:42:0a:00:00:c9'),
          readdress('10.0.0.202', '02:42:0a:00:00:ca'),
        );
      }),
      runs(13),
    );
  });

  it('of an image, a status or a label moves nothing', () => {
    fc.assert(
      fc.property(changes, (change) => {
        assertStill(
          change,
          (one) => one,
          (one) => ({
            ...one,
            image: 'nginx:1.27',
            status: 'Up 2 hours (healthy)',
            labels: { ...one.labels, 'org.example.note': 'x'.repeat(80) },
          }),
        );
      }),
      runs(13),
    );
  });

  /** Nothing hangs on it, and no port of it pushes others down the host's edge. */
  function alone(sight: Sight, index: number): { readonly with: Topology; readonly without: Topology } {
    const own = sight.snapshot.containers[index];
    const free = (one: ContainerRecord): ContainerRecord => ({
      ...one,
      networkMode: one.networkMode === `container:${own?.id}` ? 'default' : one.networkMode,
      linkedFrom: one.linkedFrom.filter(({ linker }) => linker !== own?.name),
    });
    const containers = sight.snapshot.containers.map((one, place) =>
      place === index ? { ...one, ports: [], linkedFrom: [], networkMode: 'default' } : free(one),
    );
    return {
      with: buildTopology({ ...sight.snapshot, containers }),
      without: buildTopology({
        ...sight.snapshot,
        containers: containers.filter((_, place) => place !== index),
      }),
    };
  }

  function assertBeforeStays({ sight, index }: Change, kind: DiagramTarget['kind']): void {
    const topologies = alone(sight, index);
    const id = sight.snapshot.containers[index]?.id ?? '';
    if (kind === 'topology' && widthFor(topologies.with) !== widthFor(topologies.without)) {
      return;
    }
    for (const target of sight.targets.filter((one) => one.kind === kind)) {
      const [full, less] = [topologies.with, topologies.without].map((topology) =>
        layoutTarget(topology, target, sight.options),
      );
      assert.ok(full && less);
      const card = full.boxes.findIndex((box) => box.kind === 'container' && isOf(box, id));
      const block = kind === 'topology' ? blockOf(topologies.with, full, full.boxes[card], id) : noBlock;
      const own =
        block.start !== -1 && isNewBlock(topologies.without, block) ? Math.min(block.start, card) : card;
      const placeOf = new Map(less.boxes.map((box) => [box.id, box]));
      const moved = wayOf(full.boxes[block.start], placeOf);
      const frame = full.boxes[block.start]?.id;
      const outgrown = standsInRow(full, frame) !== standsInRow(less, frame);
      const lower = kind === 'network' ? lowerEdge(full, less) : undefined;
      const refolded = kind === 'network' && foldsOthers(full, less);
      const edgeGrew = edgeRows(full) !== edgeRows(less);
      const folding = kind === 'topology' ? newFolds(full, less, full.boxes[card]) : undefined;
      for (const box of own === -1 ? [] : full.boxes.slice(0, own).filter(keepsPlace(full, own))) {
        const way = wayOf(box, placeOf);
        const inBlock = block.start !== -1 && full.boxes.indexOf(box) >= block.start;
        assert.ok(
          way === undefined ||
            (lower !== undefined && (placeOf.get(box.id)?.y ?? 0) >= lower.at && way === lower.way) ||
            (refolded && !box.id.startsWith('stage:')) ||
            way === (inBlock ? (moved ?? way) : '0 0') ||
            (inBlock && outgrown) ||
            (edgeGrew && ancestors(full, box).has('edge')) ||
            (folding !== undefined && ancestors(full, box).has(folding)),
          `${box.id} moves by ${way} when ${id} comes: ${targetText(target)}`,
        );
      }
    }
  }

  it('that adds or removes a container moves no box before it in the whole topology', () => {
    fc.assert(
      fc.property(changes, (change) => {
        assertBeforeStays(change, 'topology');
      }),
      runs(20),
    );
  });

  it('that adds or removes a container moves no box before it in a network’s drawing', () => {
    fc.assert(
      fc.property(changes, (change) => {
        assertBeforeStays(change, 'network');
      }),
      runs(20),
    );
  });
});
