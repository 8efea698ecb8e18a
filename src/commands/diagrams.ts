import * as vscode from 'vscode';
import { whenSettled } from '../engine/settled';
import type { Store } from '../engine/state';
import type { Network } from '../model';
import { networkRow } from '../views/rows';
import { shownTopology } from '../views/state';

/** What opens the two kinds of diagram. */
export interface Diagrams {
  showNetwork(networkId: string): void;
  showTopology(): void;
}

/** "Show Topology" and "Show Network Diagram"; from the palette the latter asks which network. */
export function registerDiagramCommands(store: Store, diagrams: Diagrams): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('portolan.showTopology', () => {
      diagrams.showTopology();
    }),
    vscode.commands.registerCommand('portolan.showNetworkDiagram', async (node: unknown) => {
      const networkId = networkIdOf(node) ?? (await pickNetwork(store))?.id;
      if (networkId !== undefined) {
        diagrams.showNetwork(networkId);
      }
    }),
  );
}

/** A row of a tree, or the id itself, as a keybinding or another extension may give it. */
function networkIdOf(node: unknown): string | undefined {
  if (typeof node === 'string') {
    return node;
  }
  const hasId =
    typeof node === 'object' && node !== null && 'networkId' in node && typeof node.networkId === 'string';
  return hasId ? (node.networkId as string) : undefined;
}

async function pickNetwork(store: Store): Promise<Network | undefined> {
  const watch = store.watch();
  try {
    const topology = shownTopology(await whenSettled(store));
    if (!topology) {
      void vscode.window.showWarningMessage('No Docker engine answers, so there is no network to show.');
      return undefined;
    }
    const items = topology.networks.map((network) => ({ ...pickItem(network), network }));
    const picked = await vscode.window.showQuickPick(items, {
      placeHolder: 'Which network?',
      matchOnDescription: true,
    });
    return picked?.network;
  } finally {
    watch.dispose();
  }
}

function pickItem(network: Network): vscode.QuickPickItem {
  const { label, description, icon } = networkRow(network);
  return { label, description, iconPath: new vscode.ThemeIcon(icon) };
}
