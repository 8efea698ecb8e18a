import * as vscode from 'vscode';
import { drivers } from '../../catalog';
import type { EngineStore } from '../../engine/store';
import { nodeOf } from '../../views/rows/nodes';
import { turnTo } from './connectTo';
import type { ChosenEngine } from './engineChoice';

export interface EngineCommandParts {
  readonly store: EngineStore;
  readonly engine: ChosenEngine;
  readonly log: vscode.LogOutputChannel;
}

/** Commands about the engine itself: ask again, turn to the sample and back, read the log and a driver's documentation; and the setting that chooses one. */
export function registerEngineCommands({ store, engine, log }: EngineCommandParts): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('portolan.refresh', () =>
      vscode.window.withProgress({ location: { viewId: 'portolan.networks' } }, () => store.refresh()),
    ),
    registerCommand('portolan.useSampleEngine', async () => {
      await turnTo(store, engine, { kind: 'sample' });
      return vscode.commands.executeCommand('portolan.networks.focus');
    }),
    registerCommand('portolan.useDockerEngine', () => turnTo(store, engine, engine.beforeSample)),
    registerCommand('portolan.showLog', () => {
      log.show();
    }),
    registerCommand('portolan.openDriverDocs', (node: unknown) => openDocs(node)),
    vscode.workspace.onDidChangeConfiguration((change) => {
      // An endpoint that was selected for the workspace goes before the setting.
      if (change.affectsConfiguration('portolan.host') && engine.choice === undefined) {
        store.use(engine.source);
      }
    }),
  );
}

async function openDocs(node: unknown): Promise<void> {
  const id = nodeOf('driver', node)?.driverId;
  const driver = drivers.find((known) => known.id === id);
  if (driver) {
    await vscode.env.openExternal(vscode.Uri.parse(driver.docs));
  }
}
