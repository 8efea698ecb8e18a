import * as vscode from 'vscode';
import type { Store } from '../engine/state';
import { list, object, text } from '../engine/wire';
import type { Topology } from '../model';
import { copyTexts, sayCopied, type AliasesOf, type Copied } from '../views/copyTexts';
import { anyNodes, type TreeNode } from '../views/nodes';
import { withPicture } from './picture';
import type { NetworkRows } from './quickAction';

export interface CopyParts {
  readonly store: Store;
  readonly rows: Pick<NetworkRows, 'selection'>;
}

/** How long the status bar says what was copied, ms. */
const SAID_FOR = 2500;

/** What is said where a row has nothing of the kind. */
const NOTHING: Readonly<Record<Copied, string>> = {
  name: 'There is no name to copy.',
  id: 'There is no id to copy.',
  address: 'There is no address to copy: the container has none on this network now.',
  subnet: 'There is no subnet to copy.',
  command: 'No docker command makes this: the engine does it by itself.',
  value: 'There is no value to copy.',
};

/** Copies what rows say: of several rows one line each. A key press brings no rows: then those that are selected count. */
export function registerCopyCommands({ store, rows }: CopyParts): vscode.Disposable {
  const copier =
    (what: Copied) =>
    (clicked: unknown, selected: unknown): Promise<void> => {
      const given = anyNodes(clicked, selected);
      return copy(store, what, given.length > 0 ? given : rows.selection());
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

async function copy(store: Store, what: Copied, nodes: readonly TreeNode[]): Promise<void> {
  if (nodes.length === 0) {
    return;
  }
  await withPicture(store, async ({ topology }) => {
    const aliasesOf = what === 'command' ? await readAliases(store, nodes, topology) : () => [];
    const lines = nodes.flatMap((node) => copyTexts(what, node, topology, aliasesOf));
    if (lines.length > 0) {
      await vscode.env.clipboard.writeText(lines.join('\n'));
    }
    vscode.window.setStatusBarMessage(lines.length > 0 ? sayCopied(lines) : NOTHING[what], SAID_FOR);
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
  return (id, networkId) => givenAliases(byId.get(id), topology.networkById.get(networkId)?.name ?? '');
}

/** Before API 1.45 the engine adds the short id and the host name to the aliases that the user gave. */
function givenAliases(inspected: unknown, network: string): readonly string[] {
  const { Id, Config, NetworkSettings } = object(inspected);
  const own = [text(Id)?.slice(0, 12), text(object(Config).Hostname)];
  const aliases = list(object(object(object(NetworkSettings).Networks)[network]).Aliases);
  return aliases.flatMap((alias) => text(alias) ?? []).filter((alias) => !own.includes(alias));
}
