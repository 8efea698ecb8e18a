import * as vscode from 'vscode';
import type { Store } from '../../engine/state';
import type { Topology } from '../../model';
import type { NetworksView } from '../../views/networks/networksTree';
import { anyNodes, type TreeNode } from '../../views/rows/nodes';
import { everyPlace, subjectOfNode } from '../../views/rows/subjectNodes';
import { withPicture } from '../shared/picture';

/** Shows the way from a tree's row to the diagram, and back. */
export interface RevealParts {
  readonly store: Store;
  readonly networks: Pick<NetworksView, 'goTo' | 'setFilter' | 'onDidSelect'>;
  readonly diagrams: { point(subject: ReturnType<typeof subjectOfNode>): void };
}

/**
 * "Reveal in Networks View": the row of a diagram's object, and the sidebar's selection marked in the diagrams. A row that the
 * view leaves out is said to be, and how to have it back.
 */
export function registerRevealInNetworks({ store, networks, diagrams }: RevealParts): vscode.Disposable {
  return vscode.Disposable.from(
    networks.onDidSelect(([row]) => diagrams.point(row && subjectOfNode(row))),
    vscode.commands.registerCommand('portolan.revealInNetworks', async (clicked: unknown) => {
      const [node] = anyNodes(clicked, undefined);
      if (node) {
        // A message can stand for long: the engine is not watched for it.
        const afterwards = await withPicture(store, async ({ topology }) =>
          goTo(placed(node, topology), networks),
        );
        await afterwards?.();
      }
    }),
  );
}

type Afterwards = (() => Promise<void>) | undefined;

/** Between several networks the first one that it is on is gone to. */
function placed(node: TreeNode, topology: Topology): TreeNode {
  return node.kind === 'container' ? (everyPlace(node, topology)[0] ?? node) : node;
}

async function goTo(node: TreeNode, networks: RevealParts['networks']): Promise<Afterwards> {
  switch (await networks.goTo(node)) {
    case 'there':
      return undefined;
    case 'filtered':
      return () => offerNoFilter(node, networks);
    case 'hidden':
      return offerAll;
    case 'gone':
      return sayGone;
  }
}

async function offerNoFilter(node: TreeNode, networks: RevealParts['networks']): Promise<void> {
  const clear = 'Clear the Filter';
  const words = 'The filter of the Networks view leaves it out.';
  if ((await vscode.window.showInformationMessage(words, clear)) === clear) {
    networks.setFilter('');
    await networks.goTo(node);
  }
}

async function offerAll(): Promise<void> {
  const settings = 'Settings';
  const words = 'Your settings leave its network out of the Networks view.';
  if ((await vscode.window.showInformationMessage(words, settings)) === settings) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'portolan.networks.hide');
  }
}

async function sayGone(): Promise<void> {
  await vscode.window.showInformationMessage('It has no row in the Networks view now.');
}
