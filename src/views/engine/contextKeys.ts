import * as vscode from 'vscode';
import type { EngineState, Store } from '../../engine/state';
import { conditionsOf } from '../diagram/diagramActions';
import { shownTopology } from './state';

/** Keeps the keys that menus ask for in step with the engine's state. */
export function registerContextKeys(store: Store): vscode.Disposable {
  const update = (state: EngineState): void => {
    const { sample, acts, local } = conditionsOf(state);
    const swarm = shownTopology(state)?.host.swarm;
    setKey('portolan.sample', sample);
    // Actions apply to a real engine that answers.
    setKey('portolan.acts', acts);
    setKey('portolan.local', local);
    setKey('portolan.swarm', swarm?.state === 'active' ? (swarm.manager ? 'manager' : 'worker') : undefined);
  };
  update(store.state);
  return store.onDidChangeState(update);
}

/** Why the networks view shows no network though the engine has some; undefined where it shows one or has none. */
export type NothingShown = 'filtered' | 'hidden' | undefined;

/** Says whether the networks are filtered, and why none is shown. */
export function showFilterKeys(filtered: boolean, nothing: NothingShown): void {
  setKey('portolan.filtered', filtered);
  setKey('portolan.nothingShown', nothing);
}

const known = new Map<string, unknown>();

/** VS Code asks every menu anew for each key that is set. */
function setKey(key: `portolan.${string}`, value: unknown): void {
  if (!known.has(key) || known.get(key) !== value) {
    known.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  }
}
