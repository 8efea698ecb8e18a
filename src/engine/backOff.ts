import type { Clock } from './debounce';
import type { Emitter } from './emitter';

/** First retry, and the longest pause between two: an engine that comes back is seen within that time. ms. */
const BACK_OFF = { first: 250, longest: 10_000 };

/** The pause after that many failures in a row, ms: 0, 250, 500, 1000 … 10,000. */
export function backOff(failures: number): number {
  return failures === 0 ? 0 : Math.min(BACK_OFF.longest, BACK_OFF.first * 2 ** (failures - 1));
}

/** Waits; ends early when the signal fires or somebody is impatient. */
export function pause(
  clock: Clock,
  ms: number,
  signal: AbortSignal,
  impatient: Emitter<undefined>,
): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      cancel();
      subscription.dispose();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const subscription = impatient.on(done);
    const cancel = clock.after(ms, done);
    signal.addEventListener('abort', done, { once: true });
    if (signal.aborted) {
      done();
    }
  });
}
