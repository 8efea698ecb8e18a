import assert from 'node:assert/strict';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImage } from '../../scripts/testbed/image.mjs';
import type { Disposable } from '../../src/engine/state';
import type { EngineStore } from '../../src/engine/store';
import { connectCommand } from '../../src/language';
import { checkConnect, prunePlan, type ConnectSpec, type Network } from '../../src/model';
import { containerOf, networkOf, runLine } from './actions';
import { storeOn, topologyWith } from './live';

describe('containers and networks that come together and part, on a real engine', function () {
  this.timeout(120_000);
  let engine: Engine;
  let store: EngineStore;
  let watch: Disposable;

  before(async () => {
    engine = await startEngine();
    await loadImage(engine, 'web');
    await engine.docker('swarm', 'init', '--advertise-addr', '127.0.0.1');
    store = storeOn(engine.host);
    watch = store.watch();
  });

  after(async () => {
    watch.dispose();
    store.dispose();
    await engine.stop();
  });

  const connect = (network: Network, wanted: ConnectSpec) =>
    store.ask((calls, signal) => calls.connectContainer(network.id, wanted, signal));

  it('connects a container with an address and aliases, and disconnects it', async () => {
    const subnets = ['--subnet', '10.27.0.0/24', '--subnet', 'fd27::/64'];
    await engine.docker('network', 'create', '--ipv6', ...subnets, 'front');
    await engine.docker('run', '-d', '--name', 'joiner', 'web');
    const before = await topologyWith(store, ({ containers }) =>
      containers.some(({ state }) => state === 'running'),
    );
    const front = networkOf(before, 'front');
    const containerId = containerOf(before, 'joiner');
    const wanted = { containerId, ipv4: '10.27.0.77', ipv6: 'fd27::77', aliases: ['www', 'shop'] };
    assert.deepEqual(checkConnect(wanted, front, before), []);
    assert.deepEqual(await connect(front, wanted), { ok: true, value: undefined });
    const joined = await topologyWith(
      store,
      (seen) => networkOf(seen, 'front').endpoints[0]?.attached === true,
    );
    const endpoint = networkOf(joined, 'front').endpoints[0];
    assert.deepEqual([endpoint?.ipv4, endpoint?.ipv6], ['10.27.0.77', 'fd27::77']);
    const template = '{{json .NetworkSettings.Networks.front.Aliases}}';
    const ours = await engine.docker('inspect', '-f', template, 'joiner');
    assert.deepEqual(JSON.parse(ours), ['www', 'shop', containerId.slice(0, 12)]);
    const gone = await store.ask((calls, signal) => calls.disconnectContainer(front.id, containerId, signal));
    assert.deepEqual(gone, { ok: true, value: undefined });
    await topologyWith(store, (seen) => networkOf(seen, 'front').endpoints.length === 0);
    await runLine(engine, connectCommand('front', 'joiner', wanted));
    assert.equal(await engine.docker('inspect', '-f', template, 'joiner'), ours);
    await engine.docker('rm', '-f', 'joiner');
    await engine.docker('network', 'rm', 'front');
  });

  it('finds what the engine refuses when a running container joins, and nothing else', async () => {
    const { docker } = engine;
    await docker('network', 'create', '--subnet', '10.28.0.0/24', '--aux-address', 'nas=10.28.0.9', 'mine');
    await docker('network', 'create', 'chosen');
    await docker('network', 'create', '--config-only', '--subnet', '10.29.0.0/24', 'template');
    await docker('network', 'create', '-d', 'overlay', 'closed');
    for (const mode of ['host', 'none'])
      await docker('run', '-d', '--name', `c-${mode}`, '--network', mode, 'web');
    await docker('run', '-d', '--name', 'c-free', 'web');
    await docker('run', '-d', '--name', 'c-taken', '--network', 'mine', '--ip', '10.28.0.20', 'web');
    await docker('run', '-d', '--name', 'c-shared', '--network', 'container:c-free', 'web', 'sleep', '1000');
    const topology = await topologyWith(store, ({ containers, networks }) => {
      return containers.length === 5 && networks.some(({ name }) => name === 'closed');
    });
    const tries: readonly (readonly [network: string, container: string, more?: Partial<ConnectSpec>])[] = [
      ...['c-host', 'c-none', 'c-shared', 'c-taken', 'c-free'].map((name) => ['mine', name] as const),
      ...['host', 'none', 'bridge', 'template', 'closed', 'ingress', 'chosen'].map(
        (name) => [name, 'c-free'] as const,
      ),
      ...[
        '10.28.0.5',
        '10.28.0.1',
        '10.28.0.0',
        '10.28.0.255',
        '10.28.0.9',
        '10.29.0.5',
        'foo',
        'fd00::1',
        '10.28.0.20',
      ].map((ipv4) => ['mine', 'c-free', { ipv4 }] as const),
      ['mine', 'c-free', { ipv6: 'fd00::1' }],
      ['mine', 'c-free', { aliases: ['a', 'B c'] }],
      ['bridge', 'c-taken', { aliases: ['a'] }],
      ['bridge', 'c-taken', { ipv4: '172.17.0.77' }],
    ];
    const wrong: unknown[] = [];
    for (const [name, container, more] of tries) {
      const network = networkOf(topology, name);
      const wanted = {
        containerId: containerOf(topology, container),
        ipv4: undefined,
        ipv6: undefined,
        aliases: [],
        ...more,
      };
      const found = checkConnect(wanted, network, topology).filter(({ severity }) => severity === 'error');
      const answer = await connect(network, wanted);
      if (answer.ok) await docker('network', 'disconnect', name, container);
      if (answer.ok !== (found.length === 0)) wrong.push([name, container, more, found, answer]);
    }
    assert.deepEqual(wrong, []);
    await docker('rm', '-f', ...topology.containers.map(({ name }) => name));
    await docker('network', 'rm', 'mine', 'chosen', 'template', 'closed');
  });

  it('plans the removal of exactly those networks that a prune removes', async () => {
    const { docker } = engine;
    for (const name of ['unused', 'used', 'stopped', 'created', 'paused'])
      await docker('network', 'create', name);
    for (const name of ['o-unused', 'o-used', 'o-stopped', 'o-service'])
      await docker('network', 'create', '-d', 'overlay', '--attachable', name);
    await docker('network', 'create', '--config-only', 'template');
    await docker('network', 'create', '--config-from', 'template', 'templated');
    for (const name of ['used', 'stopped', 'paused', 'o-used', 'o-stopped'])
      await docker('run', '-d', '--name', `c-${name}`, '--network', name, 'web');
    await docker('create', '--name', 'c-created', '--network', 'created', 'web');
    await docker('stop', '-t', '0', 'c-stopped', 'c-o-stopped');
    await docker('pause', 'c-paused');
    await docker(
      'service',
      'create',
      '-d',
      '--name',
      'none',
      '--replicas',
      '0',
      '--network',
      'o-service',
      'web',
    );
    await store.refresh();
    const topology = await topologyWith(store, ({ services, containers }) => {
      return services.length === 1 && containers.filter(({ state }) => state === 'exited').length === 2;
    });
    const plan = prunePlan(topology);
    const nameOf = (id: string) => topology.networkById.get(id)?.name ?? id;
    const containers = (ids: readonly string[]) => ids.map((id) => topology.containerById.get(id)?.name);
    const pruned = (await docker('network', 'prune', '-f')).split('\n').slice(1);
    assert.deepEqual(plan.map(({ networkId }) => nameOf(networkId)).sort(), pruned.filter(Boolean).sort());
    assert.deepEqual(
      plan.map(({ networkId, neededBy }) => [nameOf(networkId), containers(neededBy)]),
      [
        ['created', ['c-created']],
        ['o-stopped', ['c-o-stopped']],
        ['o-unused', []],
        ['stopped', ['c-stopped']],
        ['templated', []],
        ['unused', []],
      ],
    );
    await assert.rejects(docker('start', 'c-created'), /network created not found/);
    await docker('rm', '-f', ...topology.containers.map(({ name }) => name));
    await docker('service', 'rm', 'none');
    await docker('swarm', 'leave', '-f');
    await store.refresh();
    const alone = await topologyWith(
      store,
      ({ host, containers }) => host.swarm === undefined && containers.length === 0,
    );
    const rest = prunePlan(alone).map(({ networkId }) => alone.networkById.get(networkId)?.name);
    const left = (await docker('network', 'prune', '-f')).split('\n').slice(1);
    assert.deepEqual(rest, ['paused', 'used', 'docker_gwbridge']);
    assert.deepEqual([...rest].sort(), left.filter(Boolean).sort());
  });
});
