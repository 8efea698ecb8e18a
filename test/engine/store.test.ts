import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImage } from '../../scripts/testbed/image.mjs';
import type { EngineStore } from '../../src/engine/store';
import type { Disposable } from '../../src/engine/state';
import { stateWith, storeOn, topologyWith } from './live';
import { startRecordingProxy, type RecordingProxy } from './recordingProxy';

describe('the store on a real engine', function () {
  this.timeout(120_000);
  let engine: Engine;
  let proxy: RecordingProxy;
  let store: EngineStore;
  let watch: Disposable;

  before(async () => {
    engine = await startEngine();
    await loadImage(engine, 'web');
    proxy = await startRecordingProxy(engine);
  });

  after(async () => {
    await proxy.close();
    await engine.stop();
  });

  beforeEach(() => {
    store = storeOn(proxy.host);
    watch = store.watch();
  });

  afterEach(() => {
    watch.dispose();
    store.dispose();
  });

  it('sees a network and a container that the CLI makes, with address and published port', async () => {
    await topologyWith(store, ({ networks }) => networks.length === 3);
    await engine.docker('network', 'create', '--subnet', '172.28.0.0/16', 'shop_front');
    const created = await topologyWith(store, ({ networks }) =>
      networks.some(({ name }) => name === 'shop_front'),
    );
    const network = created.networks.find(({ name }) => name === 'shop_front');
    assert.deepEqual(
      network?.subnets.map(({ cidr, gateway }) => [cidr, gateway]),
      [['172.28.0.0/16', '172.28.0.1']],
    );
    await engine.docker('run', '-d', '--name', 'web', '--network', 'shop_front', '-p', '8080:80', 'web');
    const { containers } = await topologyWith(store, ({ ports }) => ports.length === 1);
    const web = containers.find(({ name }) => name === 'web');
    assert.equal(web?.state, 'running');
    assert.equal(web.endpoints[0]?.ipv4, '172.28.0.2');
    assert.deepEqual(
      web.published.map(({ hostIps, hostPort, containerPort }) => [hostIps, hostPort, containerPort]),
      [[['0.0.0.0', '::'], 8080, 80]],
    );
    await engine.docker('rm', '-f', 'web');
    await engine.docker('network', 'rm', 'shop_front');
    await topologyWith(store, ({ networks, containers: left }) => networks.length === 3 && left.length === 0);
  });

  it('refreshes with two list calls and nothing else', async () => {
    await topologyWith(store, () => true);
    const before = proxy.asked.length;
    await engine.docker('network', 'create', 'counted');
    await topologyWith(store, ({ networks }) => networks.some(({ name }) => name === 'counted'));
    assert.deepEqual(proxy.asked.slice(before), [
      'GET /v1.41/networks',
      'GET /v1.41/containers/json?all=true',
    ]);
    await engine.docker('network', 'rm', 'counted');
  });

  it('asks nothing when nobody watches', async () => {
    await topologyWith(store, () => true);
    watch.dispose();
    const before = proxy.asked.length;
    await engine.docker('network', 'create', 'unseen');
    await engine.docker('network', 'rm', 'unseen');
    assert.equal(proxy.asked.length, before);
  });

  it('says that a frozen engine does not answer in time', async () => {
    await topologyWith(store, ({ networks }) => networks.length === 3);
    engine.freeze();
    try {
      await store.refresh();
    } finally {
      engine.unfreeze();
    }
    const state = await stateWith(store, (seen) => seen.kind === 'unavailable', 0);
    assert.deepEqual(state.problem, { reason: 'timeout', detail: 'no answer within 10 s' });
    await topologyWith(store, ({ networks }) => networks.length === 3, 20_000);
  });

  it('keeps the last picture when the engine dies, and comes back by itself', async () => {
    await topologyWith(store, ({ networks }) => networks.length === 3);
    await engine.kill('SIGTERM');
    const lost = await stateWith(store, (state) => state.kind === 'unavailable');
    assert.equal(lost.last?.topology.networks.length, 3);
    await engine.restart();
    await topologyWith(store, ({ networks }) => networks.length === 3, 30_000);
  });
});

describe('an endpoint without an engine', () => {
  it('says that this user may not open the socket', async () => {
    const engine = await startEngine();
    const store = storeOn(engine.host);
    chmodSync(engine.socket, 0o600);
    // The permissions of another user, for as long as this test runs.
    process.seteuid?.(65_534);
    try {
      const watch = store.watch();
      const state = await stateWith(store, (seen) => seen.kind === 'unavailable');
      assert.deepEqual(state.problem, { reason: 'noPermission', detail: `connect EACCES ${engine.socket}` });
      watch.dispose();
    } finally {
      process.seteuid?.(0);
      store.dispose();
      await engine.stop();
    }
  });

  it('says that nothing listens there', async () => {
    const store = storeOn('unix:///nonexistent/docker.sock');
    const watch = store.watch();
    const state = await stateWith(store, (seen) => seen.kind === 'unavailable');
    assert.deepEqual(state.problem, {
      reason: 'notRunning',
      detail: 'connect ENOENT /nonexistent/docker.sock',
    });
    watch.dispose();
    store.dispose();
  });
});
