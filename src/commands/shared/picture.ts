import type { Endpoint, Store } from '../../engine/state';
import type { Topology } from '../../model';
import { shownTopology } from '../../views/engine/state';
import { sayNoEngine, settledWithProgress } from './quickAction';

/** What a command that changes nothing knows of an engine, live, sample or lost. */
export interface Picture {
  readonly topology: Topology;
  readonly endpoint: Endpoint;
}

/** Does something with the picture, the store watched meanwhile; where there never was one, it says why. */
export async function withPicture<T>(
  store: Store,
  act: (picture: Picture) => Promise<T>,
): Promise<T | undefined> {
  const watch = store.watch();
  try {
    const state = await settledWithProgress(store);
    const topology = shownTopology(state);
    if (topology) {
      return await act({ topology, endpoint: state.endpoint });
    }
    void sayNoEngine(state);
    return undefined;
  } finally {
    watch.dispose();
  }
}
