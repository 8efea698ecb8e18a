import assert from 'node:assert/strict';
import sample from '../../../../media/sample/engine.json';
import { decodeSnapshot } from '../../../../src/engine/decode';
import { decodeNetworkDetails } from '../../../../src/engine/decodeDetails';
import type { Details } from '../../../../src/engine/details';
import { buildTopology, type Topology } from '../../../../src/model';
import { swarmChildren, type SwarmNode } from '../../../../src/views/swarm/swarmBranches';
import {
  nodeFacts,
  nodeRow,
  nodeTooltip,
  ownNodeRow,
  peerRow,
  sayUnknown,
  serviceFacts,
  serviceRow,
  serviceTooltip,
  swarmSectionRow,
} from '../../../../src/views/swarm/swarmRows';
import swarm from '../../../fixtures/info-swarm.json';
import { plain } from '../../fixture';

/** The sample engine: two nodes, and services of every kind. */
const shop = buildTopology(decodeSnapshot(sample));

function engineIn(Swarm: object, swarmProblem?: string): Topology {
  const info = { Name: 'node-2', ServerVersion: '20.10.24', Swarm };
  return buildTopology(decodeSnapshot({ version: {}, info, networks: [], containers: [], swarmProblem }));
}

function named<T extends { readonly name: string }>(items: readonly T[], name: string): T {
  const found = items.find((item) => item.name === name);
  assert.ok(found, name);
  return found;
}

function service(name: string) {
  return named(shop.services, name);
}

const mesh = named(shop.networks, 'mesh');
const [manager, worker] = shop.nodes;
assert.ok(manager && worker);

/** Inspects answer as the sample engine does. */
const details: Pick<Details, 'network'> = {
  network: ({ id }) =>
    Promise.resolve({
      ok: true,
      value: decodeNetworkDetails(sample.inspected.find((answer) => answer.Id === id)),
    }),
};

async function kindsUnder(node: SwarmNode | undefined, topology: Topology): Promise<readonly string[]> {
  return (await swarmChildren(node, topology, details)).map((row) =>
    row.kind === 'swarmSection' ? row.of : row.kind,
  );
}

describe('the rows of a swarm', () => {
  it('say a service’s mode, tasks, image and ports', () => {
    assert.deepEqual(
      shop.services.map((one) => `${one.name}: ${serviceRow(one).description}`),
      [
        'catalog: 2 of 2 running · replicated · shop/catalog:1.4 · 8088→80 ingress',
        'log-shipper: 1 of 1 running · global · fluent/fluent-bit:3.1 · 24224→24224/udp host',
        'reports: 0 of 1 running · replicated · shop/api:2.3',
      ],
    );
  });

  it('say a service’s address on a network, or that it has none there', () => {
    assert.match(serviceRow(service('catalog'), mesh.id).description, /^10\.0\.1\.6 · 2 of 2 running · /);
    assert.match(serviceRow(service('reports'), mesh.id).description, /^dnsrr · 0 of 1 running · /);
  });

  it('colour a service by its tasks', () => {
    const color = (running: number | undefined, desired: number | undefined) =>
      serviceRow({ ...service('catalog'), running, desired }).color;
    assert.equal(color(2, 2), 'testing.iconPassed');
    assert.equal(color(1, 2), 'testing.iconQueued');
    assert.equal(color(0, 2), 'testing.iconFailed');
    assert.equal(color(0, 0), 'testing.iconPassed');
    assert.equal(color(undefined, 2), 'foreground');
  });

  it('say of a job what it has completed, and that a finished one lacks nothing', () => {
    const job = (running: number, completed: number, total: number) => ({
      ...service('catalog'),
      mode: 'replicated-job',
      ...{ running, desired: 2, ports: [], job: { completed, total } },
    });
    const [finished, busy, between] = [job(0, 2, 2), job(1, 1, 3), job(0, 1, 3)];
    assert.equal(serviceRow(finished).description, '2 of 2 completed · replicated-job · shop/catalog:1.4');
    assert.match(serviceRow(busy).description, /^1 of 3 completed, 1 running · replicated-job · /);
    assert.deepEqual(
      [finished, busy, between].map((one) => serviceRow(one).color),
      ['testing.iconPassed', 'testing.iconQueued', 'testing.iconQueued'],
    );
    const section = (...services: readonly ReturnType<typeof job>[]) =>
      swarmSectionRow('services', { ...shop, services }).description;
    assert.equal(section(finished), '1 service');
    assert.equal(section(finished, busy), '2 services, 1 not complete');
  });

  it('say what is wanted where the engine does not count', () => {
    const uncounted = { ...service('catalog'), running: undefined };
    assert.match(serviceRow(uncounted).description, /^2 wanted · replicated · /);
    assert.match(serviceRow({ ...uncounted, desired: undefined }).description, /^replicated · shop\/catalog/);
  });

  it('say a node’s part, state, availability, address and engine', () => {
    assert.deepEqual(
      [nodeRow(manager, true), nodeRow(worker, false)].map(({ label, description }) => [label, description]),
      [
        ['docker-01', 'leader · ready · active · 10.1.0.4 · this engine · engine 20.10.24+dfsg1'],
        ['docker-02', 'worker · ready · pause · 10.1.0.5 · engine 20.10.24+dfsg1'],
      ],
    );
    assert.equal(
      nodeRow(worker, false).spoken,
      'node docker-02, worker, ready, pause, 10.1.0.5, engine 20.10.24+dfsg1',
    );
  });

  it('have an icon for each state of a node', () => {
    const icon = (state: string, availability: string) =>
      nodeRow({ ...worker, state, availability }, false).icon;
    assert.deepEqual(
      [icon('ready', 'active'), icon('ready', 'pause'), icon('ready', 'drain'), icon('down', 'active')],
      ['vm-active', 'debug-pause', 'vm-outline', 'circle-slash'],
    );
    assert.equal(icon('disconnected', 'active'), 'question');
  });

  it('name a peer by its node, where a manager knows it', () => {
    const peer = { name: '8fd2fe3e9e27', address: '10.1.0.5' };
    assert.deepEqual(
      [peerRow(peer, shop.nodes).label, peerRow(peer, shop.nodes).description],
      ['docker-02', 'worker · ready · 10.1.0.5'],
    );
    assert.deepEqual(
      [peerRow(peer, []).label, peerRow(peer, []).description],
      ['10.1.0.5', 'peer · 8fd2fe3e9e27'],
    );
  });

  it('tell everything about a service, its networks by name', () => {
    const facts = (name: string) =>
      serviceFacts(service(name), shop)
        .filter((one) => one.name !== 'id')
        .map((one) => [one.name, one.value, ...(one.remark === undefined ? [] : [one.remark])].join(' | '));
    assert.deepEqual(facts('catalog'), [
      'mode | replicated',
      'tasks | 2 of 2 running',
      'image | shop/catalog:1.4',
      'endpoint mode | vip',
      'virtual address | 10.0.0.4 | on ingress',
      'virtual address | 10.0.1.6 | on mesh',
      'published | 8088→80 ingress | on every node',
    ]);
    assert.deepEqual(
      facts('log-shipper').at(-1),
      'published | 24224→24224/udp host | on the nodes that run a task',
    );
    assert.ok(facts('reports').includes('network | mesh | no virtual address'));
    assert.match(
      serviceTooltip(service('catalog'), shop),
      /\| Virtual address \| `10\.0\.1\.6` \(on mesh\) \|/,
    );
  });

  it('tell everything about a node', () => {
    assert.deepEqual(
      nodeFacts(manager).map(({ name, value, remark }) => [name, value, remark]),
      [
        ['role', 'manager', 'leader'],
        ['state', 'ready', undefined],
        ['availability', 'active', 'takes tasks'],
        ['address', '10.1.0.4', undefined],
        ['engine', '20.10.24+dfsg1', undefined],
        ['id', manager.id, undefined],
      ],
    );
    assert.match(nodeTooltip(worker), /\| Availability \| `pause` \(takes no new tasks\) \|/);
  });
});

describe('the swarm view', () => {
  it('has nodes, services and overlay networks of a manager, with what is in them', async () => {
    assert.deepEqual(await kindsUnder(undefined, shop), ['nodes', 'services', 'networks']);
    const sections = ['nodes', 'services', 'networks'] as const;
    assert.deepEqual(
      sections.map((of) => swarmSectionRow(of, shop).description),
      ['2 nodes', '3 services, 1 not complete', '2 networks'],
    );
    assert.deepEqual(await kindsUnder({ kind: 'swarmSection', of: 'networks' }, shop), [
      'network',
      'network',
    ]);
    const peers = await swarmChildren({ kind: 'network', networkId: mesh.id }, shop, details);
    assert.deepEqual(
      peers.map((peer) => (peer.kind === 'peer' ? peerRow(peer, shop.nodes).label : peer.kind)),
      ['docker-01', 'docker-02'],
    );
  });

  it('has facts below services and nodes', async () => {
    const catalog = await kindsUnder({ kind: 'service', serviceId: service('catalog').id }, shop);
    assert.deepEqual([...new Set(catalog)], ['fact']);
    assert.equal((await kindsUnder({ kind: 'node', nodeId: worker.id }, shop)).length, 6);
    assert.deepEqual(await kindsUnder({ kind: 'node', nodeId: 'gone' }, shop), []);
  });

  it('has one row for two labels that read alike: VS Code refuses two rows of one id', async () => {
    const Labels = { a: 'b=c', 'a=b': 'c' };
    const topology = buildTopology(
      decodeSnapshot({
        version: {},
        info: { Swarm: swarm.manager },
        networks: [],
        containers: [],
        services: [{ ID: 's', Spec: { Name: 'web', Labels } }],
      }),
    );
    const rows = await swarmChildren({ kind: 'service', serviceId: 's' }, topology, details);
    const labels = rows.filter((row) => row.kind === 'fact' && row.name === 'label');
    assert.deepEqual(labels, [{ kind: 'fact', parent: '/service/s', name: 'label', value: 'a=b=c' }]);
  });

  it('says of a worker who it is, what it does not know, and whom to ask', async () => {
    const { host } = engineIn(swarm.worker);
    assert.deepEqual(await kindsUnder(undefined, engineIn(swarm.worker)), ['ownNode', 'note', 'networks']);
    assert.equal(ownNodeRow(host).label, 'node-2');
    assert.equal(ownNodeRow(host).description, 'worker · 192.0.2.2 · this engine · engine 20.10.24');
    assert.equal(
      sayUnknown(host),
      'A worker does not know the other nodes and the services; ask the manager at 192.0.2.1:2377',
    );
    const two = [{ Addr: '192.0.2.1:2377' }, { Addr: '192.0.2.3:2377' }];
    assert.match(
      sayUnknown(engineIn({ ...swarm.worker, RemoteManagers: two }).host) ?? '',
      /ask the managers at 192\.0\.2\.1:2377, 192\.0\.2\.3:2377$/,
    );
    assert.match(
      sayUnknown(engineIn({ ...swarm.worker, RemoteManagers: null }).host) ?? '',
      /ask a manager$/,
    );
  });

  it('says in the engine’s own words why a manager does not tell', () => {
    const words = 'rpc error: code = Unknown desc = The swarm does not have a leader.';
    const { host } = engineIn(swarm.manager, words);
    assert.equal(sayUnknown(host), `Nodes and services are not known: ${words}`);
    assert.match(ownNodeRow(host).description, /^manager · .*this engine/);
  });

  it('says that a swarm is locked, and that an engine is joining', () => {
    const locked = engineIn({ LocalNodeState: 'locked' }).host;
    assert.equal(sayUnknown(locked), 'The swarm is locked: docker swarm unlock opens it');
    assert.equal(ownNodeRow(locked).description, 'worker · locked · this engine · engine 20.10.24');
    assert.match(ownNodeRow(engineIn({ LocalNodeState: 'pending' }).host).description, /pending/);
  });

  it('has nothing to say of an engine in no swarm, and knows nothing missing of a manager', async () => {
    assert.deepEqual(await kindsUnder(undefined, engineIn({ LocalNodeState: 'inactive' })), []);
    assert.equal(sayUnknown(engineIn({}).host), undefined);
    assert.equal(sayUnknown(plain.host), undefined);
  });
});
