import assert from 'node:assert/strict';
import { Debouncer } from '../../../src/engine/debounce';
import { ManualClock } from '../manualClock';

describe('Debouncer', () => {
  let clock: ManualClock;
  let starts: number[];
  let finish: (() => void)[];
  let debouncer: Debouncer;

  beforeEach(() => {
    clock = new ManualClock();
    starts = [];
    finish = [];
    const task = () => {
      starts.push(clock.elapsed());
      return new Promise<void>((resolve) => finish.push(resolve));
    };
    debouncer = new Debouncer(task, { quiet: 30, atMost: 250, rest: { times: 4, atMost: 1000 } }, clock);
  });

  it('runs once for requests that come close together', async () => {
    debouncer.request();
    await clock.advance(20);
    debouncer.request();
    await clock.advance(1000);
    assert.deepEqual(starts, [50]);
  });

  it('runs at the latest after the maximum wait while a storm goes on', async () => {
    for (let at = 0; at < 40; at++) {
      debouncer.request();
      await clock.advance(10);
    }
    assert.deepEqual(starts, [250]);
  });

  it('starts the next run only after the one before, and never forgets the last request', async () => {
    debouncer.request();
    await clock.advance(30);
    debouncer.request();
    await clock.advance(5000);
    assert.deepEqual(starts, [30]);
    finish[0]?.();
    await clock.advance(60_000);
    assert.deepEqual(starts, [30, 6030]);
  });

  it('rests four times as long as a run took, and no longer for a single request', async () => {
    debouncer.request();
    await clock.advance(30);
    await clock.advance(100);
    finish[0]?.();
    await clock.advance(10);
    debouncer.request();
    await clock.advance(1000);
    assert.deepEqual(starts, [30, 530]);
    finish[1]?.();
    await clock.advance(10_000);
    debouncer.request();
    await clock.advance(1000);
    assert.deepEqual(starts, [30, 530, 11_170]);
  });

  it('does not mind that the time of day is set, forth or back', async () => {
    for (const [ms, start] of [
      [-3_600_000, 30],
      [3_600_000, 2060],
    ] as const) {
      debouncer.request();
      clock.set(ms);
      await clock.advance(30);
      assert.equal(starts.at(-1), start);
      clock.set(ms);
      finish.at(-1)?.();
      await clock.advance(2000);
    }
    debouncer.request();
    await clock.advance(30);
    assert.equal(starts.length, 3);
  });

  it('runs nothing after it was disposed', async () => {
    debouncer.request();
    debouncer.dispose();
    debouncer.request();
    await clock.advance(1000);
    assert.deepEqual(starts, []);
  });
});
