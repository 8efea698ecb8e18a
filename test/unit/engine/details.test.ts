import assert from 'node:assert/strict';
import type { Answer, EngineCalls } from '../../../src/engine/calls';
import { Details } from '../../../src/engine/details';
import type { Container, Network } from '../../../src/model';
import { problemOf } from '../../../src/engine/problem';
import a2 from '../../fixtures/container-fx-a2.json';
import ov from '../../fixtures/network-ov-verbose.json';
import { containerNamed, networkNamed, plain, rich } from '../fixture';
import { ManualClock } from '../manualClock';

const limits = { most: 3, patience: 5000, fresh: 4000 };

/** A store whose engine answers inspects as told, and counts them. */
class AskedStore {
  readonly asked: string[] = [];
  answer: (id: string) => Promise<unknown> = () => Promise.resolve({});

  signal: AbortSignal | undefined;

  async ask<T>(
    call: (calls: EngineCalls, signal: AbortSignal) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<Answer<T>> {
    this.signal = signal;
    const inspect = (id: string): Promise<unknown> => {
      this.asked.push(id);
      return this.answer(id);
    };
    const calls = { inspectContainer: inspect, inspectNetwork: inspect } as unknown as EngineCalls;
    try {
      return { ok: true, value: await call(calls, new AbortController().signal) };
    } catch (error) {
      return { ok: false, problem: problemOf(error) };
    }
  }
}

describe('details of one object', () => {
  let store: AskedStore;
  let clock: ManualClock;
  let details: Details;
  const container = containerNamed(rich, 'fx-a2');
  const network = networkNamed(plain, 'ov');

  beforeEach(() => {
    store = new AskedStore();
    clock = new ManualClock();
    details = new Details(store, clock, limits);
  });

  function changed(endpoint: Partial<Container['endpoints'][number]>, state = container.state): Container {
    return { ...container, state, endpoints: container.endpoints.map((one) => ({ ...one, ...endpoint })) };
  }

  it('are asked for once while nothing about the object changes, however often it is drawn', async () => {
    store.answer = () => Promise.resolve(a2);
    for (let refresh = 0; refresh < 1000; refresh++) {
      const answer = await details.container({ ...container, status: `Up ${refresh} seconds` });
      assert.ok(answer.ok && answer.value.hostname === 'myhost');
    }
    await clock.advance(3_600_000);
    await details.container(container);
    assert.deepEqual(store.asked, [container.id]);
  });

  it('are asked for anew after a connect, a start and a stop', async () => {
    await details.container(container);
    await details.container(changed({ endpointId: 'another' }));
    await details.container(changed({ endpointId: 'another' }, 'exited'));
    await details.container(changed({ endpointId: 'another' }, 'exited'));
    assert.equal(store.asked.length, 3);
  });

  it('are asked for anew when the object is opened once more', async () => {
    await details.container(container);
    details.forget(container.id);
    await details.container(container);
    details.clear();
    await details.container(container);
    assert.equal(store.asked.length, 3);
  });

  it('are one question for those who ask at the same time', async () => {
    await Promise.all([details.container(container), details.container(container)]);
    assert.equal(store.asked.length, 1);
  });

  it('of a network are believed for a while: no event tells of other nodes', async () => {
    store.answer = () => Promise.resolve(ov);
    const answer = await details.network(network);
    assert.ok(answer.ok);
    assert.equal(answer.value.peers[0]?.address, '127.0.0.1');
    await clock.advance(3999);
    await details.network(network);
    assert.equal(store.asked.length, 1);
    await clock.advance(1);
    await details.network({ ...network } satisfies Network);
    assert.equal(store.asked.length, 2);
  });

  it('of a network are believed no longer where the time of day is set back', async () => {
    await details.network(network);
    clock.set(-3_600_000);
    await clock.advance(4000);
    await details.network(network);
    assert.equal(store.asked.length, 2);
  });

  it('end in the engine’s words, which are not asked for again at every refresh', async () => {
    store.answer = () =>
      Promise.reject(
        Object.assign(new Error('x'), { statusCode: 404, json: { message: 'No such container: fx' } }),
      );
    const answer = await details.container(container);
    assert.deepEqual(answer, {
      ok: false,
      problem: { reason: 'engineError', detail: 'No such container: fx' },
    });
    await details.container(container);
    assert.equal(store.asked.length, 1);
    await clock.advance(4000);
    await details.container(container);
    assert.equal(store.asked.length, 2);
  });

  it('are given up after a time, whatever the engine does', async () => {
    store.answer = () => new Promise(() => undefined);
    const answer = details.container(container);
    await clock.advance(5000);
    assert.deepEqual(await answer, {
      ok: false,
      problem: { reason: 'timeout', detail: 'no answer within 5 s' },
    });
    // Not as by somebody who has lost interest: the store then doubts its picture.
    assert.deepEqual(problemOf(store.signal?.reason), { reason: 'timeout', detail: 'no answer within 5 s' });
  });

  it('are remembered for a few objects: the one opened longest ago goes first', async () => {
    const [a, b, c, d] = ['fx-a1', 'fx-a3', 'fx-b1', 'fx-both'].map((name) => containerNamed(rich, name));
    assert.ok(a && b && c && d);
    for (const one of [a, b, c, a, d, a, b]) {
      await details.container(one);
    }
    assert.deepEqual(store.asked, [a.id, b.id, c.id, d.id, b.id]);
  });
});
