import type { EngineState, Store } from './state';

/** The engine's state as it is now, not as it was when somebody last watched; the store must be watched meanwhile. */
export function whenSettled(store: Store, signal?: AbortSignal): Promise<EngineState> {
  // A context can turn to another endpoint while somebody watches.
  const settled = store.live && store.state.kind !== 'connecting';
  return settled ? Promise.resolve(store.state) : nextSettled(store, signal);
}

/** The next state that is not `connecting`; the one at hand when the signal fires, or has fired, before. */
export function nextSettled(store: Store, signal?: AbortSignal): Promise<EngineState> {
  return new Promise((resolve) => {
    const settle = (): void => {
      subscription.dispose();
      signal?.removeEventListener('abort', settle);
      resolve(store.state);
    };
    const subscription = store.onDidChangeState(({ kind }) => {
      if (kind !== 'connecting') {
        settle();
      }
    });
    signal?.addEventListener('abort', settle, { once: true });
    if (signal?.aborted) {
      settle();
    }
  });
}
