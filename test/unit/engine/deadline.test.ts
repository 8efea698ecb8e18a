import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { follow, withDeadline } from '../../../src/engine/deadline';
import { EngineFault } from '../../../src/engine/problem';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const never = (): Promise<never> => new Promise(() => undefined);

describe('withDeadline', () => {
  it('ends a call that never answers, also when garbage is collected meanwhile', async () => {
    const parent = new AbortController();
    const collecting = setInterval(collectGarbage, 5);
    try {
      await assert.rejects(withDeadline(parent.signal, 60, never), (error) => {
        assert.ok(error instanceof EngineFault);
        assert.deepEqual(error.problem, { reason: 'timeout', detail: 'no answer within 0.06 s' });
        return true;
      });
    } finally {
      clearInterval(collecting);
    }
  });

  it('ends a call when the parent signal fires, before or meanwhile', async () => {
    const parent = new AbortController();
    const waiting = withDeadline(parent.signal, 60_000, never);
    parent.abort(new Error('not wanted any more'));
    await assert.rejects(waiting, /not wanted any more/);
    await assert.rejects(withDeadline(parent.signal, 60_000, never), /not wanted any more/);
  });

  it('aborts the call’s own signal, and gives an answer that comes in time', async () => {
    let seen: AbortSignal | undefined;
    const call = (signal: AbortSignal): Promise<never> => {
      seen = signal;
      return never();
    };
    await assert.rejects(withDeadline(new AbortController().signal, 1, call));
    assert.equal(seen?.aborted, true);
    assert.equal(await withDeadline(new AbortController().signal, 60_000, () => Promise.resolve(7)), 7);
  });

  it('aborts what else a call has under way when it fails, and nothing when it succeeds', async () => {
    let seen: AbortSignal | undefined;
    const parent = new AbortController();
    const call = (signal: AbortSignal): Promise<unknown> => {
      seen = signal;
      return Promise.all([Promise.reject(new Error('status 500')), never()]);
    };
    await assert.rejects(withDeadline(parent.signal, 60_000, call), /status 500/);
    assert.equal(seen?.aborted, true);
    const stream = (signal: AbortSignal): Promise<unknown> => Promise.resolve((seen = signal));
    await withDeadline(parent.signal, 60_000, stream);
    assert.equal(seen.aborted, false);
  });

  it('follows a parent until it is told not to', () => {
    const [parent, child] = [new AbortController(), new AbortController()];
    follow(parent.signal, child)();
    parent.abort();
    assert.equal(child.signal.aborted, false);
    follow(parent.signal, child);
    assert.equal(child.signal.aborted, true);
  });
});
