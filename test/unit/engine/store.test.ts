import assert from 'node:assert/strict';
import type { Connection } from '../../../src/engine/connection';
import { Glance } from '../../../src/engine/glance';
import type { EngineState, Endpoint } from '../../../src/engine/state';
import { EngineFault } from '../../../src/engine/problem';
import { sampleCalls } from '../../../src/engine/sampleCalls';
import { EngineStore, type Source } from '../../../src/engine/store';
import networks from '../../fixtures/networks.json';
import version from '../../fixtures/version.json';
import { ManualClock, settle } from '../manualClock';

/** An engine in memory whose every answer the test decides. */
class ScriptedEngine implements Source {
  up = true;
  networks: unknown = networks;
  dials = 0;
  reads = 0;
  private send: ((event: unknown) => void) | undefined;
  private cut: ((error: Error | undefined) => void) | undefined;
  private readonly pending: (() => void)[] = [];
  holdReads = false;
  readFails = false;
  streamEndsAtOnce = false;
  openStreams = 0;
  /** Dials are answered by `answerDial`, also where the one who dialled has hung up. */
  holdDials = false;
  private readonly dialled: (() => void)[] = [];

  constructor(private readonly endpoint: Endpoint = { url: 'unix:///test.sock', origin: 'default' }) {}

  locate() {
    return Promise.resolve({ endpoint: this.endpoint, connect: () => this.connect() });
  }

  emit(): void {
    this.send?.({ Type: 'network', Action: 'create' });
  }

  lose(error?: Error): void {
    this.cut?.(error);
  }

  answerReads(): void {
    this.pending.splice(0).forEach((answer) => {
      answer();
    });
  }

  /** The oldest first. */
  answerDial(): void {
    this.dialled.shift()?.();
  }

  private async connect(): Promise<Connection> {
    this.dials++;
    if (this.holdDials) {
      await new Promise<void>((resolve) => this.dialled.push(resolve));
    }
    if (!this.up) {
      return Promise.reject(Object.assign(new Error('connect ENOENT /test.sock'), { code: 'ENOENT' }));
    }
    return Promise.resolve({
      read: () => this.read(),
      changes: (signal) => {
        this.openStreams++;
        signal.addEventListener('abort', () => this.openStreams--);
        return Promise.resolve(this.streamEndsAtOnce ? nothing() : this.stream(signal));
      },
      calls: sampleCalls({ version, info: {}, networks: this.networks, containers: [] }),
    });
  }

  private async read() {
    this.reads++;
    if (this.readFails) {
      throw Object.assign(new Error('(HTTP code 500) server error'), { statusCode: 500 });
    }
    const answer = { version, info: {}, networks: this.networks, containers: [] };
    if (this.holdReads) {
      await new Promise<void>((resolve) => this.pending.push(resolve));
    }
    return answer;
  }

  private async *stream(signal: AbortSignal): AsyncGenerator<unknown> {
    const queue: (unknown[] | Error | undefined)[] = [];
    let wake: () => void = () => undefined;
    const put = (item: unknown[] | Error | undefined): void => {
      queue.push(item);
      wake();
    };
    this.send = (event) => {
      put([event]);
    };
    this.cut = put;
    signal.addEventListener('abort', () => {
      put(new Error('aborted'));
    });
    for (;;) {
      if (queue.length === 0) {
        await new Promise<void>((resolve) => (wake = resolve));
      }
      const item = queue.shift();
      if (item === undefined) {
        return;
      }
      if (item instanceof Error) {
        throw item;
      }
      yield item[0];
    }
  }
}

async function* nothing(): AsyncGenerator<never> {
  await Promise.resolve();
  yield* [];
}

describe('EngineStore', () => {
  let clock: ManualClock;
  let engine: ScriptedEngine;
  let store: EngineStore;
  let kinds: string[];

  beforeEach(() => {
    clock = new ManualClock();
    engine = new ScriptedEngine();
    store = new EngineStore(engine, clock);
    kinds = [];
    store.onDidChangeState(({ kind }) => kinds.push(kind));
  });

  afterEach(() => {
    store.dispose();
  });

  function stateOf<K extends EngineState['kind']>(kind: K): EngineState & { readonly kind: K } {
    const { state } = store;
    assert.equal(state.kind, kind);
    return state as EngineState & { readonly kind: K };
  }

  function networkNames(): readonly string[] {
    return stateOf('ready').topology.networks.map(({ name }) => name);
  }

  it('asks nothing until somebody watches, and nothing any more when nobody does', async () => {
    await clock.advance(60_000);
    assert.equal(engine.dials, 0);
    const watch = store.watch();
    await settle();
    assert.deepEqual(kinds, ['connecting', 'ready']);
    watch.dispose();
    watch.dispose();
    engine.emit();
    await clock.advance(60_000);
    assert.deepEqual([engine.dials, engine.reads], [1, 1]);
  });

  it('shows a new network after its event', async () => {
    store.watch();
    await settle();
    engine.networks = [...networks, { Id: 'n1', Name: 'fresh', Driver: 'bridge' }];
    engine.emit();
    await clock.advance(29);
    assert.equal(engine.reads, 1);
    await clock.advance(1);
    assert.ok(networkNames().includes('fresh'));
  });

  it('reads a bounded number of times in a storm, and ends with the last truth', async () => {
    store.watch();
    await settle();
    for (let step = 0; step < 1000; step++) {
      engine.networks = [{ Id: 'n', Name: `n${step}`, Driver: 'bridge' }];
      engine.emit();
      await clock.advance(1);
    }
    await clock.advance(1000);
    assert.ok(engine.reads <= 6, `${engine.reads} reads`);
    assert.deepEqual(networkNames(), ['n999']);
  });

  it('keeps the last picture when the engine is lost, and recovers by itself', async () => {
    store.watch();
    await settle();
    engine.up = false;
    engine.lose();
    await clock.advance(250);
    assert.deepEqual(stateOf('unavailable').problem, {
      reason: 'notRunning',
      detail: 'connect ENOENT /test.sock',
    });
    assert.equal(stateOf('unavailable').last?.topology.networks.length, networks.length);
    engine.up = true;
    await clock.advance(10_000);
    assert.equal(networkNames().length, networks.length);
  });

  it('leaves no stream open when reads fail', async () => {
    engine.readFails = true;
    store.watch();
    await clock.advance(120_000);
    assert.ok(engine.dials > 10);
    assert.equal(engine.openStreams, 0);
    assert.equal(stateOf('unavailable').problem.reason, 'engineError');
  });

  it('backs off from an engine whose stream ends at once', async () => {
    engine.streamEndsAtOnce = true;
    store.watch();
    await clock.advance(10_000);
    assert.equal(engine.dials, 6);
    assert.equal(networkNames().length, networks.length);
  });

  it('dials at once after a stream that lived', async () => {
    store.watch();
    await clock.advance(5000);
    engine.lose();
    await clock.advance(0);
    assert.equal(engine.dials, 2);
  });

  it('drops the picture of an endpoint when the context turns to another', async () => {
    store.watch();
    await clock.advance(5000);
    const other = new ScriptedEngine({ url: 'unix:///other.sock', origin: 'context', context: 'other' });
    other.up = false;
    engine.locate = () => other.locate();
    engine.lose();
    await clock.advance(0);
    const { endpoint, last } = stateOf('unavailable');
    assert.deepEqual([endpoint.url, last], ['unix:///other.sock', undefined]);
  });

  it('retries with longer and longer pauses, for ever', async () => {
    engine.up = false;
    store.watch();
    await clock.advance(120_000);
    // 0, .25, .75, 1.75, 3.75, 7.75, 15.75 s, then every 10 s.
    assert.equal(engine.dials, 17);
  });

  it('drops an answer that comes after the last watcher left', async () => {
    engine.holdReads = true;
    const watch = store.watch();
    await settle();
    watch.dispose();
    engine.answerReads();
    await settle();
    assert.deepEqual(kinds, ['connecting']);
  });

  it('does not show the picture of one engine as that of another', async () => {
    store.watch();
    await settle();
    const other = new ScriptedEngine();
    other.up = false;
    store.use(other);
    await settle();
    assert.equal(stateOf('unavailable').last, undefined);
  });

  it('refreshes at once when asked, also in the middle of a pause', async () => {
    engine.up = false;
    store.watch();
    await clock.advance(60_000);
    engine.up = true;
    await store.refresh();
    stateOf('ready');
  });

  it('reads again when a person looks at a picture that is half a minute old, and not before', async () => {
    store.watch();
    await clock.advance(29_999);
    store.check();
    store.watch().dispose();
    await clock.advance(0);
    assert.equal(engine.reads, 1);
    await clock.advance(1);
    store.check();
    store.watch().dispose();
    await clock.advance(30);
    assert.equal(engine.reads, 2);
  });

  it('tries at once when a person looks in the middle of a pause', async () => {
    engine.up = false;
    const watch = store.watch();
    await clock.advance(60_000);
    const { dials } = engine;
    engine.up = true;
    store.check();
    await settle();
    assert.equal(engine.dials, dials + 1);
    stateOf('ready');
    watch.dispose();
    await clock.advance(60_000);
    store.check();
    await clock.advance(60_000);
    assert.equal(engine.dials, dials + 1);
  });

  it('reads again when an action was not answered in time', async () => {
    store.watch();
    await settle();
    const late = Object.assign(new Error('late'), { name: 'TimeoutError' });
    const answer = await store.ask(() => Promise.reject(late));
    assert.deepEqual(answer, { ok: false, problem: { reason: 'timeout', detail: 'late' } });
    await clock.advance(30);
    assert.equal(engine.reads, 2);
  });

  it('reads again when somebody’s patience is at an end, and not when he has lost interest', async () => {
    store.watch();
    await settle();
    const untilAborted = (_: unknown, signal: AbortSignal): Promise<never> =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      });
    const [bored, impatient] = [new AbortController(), new AbortController()];
    const answers = [bored, impatient].map(({ signal }) => store.ask(untilAborted, signal));
    await settle();
    bored.abort();
    await clock.advance(1000);
    assert.equal(engine.reads, 1);
    impatient.abort(new EngineFault({ reason: 'timeout', detail: 'no answer within 5 s' }));
    await clock.advance(30);
    assert.equal(engine.reads, 2);
    assert.deepEqual(
      (await Promise.all(answers)).map(({ ok }) => ok),
      [false, false],
    );
  });

  it('reads again when a person looks after the time of day was set back', async () => {
    store.watch();
    await settle();
    clock.set(-3_600_000);
    store.check();
    await clock.advance(30);
    assert.equal(engine.reads, 2);
  });

  it('knows how long a connection lived though the time of day was set back', async () => {
    store.watch();
    await clock.advance(5000);
    clock.set(-3_600_000);
    engine.lose();
    await clock.advance(0);
    assert.equal(engine.dials, 2);
  });

  it('lets a question wait for the engine that is dialled anew', async () => {
    const [network] = networks;
    store.watch();
    await settle();
    engine.holdDials = true;
    engine.lose();
    await clock.advance(250);
    assert.equal(engine.dials, 2);
    stateOf('ready');
    const answer = store.ask((calls, signal) => calls.inspectNetwork(network?.Id ?? '', signal));
    const given = new AbortController();
    const givenUp = store.ask((calls, signal) => calls.inspectNetwork('n', signal), given.signal);
    await settle();
    given.abort();
    assert.equal((await givenUp).ok, false);
    engine.answerDial();
    assert.deepEqual(await answer, { ok: true, value: network });
  });

  it('is not disturbed by a dial that is answered after a refresh has replaced it', async () => {
    engine.holdDials = true;
    store.watch();
    await settle();
    engine.holdDials = false;
    await store.refresh();
    const inspect = () => store.ask((calls, signal) => calls.inspectNetwork(networks[0]?.Id ?? '', signal));
    assert.equal((await inspect()).ok, true);
    const { reads, openStreams } = engine;
    engine.answerDial();
    await settle();
    assert.deepEqual([engine.reads, engine.openStreams], [reads, openStreams]);
    const given = new AbortController();
    const answer = store.ask((calls, s) => calls.inspectNetwork(networks[0]?.Id ?? '', s), given.signal);
    await settle();
    given.abort();
    assert.equal((await answer).ok, true);
  });

  describe('turned to another engine while somebody fills in a form', () => {
    const dev: Endpoint = { url: 'unix:///test.sock', origin: 'context', context: 'dev' };
    const prod: Endpoint = { url: 'tcp://prod:2376', origin: 'context', context: 'prod' };
    let other: ScriptedEngine;
    let made: string[];
    const create = (meant?: Endpoint) =>
      store.ask(
        () => {
          made.push(store.state.endpoint.url);
          return Promise.resolve();
        },
        undefined,
        meant,
      );
    const refused = {
      ok: false,
      problem: {
        reason: 'engineError',
        detail:
          'Portolan turned to prod (tcp://prod:2376) meanwhile, and this was for dev (unix:///test.sock)',
      },
    };

    beforeEach(async () => {
      made = [];
      other = new ScriptedEngine(prod);
      store.watch();
      await clock.advance(5000);
    });

    it('makes the change on none of them, and says why', async () => {
      engine.locate = () => other.locate();
      engine.lose();
      await clock.advance(0);
      assert.deepEqual(await create(dev), refused);
      assert.deepEqual(made, []);
      assert.deepEqual(await create(prod), { ok: true, value: undefined });
      assert.deepEqual(made, [prod.url]);
    });

    it('waits for the other one, so as to say what is so', async () => {
      other.holdDials = true;
      engine.locate = () => other.locate();
      engine.lose();
      await settle();
      assert.equal(store.state.kind, 'ready');
      const lost = create(dev);
      await clock.advance(0);
      assert.equal(store.state.kind, 'connecting');
      const connecting = create(dev);
      const forAny = create();
      other.answerDial();
      assert.deepEqual([await lost, await connecting], [refused, refused]);
      assert.deepEqual([await forAny, made], [{ ok: true, value: undefined }, [prod.url]]);
    });

    it('says the same where the other one can’t be had, or was picked by hand', async () => {
      other.up = false;
      store.use(other);
      await clock.advance(0);
      assert.deepEqual(await create(dev), refused);
      other.up = true;
      store.use(other);
      assert.deepEqual(await create(dev), refused);
      assert.deepEqual(made, []);
    });

    it('makes it where another context or a setting names the same engine', async () => {
      const again = await create({ url: 'unix:///test.sock', origin: 'setting' });
      assert.deepEqual([again.ok, made.length], [true, 1]);
    });
  });

  it('says a problem once, however often it is met, and again when it is asked to refresh', async () => {
    engine.up = false;
    store.watch();
    await clock.advance(60_000);
    assert.ok(engine.dials > 8);
    assert.deepEqual(kinds, ['connecting', 'unavailable']);
    await store.refresh();
    assert.deepEqual(kinds, ['connecting', 'unavailable', 'unavailable']);
    engine.up = true;
    engine.readFails = true;
    await clock.advance(60_000);
    assert.equal(stateOf('unavailable').problem.reason, 'engineError');
    assert.equal(kinds.length, 4);
  });

  it('keeps the picture while the context can’t be read', async () => {
    store.watch();
    await clock.advance(5000);
    const locate = engine.locate.bind(engine);
    engine.locate = () => Promise.reject(new Error('config.json is half written'));
    engine.lose();
    await clock.advance(0);
    assert.equal(stateOf('unavailable').last?.topology.networks.length, networks.length);
    engine.locate = locate;
    await clock.advance(1000);
    assert.deepEqual(kinds, ['connecting', 'ready', 'unavailable', 'ready']);
  });

  it('answers a question that was given up before it was asked', async () => {
    const gone = new AbortController();
    gone.abort();
    engine.holdReads = true;
    store.watch();
    const answer = await store.ask((calls, signal) => calls.inspectNetwork('n', signal), gone.signal);
    assert.deepEqual(answer.ok, false);
  });

  it('ends a refresh when the store is disposed', async () => {
    engine.holdReads = true;
    store.watch();
    const refreshed = store.refresh();
    await settle();
    store.dispose();
    await refreshed;
  });

  it('asks the engine for one object while it is connected, and says why it can’t', async () => {
    const [network] = networks;
    const ask = (id: string) => store.ask((calls, signal) => calls.inspectNetwork(id, signal));
    const watch = store.watch();
    assert.deepEqual(await ask(network?.Id ?? ''), { ok: true, value: network });
    assert.deepEqual(await ask('nowhere'), {
      ok: false,
      problem: { reason: 'engineError', detail: 'the sample engine has no nowhere' },
    });
    engine.up = false;
    engine.lose();
    await clock.advance(1000);
    const { problem } = stateOf('unavailable');
    assert.deepEqual(await ask(network?.Id ?? ''), { ok: false, problem });
    watch.dispose();
  });

  it('answers a glance with what is now, not with what somebody saw before', async () => {
    store.watch().dispose();
    const watch = store.watch();
    await settle();
    watch.dispose();
    assert.equal(store.live, false);
    engine.networks = [];
    const glance = new Glance(store, clock);
    assert.deepEqual((await glance.topology())?.networks, []);
    glance.dispose();
    engine.up = false;
    assert.equal(await glance.topology(), undefined);
    glance.dispose();
  });

  it('answers a glance within its limit, and lets the engine go afterwards', async () => {
    const glance = new Glance(store, clock);
    assert.equal((await glance.topology())?.networks.length, networks.length);
    await clock.advance(60_000);
    engine.emit();
    await clock.advance(1000);
    assert.equal(engine.reads, 1);
    engine.holdReads = true;
    store.use(engine);
    const late = glance.topology();
    await clock.advance(300);
    assert.equal(await late, undefined);
    glance.dispose();
  });
});
