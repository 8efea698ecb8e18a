import type * as vscode from 'vscode';
import type { EngineState, Store } from '../../engine/state';
import { sayProblem } from './state';

/** Writes each change of the engine's state to the Portolan log, in one line; a problem that stays is written once. */
export function registerLog(store: Store, channel: vscode.LogOutputChannel): vscode.Disposable {
  let last = '';
  return store.onDidChangeState((state) => {
    const line = sayState(state);
    if (line !== last) {
      last = line;
      channel.info(line);
    }
  });
}

function sayState(state: EngineState): string {
  const where = state.endpoint.url;
  switch (state.kind) {
    case 'connecting':
      return `connecting ${where}`.trim();
    case 'ready':
      return `connected to ${where}: engine ${state.topology.host.engineVersion ?? 'of unknown version'}`;
    case 'unavailable':
      return `${where}: ${sayProblem(state.problem)}`;
  }
}
