import * as vscode from 'vscode';
import type { EngineState, Store } from '../engine/state';

/** Keeps the keys that welcome texts and menus ask for in step with the engine's state. */
export function registerContextKeys(store: Store): vscode.Disposable {
  const update = (state: EngineState): void => {
    const problem = state.kind === 'unavailable' ? state.problem.reason : undefined;
    void vscode.commands.executeCommand('setContext', 'portolan.problem', problem);
    void vscode.commands.executeCommand('setContext', 'portolan.sample', state.endpoint.origin === 'sample');
  };
  update(store.state);
  return store.onDidChangeState(update);
}
