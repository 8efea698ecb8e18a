import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImage } from '../../scripts/testbed/image.mjs';
import { systemClock } from '../../src/engine/debounce';
import type { Disposable, EngineProblem, EngineState, ProblemReason } from '../../src/engine/state';
import type { EngineStore } from '../../src/engine/store';
import { badLists, everyCall, LIMIT, oddItems, streamCases } from './faultCases';
import { startFaultyProxy, type Fault, type FaultOf, type FaultyProxy } from './faultyProxy';
import { stateWith, storeOn, topologyWith } from './live';
import { untilTrue } from './untilTrue';

/** From a fault to the word for it, and from its end to the picture: two limits and the first pauses. ms. */
const SOON = 3000;

const EVENT = '{"Type":"network","Action":"create","Actor":{"ID":"x","Attributes":{"name":"x"}}}\n';

describe('faults between the engine and us', function () {
  this.timeout(120_000);
  let engine: Engine;
  let proxy: FaultyProxy;
  let store: EngineStore;
  let watch: Disposable;
  let states: EngineState[];
  let offset: number;

  before(async () => {
    engine = await startEngine();
    await loadImage(engine, 'web');
    await engine.docker('run', '-d', '--name', 'web', 'web');
    await engine.docker('create', '--name', 'other', 'web');
    proxy = await startFaultyProxy(engine);
  });

  after(async () => {
    await proxy.close();
    await engine.stop();
  });

  beforeEach(() => {
    offset = 0;
    proxy.forget();
    store = storeOn(proxy.host, LIMIT, { ...systemClock, now: () => Date.now() + offset });
    states = [];
    store.onDidChangeState((state) => states.push(state));
  });

  /** Whatever happened: one read at a time, no state twice, and nothing left open when nobody watches. */
  afterEach(async () => {
    proxy.fault = () => undefined;
    watch.dispose();
    store.dispose();
    await untilTrue('the proxy without a connection', () => proxy.connections === 0);
    assert.ok((proxy.most.get('/networks') ?? 0) <= 1);
    assert.ok((proxy.most.get('/containers/json') ?? 0) <= 1);
    assert.ok((proxy.most.get('/events') ?? 0) <= 1);
    const told = states.map((state) =>
      state.kind === 'unavailable' ? JSON.stringify(state.problem) : state.kind,
    );
    const twice = told.some((word, at) => word !== 'ready' && word === told[at - 1]);
    assert.ok(!twice && told.lastIndexOf('connecting') <= 0, told.join(' → '));
  });

  async function problemIs(reason: ProblemReason, detail: string): Promise<EngineState> {
    const isUnavailable = (state: EngineState): state is EngineState & { kind: 'unavailable' } =>
      state.kind === 'unavailable';
    const state = await stateWith(store, isUnavailable, SOON);
    assert.deepEqual(state.problem, { reason, detail } satisfies EngineProblem);
    assert.equal(store.live, true);
    return state;
  }

  async function picture(): Promise<void> {
    const isWhole = ({
      networks,
      containers,
    }: {
      networks: readonly unknown[];
      containers: readonly unknown[];
    }) => networks.length === 3 && containers.length === 2;
    await topologyWith(store, isWhole, SOON);
    assert.equal(store.live, true);
  }

  /** The fault from the start, then its end. */
  async function connectInto(fault: FaultOf, reason: ProblemReason, detail: string): Promise<void> {
    proxy.fault = fault;
    watch = store.watch();
    const state = await problemIs(reason, detail);
    assert.equal('last' in state, false);
    proxy.fault = () => undefined;
    await picture();
  }

  /** The fault in the middle of a good life, then its end. */
  async function meet(fault: FaultOf, reason: ProblemReason, detail: string): Promise<void> {
    watch = store.watch();
    await picture();
    const before = Date.now();
    proxy.fault = fault;
    proxy.inject(EVENT);
    const state = await problemIs(reason, detail);
    assert.ok(state.kind === 'unavailable' && state.last);
    assert.equal(state.last.topology.containers.length, 2);
    assert.ok(state.last.at <= before);
    proxy.fault = () => undefined;
    await picture();
  }

  const on =
    (path: string, fault: Fault): FaultOf =>
    (asked) =>
      asked === path ? fault : undefined;

  for (const { title, fault, reason, detail } of everyCall) {
    it(`an engine that ${title} when it is dialled`, () =>
      connectInto(on('/version', fault), reason, detail.replace('PATH', '/version')));
  }

  it('an engine that takes connections and is silent from the first call on', () =>
    connectInto(() => ({ kind: 'stall' }), 'timeout', 'no answer within 0.4 s'));

  for (const { title, fault, reason, detail } of [...everyCall, ...badLists]) {
    it(`an engine that ${title} when its networks are read`, () =>
      meet(on('/networks', fault), reason, detail.replace('PATH', '/networks')));
  }

  it('an engine that answers with something else for its containers', async () => {
    const fault: Fault = { kind: 'answer', status: 200, body: '{"Id":1}' };
    await meet(on('/containers/json', fault), 'badAnswer', badLists[0]?.detail ?? '');
  });

  for (const { title, fault, reason, detail } of streamCases) {
    it(`an engine that ${title} when its events are asked for`, () =>
      connectInto(on('/events', fault), reason, detail));
  }

  it('a socket that is not there, goes, and comes', async () => {
    const nowhere = `connect ENOENT ${proxy.host.slice('unix://'.length)}`;
    await proxy.close();
    watch = store.watch();
    await problemIs('notRunning', nowhere);
    await proxy.listen();
    await picture();
    await proxy.close();
    const state = await problemIs('notRunning', nowhere);
    assert.ok(state.kind === 'unavailable' && state.last);
    await proxy.listen();
    await picture();
  });

  it('an event stream that is cut in the middle of a line: opened again, and read after', async () => {
    watch = store.watch();
    await picture();
    proxy.cutStreams();
    await engine.docker('network', 'create', 'meanwhile');
    await topologyWith(store, ({ networks }) => networks.length === 4, SOON);
    await engine.docker('network', 'rm', 'meanwhile');
    await picture();
    assert.deepEqual([...new Set(states.map(({ kind }) => kind))], ['connecting', 'ready']);
  });

  it('cuts in a row: pauses grow, and one who looks does not wait for their end', async () => {
    proxy.fault = on('/events', { kind: 'cut', after: 0 });
    watch = store.watch();
    await picture();
    await untilTrue('five streams', () => proxy.count('/events') >= 5, 8000);
    const [, a = 0, b = 0, c = 0, d = 0] = proxy.asked
      .filter(({ path }) => path === '/events')
      .map(({ at }) => at);
    assert.ok(c - b > (b - a) * 1.5 && d - c > (c - b) * 1.5, `pauses of ${b - a}, ${c - b} and ${d - c} ms`);
    proxy.fault = () => undefined;
    const before = proxy.count('/events');
    const another = (): boolean => {
      store.check();
      return proxy.count('/events') > before;
    };
    await untilTrue('another stream', another, 500);
  });

  it('garbage among the events costs nothing', async () => {
    watch = store.watch();
    await picture();
    proxy.inject(`\u0000\u0001\n[]\nnull\n{"Type":7}\n{"half":\n${'x'.repeat(10_000)}\n`);
    await engine.docker('network', 'create', 'after-garbage');
    await topologyWith(store, ({ networks }) => networks.length === 4, SOON);
    await engine.docker('network', 'rm', 'after-garbage');
    await picture();
    assert.ok(states.every(({ kind }) => kind !== 'unavailable'));
  });

  it('a line without an end ends the stream, and the next one works', async () => {
    watch = store.watch();
    await picture();
    const before = proxy.count('/events');
    proxy.inject('x'.repeat(1_100_000));
    await untilTrue('another stream', () => proxy.count('/events') === before + 1, SOON);
    await picture();
  });

  it('an engine that froze behind a quiet stream: found out when a person looks, not before', async () => {
    watch = store.watch();
    await picture();
    proxy.fault = () => ({ kind: 'stall' });
    const before = proxy.asked.length;
    store.check();
    store.watch().dispose();
    assert.equal(proxy.asked.length, before);
    offset = 30_000;
    store.watch().dispose();
    await problemIs('timeout', 'no answer within 0.4 s');
    proxy.fault = () => undefined;
    await picture();
  });

  it('an action that the engine does not answer puts the picture in doubt, and changes nothing in it', async () => {
    watch = store.watch();
    await picture();
    proxy.fault = () => ({ kind: 'stall' });
    const late = new Error('late');
    const answer = await store.ask(() => Promise.reject(Object.assign(late, { name: 'TimeoutError' })));
    assert.deepEqual(answer, { ok: false, problem: { reason: 'timeout', detail: 'late' } });
    const state = await problemIs('timeout', 'no answer within 0.4 s');
    assert.ok(state.kind === 'unavailable' && state.last?.topology.containers.length === 2);
    proxy.fault = () => undefined;
    await picture();
  });

  /** Puts a container, and something odd, among the containers. */
  const among =
    (odd: unknown): FaultOf =>
    (path) =>
      path === '/containers/json'
        ? { kind: 'edit', edit: (json) => [odd, ...(json as unknown[]), odd] }
        : undefined;

  for (const [what, one, more] of oddItems) {
    it(`${what} among the containers costs no other its place`, async () => {
      proxy.fault = among(one);
      watch = store.watch();
      const { containers } = await topologyWith(store, () => true, SOON);
      const names = containers.map(({ name }) => name).filter((name) => ['web', 'other'].includes(name));
      assert.deepEqual(names, ['other', 'web']);
      assert.ok(containers.length >= 2 + more);
      const web = containers.find(({ name }) => name === 'web');
      assert.match(web?.endpoints[0]?.ipv4 ?? '', /^172\.17\.0\.\d+$/);
    });
  }

  it('reads a list of 20 MB', async () => {
    const many = (json: unknown): unknown[] => {
      const [first] = json as Readonly<Record<string, unknown>>[];
      return Array.from({ length: 20_000 }, (_, index) => ({ ...first, Id: `${index}`.padStart(64, '0') }));
    };
    proxy.fault = on('/containers/json', { kind: 'edit', edit: many });
    store.dispose();
    store = storeOn(proxy.host);
    watch = store.watch();
    const { containers } = await topologyWith(store, () => true);
    assert.equal(containers.length, 20_000);
  });

  it('asks nothing and holds nothing open when nobody watches', async () => {
    const other = store.watch();
    watch = store.watch();
    await picture();
    watch.dispose();
    other.dispose();
    await untilTrue('the proxy without a connection', () => proxy.connections === 0, 1000);
    const before = proxy.asked.length;
    offset = 60_000;
    store.check();
    await engine.docker('network', 'create', 'unseen');
    await engine.docker('network', 'rm', 'unseen');
    // The quiet second is the point: whatever were still planned would show.
    await setTimeout(1000);
    assert.equal(proxy.asked.length, before);
    assert.equal(proxy.connections, 0);
  });

  it('an engine that is killed and restarted: known by its socket, and back by itself', async () => {
    store.dispose();
    store = storeOn(engine.host, LIMIT);
    states = [];
    store.onDidChangeState((state) => states.push(state));
    watch = store.watch();
    await picture();
    await engine.kill('SIGKILL');
    await problemIs('notRunning', `connect ECONNREFUSED ${engine.socket}`);
    await engine.restart();
    await topologyWith(store, ({ networks }) => networks.length === 3, 20_000);
    await engine.restart();
    await topologyWith(store, ({ networks }) => networks.length === 3, 20_000);
    await engine.docker('start', 'web');
    await topologyWith(store, (topology) => topology.containers.some((one) => one.state === 'running'));
  });
});
