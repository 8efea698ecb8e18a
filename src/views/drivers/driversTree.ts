import type * as vscode from 'vscode';
import type { Store } from '../../engine/state';
import type { Topology } from '../../model';
import { registerLiveTree, toVsTreeItem, type LiveTree } from '../rows/liveTree';
import { networkWords, toContextValue } from '../rows/rowWords';
import { containerRow, networkRow } from '../rows/rows';
import { containerTooltip, networkTooltip } from '../rows/tooltips';
import { driverChildren, driverKey, optionOf, shownOf, type DriverNode, type NodeOf } from './driverBranches';
import { driverPartRow, driverRow, driverTooltip, limitRow, optionRow, optionTooltip } from './driverRows';

/** Shows every driver with what it is for, and the engine's networks under it. */
export function registerDriversTree(store: Store): vscode.Disposable {
  return registerLiveTree('portolan.drivers', store, driversTree).disposable;
}

const driversTree: LiveTree<DriverNode> = {
  children: driverChildren,
  item: driverItem,
  tooltip(node, topology) {
    switch (node.kind) {
      case 'driver':
        return driverTooltip(shownOf(node), topology);
      case 'driverPart':
        return driverTooltip(shownOf(node.of), topology);
      case 'driverLimit':
        return node.limit;
      case 'fact': {
        const option = optionOf(node);
        return option && optionTooltip(option);
      }
      case 'network': {
        const network = topology?.networkById.get(node.networkId);
        return network && networkTooltip(network);
      }
      case 'container': {
        const container = topology?.containerById.get(node.containerId);
        return topology && container && containerTooltip(container, topology);
      }
    }
  },
};

function driverItem(node: DriverNode, topology: Topology | undefined): vscode.TreeItem | undefined {
  switch (node.kind) {
    case 'driver': {
      const item = toVsTreeItem(driverRow(shownOf(node), topology), driverKey(node), true, false);
      item.contextValue = 'driver';
      return item;
    }
    case 'driverPart':
      return partItem(node);
    case 'driverLimit': {
      return toVsTreeItem(limitRow(node.limit), `${driverKey(node.of)}/limit/${node.limit}`, false, false);
    }
    case 'fact':
      return optionItem(node);
    case 'network':
      return networkItem(node.networkId, topology);
    case 'container':
      return containerItem(node.containerId, topology);
  }
}

function partItem({ of, part }: Extract<DriverNode, { kind: 'driverPart' }>): vscode.TreeItem {
  const { driver } = shownOf(of);
  const parent = part === 'limits' || part === 'options';
  const item = toVsTreeItem(driverPartRow(driver, part), `${driverKey(of)}/${part}`, parent, false);
  if (part === 'docs') {
    item.command = {
      command: 'portolan.openDriverDocs',
      title: 'Open the Documentation of the Driver',
      arguments: [of],
    };
  }
  return item;
}

function optionItem(node: NodeOf<'fact'>): vscode.TreeItem | undefined {
  const option = optionOf(node);
  if (!option) {
    return undefined;
  }
  const item = toVsTreeItem(optionRow(option), `${node.parent}/option/${node.value}`, false, false);
  item.contextValue = 'fact';
  return item;
}

function networkItem(networkId: string, topology: Topology | undefined): vscode.TreeItem | undefined {
  const network = topology?.networkById.get(networkId);
  if (!network) {
    return undefined;
  }
  const item = toVsTreeItem(networkRow(network), `driver/${network.id}`, false, false);
  item.contextValue = toContextValue(networkWords(network));
  return item;
}

function containerItem(containerId: string, topology: Topology | undefined): vscode.TreeItem | undefined {
  const container = topology?.containerById.get(containerId);
  if (!topology || !container) {
    return undefined;
  }
  const item = toVsTreeItem(
    containerRow(container, undefined, topology),
    `driver/container/${containerId}`,
    false,
    false,
  );
  item.contextValue = toContextValue(['container', ...(container.state === 'running' ? ['running'] : [])]);
  return item;
}
