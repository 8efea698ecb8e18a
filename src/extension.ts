import * as vscode from 'vscode';
import { registerDiagramCommands } from './commands/diagrams';
import { registerEngineCommands } from './commands/engine';
import { chosenEngine } from './commands/engineChoice';
import { registerSelectEndpoint } from './commands/selectEndpoint';
import { registerNetworkActions } from './commands/networkActions';
import { registerNetworksViewCommands } from './commands/networksView';
import { registerObjectCommands } from './commands/objects';
import { registerDiagnostics } from './editor/diagnostics';
import { registerHover } from './editor/hover';
import { systemClock } from './engine/debounce';
import { Glance } from './engine/glance';
import { EngineStore } from './engine/store';
import { registerContextKeys } from './views/contextKeys';
import { registerDiagramPanels } from './views/diagramPanel';
import { registerDriversTree } from './views/driversTree';
import { registerLog } from './views/log';
import { registerNetworksTree } from './views/networksTree';
import { registerStatusItem } from './views/statusItem';
import { registerSwarmTree } from './views/swarmTree';
import { registerWindowFocus } from './views/windowFocus';

/** Registers everything and returns: no connection is made before a view is seen or a hover asks. */
export function activate(context: vscode.ExtensionContext): void {
  const engine = chosenEngine(context);
  const store = new EngineStore(engine.source, systemClock);
  const glance = new Glance(store, systemClock);
  const log = vscode.window.createOutputChannel('Portolan', { log: true });
  const diagrams = registerDiagramPanels({ extensionUri: context.extensionUri, store });
  const networks = registerNetworksTree(store);
  context.subscriptions.push(
    log,
    store,
    glance,
    diagrams,
    registerLog(store, log),
    registerContextKeys(store),
    networks,
    registerNetworksViewCommands(networks),
    registerNetworkActions({ store, rows: networks, diagrams }),
    registerObjectCommands({ store, rows: networks, diagrams }),
    registerDriversTree(store),
    registerSwarmTree(store),
    registerDiagramCommands(store, diagrams),
    registerStatusItem(store),
    registerWindowFocus(store),
    registerEngineCommands({ store, engine, log }),
    registerSelectEndpoint(store, engine),
    registerHover({ facts: () => glance.topology() }),
    registerDiagnostics(),
  );
}
