import * as vscode from 'vscode';
import { drivers } from '../catalog';
import type { Source, EngineStore } from '../engine/store';

export interface EngineCommandParts {
  readonly store: EngineStore;
  /** Where the choice of the sample engine outlives a reload of the window. */
  readonly memory: vscode.Memento;
  readonly docker: Source;
  readonly sample: Source;
  readonly log: vscode.LogOutputChannel;
}

const SAMPLE_CHOSEN = 'sampleEngine';

/** Whether this window turned to the sample engine before it was reloaded. */
export function isSampleChosen(memory: vscode.Memento): boolean {
  return memory.get<boolean>(SAMPLE_CHOSEN, false);
}

/** Commands about the engine itself: ask again, turn to the sample and back, read the log and a driver's documentation. */
export function registerEngineCommands(parts: EngineCommandParts): vscode.Disposable {
  const { store, memory, docker, sample, log } = parts;
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('portolan.refresh', () =>
      vscode.window.withProgress({ location: { viewId: 'portolan.networks' } }, () => store.refresh()),
    ),
    registerCommand('portolan.useSampleEngine', async () => {
      await memory.update(SAMPLE_CHOSEN, true);
      store.use(sample);
      return vscode.commands.executeCommand('portolan.networks.focus');
    }),
    registerCommand('portolan.useDockerEngine', async () => {
      await memory.update(SAMPLE_CHOSEN, undefined);
      store.use(docker);
    }),
    registerCommand('portolan.showLog', () => {
      log.show();
    }),
    registerCommand('portolan.openDriverDocs', (node: unknown) => openDocs(node)),
  );
}

async function openDocs(node: unknown): Promise<void> {
  const id = hasDriver(node) ? node.driver.id : undefined;
  const driver = drivers.find((known) => known.id === id);
  if (driver) {
    await vscode.env.openExternal(vscode.Uri.parse(driver.docs));
  }
}

function hasDriver(node: unknown): node is { readonly driver: { readonly id: unknown } } {
  return (
    typeof node === 'object' &&
    node !== null &&
    'driver' in node &&
    typeof node.driver === 'object' &&
    node.driver !== null &&
    'id' in node.driver
  );
}
