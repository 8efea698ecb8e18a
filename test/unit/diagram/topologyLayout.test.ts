import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { layoutTopology, renderSvg, type LayoutOptions, type Scene } from '../../../src/diagram';
import type { Topology } from '../../../src/model';
import { networkNamed, rich, small } from './fixtures';
import { allFolds, checkCardsAreClear, checkGeometry, checkWires, topologyScenes } from './geometry';
import { topologies } from './random';
import { runs } from './sights';

describe('layout of any topology', function () {
  // Many drawings; a busy machine may take its time.
  this.timeout(60_000);

  it('overlaps no siblings and keeps children inside their parents', () => {
    fc.assert(
      fc.property(topologies, (topology) => topologyScenes(topology).forEach(checkGeometry)),
      runs(10),
    );
  });

  it('ends every wire at its boxes, in right angles', () => {
    fc.assert(
      fc.property(topologies, (topology) => topologyScenes(topology).forEach(checkWires)),
      runs(10),
    );
  });

  it('leads no wire of the topology through a card', () => {
    fc.assert(
      fc.property(topologies, (topology) => topologyScenes(topology).forEach(checkCardsAreClear)),
      runs(10),
    );
  });

  it('shows every container and every attachment exactly once', () => {
    fc.assert(fc.property(topologies, checkAttachments), runs(10));
  });

  it('draws the same picture for the same input', () => {
    fc.assert(
      fc.property(topologies, (topology) =>
        assert.deepEqual(topologyScenes(topology), topologyScenes(structuredClone(topology))),
      ),
      runs(5),
    );
  });

  it('keeps all names inside the markup', () => {
    fc.assert(
      fc.property(topologies, (topology) => {
        const svg = renderSvg(layoutTopology(topology));
        const strange = [...svg.matchAll(/<([a-z]+)/g)].filter(([, tag]) => !drawnTags.includes(tag ?? ''));
        assert.deepEqual(strange, []);
      }),
      runs(5),
    );
  });
});

const drawnTags = ['svg', 'desc', 'style', 'rect', 'g', 'title', 'text', 'tspan', 'path', 'circle'];

/** A card stands inside its one network, or has one wire to each; those on the host stand in the host's interfaces. */
function checkAttachments(topology: Topology): void {
  const scene = layoutTopology(topology, {
    unfolded: allFolds(topology),
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
      let place = card.parent;
      while (place?.startsWith('group:')) {
        place = byId.get(place)?.parent;
      }
      assert.equal(place, `network:${networks[0]}`);
    }
    if (networks.length > 1 && !host) {
      assert.deepEqual(wires.sort(), networks.map((id) => `network:${id}`).sort());
    }
  }
}

describe('layout of the topology', () => {
  it('moves nothing when a container stops', () => {
    const stopped = structuredClone(small);
    const target = stopped.containers.find(({ name }) => name === 'h1');
    assert.ok(target);
    Object.assign(target, { state: 'exited' });
    const places = ({ boxes }: Scene): unknown[] => boxes.map(({ id, x, y, w, h }) => [id, x, y, w, h]);
    assert.deepEqual(places(layoutTopology(stopped)), places(layoutTopology(small)));
  });

  it('has an address in its network’s colour only while the container is on it, and its wire faded', () => {
    const { boxes, wires } = layoutTopology(rich);
    const box = boxes.find(({ lines }) => lines.some(({ text }) => text === 'fx-a1'));
    assert.deepEqual(
      box?.lines.filter(({ font }) => font === 'monoSmall').map(({ text, tone }) => `${text} ${tone}`),
      ['not attached muted', 'bridge muted', '10.88.1.2 bridge', 'fx-bra muted'],
    );
    const own = wires.filter(({ kind, to }) => kind === 'attachment' && to === box.id);
    assert.deepEqual(
      own.map(({ label, faded }) => `${label} ${faded}`),
      ['fx-a1 on bridge true', 'fx-a1 on fx-bra false'],
    );
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
    assert.deepEqual(fold.subject, { kind: 'fold', id: `${network.id}/rest` });
    assert.equal(fold.expanded, false);
    const open = layoutTopology(topology, { unfolded: [`${network.id}/rest`] }).boxes;
    assert.equal(
      open.some(({ kind }) => kind === 'fold'),
      false,
    );
    const group = open.find(({ kind }) => kind === 'group');
    assert.deepEqual(
      [group?.id, group?.lines[0]?.text, group?.expanded, group?.subject],
      [`group:${network.id}/rest`, '31 more containers', true, fold.subject],
    );
    assert.equal(open.filter(({ parent }) => parent === group?.id).length, 31);
  });

  it('hides stopped containers, and says how many', () => {
    const exited = small.containers.filter(({ state }) => state !== 'running').length;
    assert.ok(exited === 0);
    const stopped = structuredClone(small);
    const target = stopped.containers.find(({ name }) => name === 'my-nginx');
    assert.ok(target);
    Object.assign(target, { state: 'exited' });
    const { boxes } = layoutTopology(stopped, { hideStopped: true });
    assert.equal(
      boxes.some(({ id }) => id === `container:${target.id}`),
      false,
    );
    const region = boxes.find(({ id }) => id === `network:${networkNamed(small, 'bridge').id}`);
    assert.match(region?.lines.at(-1)?.whole ?? region?.lines.at(-1)?.text ?? '', /1 stopped, hidden/);
  });

  it('hides a network that only hidden containers are on', () => {
    const stopped = structuredClone(small);
    const { id } = networkNamed(stopped, 'mybridge');
    stopped.containers.forEach((container) => Object.assign(container, { state: 'exited' }));
    const shows = (options: LayoutOptions): boolean =>
      layoutTopology(stopped, options).boxes.some((box) => box.id === `network:${id}`);
    assert.deepEqual(
      [{ hideEmpty: true }, { hideStopped: true }, { hideEmpty: true, hideStopped: true }].map(shows),
      [true, true, false],
    );
  });

  it('folds the ports of a network into one row with one wire, and opens them', () => {
    const template = rich.ports.find(({ target }) => target !== undefined);
    assert.ok(template?.target);
    const { networkId } = template.target;
    const more = Array.from({ length: 37 }, (_, index) => ({
      ...template,
      id: `more${index}`,
      hostPort: 20_000 + index,
    }));
    const topology = { ...rich, ports: [template, ...more] };
    const folded = layoutTopology(topology);
    const id = `ports/${networkId}`;
    const row = folded.boxes.find((box) => box.id === `fold:${id}`);
    assert.equal(row?.lines[0]?.text, `${topology.networkById.get(networkId)?.name}: 38 ports`);
    assert.equal(row.expanded, false);
    assert.deepEqual(
      folded.wires.filter(({ kind }) => kind === 'port').map(({ from, to }) => [from, to]),
      [[`fold:${id}`, `network:${networkId}`]],
    );
    const open = layoutTopology(topology, { unfolded: [id] });
    assert.equal(open.boxes.find((box) => box.id === `group:${id}`)?.expanded, true);
    assert.equal(open.wires.filter(({ kind }) => kind === 'port').length, 38);
  });

  it('keeps the edge short where ports are on many networks', () => {
    const [template] = rich.ports;
    assert.ok(template);
    const ports = Array.from({ length: 2000 }, (_, index) => ({
      ...template,
      id: `p${index}`,
      hostPort: 10_000 + index,
      target: { networkId: `n${index % 500}`, ipv4: undefined },
    }));
    const rows = layoutTopology({ ...rich, ports }).boxes.filter(({ id }) => id.startsWith('fold:ports/'));
    assert.equal(rows.length, 24);
    assert.equal(rows.find(({ id }) => id === 'fold:ports/rest')?.lines[0]?.text, '+1908 more ports');
  });

  describe('in a swarm', () => {
    const peers = [
      { name: 'here', address: '10.1.0.4' },
      { name: 'there', address: '10.1.0.5' },
    ];
    const networks = rich.networks.map((network) =>
      network.name === 'ov' ? { ...network, peers } : network,
    );
    const swarm = {
      state: 'active',
      nodeAddress: '10.1.0.4',
      manager: false,
      nodeId: 'n1',
      managerAddresses: [],
      addressPools: [],
      problem: undefined,
    };
    const worker = {
      ...rich,
      networks,
      networkById: new Map(networks.map((network) => [network.id, network])),
      host: { ...rich.host, swarm },
      nodes: [],
    };
    const node = {
      id: 'n2',
      hostname: 'docker-02',
      role: 'worker' as const,
      leader: false,
      availability: 'drain',
      state: 'ready',
      address: '10.1.0.5',
      engineVersion: undefined,
    };
    const nodes = [{ ...node, id: 'n1', hostname: 'docker-01', address: '10.1.0.4' }, node];
    const framesOf = ({ boxes }: Scene): unknown[] =>
      boxes
        .filter(({ kind }) => kind === 'node')
        .map(({ id, lines }) => [id, ...lines.map(({ text }) => text)]);

    it('shows a worker the peers that an overlay names, and wires it to them', () => {
      const scene = layoutTopology(worker);
      assert.deepEqual(framesOf(scene), [['node:10.1.0.5', 'there', 'peer', '10.1.0.5']]);
      assert.deepEqual(
        scene.wires.filter(({ kind }) => kind === 'tunnel').map(({ from, to }) => [from, to]),
        [[`network:${networkNamed(worker, 'ov').id}`, 'node:10.1.0.5']],
      );
      checkGeometry(scene);
      checkWires(scene);
    });

    it('shows a manager the other nodes, with role, state and address', () => {
      const scene = layoutTopology({ ...worker, nodes });
      assert.deepEqual(framesOf(scene), [['node:n2', 'docker-02', 'worker · ready · drain', '10.1.0.5']]);
    });

    it('draws no tunnel where no peers are told', () => {
      const untold = rich.networks.map((network) => ({ ...network, peers: [] }));
      const scene = layoutTopology({ ...rich, networks: untold, host: worker.host, nodes });
      assert.equal(framesOf(scene).length, 1);
      assert.equal(
        scene.wires.some(({ kind }) => kind === 'tunnel'),
        false,
      );
    });
  });
});
