import * as vscode from 'vscode';
import type { EngineState, Store } from '../engine/state';
import type { Container, Network, Topology } from '../model';
import { containerRow, networkRow, runningFirst, type Row } from './rows';
import { sayAboveTree, shownTopology } from './state';
import { containerTooltip, networkTooltip } from './tooltips';

/** A row's object by id: rows of an old picture stay valid keys for the new one. */
export type NetworkNode =
  | { readonly kind: 'network'; readonly networkId: string }
  | { readonly kind: 'container'; readonly containerId: string; readonly networkId: string };

/** A network with few containers is open from the start: who is where is what people look for. */
const OPEN_UP_TO = { networks: 20, containers: 8 };

/** Shows the live tree of networks and their containers while its view is visible. */
export function registerNetworksTree(store: Store): vscode.Disposable {
  const tree = new NetworksTree(store);
  const view = vscode.window.createTreeView('portolan.networks', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  const show = (state: EngineState): void => {
    view.message = sayAboveTree(state) ?? '';
    view.description = state.kind === 'unavailable' && !state.last ? state.problem.detail : '';
    tree.update();
  };
  show(store.state);
  return vscode.Disposable.from(view, watchWhileVisible(view, store), store.onDidChangeState(show), tree);
}

/** Holds the store's watch while a view is visible: a hidden view asks the engine nothing. */
export function watchWhileVisible(view: vscode.TreeView<unknown>, store: Store): vscode.Disposable {
  let watch = view.visible ? store.watch() : undefined;
  const subscription = view.onDidChangeVisibility(({ visible }) => {
    watch?.dispose();
    watch = visible ? store.watch() : undefined;
  });
  return new vscode.Disposable(() => {
    subscription.dispose();
    watch?.dispose();
  });
}

class NetworksTree implements vscode.TreeDataProvider<NetworkNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly store: Store) {}

  update(): void {
    this.changed.fire(undefined);
  }

  dispose(): void {
    this.changed.dispose();
  }

  getChildren(node?: NetworkNode): NetworkNode[] {
    const topology = shownTopology(this.store.state);
    if (!topology) {
      return [];
    }
    if (!node) {
      return topology.networks.map(({ id }) => ({ kind: 'network', networkId: id }));
    }
    return node.kind === 'network' ? childrenOfNetwork(node, topology) : childrenOfContainer(node, topology);
  }

  getTreeItem(node: NetworkNode): vscode.TreeItem {
    const topology = shownTopology(this.store.state);
    const network = topology?.networkById.get(node.networkId);
    if (!topology || !network) {
      return new vscode.TreeItem('');
    }
    if (node.kind === 'network') {
      return networkItem(network, topology);
    }
    const container = topology.containerById.get(node.containerId);
    return container ? containerItem(container, network) : new vscode.TreeItem('');
  }

  /** Tooltips are made when a pointer rests on a row, not for every row of a long list. */
  resolveTreeItem(item: vscode.TreeItem, node: NetworkNode): vscode.TreeItem {
    const topology = shownTopology(this.store.state);
    const tooltip = topology && tooltipOf(node, topology);
    if (tooltip !== undefined) {
      item.tooltip = new vscode.MarkdownString(tooltip);
    }
    return item;
  }
}

function childrenOfNetwork({ networkId }: NetworkNode, topology: Topology): NetworkNode[] {
  const endpoints = topology.networkById.get(networkId)?.endpoints ?? [];
  return runningFirst(endpoints, topology).map(({ containerId }) => ({
    kind: 'container',
    containerId,
    networkId,
  }));
}

/** Containers in another's network namespace stand under its owner. */
function childrenOfContainer(node: NetworkNode & { kind: 'container' }, topology: Topology): NetworkNode[] {
  const sharers = topology.containerById.get(node.containerId)?.sharedBy ?? [];
  return sharers.map((containerId) => ({ kind: 'container', containerId, networkId: node.networkId }));
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
  const item = toVsTreeItem(
    containerRow(container, endpoint),
    `${network.id}/${container.id}`,
    container.sharedBy.length > 0,
    true,
  );
  item.contextValue = 'container';
  return item;
}

function tooltipOf(node: NetworkNode, topology: Topology): string | undefined {
  if (node.kind === 'network') {
    const network = topology.networkById.get(node.networkId);
    return network && networkTooltip(network);
  }
  const container = topology.containerById.get(node.containerId);
  return container && containerTooltip(container, topology);
}

/** The id keeps a row open and selected over refreshes. */
export function toVsTreeItem(row: Row, id: string, parent: boolean, open: boolean): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(row.label, parent ? (open ? Expanded : Collapsed) : None);
  item.id = id;
  item.description = row.description;
  item.iconPath = new vscode.ThemeIcon(
    row.icon,
    row.color === undefined ? undefined : new vscode.ThemeColor(row.color),
  );
  item.accessibilityInformation = { label: row.spoken };
  return item;
}
