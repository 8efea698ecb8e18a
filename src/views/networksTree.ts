import * as vscode from 'vscode';
import type { EngineState, Store } from '../engine/state';
import type { Container, Network, Topology } from '../model';
import { registerLiveTree, toVsTreeItem, type LiveTree } from './liveTree';
import { containerRow, networkRow, runningFirst } from './rows';
import { sayAboveTree } from './state';
import { containerTooltip, networkTooltip } from './tooltips';

/** A row's object by id. */
export type NetworkNode =
  | { readonly kind: 'network'; readonly networkId: string }
  | { readonly kind: 'container'; readonly containerId: string; readonly networkId: string };

/** A network with few containers is open from the start: who is where is what people look for. */
const OPEN_UP_TO = { networks: 20, containers: 8 };

/** Shows the live tree of networks and their containers. */
export function registerNetworksTree(store: Store): vscode.Disposable {
  const { view, disposable } = registerLiveTree('portolan.networks', store, networksTree);
  const show = (state: EngineState): void => {
    view.message = sayAboveTree(state) ?? '';
    view.description = state.kind === 'unavailable' && !state.last ? state.problem.detail : '';
  };
  show(store.state);
  return vscode.Disposable.from(disposable, store.onDidChangeState(show));
}

const networksTree: LiveTree<NetworkNode> = {
  children(node, topology) {
    if (!topology) {
      return undefined;
    }
    switch (node?.kind) {
      case undefined:
        return topology.networks.map(({ id }) => ({ kind: 'network', networkId: id }));
      case 'network':
        return membersOf(node.networkId, topology);
      case 'container':
        return sharersOf(node.containerId, topology).map((containerId) => ({ ...node, containerId }));
    }
  },
  item(node, topology) {
    const network = topology?.networkById.get(node.networkId);
    if (!topology || !network) {
      return undefined;
    }
    if (node.kind === 'network') {
      return networkItem(network, topology);
    }
    const container = topology.containerById.get(node.containerId);
    return container && containerItem(container, network);
  },
  tooltip(node, topology) {
    if (node.kind === 'network') {
      const network = topology?.networkById.get(node.networkId);
      return network && networkTooltip(network);
    }
    const container = topology?.containerById.get(node.containerId);
    return topology && container && containerTooltip(container, topology);
  },
};

function membersOf(networkId: string, topology: Topology): NetworkNode[] {
  const endpoints = topology.networkById.get(networkId)?.endpoints ?? [];
  return runningFirst(endpoints, topology).map(({ containerId }) => ({
    kind: 'container',
    containerId,
    networkId,
  }));
}

/** Containers in another's network namespace stand under its owner. */
function sharersOf(containerId: string, topology: Topology): readonly string[] {
  return topology.containerById.get(containerId)?.sharedBy ?? [];
}

function networkItem(network: Network, topology: Topology): vscode.TreeItem {
  const count = network.endpoints.length;
  const open = topology.networks.length <= OPEN_UP_TO.networks && count <= OPEN_UP_TO.containers;
  // VS Code opens a row as asked only when it is new to it, so a network that gets its first container is another row.
  const id = count > 0 ? network.id : `${network.id}/empty`;
  const item = toVsTreeItem(networkRow(network), id, count > 0, open);
  item.contextValue = 'network';
  return item;
}

function containerItem(container: Container, network: Network): vscode.TreeItem {
  const endpoint = container.endpoints.find(({ networkId }) => networkId === network.id);
  const shared = container.sharedBy.length > 0;
  const item = toVsTreeItem(containerRow(container, endpoint), `${network.id}/${container.id}`, shared, true);
  item.contextValue = 'container';
  return item;
}
