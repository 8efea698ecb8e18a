import * as vscode from 'vscode';
import { registerDiagramCommands } from './commands/diagram/diagrams';
import { registerExportDiagram } from './commands/diagram/exportDiagram';
import { registerFindVeth } from './commands/diagram/findVeth';
import { registerRevealInNetworks } from './commands/diagram/revealInNetworks';
import { registerEngineCommands } from './commands/engine/engine';
import { chosenEngine } from './commands/engine/engineChoice';
import { registerSelectEndpoint } from './commands/engine/selectEndpoint';
import { registerNetworkActions } from './commands/networks/networkActions';
import { registerNetworksViewCommands } from './commands/networks/networksView';
import { registerObjectCommands } from './commands/objects/objects';
import { registerDiagnostics } from './editor/diagnostics';
import { registerEditorHelp } from './editor/editorHelp';
import { systemClock } from './engine/debounce';
import { Glance } from './engine/glance';
import { EngineStore } from './engine/store';
import { registerDiagramPanels } from './views/diagram/diagramPanels';
import { registerDriversTree } from './views/drivers/driversTree';
import { registerContextKeys } from './views/engine/contextKeys';
import { registerLog } from './views/engine/log';
import { registerStatusItem } from './views/engine/statusItem';
import { registerWindowFocus } from './views/engine/windowFocus';
import { registerNetworksTree } from './views/networks/networksTree';
import { registerSwarmTree } from './views/swarm/swarmTree';

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
    registerExportDiagram(store, diagrams),
    registerFindVeth({ store }, diagrams.veths),
    registerRevealInNetworks({ store, networks, diagrams }),
    registerStatusItem(store),
    registerWindowFocus(store),
    registerEngineCommands({ store, engine, log }),
    registerSelectEndpoint(store, engine),
    registerEditorHelp({ facts: () => glance.topology(), store }),
    registerDiagnostics(store),
  );
}
