import * as vscode from 'vscode';
import { drivers, type Driver } from '../catalog';
import type { Store } from '../engine/state';
import { toVsTreeItem, watchWhileVisible } from './networksTree';
import { driverRow, networkRow, networksOf } from './rows';
import { shownTopology } from './state';
import { driverTooltip, networkTooltip } from './tooltips';

/** A driver of Docker's world, or a network that the engine has of it. */
export type DriverNode =
  | { readonly kind: 'driver'; readonly driver: Driver }
  | { readonly kind: 'network'; readonly networkId: string };

/** Shows every driver with what it is for, and the engine's networks under it. */
export function registerDriversTree(store: Store): vscode.Disposable {
  const tree = new DriversTree(store);
  const view = vscode.window.createTreeView('portolan.drivers', { treeDataProvider: tree });
  return vscode.Disposable.from(
    view,
    watchWhileVisible(view, store),
    store.onDidChangeState(() => {
      tree.update();
    }),
    tree,
  );
}

class DriversTree implements vscode.TreeDataProvider<DriverNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly store: Store) {}

  update(): void {
    this.changed.fire(undefined);
  }

  dispose(): void {
    this.changed.dispose();
  }

  getChildren(node?: DriverNode): DriverNode[] {
    if (!node) {
      return drivers.map((driver) => ({ kind: 'driver', driver }));
    }
    const topology = shownTopology(this.store.state);
    if (!topology || node.kind === 'network') {
      return [];
    }
    return networksOf(node.driver, topology).map(({ id }) => ({ kind: 'network', networkId: id }));
  }

  getTreeItem(node: DriverNode): vscode.TreeItem {
    const topology = shownTopology(this.store.state);
    if (node.kind === 'driver') {
      const count = topology ? networksOf(node.driver, topology).length : 0;
      const item = toVsTreeItem(driverRow(node.driver, topology), node.driver.id, count > 0, false);
      item.contextValue = 'driver';
      return item;
    }
    const network = topology?.networkById.get(node.networkId);
    const item = network
      ? toVsTreeItem(networkRow(network), `driver/${network.id}`, false, false)
      : new vscode.TreeItem('');
    item.contextValue = 'network';
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, node: DriverNode): vscode.TreeItem {
    const tooltip = node.kind === 'driver' ? driverTooltip(node.driver) : this.networkTooltip(node.networkId);
    if (tooltip !== undefined) {
      item.tooltip = new vscode.MarkdownString(tooltip);
    }
    return item;
  }

  private networkTooltip(networkId: string): string | undefined {
    const network = shownTopology(this.store.state)?.networkById.get(networkId);
    return network && networkTooltip(network);
  }
}
