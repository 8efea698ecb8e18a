import * as vscode from 'vscode';
import type { OpenEngine } from '../shared/openEngine';
import { withEngine, type ActionParts, type Afterwards } from '../shared/quickAction';
import { askMany } from '../shared/quickInputs';
import { pruneRows } from './pruneNetworksPlan';
import { removeEach, sayRemoved } from './removeNetworks';

/** "Prune Networks…": lists exactly what goes; only what is picked is removed. */
export function registerPruneNetworks({ store }: ActionParts): vscode.Disposable {
  return vscode.commands.registerCommand('portolan.pruneNetworks', () => withEngine(store, prune));
}

async function prune(engine: OpenEngine): Promise<Afterwards> {
  const rows = pruneRows(engine.topology());
  if (rows.length === 0) {
    const words = 'There is nothing to prune: no network is unused.';
    return async () => vscode.window.showInformationMessage(words);
  }
  const step = await askMany({
    orActive: false,
    title: 'Prune Networks Without a Running Container',
    placeholder: 'Enter removes those that are picked',
    lines: rows.map(({ networkId, ...row }) => ({ ...row, value: networkId })),
  });
  if (step.kind !== 'done' || step.value.length === 0) {
    return undefined;
  }
  const networks = step.value.map((id) => ({
    id,
    name: rows.find((row) => row.networkId === id)?.label ?? id,
  }));
  const outcomes = await removeEach(networks, engine);
  return async () => sayRemoved(outcomes, networks.length);
}
