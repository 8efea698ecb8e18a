import assert from 'node:assert/strict';
import { change, type Asked, type Changed } from '../../../../src/commands/shared/quickChange';
import type { EngineCalls } from '../../../../src/engine/calls';
import { problemOf } from '../../../../src/engine/problem';

/** As a store asks: never rejects. */
const engine: Asked = {
  ask: async (call, signal = new AbortController().signal) => {
    try {
      return { ok: true, value: await call({} as EngineCalls, signal) };
    } catch (error) {
      return { ok: false, problem: problemOf(error) };
    }
  },
};

function fate(changed: Changed<unknown>): unknown {
  return changed.ok || { sent: changed.problem.sent, cancelled: changed.problem.cancelled };
}

describe('how far a change came', () => {
  it('is told for one that was cancelled before and after it was sent', async () => {
    const abort = new AbortController();
    const hanging = change(
      engine,
      (_calls, signal) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
      abort.signal,
    );
    abort.abort();
    assert.deepEqual(fate(await hanging), { sent: true, cancelled: true });
    const late = await change(engine, () => Promise.resolve(), abort.signal);
    assert.deepEqual(fate(late), { sent: false, cancelled: true });
  });

  it('is told where no engine was there to ask', async () => {
    const none: Asked = {
      ask: () => Promise.resolve({ ok: false, problem: { reason: 'disconnected', detail: 'none' } }),
    };
    const { signal } = new AbortController();
    assert.deepEqual(fate(await change(none, () => Promise.resolve(), signal)), {
      sent: false,
      cancelled: false,
    });
  });

  it('keeps the engine’s refusal where somebody gave up in the same moment', async () => {
    const abort = new AbortController();
    const refused = await change(
      engine,
      () => {
        abort.abort();
        return Promise.reject(Object.assign(new Error('in use'), { statusCode: 403 }));
      },
      abort.signal,
    );
    assert.deepEqual(fate(refused), { sent: true, cancelled: false });
  });
});
