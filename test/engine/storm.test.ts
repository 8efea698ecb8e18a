import assert from 'node:assert/strict';
import { request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImage } from '../../scripts/testbed/image.mjs';
import type { Disposable } from '../../src/engine/state';
import type { EngineStore } from '../../src/engine/store';
import { startFaultyProxy, type FaultyProxy } from './faultyProxy';
import { storeOn, topologyWith } from './live';
import { untilTrue } from './untilTrue';

/** The longest that a change waits for its refresh while others keep coming, ms. */
const AT_MOST = 250;

/** Where no event comes for so long, what came is read, ms. */
const QUIET_FIRST = 30;

const EVENTS = 1000;

/** Longer than any refresh waits, ms. */
const QUIET = 1500;

interface Blow {
  /** When the first and the last event were sent, ms since the epoch. */
  readonly first: number;
  readonly last: number;
  /** How often a busy machine sent none for so long that the store took it for quiet. */
  readonly pauses: number;
}

describe('a storm of events', function () {
  this.timeout(120_000);
  let engine: Engine;
  let proxy: FaultyProxy;
  let store: EngineStore;
  let watch: Disposable;

  before(async () => {
    engine = await startEngine();
    await loadImage(engine, 'web');
    await engine.docker('run', '-d', '--name', 'web', 'web');
    proxy = await startFaultyProxy(engine);
  });

  after(async () => {
    await proxy.close();
    await engine.stop();
  });

  beforeEach(async () => {
    store = storeOn(proxy.host);
    watch = store.watch();
    await topologyWith(store, ({ containers }) => containers.length === 1);
    proxy.forget();
  });

  afterEach(async () => {
    proxy.fault = () => undefined;
    watch.dispose();
    store.dispose();
    await untilTrue('the proxy without a connection', () => proxy.connections === 0);
  });

  /** A thousand events within a second: 20 ms apart where the machine is not busy. */
  async function blow(): Promise<Blow> {
    const first = Date.now();
    let last = first;
    let pauses = 0;
    for (let sent = 0; sent < EVENTS; sent += 20) {
      pauses += Date.now() - last >= QUIET_FIRST ? 1 : 0;
      last = Date.now();
      for (let event = 0; event < 20; event++) {
        proxy.inject(`{"Type":"network","Action":"connect","Actor":{"ID":"${sent + event}"}}\n`);
      }
      await setTimeout(Math.max(0, first + sent - Date.now()));
    }
    return { first, last, pauses };
  }

  /** When each refresh was asked for; the two lists go together. */
  function refreshes(): readonly number[] {
    assert.equal(proxy.count('/containers/json'), proxy.count('/networks'));
    assert.equal(proxy.most.get('/networks'), 1);
    return proxy.asked.filter(({ path }) => path === '/networks').map(({ at }) => at);
  }

  /** One refresh every 250 ms at most, one after each pause and the last event, and those for what happened afterwards. */
  function assertBounded({ first, last, pauses }: Blow, more = 0): void {
    const times = refreshes();
    const bound = Math.floor((last - first) / AT_MOST) + pauses + 1 + more;
    assert.ok(times.length <= bound, `${times.length} refreshes in ${last - first} ms, at most ${bound}`);
    assert.ok((times.at(-1) ?? 0) >= last, 'the last refresh starts after the last event');
  }

  async function untilQuiet(): Promise<void> {
    const quiet = (): boolean => Date.now() - (proxy.asked.at(-1)?.at ?? 0) > QUIET;
    await untilTrue('end of the refreshes', quiet, 10_000);
  }

  it('of 1,000 in a second costs a refresh every quarter of a second, and one after the last', async () => {
    const times = await blow();
    await engine.docker('network', 'create', 'last');
    await topologyWith(store, ({ networks }) => networks.some(({ name }) => name === 'last'));
    await untilQuiet();
    assertBounded(times, 1);
    await engine.docker('network', 'rm', 'last');
    await topologyWith(store, ({ networks }) => networks.length === 3);
  });

  it('while each read takes 300 ms: one read at a time, the last begun after the last event', async () => {
    proxy.fault = (path) => (path === '/networks' ? { kind: 'delay', ms: 300 } : undefined);
    const times = await blow();
    await untilQuiet();
    assertBounded(times);
  });

  it('of real changes ends with what the engine has', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `storm-${index}`);
    await Promise.all(names.map((name, index) => create(name, index)));
    for (const name of names.slice(0, 20)) {
      await post(`/networks/${name}/connect`, { Container: 'web' });
    }
    for (const name of names.slice(0, 10)) {
      await post(`/networks/${name}/disconnect`, { Container: 'web' });
    }
    await untilQuiet();
    const times = refreshes();
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    assert.ok(Math.min(...gaps) >= 25, `a refresh ${Math.min(...gaps)} ms after another`);
    const topology = await topologyWith(store, () => true, 0);
    assert.equal(topology.networks.length, 63);
    const [web] = topology.containers;
    assert.ok(web);
    const told = await engine.docker('inspect', '-f', '{{json .NetworkSettings.Networks}}', 'web');
    const real = Object.entries(JSON.parse(told) as Record<string, { IPAddress: string }>);
    assert.deepEqual(
      web.endpoints.map(({ networkName, ipv4 }) => [networkName, ipv4]),
      real.map(([name, { IPAddress }]) => [name, IPAddress]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    );
    assert.equal(web.endpoints.length, 11);
  });

  function create(name: string, index: number): Promise<void> {
    return post('/networks/create', { Name: name, IPAM: { Config: [{ Subnet: `10.7.${index}.0/24` }] } });
  }

  /** Straight to the engine: a client process takes longer than what it asks for. */
  function post(path: string, body: unknown): Promise<void> {
    return new Promise((resolve, reject) => {
      const headers = { 'Content-Type': 'application/json' };
      const asked = request({ socketPath: engine.socket, path, method: 'POST', headers }, (answer) => {
        const status = answer.statusCode ?? 0;
        answer.resume().on('end', () => {
          if (status < 300) {
            resolve();
          } else {
            reject(new Error(`${path}: ${status}`));
          }
        });
      });
      asked.on('error', reject).end(JSON.stringify(body));
    });
  }
});
