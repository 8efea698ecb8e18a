import { Debouncer, type Clock } from './debounce';
import type { Emitter } from './emitter';

/**
 * A single change is read after 30 ms; in a storm a picture is made every 250 ms. Where the engine needs longer for it
 * than 50 ms, four fifths of the time are left to others, for a second at most.
 */
const DEBOUNCE = { quiet: 30, atMost: 250, rest: { times: 4, atMost: 1000 } };

/** Reads again after changes, and when a person looks, until the stream is lost; rejects when a read fails. */
export function readOnChanges(
  changes: AsyncIterable<unknown>,
  looked: Emitter<undefined>,
  read: () => Promise<void>,
  clock: Clock,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const debouncer = new Debouncer(() => read().catch(reject), DEBOUNCE, clock);
    const request = (): void => {
      debouncer.request();
    };
    const looks = looked.on(request);
    void forEach(changes, request).then(() => {
      looks.dispose();
      debouncer.dispose();
      resolve();
    });
  });
}

/** Resolves when the stream is over, however it ended. */
async function forEach(stream: AsyncIterable<unknown>, then: () => void): Promise<void> {
  try {
    for await (const item of stream) {
      void item;
      then();
    }
  } catch {
    // A stream that broke is as lost as one that ended.
  }
}
