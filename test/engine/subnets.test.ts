import assert from 'node:assert/strict';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import type { EngineStore } from '../../src/engine/store';
import { checkNetwork, freeSubnet, type Topology } from '../../src/model';
import { networkOf, spec, subnet } from './actions';
import { storeOn, topologyWith } from './live';

describe('the subnet that is proposed', function () {
  this.timeout(120_000);

  async function withEngine(
    args: readonly string[],
    run: (engine: Engine, store: EngineStore) => Promise<void>,
  ): Promise<void> {
    const engine = await startEngine({ args });
    const store = storeOn(engine.host);
    const watch = store.watch();
    try {
      await run(engine, store);
    } finally {
      watch.dispose();
      store.dispose();
      await engine.stop();
    }
  }

  const subnetsOf = (topology: Topology, name: string) =>
    networkOf(topology, name).subnets.map(({ cidr }) => cidr);

  /** Makes a network of that name without a subnet: what was proposed, and what the engine chose. */
  async function choose(engine: Engine, store: EngineStore, name: string, ...flags: readonly string[]) {
    const driver = flags.includes('overlay') ? 'overlay' : 'bridge';
    await store.refresh();
    const proposed = freeSubnet(await topologyWith(store, () => true), 4, driver);
    await engine.docker('network', 'create', ...flags, name);
    const made = await topologyWith(store, ({ networks }) =>
      networks.some((network) => network.name === name),
    );
    return { proposed, chosen: subnetsOf(made, name)[0] };
  }

  it('is what the engine chooses of its own pools, and of those of its swarm', async () => {
    await withEngine([], async (engine, store) => {
      const seen: unknown[] = [await choose(engine, store, 'a')];
      await engine.docker('network', 'create', '--subnet', '172.19.4.0/24', 'given');
      seen.push(await choose(engine, store, 'b'), await choose(engine, store, 'c'));
      await engine.docker('network', 'rm', 'a');
      seen.push(await choose(engine, store, 'd'));
      await engine.docker('swarm', 'init', '--advertise-addr', '127.0.0.1');
      seen.push(
        await choose(engine, store, 'e', '-d', 'overlay'),
        await choose(engine, store, 'f', '-d', 'overlay'),
      );
      const same = (cidr: string) => ({ proposed: cidr, chosen: cidr });
      const local = ['172.18.0.0/16', '172.20.0.0/16', '172.21.0.0/16', '172.22.0.0/16'];
      assert.deepEqual(seen, [...local, '10.0.1.0/24', '10.0.2.0/24'].map(same));
    });
  });

  it('is what the engine chooses of the pools that its swarm was given', async () => {
    await withEngine([], async (engine, store) => {
      const pools = ['10.60.0.0/16', '10.70.0.0/16'].flatMap((base) => ['--default-addr-pool', base]);
      const flags = ['--advertise-addr', '127.0.0.1', ...pools, '--default-addr-pool-mask-length', '26'];
      await engine.docker('swarm', 'init', ...flags);
      await topologyWith(store, ({ networks }) => networks.some(({ ingress }) => ingress));
      assert.deepEqual(await choose(engine, store, 'a', '-d', 'overlay'), {
        proposed: '10.60.0.64/26',
        chosen: '10.60.0.64/26',
      });
    });
  });

  it('is what the engine chooses of the pools in its settings, until none is left', async () => {
    const pools = ['base=10.30.0.0/22,size=24', 'base=fd30::/62,size=64'];
    const args = pools.flatMap((pool) => ['--default-address-pool', pool]);
    await withEngine(args, async (engine, store) => {
      const seen = [
        await choose(engine, store, 'a'),
        await choose(engine, store, 'b'),
        await choose(engine, store, 'c'),
      ];
      const cidrs = ['10.30.1.0/24', '10.30.2.0/24', '10.30.3.0/24'];
      assert.deepEqual(
        seen,
        cidrs.map((cidr) => ({ proposed: cidr, chosen: cidr })),
      );
      await store.refresh();
      const full = await topologyWith(store, () => true);
      const [finding] = checkNetwork(spec({}), full);
      assert.deepEqual([finding?.code, finding?.severity], ['subnet.noneFree', 'error']);
      const refused = await store.ask((calls, signal) => calls.createNetwork(spec({}), signal));
      const words =
        'could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the network';
      assert.deepEqual(refused, { ok: false, problem: { reason: 'engineError', detail: words } });
      const six = spec({ name: 'six', ipv6: true, pools: [subnet('10.40.0.0/24')] });
      assert.deepEqual(checkNetwork(six, full), []);
      const proposed = freeSubnet(full, 6);
      const made = await store.ask((calls, signal) => calls.createNetwork(six, signal));
      assert.equal(made.ok, true);
      const { EnableIPv6, IPAM } = JSON.parse(
        (await engine.docker('network', 'inspect', 'six')).slice(1, -1),
      ) as {
        EnableIPv6: boolean;
        IPAM: { Config: { Subnet: string }[] };
      };
      assert.deepEqual([EnableIPv6, IPAM.Config.at(-1)?.Subnet], [true, proposed]);
      await engine.docker('network', 'rm', 'a');
      assert.deepEqual(await choose(engine, store, 'again'), {
        proposed: '10.30.1.0/24',
        chosen: '10.30.1.0/24',
      });
    });
  });
});
