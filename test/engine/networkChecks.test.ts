import assert from 'node:assert/strict';
import fc from 'fast-check';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import type { Disposable } from '../../src/engine/state';
import type { EngineStore } from '../../src/engine/store';
import { networkCreateCommand } from '../../src/language';
import { checkNetwork, type NetworkSpec, type PoolSpec, type Topology } from '../../src/model';
import { runLine, spec, subnet } from './actions';
import { storeOn, topologyWith } from './live';

const BRIDGE = 'com.docker.network.bridge.';

/** What only a look at the host could tell: whether such an interface or such a plugin is there. */
const unsure = ['driver.unknown', 'parent.missing', 'parent.vlan'];

describe('what is checked before a network is made, against the engine', function () {
  this.timeout(120_000);
  let engine: Engine;
  let store: EngineStore;
  let watch: Disposable;

  before(async () => {
    engine = await startEngine();
    await engine.netns('ip', 'link', 'add', 'p0', 'type', 'veth', 'peer', 'name', 'p1');
    await engine.netns('ip', 'link', 'add', 'q0.lan', 'type', 'veth', 'peer', 'name', 'q0.5000');
    await engine.docker('network', 'create', '--label', 'kept', '--subnet', '10.9.0.0/16', 'used');
    await engine.docker('network', 'create', '--label', 'kept', '-o', `${BRIDGE}name=br-used`, 'named');
    await engine.docker('network', 'create', '--label', 'kept', '--ipv6', '--subnet', 'fd09::/64', 'six');
    await engine.docker('network', 'create', '--label', 'kept', '--subnet', 'fd08::/64', 'six-off');
    await engine.docker('network', 'create', '--config-only', '--subnet', '10.8.0.0/16', 'template');
    await engine.docker(
      'network',
      'create',
      '--label',
      'kept',
      '-d',
      'macvlan',
      '-o',
      'parent=p0',
      'segment',
    );
    store = storeOn(engine.host);
    watch = store.watch();
  });

  after(async () => {
    watch.dispose();
    store.dispose();
    await engine.stop();
  });

  /** What the engine made of it; removed again. An overlay network without a subnet is none. */
  async function attempt(wanted: NetworkSpec): Promise<string> {
    const made = await store.ask((calls, signal) => calls.createNetwork(wanted, signal));
    if (!made.ok) {
      return made.problem.detail;
    }
    const { id } = made.value;
    const subnets = '{{range .IPAM.Config}}{{.Subnet}} {{end}}';
    const dead = wanted.driver === 'overlay' && (await inspect(id, subnets)) === '';
    const removed = await store.ask((calls, signal) => calls.removeNetwork(id, signal));
    assert.deepEqual(removed, { ok: true, value: undefined });
    return dead ? 'it never gets a subnet' : '';
  }

  const inspect = (id: string, format: string) => engine.docker('network', 'inspect', '-f', format, id);

  async function compare(wanted: NetworkSpec, topology: Topology): Promise<string | undefined> {
    const found = checkNetwork(wanted, topology);
    const errors = found.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    const answer = await attempt(wanted);
    if ((answer !== '') === errors.length > 0 || found.some(({ code }) => unsure.includes(code))) {
      return undefined;
    }
    if (answer === '' && (await isRefusedByClient(wanted))) {
      return undefined;
    }
    return `${networkCreateCommand(wanted)}\n  found ${errors.join(' ') || 'nothing'}; the engine: ${answer || 'takes it'}`;
  }

  /** The command line has checks of its own, which engines since 25 have too. */
  async function isRefusedByClient(wanted: NetworkSpec): Promise<boolean> {
    try {
      await engine.docker('network', 'rm', await runLine(engine, networkCreateCommand(wanted)));
      return false;
    } catch {
      return true;
    }
  }

  async function compareAll(specs: readonly NetworkSpec[], shown = 'segment'): Promise<void> {
    const topology = await topologyWith(store, ({ networks }) => {
      const names = networks.map(({ name }) => name);
      return names.includes(shown) && !names.includes('tried');
    });
    const wrong: string[] = [];
    for (const wanted of specs) {
      const difference = await compare(wanted, topology);
      wrong.push(...(difference === undefined ? [] : [difference]));
    }
    assert.deepEqual(wrong, []);
  }

  it('finds what the engine refuses in names, drivers and options, and nothing else', async () => {
    const names = ['', ' ', 'host', 'default', 'used', 'Bridge', 'a b', '-x', 'a/b', 'ünï', 'container:x'];
    const drivers = ['host', 'null', 'overlay', 'bridge', ''];
    const options: readonly (readonly [string, string])[] = [
      ...['x'.repeat(15), 'x'.repeat(16), 'a b', 'a/b', 'lo', '.', '', 'ünï', 'eth0:1', 'br-used'].map(
        (name) => [`${BRIDGE}name`, name] as const,
      ),
      ...['maybe', '', 'T', '0', 'yes', 'FALSE'].map((value) => [`${BRIDGE}enable_icc`, value] as const),
      [`${BRIDGE}enable_ip_masquerade`, '1'],
      [`${BRIDGE}inhibit_ipv4`, 'on'],
      ...['foo', '::1', '', '127.0.0.1'].map((value) => [`${BRIDGE}host_binding_ipv4`, value] as const),
      [`${BRIDGE}gateway_mode_ipv4`, 'foo'],
      ['com.docker.network.host_ipv4', 'foo'],
      ['com.docker.network.enable_ipv6', 'foo'],
      ...['abc', '-1', '0', '1500.0', '+5', '', '9000', '99999999999999999999'].map(
        (value) => ['com.docker.network.driver.mtu', value] as const,
      ),
      ['unknown', 'x'],
    ];
    await compareAll([
      ...names.map((name) => spec({ name })),
      ...drivers.map((driver) => spec({ driver })),
      ...options.map(([key, value]) => spec({ options: { [key]: value } })),
    ]);
  });

  it('finds what the engine refuses in parents and modes, and nothing else', async () => {
    // p1 is free; VLAN interfaces can't be made on every kernel.
    const parents = [
      'p1',
      'p0',
      'q0.lan',
      'q0.5000',
      'lo',
      'p0.5000',
      'p0.0',
      'p0.abc',
      'p0.1.2',
      'p0.',
      'sixteencharacter',
      'p /',
    ];
    const modes = ['bridge', 'private', 'vepa', 'passthru', 'l2', 'l3', 'l3s', 'foo', ''];
    const on = (driver: string, options: Readonly<Record<string, string>>) => spec({ driver, options });
    await compareAll([
      ...['macvlan', 'ipvlan'].flatMap((driver) => parents.map((parent) => on(driver, { parent }))),
      ...modes.flatMap((mode) => [
        on('macvlan', { parent: 'p1', macvlan_mode: mode }),
        on('ipvlan', { parent: 'p1', ipvlan_mode: mode }),
        on('ipvlan', { parent: 'p1', ipvlan_flag: mode }),
      ]),
      spec({ driver: 'macvlan', options: { parent: 'p1' }, internal: true }),
    ]);
  });

  it('finds what the engine refuses in subnets, and nothing else', async () => {
    const cidrs = [
      '',
      'foo',
      '10.1.0.0',
      '10.01.0.0/16',
      '10.1.0.0/33',
      '10.1.0.0/30',
      '10.1.0.0/31',
      '10.1.0.0/32',
    ];
    const taken = [
      '10.9.0.0/24',
      '10.0.0.0/8',
      '172.17.0.0/16',
      '0.0.0.0/0',
      '10.8.0.0/16',
      '10.1.0.5/24',
      '127.5.0.0/16',
    ];
    const six = [
      'fd01::/64',
      'fd01::/127',
      'fd01::/128',
      'fd01::5/64',
      'ff02::/64',
      'fd09::/80',
      'fd08::/64',
      'fd01:/64',
    ];
    await compareAll([
      ...[...cidrs, ...taken, ...six].map((cidr) => spec({ pools: [subnet(cidr)] })),
      ...six.map((cidr) => spec({ pools: [subnet(cidr)], ipv6: true })),
      spec({ ipv6: true }),
      spec({ ipv6: true, pools: [subnet('10.1.0.0/24')] }),
      spec({ pools: [subnet('10.1.0.0/24'), subnet('10.2.0.0/24')] }),
      spec({ pools: [subnet('10.1.0.0/24'), subnet('10.1.0.0/25')] }),
      spec({ ipv6: true, pools: [subnet('fd01::/64'), subnet('fd02::/64')] }),
      spec({ ipv6: true, pools: [subnet('10.1.0.0/24'), subnet('fd02::/64')] }),
      spec({
        driver: 'ipvlan',
        options: { parent: 'p1' },
        pools: [subnet('10.1.0.0/24'), subnet('10.2.0.0/24')],
      }),
    ]);
  });

  it('finds what the engine refuses in addresses, and nothing else', async () => {
    const at = (more: Partial<PoolSpec>) => spec({ pools: [{ ...subnet('10.1.0.0/24'), ...more }] });
    const gateways = ['10.2.0.1', '10.1.0.0', '10.1.0.255', 'foo', 'fd00::1', '10.1.0.1/24', '10.1.0.254'];
    const ranges = [
      '10.2.0.0/25',
      '10.1.0.0/16',
      '10.1.0.5/25',
      '10.1.0.0/32',
      '10.1.0.255/32',
      '10.1.0.7/32',
      'foo',
      'fd00::/64',
    ];
    await compareAll([
      ...gateways.map((gateway) => at({ gateway })),
      ...ranges.map((range) => at({ range })),
      at({ range: '10.1.0.0/32', gateway: '10.1.0.9' }),
      at({ gateway: '10.1.0.5', auxiliary: { a: '10.1.0.5' } }),
      at({ auxiliary: { a: '10.1.0.1' } }),
      at({ auxiliary: { a: '10.1.0.0' } }),
      at({ auxiliary: { a: '10.1.0.255' } }),
      at({ auxiliary: { a: '10.1.0.9', b: '10.1.0.9' } }),
      at({ auxiliary: { a: '10.1.0.9', b: '10.1.0.8' } }),
      at({ range: '10.1.0.128/25', auxiliary: { a: '10.1.0.128' } }),
      at({ range: '10.1.0.128/25', auxiliary: { a: '10.1.0.1' } }),
    ]);
  });

  it('agrees on specs made at random', async () => {
    const octet = fc.constantFrom(0, 1, 4, 127, 128, 254, 255);
    const address = fc
      .tuple(fc.constantFrom(8, 9, 20), fc.constantFrom(0, 1), octet, octet)
      .map((rest) => ['10', ...rest].join('.'));
    const prefix = fc.constantFrom(15, 16, 23, 24, 25, 30, 31, 32);
    const cidr = fc.tuple(address, prefix).map(([start, bits]) => `${start}/${bits}`);
    const pool = fc.record({
      subnet: cidr,
      gateway: fc.option(address, { nil: undefined, freq: 3 }),
      range: fc.option(cidr, { nil: undefined, freq: 3 }),
      auxiliary: fc.constant({}),
    });
    const pools = fc.array(pool, { minLength: 0, maxLength: 2 });
    const specs = fc.tuple(pools, fc.boolean()).map(([some, internal]) => spec({ pools: some, internal }));
    const sample = fc.sample(specs, { seed: 20, numRuns: 60 });
    await compareAll(sample);
    const topology = await topologyWith(store, () => true);
    const refused = sample.filter((one) =>
      checkNetwork(one, topology).some(({ severity }) => severity === 'error'),
    );
    assert.ok(refused.length > 20 && refused.length < 50, `${refused.length} of 60`);
  });

  it('knows that an auxiliary address outside the subnet costs this engine the subnet', async () => {
    const wanted = (auxiliary: Readonly<Record<string, string>>) =>
      spec({ pools: [{ ...subnet('10.66.0.0/24'), auxiliary }] });
    const { problem } = (await store.ask((calls, signal) =>
      calls.createNetwork(wanted({ nas: '10.67.0.1' }), signal),
    )) as { problem: { detail: string } };
    assert.equal(
      problem.detail,
      'auxiliary address: (nas:10.67.0.1) must belong to the master pool: 10.66.0.0/24',
    );
    assert.equal(await attempt(wanted({})), 'Pool overlaps with other one on this address space');
  });

  it('finds what a swarm refuses of overlay networks, or takes and leaves without a subnet', async () => {
    await engine.docker('swarm', 'init', '--advertise-addr', '127.0.0.1');
    await engine.docker('network', 'create', '-d', 'overlay', '--subnet', '10.50.0.0/24', 'wide');
    // The driver list of a swarm's engine is read with the connection.
    await store.refresh();
    const overlay = (more: Partial<NetworkSpec>) => spec({ driver: 'overlay', ...more });
    const names = ['o', 'o o', 'a.b', 'a_b', '-o', 'x'.repeat(63), 'x'.repeat(64), 'ingress', 'wide'];
    const cidrs = ['10.50.0.0/25', '10.9.0.0/16', '10.0.0.0/24', '10.51.0.5/24', '10.51.0.0/31', 'foo'];
    const at = (more: Partial<PoolSpec>) => overlay({ pools: [{ ...subnet('10.51.0.0/24'), ...more }] });
    const specs = [
      ...names.map((name) => overlay({ name })),
      ...cidrs.map((cidr) => overlay({ pools: [subnet(cidr)] })),
      ...['10.52.0.1', '10.51.0.0', 'foo', '10.51.0.9'].map((gateway) => at({ gateway })),
      at({ range: '10.52.0.0/25' }),
      at({ auxiliary: { a: '10.51.0.1' } }),
      overlay({ pools: [subnet('10.51.0.0/24'), subnet('10.51.0.0/25')] }),
      overlay({ pools: [subnet('10.51.0.0/24'), subnet('10.52.0.0/24')] }),
      overlay({ ipv6: true }),
      spec({ pools: [subnet('10.50.0.0/24')] }),
    ];
    await topologyWith(store, ({ host }) => host.swarm !== undefined);
    await compareAll(specs, 'wide');
  });
});
