import type { EngineState, Store } from './state';

/** The state once it is not `connecting`; the store must be watched, or it may never change. */
export function whenSettled(store: Store): Promise<EngineState> {
  if (store.state.kind !== 'connecting') {
    return Promise.resolve(store.state);
  }
  return new Promise((resolve) => {
    const subscription = store.onDidChangeState((state) => {
      if (state.kind !== 'connecting') {
        subscription.dispose();
        resolve(state);
      }
    });
  });
}
