import type * as vscode from 'vscode';
import { drivers, type Driver } from '../catalog';
import type { Store } from '../engine/state';
import type { Topology } from '../model';
import { registerLiveTree, toVsTreeItem, type LiveTree } from './liveTree';
import { driverRow, networkRow, networksOf } from './rows';
import { driverTooltip, networkTooltip } from './tooltips';

/** A driver of Docker's world, or a network that the engine has of it. */
export type DriverNode =
  | { readonly kind: 'driver'; readonly driver: Driver }
  | { readonly kind: 'network'; readonly networkId: string };

/** Shows every driver with what it is for, and the engine's networks under it. */
export function registerDriversTree(store: Store): vscode.Disposable {
  return registerLiveTree('portolan.drivers', store, driversTree).disposable;
}

const driversTree: LiveTree<DriverNode> = {
  children(node, topology) {
    if (!node) {
      return drivers.map((driver) => ({ kind: 'driver', driver }));
    }
    if (!topology || node.kind === 'network') {
      return [];
    }
    return networksOf(node.driver, topology).map(({ id }) => ({ kind: 'network', networkId: id }));
  },
  item(node, topology) {
    return node.kind === 'driver' ? driverItem(node.driver, topology) : networkItem(node.networkId, topology);
  },
  tooltip(node, topology) {
    if (node.kind === 'driver') {
      return driverTooltip(node.driver);
    }
    const network = topology?.networkById.get(node.networkId);
    return network && networkTooltip(network);
  },
};

function driverItem(driver: Driver, topology: Topology | undefined): vscode.TreeItem {
  const hasNetworks = topology !== undefined && networksOf(driver, topology).length > 0;
  const item = toVsTreeItem(driverRow(driver, topology), driver.id, hasNetworks, false);
  item.contextValue = 'driver';
  return item;
}

function networkItem(networkId: string, topology: Topology | undefined): vscode.TreeItem | undefined {
  const network = topology?.networkById.get(networkId);
  if (!network) {
    return undefined;
  }
  const item = toVsTreeItem(networkRow(network), `driver/${network.id}`, false, false);
  item.contextValue = 'network';
  return item;
}
