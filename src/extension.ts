import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { registerDiagramCommands } from './commands/diagrams';
import { isSampleChosen, registerEngineCommands } from './commands/engine';
import { registerDiagnostics } from './editor/diagnostics';
import { registerHover } from './editor/hover';
import { systemClock } from './engine/debounce';
import type { EndpointSources } from './engine/endpoint';
import { Glance } from './engine/glance';
import { dockerSource, sampleSource } from './engine/sources';
import { EngineStore } from './engine/store';
import { registerContextKeys } from './views/contextKeys';
import { registerDiagramPanels } from './views/diagramPanel';
import { registerDriversTree } from './views/driversTree';
import { registerLog } from './views/log';
import { registerNetworksTree } from './views/networksTree';

/** A hover waits this long for an engine that is still connecting, and keeps the picture live for a minute of reading. */
const GLANCE = { limit: 300, hold: 60_000 };

/** Registers everything and returns: no connection is made before a view is seen or a hover asks. */
export function activate(context: vscode.ExtensionContext): void {
  const docker = dockerSource(endpointSources);
  const sample = sampleSource(context.asAbsolutePath('media/sample/engine.json'));
  const memory = context.workspaceState;
  const store = new EngineStore(isSampleChosen(memory) ? sample : docker, systemClock);
  const glance = new Glance(store, GLANCE, systemClock);
  const log = vscode.window.createOutputChannel('Portolan', { log: true });
  const diagrams = registerDiagramPanels({ extensionUri: context.extensionUri, store });
  context.subscriptions.push(
    log,
    store,
    glance,
    diagrams,
    registerLog(store, log),
    registerContextKeys(store),
    registerNetworksTree(store),
    registerDriversTree(store),
    registerDiagramCommands(store, diagrams),
    registerEngineCommands({ store, memory, docker, sample, log }),
    registerHover({ facts: () => glance.topology() }),
    registerDiagnostics(),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('portolan.host')) {
        void vscode.commands.executeCommand('portolan.useDockerEngine');
      }
    }),
  );
}

function endpointSources(): EndpointSources {
  const setting = vscode.workspace.getConfiguration('portolan').get<string>('host', '').trim();
  return { setting, env: process.env, home: homedir(), platform: process.platform };
}
