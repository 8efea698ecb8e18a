import assert from 'node:assert/strict';
import { layoutTopology, standInFor, type Box, type Scene } from '../../../src/diagram';
import { portFoldIdsOf } from '../../../src/diagram/portFolds';
import { buildTopology, type Topology } from '../../../src/model';
import { decodeSnapshot } from '../../../src/engine/decode';
import { checkCardsAreClear, checkGeometry, checkWires } from './geometry';
import { compose } from './composeWorld';
import { rich } from './fixtures';
import { manager } from './networkWorlds';

/** What stands together in the whole topology: compose projects, services of a swarm, ports. */

const titleOf = ({ lines }: Box): string | undefined => lines[0]?.text;

function inside({ boxes }: Scene, id: string): readonly (string | undefined)[] {
  return boxes.filter(({ parent }) => parent === id).map(titleOf);
}

describe('a compose project in the whole topology', () => {
  const scene = layoutTopology(compose);

  it('has a frame with its name around its networks and what joins them', () => {
    const frame = scene.boxes.find(({ id }) => id === 'project:shop');
    assert.deepEqual(
      frame?.lines.map(({ text }) => text),
      ['shop', 'compose project · 2 networks'],
    );
    assert.deepEqual(inside(scene, 'project:shop'), ['shop_back', 'shop-api-1', 'shop_front']);
    assert.deepEqual(inside(scene, 'project:ops'), ['ops_logs', 'ops_metrics']);
  });

  it('is named in the words of its network where it has one only', () => {
    const blog = scene.boxes.find((box) => box.kind === 'region' && titleOf(box) === 'blog_default');
    assert.equal(blog?.lines.at(-1)?.text, '172.21.1.0/24 · project blog');
    assert.equal(blog.parent, 'host');
  });

  it('keeps its containers together, by service, before those of no project', () => {
    assert.deepEqual(inside(scene, 'network:bridge'), ['blog-x', 'blog-y', 'alone', 'zeta']);
    assert.deepEqual(inside(scene, 'network:shop_front'), ['shop-web-1', 'shop-web-2', 'shop-web-1-cron']);
  });

  it('has its networks side by side where no container is on both', () => {
    const [logs, metrics] = ['ops_logs', 'ops_metrics'].map((name) =>
      scene.boxes.find((box) => box.kind === 'region' && titleOf(box) === name),
    );
    assert.ok(logs && metrics);
    assert.deepEqual([metrics.x, metrics.y], [logs.x + logs.w + 26, logs.y]);
  });

  it('is reached from below where others stand left of a card', () => {
    const ends = ['ops-prom-1', 'shop-web-1', 'shop-web-2'].map((name) => {
      const card = scene.boxes.find((box) => box.kind === 'container' && titleOf(box) === name);
      const [before, end] = scene.wires.find(({ to }) => to === card?.id)?.points.slice(-2) ?? [];
      assert.ok(card && before && end);
      return { atBottom: end.y === card.y + card.h, straightUp: before.x === end.x && before.y > end.y };
    });
    assert.deepEqual(
      ends,
      ends.map(() => ({ atBottom: true, straightUp: true })),
    );
  });

  it('is reached through the gap beside a card that has others below it', () => {
    const { boxes, wires } = layoutTopology(rich);
    const card = boxes.find((box) => box.kind === 'container' && titleOf(box) === 'fx-a2');
    const wire = wires.find(({ kind, to }) => kind === 'port' && to === card?.id);
    const [below, turn, end] = wire?.points.slice(-3) ?? [];
    assert.ok(card && below && turn && end);
    assert.deepEqual([turn.x, end.x, turn.y], [card.x - 6, card.x, end.y]);
    assert.ok(below.x === turn.x && below.y > card.y + card.h);
  });

  it('is drawn by the rules of every picture', () => {
    [checkGeometry, checkWires, checkCardsAreClear].forEach((check) => {
      check(scene);
    });
  });
});

describe('a swarm in the whole topology', () => {
  const scene = layoutTopology(manager);
  const network = (name: string): string =>
    `network:${manager.networks.find((one) => one.name === name)?.id}`;
  const services = scene.boxes.filter(({ kind }) => kind === 'service');

  it('shows each service on each of its networks, with its virtual address there', () => {
    assert.deepEqual(
      services.map(({ parent, lines }) => [parent, ...lines.map(({ text }) => text)]),
      [
        [network('ingress'), 'shop_api', 'VIP 10.0.0.4'],
        [network('shop_mesh'), 'shop_api', 'VIP 10.0.9.5'],
        [network('shop_mesh'), 'shop_jobs', 'no VIP, DNS'],
        [network('shop_mesh'), 'shop_web', 'VIP 10.0.9.2'],
      ],
    );
  });

  it('wires a port of the routing mesh from the edge to the service', () => {
    const row = scene.boxes.find(({ id }) => id.startsWith('mesh:'));
    assert.equal(row && titleOf(row), '*:8088 · routing mesh');
    assert.deepEqual(
      scene.wires.filter(({ from }) => from === row?.id).map(({ to }) => to),
      [services[0]?.id],
    );
  });

  it('starts each tunnel at its overlay and ends it at the other node', () => {
    const node = scene.boxes.find(({ kind }) => kind === 'node');
    assert.deepEqual(
      scene.wires.filter(({ kind }) => kind === 'tunnel').map(({ from, to }) => [from, to]),
      [
        [network('shop_mesh'), node?.id],
        [network('ingress'), node?.id],
      ],
    );
  });
});

describe('many ports at the host’s edge', () => {
  /** A container on one network for each port; those of a project are each other’s neighbours. */
  function host(
    amount: number,
    projectOf: (index: number) => string | undefined,
    networkProjectOf: (index: number) => string | undefined = () => undefined,
  ): Topology {
    const names = Array.from({ length: amount }, (_, index) => `c${String(index).padStart(4, '0')}`);
    const containers = names.map((name, index) => ({
      Id: name,
      Names: [`/${name}`],
      State: 'running',
      Labels: { 'com.docker.compose.project': projectOf(index) },
      HostConfig: { NetworkMode: name },
      NetworkSettings: {
        Networks: { [name]: { NetworkID: name, EndpointID: name, IPAddress: '10.0.0.2' } },
      },
      Ports: [{ IP: '0.0.0.0', PrivatePort: 80, PublicPort: 10_000 + index, Type: 'tcp' }],
    }));
    const networks = names.map((name, index) => ({
      Id: name,
      Name: name,
      Driver: 'bridge',
      Scope: 'local',
      Labels: { 'com.docker.compose.project': networkProjectOf(index) },
    }));
    return buildTopology(decodeSnapshot({ version: {}, info: {}, networks, containers }));
  }

  const rowsOf = ({ boxes }: Scene): readonly Box[] => boxes.filter(({ parent }) => parent === 'edge');

  it('fold by compose project, with a wire to each network of it', () => {
    const scene = layoutTopology(host(30, (index) => (index < 20 ? 'a/b' : 'c')));
    assert.deepEqual(
      rowsOf(scene).map(({ id, lines }) => [id, lines[0]?.text]),
      [
        ['fold:ports/project=a%2Fb', 'a/b: 20 ports'],
        ['fold:ports/project=c', 'c: 10 ports'],
      ],
    );
    const wires = scene.wires.filter(({ kind }) => kind === 'port');
    assert.deepEqual([wires.length, new Set(wires.map(({ to }) => to)).size], [30, 30]);
  });

  it('have one wire to the frame of a project with more than four networks', () => {
    const endsOf = (networks: number): readonly string[] => {
      const projectOf = (index: number): string => (index < networks ? 'many' : `p${index % 5}`);
      const { wires } = layoutTopology(host(30, projectOf, projectOf));
      return wires.filter(({ from }) => from === 'fold:ports/project=many').map(({ to }) => to);
    };
    assert.deepEqual(
      endsOf(4),
      ['c0000', 'c0001', 'c0002', 'c0003'].map((id) => `network:${id}`),
    );
    assert.deepEqual(endsOf(5), ['project:many']);
  });

  it('open page by page, and each is found in the fold that hides it', () => {
    const topology = host(150, () => undefined);
    const last = topology.ports.at(-1);
    assert.ok(last);
    const subject = { kind: 'port', id: last.id } as const;
    const seen: (string | undefined)[] = [];
    let unfolded: readonly string[] = [];
    for (;;) {
      const scene = layoutTopology(topology, { unfolded });
      const box = standInFor(topology, scene, subject);
      seen.push(box && titleOf(box));
      if (box?.subject?.kind !== 'fold') {
        break;
      }
      unfolded = [...unfolded, box.subject.id];
    }
    assert.deepEqual(seen, ['+127 more ports', '+32 more ports', '*:10149']);
    assert.deepEqual(unfolded, ['ports/rest', 'ports/rest=2']);
    assert.ok(unfolded.every((id) => portFoldIdsOf(topology, last).includes(id)));
  });
});
