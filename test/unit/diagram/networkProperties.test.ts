import * as fc from 'fast-check';
import assert from 'node:assert/strict';
import {
  layoutNetwork,
  measureText,
  type LayoutOptions,
  type Scene,
  type TextLine,
} from '../../../src/diagram';
import { buildTopology, type ContainerRecord, type Snapshot, type Topology } from '../../../src/model';
import { rich, small } from './fixtures';
import { allFolds, checkCardsAreClear, checkGeometry, checkWires } from './geometry';
import {
  crowd,
  drivers,
  flannel,
  hostile,
  ipv6,
  ipv6Newer,
  layer3s,
  manager,
  newer,
  routed,
  worker,
} from './networkWorlds';
import { snapshots, topologies } from './random';
import { runs } from './sights';

function scenes(topology: Topology): Scene[] {
  const choices: LayoutOptions[] = [
    {},
    { unfolded: allFolds(topology) },
    {
      hideStopped: true,
      veths: Object.fromEntries(topology.containers.map(({ id }) => [`${id}@n0`, 'veth8c6ee2b'])),
    },
  ];
  return topology.networks.flatMap(({ id }) =>
    choices.map((options) => layoutNetwork(topology, id, options)),
  );
}

interface Placed {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

function place({ text, font, anchor, x, y }: TextLine, dx: number, dy: number): Placed {
  const width = measureText(text, font);
  const left = dx + (anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width);
  return { text, left, right: left + width, y: dy + y };
}

/** Lines on about the same height that share a place: a reader could read neither. */
function checkTexts({ boxes, captions }: Scene): void {
  const lines = [
    ...captions.map((caption) => place(caption, 0, 0)),
    ...boxes.flatMap((box) => box.lines.map((one) => place(one, box.x, box.y))),
  ].sort((a, b) => a.y - b.y);
  lines.forEach((a, index) => {
    for (const b of lines.slice(index + 1)) {
      if (b.y - a.y >= 9) {
        break;
      }
      assert.ok(a.right <= b.left + 0.5 || b.right <= a.left + 0.5, `"${a.text}" runs into "${b.text}"`);
    }
  });
}

/** Words stay inside the borders of their box, as wide as they can be. */
function checkTextsInside({ boxes }: Scene): void {
  for (const { id, x, y, w, h, lines } of boxes) {
    for (const one of lines) {
      const { text, left, right, y: base } = place(one, x, y);
      assert.ok(left >= x && right <= x + w, `"${text}" is within ${id}: ${left} to ${right}`);
      assert.ok(base - 7 >= y && base + 2 <= y + h, `"${text}" stands in ${id}: ${base - y} of ${h}`);
    }
  }
}

/** Two boxes share a place only where one holds the other, however far above. */
function checkApart({ boxes }: Scene): void {
  const parents = new Map(boxes.map(({ id, parent }) => [id, parent]));
  const within = (id: string, outer: string): boolean => {
    const parent = parents.get(id);
    return parent !== undefined && (parent === outer || within(parent, outer));
  };
  const ordered = [...boxes].sort((a, b) => a.y - b.y);
  ordered.forEach((a, index) => {
    for (const b of ordered.slice(index + 1)) {
      if (b.y >= a.y + a.h) {
        break;
      }
      const apart = a.x + a.w <= b.x || b.x + b.w <= a.x;
      assert.ok(apart || within(a.id, b.id) || within(b.id, a.id), `${a.id} lies on ${b.id}`);
    }
  });
}

/** Every parent stands before its children. */
function checkOrder({ boxes }: Scene): void {
  const seen = new Set<string>();
  for (const { id, parent } of boxes) {
    assert.ok(parent === undefined || seen.has(parent), `${parent} before ${id}`);
    seen.add(id);
  }
}

function checkAll(scene: Scene): void {
  checkGeometry(scene);
  checkWires(scene);
  checkCardsAreClear(scene);
  checkTexts(scene);
  checkTextsInside(scene);
  checkApart(scene);
  checkOrder(scene);
}

const worlds = {
  rich,
  small,
  manager,
  worker,
  drivers,
  flannel,
  layer3s,
  newer,
  routed,
  'IPv6 that is not filtered': ipv6,
  'IPv6 that is filtered': ipv6Newer,
  'a hostile engine': hostile,
  'a crowd': crowd(300),
};

describe('any network’s drawing', function () {
  this.timeout(60_000);

  for (const [name, topology] of Object.entries(worlds)) {
    it(`is sound in ${name}`, () => scenes(topology).forEach(checkAll));
  }

  it('is sound for random networks: boxes, wires, texts and order', () => {
    fc.assert(
      fc.property(topologies, (topology) => scenes(topology).forEach(checkAll)),
      runs(12),
    );
  });

  it('is the same for the same engine, and for one that answers in another order', () => {
    fc.assert(
      fc.property(snapshots, (snapshot) => {
        const turned = { ...snapshot, containers: [...snapshot.containers].reverse() };
        const again = scenes(buildTopology(structuredClone(snapshot)));
        assert.deepEqual(scenes(buildTopology(snapshot)), again);
        assert.deepEqual(scenes(buildTopology(turned)), again);
      }),
      runs(6),
    );
  });

  it('moves no container when one stops, and changes nothing where it is not', () => {
    fc.assert(fc.property(snapshots, fc.nat(), checkStop), runs(12));
  });

  it('has one wire for every attachment that is shown', () => {
    fc.assert(fc.property(topologies, checkAttachments), runs(12));
  });
});

function checkAttachments(topology: Topology): void {
  for (const { id, endpoints, driver } of topology.networks) {
    const scene = layoutNetwork(topology, id, { unfolded: allFolds(topology) });
    const ends = scene.wires
      .filter(
        ({ kind, from, to }) =>
          kind === 'attachment' && from === 'stage:bridge' && to.startsWith('container:'),
      )
      .map(({ to }) => to);
    const wired = driver === 'host' || driver === 'none' || driver === 'config' ? [] : endpoints;
    assert.deepEqual(ends.sort(), wired.map(({ containerId }) => `container:${containerId}@${id}`).sort());
  }
}

/** As the engine lists a container that has exited: without an endpoint, an address or a port (seen on engine 20.10). */
function stopped(container: ContainerRecord): ContainerRecord {
  const nothing = { endpointId: undefined, ipv4: undefined, ipv6: undefined, mac: undefined };
  return {
    ...container,
    state: 'exited',
    ports: [],
    attachments: container.attachments.map((attachment) => ({ ...attachment, ...nothing })),
  };
}

function checkStop(snapshot: Snapshot, pick: number): void {
  const victim = snapshot.containers[pick % Math.max(1, snapshot.containers.length)];
  if (!victim) {
    return;
  }
  // Of a container that is on no open bridge or overlay the engine lists no port, running or not.
  fc.pre(
    victim.ports.length === 0 || victim.attachments.some(({ network }) => opensPorts(snapshot, network)),
  );
  const containers = snapshot.containers.map((one) => (one === victim ? stopped(one) : one));
  const [before, after] = [buildTopology(snapshot), buildTopology({ ...snapshot, containers })];
  const unfolded = allFolds(before);
  for (const { id } of before.networks) {
    const [old, now] = [layoutNetwork(before, id, { unfolded }), layoutNetwork(after, id, { unfolded })];
    const places = containerPlaces(old);
    for (const [box, place] of containerPlaces(now)) {
      assert.equal(place, places.get(box), `${box} on ${id}`);
    }
    if (!old.boxes.some(({ subject }) => subject?.kind === 'container' && subject.id === victim.id)) {
      assert.deepEqual(now, old, `${victim.id} is not on ${id}`);
    }
  }
}

function opensPorts({ networks }: Snapshot, name: string): boolean {
  return networks.some(
    (one) => one.name === name && !one.internal && (one.driver === 'bridge' || one.driver === 'overlay'),
  );
}

function containerPlaces({ boxes }: Scene): ReadonlyMap<string, string> {
  return new Map(
    boxes.filter(({ kind }) => kind === 'container').map(({ id, x, y, w }) => [id, `${x},${y},${w}`]),
  );
}
