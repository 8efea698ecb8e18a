import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  describeSubject,
  findSubjects,
  layoutTarget,
  measureText,
  renderSvg,
  standInFor,
  subjectKey,
  tabulate,
  traceSubject,
  writeMarkdown,
  writeMermaid,
  type Box,
  type DiagramTarget,
  type LayoutOptions,
  type Scene,
  type Subject,
  type TextLine,
} from '../../../src/diagram';
import { fonts } from '../../../src/diagram/text';
import { buildTopology, isUp, type ContainerRecord, type Snapshot, type Topology } from '../../../src/model';
import { allFolds, checkCardsAreClear, checkGeometry, checkWires } from './geometry';
import { snapshots } from './random';

/** PROPERTY_SEED=… repeats a run; a failure names its seed and its path. */
const seed = process.env.PROPERTY_SEED;
const runs = (numRuns: number) => ({ numRuns, ...(seed === undefined ? {} : { seed: Number(seed) }) });

/** A random engine, and how somebody looks at it. */
interface Sight {
  readonly snapshot: Snapshot;
  readonly topology: Topology;
  readonly targets: readonly DiagramTarget[];
  readonly options: LayoutOptions;
}

const sights: fc.Arbitrary<Sight> = snapshots.chain((snapshot) => {
  const topology = buildTopology(snapshot);
  const options = fc.record({
    hideEmpty: fc.boolean(),
    hideDefault: fc.boolean(),
    hideStopped: fc.boolean(),
    unfolded: fc.oneof(
      fc.constant([] as string[]),
      fc.constant(allFolds(topology)),
      fc.subarray(allFolds(topology)),
    ),
  });
  return options.map((chosen) => ({
    snapshot,
    topology,
    targets: targetsOf(topology),
    options: chosen,
  }));
});

function targetsOf({ networks }: Topology): readonly DiagramTarget[] {
  return [{ kind: 'topology' }, ...networks.map(({ id }) => ({ kind: 'network', id }) as const)];
}

function scenesOf({ topology, targets, options }: Sight): readonly Scene[] {
  return targets.map((target) => layoutTarget(topology, target, options));
}

function eachScene(numRuns: number, check: (scene: Scene) => void): void {
  fc.assert(
    fc.property(sights, (sight) => {
      scenesOf(sight).forEach(check);
    }),
    runs(numRuns),
  );
}

describe('any picture', function () {
  // Many drawings; a busy machine may take its time.
  this.timeout(120_000);

  it('has no siblings that overlap, and children inside their parents', () => {
    eachScene(60, checkGeometry);
  });

  it('has wires that end on the borders of their boxes', () => {
    eachScene(60, checkWires);
  });

  it('has no wire that runs through a card', () => {
    eachScene(60, checkCardsAreClear);
  });

  it('has every text inside its box, and none over another', () => {
    eachScene(60, checkTexts);
  });

  it('comes in tree order: whoever reads it meets a box after its parent and its earlier siblings', () => {
    eachScene(60, checkTreeOrder);
  });

  it('is the same for the same input, in whatever order the engine lists it', () => {
    const shuffled = sights.chain((sight) =>
      fc
        .record({
          networks: shuffle(sight.snapshot.networks),
          containers: shuffle(sight.snapshot.containers),
          services: shuffle(sight.snapshot.services),
          nodes: shuffle(sight.snapshot.nodes),
        })
        .map((lists) => ({ sight, again: { ...sight.snapshot, ...lists } })),
    );
    fc.assert(
      fc.property(shuffled, ({ sight, again }) => {
        assert.deepEqual(scenesOf({ ...sight, topology: buildTopology(again) }), scenesOf(sight));
      }),
      runs(30),
    );
  });
});

function shuffle<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

/** Where a line of text lies, relative to its box: its capitals above the baseline, a little below it. */
function extentOf({ text, font, anchor, x, y }: TextLine): {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
} {
  const width = measureText(text, font);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  const { size } = fonts[font];
  return { left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.2 };
}

function checkTexts(scene: Scene): void {
  for (const box of scene.boxes) {
    checkLines(box.lines, box, box.id);
  }
  checkLines(scene.captions, { w: scene.width, h: scene.height }, 'captions');
}

function checkLines(lines: readonly TextLine[], { w, h }: Pick<Box, 'w' | 'h'>, place: string): void {
  const extents = lines.map(extentOf);
  extents.forEach(({ left, right, top, bottom }, index) => {
    const words = `${place}: “${lines[index]?.text}”`;
    // An ellipsis may be all that is left of a text without room: it is as wide as it is.
    assert.ok(left >= -0.5 && right <= w + 0.5, `${words} leaves its box: ${left} to ${right} of ${w}`);
    assert.ok(top >= -0.5 && bottom <= h + 0.5, `${words} leaves its box: ${top} to ${bottom} of ${h}`);
    extents.slice(index + 1).forEach((other, offset) => {
      const apart =
        other.left >= right - 0.5 ||
        left >= other.right - 0.5 ||
        other.top >= bottom - 0.5 ||
        top >= other.bottom - 0.5;
      assert.ok(apart, `${words} lies over “${lines[index + 1 + offset]?.text}”`);
    });
  });
}

function checkTreeOrder({ boxes }: Scene): void {
  const seen = new Set<string>();
  for (const { id, parent } of boxes) {
    assert.ok(parent === undefined || seen.has(parent), `${id} comes before ${parent}`);
    seen.add(id);
  }
}

describe('any picture shows', function () {
  this.timeout(120_000);

  it('every container that is not hidden, as itself or as the fold that it is in', () => {
    fc.assert(
      fc.property(sights, ({ topology, options }) => {
        const scene = layoutTarget(topology, { kind: 'topology' }, options);
        for (const container of topology.containers) {
          const box = standInFor(topology, scene, subjectOf(container.id), options);
          const own = scene.boxes.filter(({ id }) => id === `container:${container.id}`);
          assert.ok(own.length <= 1);
          if (options.hideStopped !== true || isUp(container)) {
            assert.ok(box, `${container.id} is nowhere`);
          } else if (container.sharedBy.length === 0) {
            assert.equal(own.length, 0, `${container.id} is stopped and not hidden`);
          }
        }
      }),
      runs(60),
    );
  });

  it('every attachment once: the card stands inside its network, or has one wire to each', () => {
    fc.assert(
      fc.property(sights, ({ topology, options }) => {
        const scene = layoutTarget(topology, { kind: 'topology' }, options);
        topology.containers.forEach(({ id }) => {
          checkAttachments(topology, scene, id);
        });
      }),
      runs(60),
    );
  });

  it('every endpoint of its network, with at most one wire to it', () => {
    fc.assert(
      fc.property(sights, ({ topology, options }) => {
        for (const network of topology.networks) {
          const scene = layoutTarget(topology, { kind: 'network', id: network.id }, options);
          for (const { containerId } of network.endpoints) {
            const container = topology.containerById.get(containerId);
            assert.ok(container);
            if (options.hideStopped !== true || isUp(container)) {
              const box = standInFor(topology, scene, subjectOf(containerId), options);
              assert.ok(network.configOnly || box, `${containerId} is nowhere on ${network.id}`);
            }
            const card = `container:${containerId}@${network.id}`;
            const wires = scene.wires.filter(({ kind, to }) => kind === 'attachment' && to === card);
            assert.ok(wires.length <= 1, `${card} has ${wires.length} wires`);
          }
        }
      }),
      runs(60),
    );
  });
});

function subjectOf(id: string): Subject {
  return { kind: 'container', id };
}

/** Networks that are drawn as regions only: what is hidden has neither a region nor wires. */
function checkAttachments({ containerById, networkById }: Topology, scene: Scene, id: string): void {
  const card = scene.boxes.find((box) => box.id === `container:${id}`);
  const endpoints = containerById.get(id)?.endpoints ?? [];
  const onHost = endpoints.some(({ networkId }) => networkById.get(networkId)?.driver === 'host');
  if (!card || endpoints.length === 0 || onHost) {
    return;
  }
  const around = ancestors(scene, card);
  const inside = endpoints.filter(({ networkId }) => around.has(`network:${networkId}`));
  const wired = scene.wires
    .filter(({ kind, to }) => kind === 'attachment' && to === card.id)
    .map(({ from }) => from);
  const expected = endpoints
    .filter((one) => !inside.includes(one))
    .map(({ networkId }) => `network:${networkId}`);
  assert.deepEqual([...wired].sort(), expected.sort(), `wires of ${card.id}`);
  assert.ok(inside.length <= 1);
}

function ancestors(scene: Scene, box: Box): ReadonlySet<string> {
  const byId = new Map(scene.boxes.map((one) => [one.id, one]));
  const found = new Set<string>();
  for (let id = box.parent; id !== undefined; id = byId.get(id)?.parent) {
    found.add(id);
  }
  return found;
}

/**
 * "A change moves only what it must", said exactly. A box moves where its left upper corner is at another place.
 * 1. A change of state between running and paused, of an address to another of the same length, of the image, the status or
 *    a label that is not compose's: no box moves, none changes its size, none comes or goes.
 * 2. A container that comes or goes, and publishes nothing: no box that stands before its card in reading order (the order of
 *    `boxes`) moves. Boxes around it may grow. What belongs to a container goes with it: its veth pair, its ports and their
 *    rules. In the whole topology the rows of the host's edge stand in the order of their wires, so that these do not cross.
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
      runs(40),
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
      runs(40),
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
      runs(40),
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
    for (const target of sight.targets.filter((one) => one.kind === kind)) {
      const [full, less] = [topologies.with, topologies.without].map((topology) =>
        layoutTarget(topology, target, sight.options),
      );
      assert.ok(full && less);
      const own = full.boxes.findIndex((box) => box.kind === 'container' && isOf(box, id));
      const placeOf = new Map(less.boxes.map((box) => [box.id, box]));
      for (const box of own === -1 ? [] : full.boxes.slice(0, own).filter(keepsPlace(full, own))) {
        const there = placeOf.get(box.id);
        assert.ok(
          there === undefined || (there.x === box.x && there.y === box.y),
          `${box.id} moves from ${there?.x} ${there?.y} to ${box.x} ${box.y} when ${id} comes: ${targetText(target)}`,
        );
      }
    }
  }

  it('that adds or removes a container moves no box before it in the whole topology', () => {
    fc.assert(
      fc.property(changes, (change) => {
        assertBeforeStays(change, 'topology');
      }),
      runs(60),
    );
  });

  it('that adds or removes a container moves no box before it in a network’s drawing', () => {
    fc.assert(
      fc.property(changes, (change) => {
        assertBeforeStays(change, 'network');
      }),
      runs(60),
    );
  });
});

function isOf({ subject }: Box, id: string): boolean {
  return subject !== undefined && subjectKey(subject) === `container:${id}`;
}

/** Whether a box keeps its place: not a row at the edge, nor what belongs to a container that comes later. */
function keepsPlace({ kind, boxes }: Scene, own: number): (box: Box) => boolean {
  const before = boxes.slice(0, own).filter((box) => box.kind === 'container');
  const owners = before.flatMap(({ subject }) => (subject?.kind === 'container' ? [subject.id] : []));
  return ({ id }) => {
    const [, what, of = ''] = /^(port|parent|nat|veth|fold|group):(.*)$/s.exec(id) ?? [];
    if (kind === 'topology') {
      return what !== 'port' && what !== 'parent' && !of.startsWith('ports/');
    }
    const belongs = what === 'port' || what === 'nat' || what === 'veth';
    return !belongs || owners.some((owner) => of === owner || of.startsWith(`${owner}:`));
  };
}

function targetText(target: DiagramTarget): string {
  return target.kind === 'topology' ? 'the topology' : `network ${target.id}`;
}

/** Whatever an engine has, none of these throws: a panel asks them with what a person points at. */
describe('what is read from any picture', function () {
  this.timeout(120_000);

  function everySubject({ snapshot, topology }: Sight): readonly Subject[] {
    return [
      { kind: 'host' },
      ...topology.networks.map(({ id }) => ({ kind: 'network', id }) as const),
      ...topology.containers.map(({ id }) => subjectOf(id)),
      ...topology.ports.map(({ id }) => ({ kind: 'port', id }) as const),
      ...snapshot.services.map(({ id }) => ({ kind: 'service', id }) as const),
      ...snapshot.nodes.map(({ id }) => ({ kind: 'node', id }) as const),
      ...allFolds(topology)
        .slice(0, 40)
        .map((id) => ({ kind: 'fold', id }) as const),
      ...(['network', 'container', 'port', 'service', 'node', 'fold'] as const).map((kind) => ({
        kind,
        id: 'gone',
      })),
    ];
  }

  it('is described, found and written', () => {
    fc.assert(
      fc.property(
        sights,
        fc.oneof(fc.string(), fc.constantFrom('c1', '10.0', '80', '<b>', '한')),
        (sight, text) => {
          const { topology, targets, options } = sight;
          everySubject(sight).forEach((subject) => describeSubject(topology, subject));
          for (const target of [...targets, { kind: 'network', id: 'gone' } as const]) {
            findSubjects(topology, target, text);
            for (const { columns, rows } of tabulate(topology, target, options)) {
              rows.forEach(({ cells }) => assert.equal(cells.length, columns.length));
            }
            writeMermaid(topology, target, options);
            writeMarkdown(topology, target, options);
            renderSvg(layoutTarget(topology, target, options));
          }
        },
      ),
      runs(30),
    );
  });

  it('leads a trace over boxes and wires that are there', () => {
    fc.assert(
      fc.property(sights, (sight) => {
        const subjects = everySubject(sight);
        for (const scene of scenesOf(sight)) {
          const boxes = new Set(scene.boxes.map(({ id }) => id));
          const wires = new Set(scene.wires.map(({ id }) => id));
          for (const subject of subjects) {
            const trace = traceSubject(sight.topology, scene, subject);
            for (const step of trace?.steps ?? []) {
              step.boxes.forEach((id) => assert.ok(boxes.has(id), `no box ${id} in ${scene.title}`));
              step.wires.forEach((id) => assert.ok(wires.has(id), `no wire ${id} in ${scene.title}`));
            }
          }
        }
      }),
      runs(30),
    );
  });
});
