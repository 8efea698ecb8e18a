import * as vscode from 'vscode';
import type { GroupBy } from '../../views/networks/grouping';
import type { NetworksView } from '../../views/networks/networksTree';
import { nodeOf } from '../../views/rows/nodes';

/** Commands of the networks view: filter, group, hide, and the rest of a long list. */
export function registerNetworksViewCommands(view: NetworksView): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('portolan.filterNetworks', () => {
      askFilter(view);
    }),
    registerCommand('portolan.clearFilter', () => {
      view.setFilter('');
    }),
    registerCommand('portolan.groupNetworks', () => askGrouping()),
    registerCommand('portolan.toggleDefaultNetworks', () => toggle('networks.hideDefault')),
    registerCommand('portolan.toggleEmptyNetworks', () => toggle('networks.hideEmpty')),
    registerCommand('portolan.showMoreContainers', (node: unknown) => {
      const more = nodeOf('more', node);
      if (more) {
        view.showMore(more.networkId);
      }
    }),
  );
}

/** Filters while words are typed; Enter keeps them, Escape returns to the filter before. */
function askFilter(view: NetworksView): void {
  const before = view.filter;
  const input = vscode.window.createInputBox();
  let kept = false;
  input.title = 'Filter Networks';
  input.placeholder = 'shop web · 172.28 · 8080 · nginx · overlay';
  input.prompt =
    'Networks and containers that have all of these words in name, driver, image, address, port or id';
  input.value = before;
  input.onDidChangeValue((words) => {
    view.setFilter(words);
  });
  input.onDidAccept(() => {
    kept = true;
    input.hide();
    void vscode.commands.executeCommand('portolan.networks.focus');
  });
  input.onDidHide(() => {
    if (!kept) {
      view.setFilter(before);
    }
    input.dispose();
  });
  void vscode.commands.executeCommand('portolan.networks.open', { preserveFocus: true });
  input.show();
}

const GROUPINGS: readonly { readonly by: GroupBy; readonly label: string; readonly detail: string }[] = [
  { by: 'none', label: 'No Groups', detail: 'One list of networks' },
  { by: 'driver', label: 'By Driver', detail: 'bridge, overlay, macvlan, …' },
  { by: 'project', label: 'By Compose Project', detail: 'Networks of no project come last' },
];

async function askGrouping(): Promise<void> {
  const current = settings().get<string>('networks.groupBy', 'none');
  const items = GROUPINGS.map(({ by, label, detail }) => ({
    by,
    label,
    detail,
    ...(by === current ? { description: 'current' } : {}),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Group Networks',
    placeHolder: 'How are networks to be grouped?',
  });
  if (picked) {
    await write('networks.groupBy', picked.by);
  }
}

async function toggle(name: 'networks.hideDefault' | 'networks.hideEmpty'): Promise<void> {
  await write(name, !settings().get<boolean>(name, false));
}

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('portolan');
}

/** Writes the user's settings, or those of the workspace where it has its own: others would have no effect. */
async function write(name: string, value: unknown): Promise<void> {
  const own = settings().inspect(name)?.workspaceValue !== undefined;
  const { Workspace, Global } = vscode.ConfigurationTarget;
  await settings().update(name, value, own ? Workspace : Global);
}
