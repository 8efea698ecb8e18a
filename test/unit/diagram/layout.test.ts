import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  layoutNetwork,
  layoutTopology,
  renderSvg,
  type Box,
  type Point,
  type Scene,
} from '../../../src/diagram';
import type { Topology } from '../../../src/model';
import { networkNamed, rich, small } from './fixtures';
import { topologies } from './random';

const runs = { numRuns: 100 };

/** Every scene that a topology has. */
function scenes(topology: Topology): Scene[] {
  const unfolded = topology.networks.map(({ id }) => id);
  return [
    layoutTopology(topology),
    layoutTopology(topology, { unfolded, hideEmpty: true }),
    ...topology.networks.map(({ id }) => layoutNetwork(topology, id)),
  ];
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

function holds(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  );
}

function onBorder({ x, y, w, h }: Box, point: Point): boolean {
  const inside = point.x >= x && point.x <= x + w && point.y >= y && point.y <= y + h;
  return inside && (point.x === x || point.x === x + w || point.y === y || point.y === y + h);
}

function checkGeometry(scene: Scene): void {
  const byId = new Map(scene.boxes.map((box) => [box.id, box]));
  assert.equal(byId.size, scene.boxes.length, 'ids are unique');
  assert.equal(new Set(scene.wires.map(({ id }) => id)).size, scene.wires.length, 'wire ids are unique');
  for (const box of scene.boxes) {
    const parent = box.parent === undefined ? undefined : byId.get(box.parent);
    assert.equal(parent === undefined, box.parent === undefined, `${box.id} has its parent`);
    assert.ok(parent === undefined || holds(parent, box), `${box.id} is inside ${box.parent}`);
    assert.ok(
      box.x >= 0 && box.x + box.w <= scene.width && box.y + box.h <= scene.height,
      `${box.id} is in the scene`,
    );
  }
  scene.boxes.forEach((a, index) => {
    for (const b of scene.boxes.slice(index + 1)) {
      assert.ok(a.parent !== b.parent || !overlaps(a, b), `${a.id} and ${b.id} overlap`);
    }
  });
}

function checkWires(scene: Scene): void {
  const byId = new Map(scene.boxes.map((box) => [box.id, box]));
  for (const { id, from, to, points } of scene.wires) {
    const [start, end] = [byId.get(from), byId.get(to)];
    assert.ok(start && end, `${id} has both ends`);
    assert.ok(points[0] && onBorder(start, points[0]), `${id} starts at ${from}`);
    assert.ok(points.at(-1) && onBorder(end, points.at(-1) ?? { x: 0, y: 0 }), `${id} ends at ${to}`);
    points.slice(1).forEach((point, index) => {
      const before = points[index];
      assert.ok(before?.x === point.x || before?.y === point.y, `${id} is orthogonal`);
    });
  }
}

function checkCardsAreClear(scene: Scene): void {
  const cards = scene.boxes.filter(({ kind }) => kind === 'container' || kind === 'fold');
  for (const { id, from, to, points } of scene.wires) {
    for (const card of cards.filter((box) => box.id !== from && box.id !== to)) {
      points.slice(1).forEach((point, index) => {
        const before = points[index] ?? point;
        const segment = {
          x: Math.min(before.x, point.x),
          y: Math.min(before.y, point.y),
          w: Math.abs(before.x - point.x),
          h: Math.abs(before.y - point.y),
        };
        const crosses =
          segment.x < card.x + card.w &&
          card.x < segment.x + segment.w + 0.01 &&
          segment.y < card.y + card.h &&
          card.y < segment.y + segment.h + 0.01;
        const touches =
          segment.x >= card.x + card.w ||
          segment.x + segment.w <= card.x ||
          segment.y >= card.y + card.h ||
          segment.y + segment.h <= card.y;
        assert.ok(!crosses || touches, `${id} runs through ${card.id}`);
      });
    }
  }
}

describe('layout of any topology', function () {
  // Many drawings; a busy machine may take its time.
  this.timeout(60_000);

  it('overlaps no siblings and keeps children inside their parents', () => {
    fc.assert(
      fc.property(topologies, (topology) => scenes(topology).forEach(checkGeometry)),
      runs,
    );
  });

  it('ends every wire at its boxes, in right angles', () => {
    fc.assert(
      fc.property(topologies, (topology) => scenes(topology).forEach(checkWires)),
      runs,
    );
  });

  it('leads no wire of the topology through a card', () => {
    fc.assert(
      fc.property(topologies, (topology) => scenes(topology).slice(0, 2).forEach(checkCardsAreClear)),
      runs,
    );
  });

  it('shows every container and every attachment exactly once', () => {
    fc.assert(fc.property(topologies, checkAttachments), runs);
  });

  it('draws the same picture for the same input', () => {
    fc.assert(
      fc.property(topologies, (topology) =>
        assert.deepEqual(scenes(topology), scenes(structuredClone(topology))),
      ),
      { numRuns: 40 },
    );
  });

  it('keeps all names inside the markup', () => {
    fc.assert(
      fc.property(topologies, (topology) => {
        const svg = renderSvg(layoutTopology(topology));
        const strange = [...svg.matchAll(/<([a-z]+)/g)].filter(([, tag]) => !drawnTags.includes(tag ?? ''));
        assert.deepEqual(strange, []);
      }),
      { numRuns: 40 },
    );
  });
});

const drawnTags = ['svg', 'style', 'rect', 'g', 'title', 'text', 'tspan', 'path', 'circle'];

/** A card stands inside its one network, or has one wire to each; those on the host stand in the host's interfaces. */
function checkAttachments(topology: Topology): void {
  const scene = layoutTopology(topology, {
    unfolded: [...topology.networks.map(({ id }) => id), 'unattached', 'host'],
  });
  const byId = new Map(scene.boxes.map((box) => [box.id, box]));
  for (const container of topology.containers) {
    const card = byId.get(`container:${container.id}`);
    assert.ok(card, `${container.id} is drawn`);
    const networks = container.endpoints.map(({ networkId }) => networkId);
    const wires = scene.wires
      .filter(({ kind, to }) => kind === 'attachment' && to === card.id)
      .map(({ from }) => from);
    const host = networks.some((id) => topology.networkById.get(id)?.driver === 'host');
    if (networks.length === 1 && !host) {
      assert.equal(card.parent, `network:${networks[0]}`);
    }
    if (networks.length > 1 && !host) {
      assert.deepEqual(wires.sort(), networks.map((id) => `network:${id}`).sort());
    }
  }
}

describe('layout of one network', () => {
  const layout = (name: string): Scene => layoutNetwork(rich, networkNamed(rich, name).id);
  const kinds = (scene: Scene): Set<string> => new Set(scene.wires.map(({ kind }) => kind));
  const texts = (scene: Scene): string[] =>
    scene.boxes.flatMap(({ lines }) => lines.map(({ whole, text }) => whole ?? text));

  it('wires a published port through its DNAT rule to the bridge', () => {
    const port = rich.ports.find(({ hostPort }) => hostPort === 8080)?.id ?? '';
    const wires = layout('bridge').wires.filter(({ kind }) => kind === 'port');
    assert.deepEqual(
      wires.map(({ from, to }) => [from, to]),
      [
        [`port:${port}`, `nat:${port}`],
        [`nat:${port}`, 'stage:bridge'],
      ],
    );
  });

  it('shows all columns at four fifths of their size in 900 pixels', () => {
    const { width } = layout('bridge');
    assert.ok(width * 0.8 <= 900, `${width} pixels`);
  });

  it('cuts no heading, image or rule of usual length', () => {
    const cut = ['bridge', 'fx-v6', 'ov', 'mv', 'fx-rng']
      .flatMap((name) => layout(name).boxes)
      .flatMap(({ lines }) => lines.filter(({ whole }) => whole !== undefined).map(({ text }) => text));
    assert.deepEqual(cut, []);
  });

  it('shows an image name that has room', () => {
    const containers = rich.containers.map((container) => ({ ...container, image: 'nginx:1.27' }));
    const topology = { ...rich, containerById: new Map(containers.map((one) => [one.id, one])) };
    const scene = layoutNetwork(topology, networkNamed(rich, 'bridge').id);
    const cards = scene.boxes.filter(({ kind }) => kind === 'container');
    assert.equal(cards.length, 6);
    assert.ok(cards.every(({ lines }) => lines.some(({ text }) => text === 'nginx:1.27')));
  });

  it('puts a MAC below an address that leaves no room for it', () => {
    const network = networkNamed(rich, 'bridge');
    const [first, ...others] = network.endpoints.filter(({ attached }) => attached);
    assert.ok(first);
    const long = { ...first, ipv4: '172.217.255.254', mac: '02:42:ac:11:00:04' };
    const changed = { ...network, endpoints: [long, ...others] };
    const scene = layoutNetwork(
      { ...rich, networkById: new Map([...rich.networkById, [network.id, changed]]) },
      network.id,
    );
    const card = scene.boxes.find(({ id }) => id === `container:${first.containerId}@${network.id}`);
    const heights = ['eth0 172.217.255.254/16', '02:42:ac:11:00:04'].map(
      (words) => card?.lines.find(({ text }) => text === words)?.y,
    );
    assert.deepEqual(heights, [40, 57]);
  });

  it('heads no column in which nothing stands', () => {
    const captions = (name: string): string[] => layout(name).captions.map(({ text }) => text);
    assert.ok(!captions('ingress').includes('VETH'));
    assert.ok(!captions('fx-mvint').includes('CLIENTS'));
    assert.ok(captions('mv').includes('CONTAINERS'));
  });

  it('ends an internal network at its bridge', () => {
    assert.deepEqual(kinds(layout('fx-int')), new Set(['attachment', 'request']));
    assert.ok(!layout('fx-int').boxes.some(({ id }) => id === 'client:lan' || id.startsWith('nat:')));
  });

  it('draws no masquerade where it is off', () => {
    assert.equal(kinds(layout('fx-nomasq')).has('masquerade'), false);
    assert.equal(kinds(layout('fx-noicc')).has('masquerade'), true);
  });

  it('stands macvlan on its parent, with the broken line to the host', () => {
    const scene = layout('mv');
    assert.deepEqual(kinds(scene), new Set(['parent', 'request', 'blocked', 'attachment']));
    assert.ok(texts(scene).includes('mvp0'));
    assert.ok(texts(scene).includes('host ✕ container'));
  });

  it('puts host-mode containers inside the host and wires no NAT', () => {
    const scene = layout('host');
    const cards = scene.boxes.filter(({ kind }) => kind === 'container');
    assert.deepEqual(
      cards.map(({ parent }) => parent),
      ['stage:host', 'stage:host', 'stage:host'],
    );
    assert.deepEqual(kinds(scene), new Set(['request']));
  });

  it('gives containers without a network no wire', () => {
    assert.deepEqual(layout('none').wires, []);
  });

  it('leads the published port of an overlay container over docker_gwbridge', () => {
    const wire = layout('ov').wires.find(({ kind }) => kind === 'port');
    assert.equal(wire?.to, 'stage:gateway');
  });

  it('hangs a container that shares a sandbox on its owner', () => {
    const shared = layoutNetwork(small, networkNamed(small, 'mybridge').id).wires.filter(
      ({ kind }) => kind === 'shared',
    );
    assert.deepEqual(
      shared.map(({ label }) => label),
      ['c1 runs in the network namespace of u1'],
    );
  });

  it('says so where a network is empty or gone', () => {
    assert.ok(texts(layout('fx-rng')).includes('No container is on this network.'));
    assert.deepEqual(texts(layoutNetwork(rich, 'nowhere')), ['This network is gone.']);
  });

  it('keeps a veth pair derived', () => {
    const veths = layout('fx-brb').boxes.filter(({ id }) => id.startsWith('veth:'));
    assert.deepEqual(
      veths.map(({ derived }) => derived),
      [true, true],
    );
  });
});

describe('layout of the topology', () => {
  it('moves nothing when a container stops', () => {
    const stopped = structuredClone(small);
    const target = stopped.containers.find(({ name }) => name === 'h1');
    assert.ok(target);
    Object.assign(target, { state: 'exited' });
    const places = ({ boxes }: Scene): unknown[] => boxes.map(({ id, x, y, w, h }) => [id, x, y, w, h]);
    assert.deepEqual(places(layoutTopology(stopped)), places(layoutTopology(small)));
  });

  it('hides empty networks on request', () => {
    const regions = layoutTopology(rich, { hideEmpty: true }).boxes.filter(({ kind }) => kind === 'region');
    assert.equal(
      regions.some(({ lines }) => lines[0]?.text === 'fx-rng'),
      false,
    );
    assert.equal(
      regions.some(({ lines }) => lines[0]?.text === 'fx-brb'),
      true,
    );
  });

  it('folds a region from thirteen containers on, and unfolds it', () => {
    const many = structuredClone(small);
    const network = networkNamed(many, 'mybridge');
    const template = many.containers.find(({ name }) => name === 'u1');
    assert.ok(template);
    const more = Array.from({ length: 40 }, (_, index) => ({
      ...template,
      id: `x${index}`,
      name: `x${index}`,
      sharedBy: [],
    }));
    const topology = { ...many, containers: [...many.containers, ...more] };
    const fold = layoutTopology(topology).boxes.find(({ kind }) => kind === 'fold');
    assert.equal(fold?.lines[0]?.text, '+31 more');
    assert.deepEqual(fold.subject, { kind: 'fold', id: network.id });
    const open = layoutTopology(topology, { unfolded: [network.id] });
    assert.equal(
      open.boxes.some(({ kind }) => kind === 'fold'),
      false,
    );
  });
});
