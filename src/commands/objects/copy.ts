import * as vscode from 'vscode';
import { decodeGiven } from '../../engine/decodeGiven';
import type { Store } from '../../engine/state';
import type { Topology } from '../../model';
import { copyTexts, sayCopied, type AliasesOf, type Copied } from '../../views/objects/copyTexts';
import { sayNothing } from '../../views/objects/sayNothing';
import { anyNodes, type TreeNode } from '../../views/rows/nodes';
import { everyPlace } from '../../views/rows/subjectNodes';
import { keyRows } from '../shared/keyRows';
import { withPicture } from '../shared/picture';
import type { NetworkRows } from '../shared/quickAction';

export interface CopyParts {
  readonly store: Store;
  readonly rows: Pick<NetworkRows, 'selection'>;
}

/** How long the status bar says what was copied, ms. */
const SAID_FOR = 2500;

/** Copies what rows say: of several rows one line each. A key press brings no rows. */
export function registerCopyCommands({ store, rows }: CopyParts): vscode.Disposable {
  const copier =
    (what: Copied) =>
    async (clicked: unknown, selected: unknown): Promise<void> => {
      const given = anyNodes(clicked, selected);
      return copy(store, what, given.length > 0 ? given : await keyRows(rows));
    };
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('portolan.copyName', copier('name')),
    registerCommand('portolan.copyId', copier('id')),
    registerCommand('portolan.copyAddress', copier('address')),
    registerCommand('portolan.copySubnet', copier('subnet')),
    registerCommand('portolan.copyCommand', copier('command')),
    registerCommand('portolan.copyValue', copier('value')),
  );
}

/** Copied once for each network where a container stands; all else of it is the same everywhere. */
const PER_NETWORK: ReadonlySet<Copied> = new Set<Copied>(['address', 'command']);

async function copy(store: Store, what: Copied, given: readonly TreeNode[]): Promise<void> {
  if (given.length === 0) {
    return;
  }
  await withPicture(store, async ({ topology }) => {
    const nodes = given.flatMap((node): readonly TreeNode[] =>
      node.kind === 'container' && PER_NETWORK.has(what) ? everyPlace(node, topology) : [node],
    );
    const aliasesOf = what === 'command' ? await readAliases(store, nodes, topology) : () => [];
    const lines = nodes.flatMap((node) => copyTexts(what, node, topology, aliasesOf));
    if (lines.length > 0) {
      await vscode.env.clipboard.writeText(lines.join('\n'));
    }
    const words = lines.length > 0 ? sayCopied(lines) : sayNothing(what, nodes, topology);
    vscode.window.setStatusBarMessage(words, SAID_FOR);
  });
}

/** The list calls never have them. A container that can't be asked has none. */
async function readAliases(store: Store, nodes: readonly TreeNode[], topology: Topology): Promise<AliasesOf> {
  const ids = [...new Set(nodes.flatMap((node) => (node.kind === 'container' ? [node.containerId] : [])))];
  const answers = await Promise.all(
    ids.map(async (id) => {
      const answer = await store.ask((calls, signal) => calls.inspectContainer(id, signal));
      return [id, answer.ok ? answer.value : undefined] as const;
    }),
  );
  const byId = new Map(answers);
  return (id, networkId) => {
    const network = topology.networkById.get(networkId);
    return (network && decodeGiven(byId.get(id), network)?.aliases) ?? [];
  };
}
