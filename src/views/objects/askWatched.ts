import type { Answer, EngineCalls } from '../../engine/calls';
import type { Endpoint, Store } from '../../engine/state';

/**
 * Asks an engine that maybe nobody watches. What the answer goes on with, the stream of a log or a shell, has a connection of
 * its own: it stays though the store is watched no longer, and a terminal that stands open asks the engine nothing.
 */
export async function askWatched<T>(
  store: Pick<Store, 'watch' | 'ask'>,
  call: (calls: EngineCalls, signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
  meant?: Endpoint,
): Promise<Answer<T>> {
  const watch = store.watch();
  try {
    return await store.ask(call, signal, meant);
  } finally {
    watch.dispose();
  }
}
