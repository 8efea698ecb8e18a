import assert from 'node:assert/strict';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImage } from '../../scripts/testbed/image.mjs';
import { startPlugin } from '../../scripts/testbed/plugin.mjs';
import type { Answer, EngineCalls } from '../../src/engine/calls';
import type { Disposable } from '../../src/engine/state';
import { systemClock } from '../../src/engine/debounce';
import { sampleSource } from '../../src/engine/sources';
import { EngineStore } from '../../src/engine/store';
import { networkCreateCommand } from '../../src/language';
import { specOf, type ConnectSpec, type Network, type NetworkSpec, type Topology } from '../../src/model';
import { containerOf, networkOf, runLine, spec, subnet } from './actions';
import { storeOn, topologyWith } from './live';

describe('actions on a real engine', function () {
  this.timeout(120_000);
  let engine: Engine;
  let store: EngineStore;
  let watch: Disposable;

  before(async () => {
    engine = await startEngine();
    await loadImage(engine, 'web');
    await engine.netns('ip', 'link', 'add', 'p0', 'type', 'veth', 'peer', 'name', 'p1');
    await engine.docker('swarm', 'init', '--advertise-addr', '127.0.0.1');
    store = storeOn(engine.host);
    watch = store.watch();
    await topologyWith(store, () => true);
  });

  after(async () => {
    watch.dispose();
    store.dispose();
    await engine.stop();
  });

  const ask = <T>(call: (calls: EngineCalls, signal: AbortSignal) => Promise<T>): Promise<Answer<T>> =>
    store.ask(call);

  async function create(wanted: NetworkSpec): Promise<Network> {
    const made = await ask((calls, signal) => calls.createNetwork(wanted, signal));
    assert.ok(made.ok, made.ok ? '' : made.problem.detail);
    assert.equal(made.value.warning, undefined);
    return networkOf(await shows(wanted.name), wanted.name);
  }

  const shows = (name: string): Promise<Topology> =>
    topologyWith(store, ({ networks }) => networks.some((network) => network.name === name));

  const lacks = (name: string): Promise<Topology> =>
    topologyWith(store, ({ networks }) => networks.every((network) => network.name !== name));

  async function remove(name: string): Promise<void> {
    const { id } = networkOf(await shows(name), name);
    const removed = await ask((calls, signal) => calls.removeNetwork(id, signal));
    assert.deepEqual(removed, { ok: true, value: undefined });
    await lacks(name);
  }

  const connect = (network: Network, wanted: ConnectSpec) =>
    ask((calls, signal) => calls.connectContainer(network.id, wanted, signal));

  /** What an inspect says but for what is new every time, and for the gateway, which it fills in later. */
  async function inspect(name: string): Promise<unknown> {
    const [raw] = JSON.parse(await engine.docker('network', 'inspect', name)) as [Record<string, unknown>];
    const vxlan = /"com\.docker\.network\.driver\.overlay\.vxlanid_list":"\d+"/g;
    return JSON.parse(
      JSON.stringify({ ...raw, Id: '', Created: '' }).replace(vxlan, '"vxlan":"n"'),
    ) as unknown;
  }

  const full = spec({
    name: 'full',
    pools: [
      {
        subnet: '10.20.0.0/16',
        gateway: '10.20.0.254',
        range: '10.20.5.0/24',
        auxiliary: { nas: '10.20.5.7', printer: '10.20.5.8' },
      },
      { ...subnet('fd20::/64'), gateway: 'fd20::9' },
    ],
    ipv6: true,
    internal: true,
    attachable: true,
    options: { 'com.docker.network.bridge.enable_icc': 'false', odd: 'it\'s a $HOME `x` \\ "y" *' },
    labels: { 'com.example.a': 'b c', empty: '', lines: 'a\nb\n', escape: '\u001b[201~\u0085%s\\' },
  });
  const specs: readonly NetworkSpec[] = [
    full,
    spec({ name: 'plain', driver: '', pools: [subnet('10.18.0.0/24')] }),
    spec({ name: '-a name; rm -rf', pools: [subnet('10.19.0.0/24')] }),
    spec({ name: 'segment', driver: 'macvlan', options: { parent: 'p0' }, pools: [subnet('10.21.0.0/24')] }),
    spec({
      name: 'routed',
      driver: 'ipvlan',
      options: { parent: 'p1', ipvlan_mode: 'l3' },
      pools: [subnet('10.22.0.0/24'), subnet('10.23.0.0/24')],
    }),
    spec({
      name: 'wide',
      driver: 'overlay',
      attachable: true,
      options: { encrypted: '' },
      pools: [subnet('10.24.0.0/24')],
    }),
  ];

  it('makes what the spec says, and the command says the same', async () => {
    for (const wanted of specs) {
      const network = await create(wanted);
      const ours = await inspect(network.id);
      await remove(wanted.name);
      await runLine(engine, networkCreateCommand(wanted));
      assert.deepEqual(await inspect(networkOf(await shows(wanted.name), wanted.name).id), ours, wanted.name);
      await remove(wanted.name);
    }
  });

  it('tells from a network what made it', async () => {
    for (const wanted of specs.filter(({ driver }) => driver !== '')) {
      const network = await create(wanted);
      const made = specOf(network);
      // A swarm names the gateway that it chose.
      const pools = wanted.driver === 'overlay' ? wanted.pools : made.pools;
      assert.deepEqual({ ...made, pools }, wanted);
      await remove(wanted.name);
    }
  });

  it('makes a network of a plugin’s driver', async () => {
    const plugin = await startPlugin(engine, `acts${process.pid}`);
    try {
      const network = await create(
        spec({ name: 'plugged', driver: plugin.name, pools: [subnet('10.25.0.0/24')] }),
      );
      assert.deepEqual([network.driver, network.driverName], ['plugin', plugin.name]);
      await remove('plugged');
    } finally {
      await plugin.stop();
    }
  });

  it('gives the engine’s own words, and the picture stays, where the engine refuses', async () => {
    await engine.docker('network', 'create', '--subnet', '10.26.0.0/24', 'busy');
    await engine.docker('run', '-d', '--name', 'holder', '--network', 'busy', 'web');
    const before = await topologyWith(
      store,
      ({ containers }) => containers[0]?.endpoints[0]?.attached === true,
    );
    const { id } = networkOf(before, 'busy');
    const [bridge, host] = [networkOf(before, 'bridge'), networkOf(before, 'host')];
    const holder = containerOf(before, 'holder');
    const wanted: ConnectSpec = { containerId: holder, ipv4: undefined, ipv6: undefined, aliases: [] };
    const failed = [
      await ask((calls, signal) => calls.removeNetwork(id, signal)),
      await ask((calls, signal) => calls.removeNetwork(bridge.id, signal)),
      await ask((calls, signal) => calls.removeNetwork('no/such', signal)),
      await ask((calls, signal) => calls.createNetwork(spec({ name: 'busy' }), signal)),
      await ask((calls, signal) =>
        calls.createNetwork(spec({ name: 'over', pools: [subnet('10.26.0.0/25')] }), signal),
      ),
      await ask((calls, signal) => calls.createNetwork(spec({ name: 'b', driver: 'host' }), signal)),
      await connect(host, wanted),
      await connect(networkOf(before, 'busy'), wanted),
      await connect(bridge, { ...wanted, containerId: 'nobody' }),
      await ask((calls, signal) => calls.disconnectContainer(bridge.id, holder, signal)),
    ];
    assert.deepEqual(
      failed.map((answer) => (answer.ok ? 'done' : answer.problem.detail)),
      [
        `error while removing network: network busy id ${id} has active endpoints`,
        'bridge is a pre-defined network and cannot be removed',
        'network no/such not found',
        'network with name busy already exists',
        'Pool overlaps with other one on this address space',
        'only one instance of "host" network is allowed',
        'container cannot be disconnected from host network or connected to host network',
        'endpoint with name holder already exists in network busy',
        'No such container: nobody',
        `container ${holder} is not connected to network bridge`,
      ],
    );
    await store.refresh();
    const after = await topologyWith(store, () => true);
    assert.deepEqual({ ...after, host: undefined }, { ...before, host: undefined });
    await engine.docker('rm', '-f', 'holder');
    await remove('busy');
  });
});

describe('actions on the sample engine', () => {
  it('are refused with its own words', async () => {
    const store = new EngineStore(sampleSource('media/sample/engine.json'), systemClock);
    const watch = store.watch();
    const made = await store.ask((calls, signal) => calls.createNetwork(spec({}), signal));
    assert.deepEqual(made, {
      ok: false,
      problem: {
        reason: 'engineError',
        detail: 'the sample engine is a recording: nothing in it can be changed',
      },
    });
    watch.dispose();
    store.dispose();
  });
});
