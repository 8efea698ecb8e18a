import assert from 'node:assert/strict';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImage } from '../../scripts/testbed/image.mjs';
import { startPlugin, type Plugin } from '../../scripts/testbed/plugin.mjs';
import type { Disposable } from '../../src/engine/state';
import type { EngineStore } from '../../src/engine/store';
import type { Topology } from '../../src/model';
import { driverRow, networksOf, sharingContainers, shownDrivers } from '../../src/views/drivers/driverRows';
import { storeOn, topologyWith } from './live';
import { startRecordingProxy, type RecordingProxy } from './recordingProxy';

/** A name that no other run uses at the same time: the machine has one folder for plugins. */
const PLUGIN = `portolan-drivers-${process.pid}`;

/** The drivers view as it is read: `Bridge: on this engine, 2 networks`. */
function rowsOf(topology: Topology): readonly string[] {
  return shownDrivers(topology).map((shown) => {
    const { label, description } = driverRow(shown, topology);
    return `${label}: ${description}`;
  });
}

function networkNames(topology: Topology, label: string): readonly string[] {
  const shown = shownDrivers(topology).find((one) => driverRow(one, topology).label === label);
  return shown ? networksOf(shown, topology).map(({ name }) => name) : [];
}

describe('the drivers of a real engine', function () {
  this.timeout(120_000);
  let engine: Engine;
  let plugin: Plugin;
  let proxy: RecordingProxy;
  let store: EngineStore;
  let watch: Disposable;

  before(async () => {
    engine = await startEngine();
    await loadImage(engine, 'web');
    plugin = await startPlugin(engine, PLUGIN);
    proxy = await startRecordingProxy(engine);
    store = storeOn(proxy.host);
    watch = store.watch();
  });

  after(async () => {
    watch.dispose();
    store.dispose();
    await proxy.close();
    await engine.stop();
    await plugin.stop();
  });

  it('are said with what the engine has of each', async () => {
    const topology = await topologyWith(store, ({ networks }) => networks.length === 3);
    assert.deepEqual(rowsOf(topology), [
      'Bridge: on this engine, 1 network',
      'Host: on this engine, 1 network',
      'None: on this engine, 1 network',
      'Container: a mode, no container in it',
      'Overlay: on this engine, no network (needs swarm mode)',
      'Macvlan: on this engine, no network',
      'IPvlan: on this engine, no network',
      'Configuration only: on this engine, no network',
      'Weave Net: not seen on this engine',
      'flannel: no driver: works below Docker',
      'Open vSwitch: not seen on this engine',
      'Calico: not seen on this engine',
      'Kuryr: not seen on this engine',
      'Third-party driver: no other driver seen on this engine',
    ]);
  });

  it('have their networks: a user’s bridge, and macvlan on a cable of its own', async () => {
    await engine.netns('ip', 'link', 'add', 'p0', 'type', 'veth', 'peer', 'name', 'p1');
    await engine.netns('ip', 'link', 'set', 'p0', 'up');
    await engine.netns('ip', 'link', 'set', 'p1', 'up');
    await engine.docker('network', 'create', 'front');
    await engine.docker(
      ...['network', 'create', '-d', 'macvlan', '-o', 'parent=p0', '--subnet', '10.99.0.0/24', 'lab'],
    );
    const topology = await topologyWith(store, ({ networks }) => networks.length === 5);
    assert.deepEqual(networkNames(topology, 'Bridge'), ['bridge', 'front']);
    assert.deepEqual(networkNames(topology, 'Macvlan'), ['lab']);
    assert.equal(topology.networks.find(({ name }) => name === 'lab')?.parent, 'p0');
  });

  it('have the modes host, none and container as their containers are', async () => {
    for (const mode of ['host', 'none']) {
      await engine.docker('run', '-d', '--name', `in-${mode}`, '--network', mode, 'web', 'sleep', '1000');
    }
    await engine.docker('run', '-d', '--name', 'owner', '--network', 'lab', 'web', 'sleep', '1000');
    await engine.docker(
      ...['run', '-d', '--name', 'guest', '--network', 'container:owner', 'web', 'sleep', '1000'],
    );
    const topology = await topologyWith(
      store,
      ({ containers }) => containers.filter(({ state }) => state === 'running').length === 4,
    );
    const container = shownDrivers(topology).find(({ driver }) => driver.id === 'container');
    assert.ok(container);
    assert.deepEqual(
      sharingContainers(container, topology).map(({ name }) => name),
      ['guest'],
    );
    assert.equal(driverRow(container, topology).description, 'a mode, 1 container in it');
    const on = (name: string) =>
      topology.networks
        .find((network) => network.name === name)
        ?.endpoints.map(({ containerId }) => topology.containerById.get(containerId)?.name);
    assert.deepEqual([on('host'), on('none'), on('lab')], [['in-host'], ['in-none'], ['owner']]);
  });

  it('show a plugin under its own name while it has a network, and no longer', async () => {
    await engine.docker('network', 'create', '-d', PLUGIN, '--subnet', '10.77.0.0/24', 'plugged');
    const topology = await topologyWith(store, ({ host }) => host.drivers.includes(PLUGIN));
    assert.ok(rowsOf(topology).includes(`${PLUGIN}: on this engine, 1 network`));
    assert.deepEqual(networkNames(topology, PLUGIN), ['plugged']);
    assert.ok(!rowsOf(topology).some((row) => row.startsWith('Third-party driver')));
    const before = proxy.asked.length;
    await engine.docker('network', 'create', '-d', PLUGIN, '--subnet', '10.78.0.0/24', 'plugged-2');
    await topologyWith(store, ({ networks }) => networks.some(({ name }) => name === 'plugged-2'));
    assert.deepEqual(proxy.asked.slice(before), [
      'GET /v1.41/networks',
      'GET /v1.41/containers/json?all=true',
    ]);
    await engine.docker('network', 'rm', 'plugged', 'plugged-2');
    const after = await topologyWith(store, ({ host }) => !host.drivers.includes(PLUGIN));
    assert.ok(rowsOf(after).includes('Third-party driver: no other driver seen on this engine'));
  });
});
