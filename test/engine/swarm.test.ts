import assert from 'node:assert/strict';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImage } from '../../scripts/testbed/image.mjs';
import { startTwoNodes, type TwoNodes } from '../../scripts/testbed/twoNodes.mjs';
import { decodeNetworkDetails } from '../../src/engine/decodeDetails';
import type { Disposable } from '../../src/engine/state';
import type { EngineStore } from '../../src/engine/store';
import type { ServiceRecord, Topology } from '../../src/model';
import {
  nodeRow,
  ownNodeRow,
  peerRow,
  sayUnknown,
  serviceFacts,
  serviceRow,
} from '../../src/views/swarm/swarmRows';
import { storeOn, topologyWith } from './live';
import { startRecordingProxy, type RecordingProxy } from './recordingProxy';

const REFRESH = ['GET /v1.41/networks', 'GET /v1.41/containers/json?all=true'];

function serviceNamed({ services }: Topology, name: string): ServiceRecord {
  const found = services.find((service) => service.name === name);
  assert.ok(found, `no service ${name}`);
  return found;
}

/** Enough of a service's row to tell it. */
function describeService(topology: Topology, name: string): string {
  return serviceRow(serviceNamed(topology, name)).description;
}

function nodeDescriptions({ nodes, host }: Topology): readonly string[] {
  return nodes.map((node) => {
    const { label, description } = nodeRow(node, node.id === host.swarm?.nodeId);
    return `${label}: ${description}`;
  });
}

describe('a swarm of two nodes', function () {
  this.timeout(180_000);
  let nodes: TwoNodes;
  let proxy: RecordingProxy;
  let store: EngineStore;
  let watch: Disposable;

  before(async () => {
    nodes = await startTwoNodes();
    await Promise.all([loadImage(nodes.manager, 'web'), loadImage(nodes.worker, 'web')]);
    proxy = await startRecordingProxy(nodes.manager);
    store = storeOn(proxy.host);
    watch = store.watch();
  });

  after(async () => {
    watch.dispose();
    store.dispose();
    await proxy.close();
    await nodes.stop();
  });

  it('is known to its manager: nodes with role, state, availability and address', async () => {
    const topology = await topologyWith(
      store,
      (seen) => seen.nodes.length === 2 && seen.nodes.every(({ state }) => state === 'ready'),
    );
    const version = topology.host.engineVersion ?? '';
    assert.deepEqual(nodeDescriptions(topology), [
      `node-1: leader · ready · active · 192.0.2.1 · this engine · engine ${version}`,
      `node-2: worker · ready · active · 192.0.2.2 · engine ${version}`,
    ]);
    assert.equal(sayUnknown(topology.host), undefined);
  });

  it('shows a service on an overlay, its tasks as they come, its address and its host port', async () => {
    await nodes.manager.docker('network', 'create', '-d', 'overlay', '--attachable', 'mesh');
    await nodes.manager.docker(
      ...['service', 'create', '-d', '--no-resolve-image', '--name', 'web', '--replicas', '2'],
      ...['--network', 'mesh', '--publish', 'mode=host,published=8125,target=80', 'web'],
    );
    const topology = await topologyWith(store, (seen) => seen.services[0]?.running === 2, 30_000);
    assert.equal(describeService(topology, 'web'), '2 of 2 running · replicated · web:latest · 8125→80 host');
    const mesh = topology.networks.find(({ name }) => name === 'mesh');
    const service = serviceNamed(topology, 'web');
    assert.deepEqual(service.networkIds, [mesh?.id]);
    assert.match(serviceRow(service, mesh?.id).description, /^10\.0\.1\.\d+ · 2 of 2 running/);
    const address = serviceFacts(service, topology).find(({ name }) => name === 'virtual address');
    assert.deepEqual([address?.value, address?.remark], [service.addresses[0]?.ipv4, 'on mesh']);
  });

  it('names the nodes that the overlay spans', async () => {
    const { networks, nodes: known } = await topologyWith(store, () => true);
    const mesh = networks.find(({ name }) => name === 'mesh')?.id ?? '';
    const answer = await store.ask((calls, signal) => calls.inspectNetwork(mesh, signal));
    assert.ok(answer.ok);
    const rows = decodeNetworkDetails(answer.value).peers.map((peer) => peerRow(peer, known));
    assert.deepEqual(rows.map(({ label, description }) => `${label}: ${description}`).sort(), [
      'node-1: manager · ready · 192.0.2.1',
      'node-2: worker · ready · 192.0.2.2',
    ]);
  });

  it('shows a port of the routing mesh', async () => {
    await nodes.manager.docker(
      ...['service', 'create', '-d', '--no-resolve-image', '--name', 'front'],
      ...['--publish', '8088:80', 'web'],
    );
    const topology = await topologyWith(
      store,
      (seen) => seen.services.some(({ name, running }) => name === 'front' && running === 1),
      30_000,
    );
    assert.equal(
      describeService(topology, 'front'),
      '1 of 1 running · replicated · web:latest · 8088→80 ingress',
    );
  });

  it('refreshes with two list calls where nothing of the swarm changed', async () => {
    await topologyWith(store, (seen) => seen.services.every(({ running, desired }) => running === desired));
    const before = proxy.asked.length;
    await nodes.manager.docker('network', 'create', 'counted');
    await topologyWith(store, ({ networks }) => networks.some(({ name }) => name === 'counted'));
    // docker_gwbridge, once: a port is published from an overlay.
    assert.deepEqual(
      proxy.asked.slice(before).filter((call) => !call.endsWith('/networks/docker_gwbridge')),
      REFRESH,
    );
  });

  it('sees that a node is drained', async () => {
    const before = proxy.asked.length;
    await nodes.manager.docker('node', 'update', '--availability', 'drain', 'node-2');
    const topology = await topologyWith(store, (seen) => seen.nodes[1]?.availability === 'drain');
    assert.match(nodeDescriptions(topology)[1] ?? '', /^node-2: worker · ready · drain · /);
    assert.ok(proxy.asked.slice(before).includes('GET /v1.41/nodes'));
  });

  it('is not known to a worker, which says whom to ask', async () => {
    const worker = storeOn(nodes.worker.host);
    const lease = worker.watch();
    try {
      const topology = await topologyWith(worker, () => true);
      assert.deepEqual([topology.nodes, topology.services], [[], []]);
      assert.equal(
        ownNodeRow(topology.host).description,
        `worker · 192.0.2.2 · this engine · engine ${topology.host.engineVersion ?? ''}`,
      );
      assert.equal(
        sayUnknown(topology.host),
        'A worker does not know the other nodes and the services; ask the manager at 192.0.2.1:2377',
      );
    } finally {
      lease.dispose();
      worker.dispose();
    }
  });

  it('sees that services are removed', async () => {
    await nodes.manager.docker('service', 'rm', 'web', 'front');
    await topologyWith(store, ({ services }) => services.length === 0);
  });
});

describe('an engine that joins and leaves a swarm', function () {
  this.timeout(120_000);
  let engine: Engine;
  let proxy: RecordingProxy;
  let store: EngineStore;
  let watch: Disposable;

  before(async () => {
    engine = await startEngine({ args: ['--default-address-pool', 'base=10.10.0.0/16,size=24'] });
    proxy = await startRecordingProxy(engine);
    store = storeOn(proxy.host);
    watch = store.watch();
  });

  after(async () => {
    watch.dispose();
    store.dispose();
    await proxy.close();
    await engine.stop();
  });

  it('is in none at first, and asks no swarm', async () => {
    const topology = await topologyWith(store, () => true);
    assert.equal(topology.host.swarm, undefined);
    assert.deepEqual(topology.host.addressPools, [{ base: '10.10.0.0/16', size: 24 }]);
    assert.deepEqual(
      proxy.asked.filter((call) => /services|nodes/.test(call)),
      [],
    );
  });

  it('is seen as a manager after `swarm init`, with its node and the ingress network', async () => {
    await engine.docker('swarm', 'init', '--advertise-addr', '127.0.0.1');
    const topology = await topologyWith(
      store,
      ({ host, nodes, networks }) =>
        host.swarm?.manager === true &&
        nodes[0]?.hostname === 'docker-01' &&
        networks.some(({ ingress }) => ingress),
    );
    assert.deepEqual(
      topology.nodes.map(({ hostname, leader, state }) => [hostname, leader, state]),
      [['docker-01', true, 'ready']],
    );
  });

  it('is seen outside again after `swarm leave --force`, which sends no event', async () => {
    await engine.docker('swarm', 'leave', '--force');
    const topology = await topologyWith(
      store,
      ({ host, networks }) => host.swarm === undefined && !networks.some(({ ingress }) => ingress),
      45_000,
    );
    assert.deepEqual([topology.nodes, topology.services], [[], []]);
  });
});
