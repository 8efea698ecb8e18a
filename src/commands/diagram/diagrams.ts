import * as vscode from 'vscode';
import type { Store } from '../../engine/state';
import { nodeOf } from '../../views/rows/nodes';
import { readMenuNode } from '../../views/rows/subjectNodes';
import { withPicture } from '../shared/picture';
import { askOne } from '../shared/quickInputs';
import { networkLines } from '../shared/quickRows';

/** What opens the two kinds of diagram. */
export interface Diagrams {
  showNetwork(networkId: string): void;
  showTopology(): void;
}

/** "Show Topology" and "Show Network Diagram"; from the palette the latter asks which network. */
export function registerDiagramCommands(
  store: Store,
  diagrams: Diagrams & { goOnTo(networkId: string): void },
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('portolan.showTopology', () => {
      diagrams.showTopology();
    }),
    vscode.commands.registerCommand('portolan.showNetworkDiagram', async (node: unknown) => {
      const networkId = networkIdOf(node) ?? (await pickNetwork(store));
      if (networkId !== undefined && readMenuNode(node)) {
        diagrams.goOnTo(networkId);
      } else if (networkId !== undefined) {
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
  const row = nodeOf('network', node) ?? nodeOf('container', node);
  return row?.networkId === '' ? undefined : row?.networkId;
}

async function pickNetwork(store: Store): Promise<string | undefined> {
  const step = await withPicture(store, ({ topology }) =>
    askOne({
      title: 'Show Network Diagram',
      placeholder: 'Which network?',
      lines: () => networkLines(topology.networks),
    }),
  );
  return step?.kind === 'done' ? step.value : undefined;
}
