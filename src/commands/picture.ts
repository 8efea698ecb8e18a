import * as vscode from 'vscode';
import { whenSettled } from '../engine/settled';
import type { Endpoint, Store } from '../engine/state';
import type { Topology } from '../model';
import { sayProblem, shownTopology } from '../views/state';
import { plainMessage } from './quickWords';

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
    const state = await whenSettled(store);
    const topology = shownTopology(state);
    if (topology) {
      return await act({ topology, endpoint: state.endpoint });
    }
    const words = state.kind === 'unavailable' ? sayProblem(state.problem) : 'No Docker engine answers.';
    void vscode.window.showWarningMessage(plainMessage(words));
    return undefined;
  } finally {
    watch.dispose();
  }
}
