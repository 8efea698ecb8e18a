import type * as vscode from 'vscode';
import { systemClock } from '../../engine/debounce';
import { Details } from '../../engine/details';
import type { Store } from '../../engine/state';
import { code } from '../../language';
import type { Topology } from '../../model';
import { nodeKey } from '../networks/networkBranches';
import { registerLiveTree, toVsTreeItem, type LiveTree } from '../rows/liveTree';
import type { TreeNode } from '../rows/nodes';
import { networkWords, toContextValue } from '../rows/rowWords';
import { networkRow, type Row } from '../rows/rows';
import { factRow, noteRow } from '../rows/smallRows';
import { factTooltip, networkTooltip } from '../rows/tooltips';
import { swarmChildren, type SwarmNode } from './swarmBranches';
import {
  nodeRow,
  nodeTooltip,
  ownNodeRow,
  peerRow,
  serviceRow,
  serviceTooltip,
  swarmSectionRow,
} from './swarmRows';

/** Shows the nodes, services and overlay networks of the swarm that the engine is in. */
export function registerSwarmTree(store: Store): vscode.Disposable {
  const details = new Details(store, systemClock);
  return registerLiveTree('portolan.swarm', store, swarmTree(details)).disposable;
}

/** The rows of the swarm view as VS Code has them. */
function swarmTree(details: Details): LiveTree<SwarmNode> {
  return {
    children: (node, topology) => topology && swarmChildren(node, topology, details),
    item: (node, topology) => topology && swarmItem(node, topology),
    tooltip: (node, topology) => topology && swarmTooltip(node, topology),
  };
}

function swarmItem(node: SwarmNode, topology: Topology): vscode.TreeItem | undefined {
  switch (node.kind) {
    case 'swarmSection':
      return toVsTreeItem(swarmSectionRow(node.of, topology), `swarm/${node.of}`, true, true);
    case 'ownNode':
      return leaf(ownNodeRow(topology.host), 'swarm/own');
    case 'note':
      return leaf(noteRow(node), keyOf(node));
    case 'fact':
      return withWord(leaf(factRow(node), keyOf(node)), 'fact');
    case 'peer':
      return withWord(leaf(peerRow(node, topology.nodes), keyOf(node)), 'fact');
    case 'node':
      return nodeItem(node, topology);
    case 'service':
      return serviceItem(node, topology);
    case 'network':
      return networkItem(node, topology);
  }
}

function leaf(row: Row, key: string): vscode.TreeItem {
  return toVsTreeItem(row, key, false, false);
}

function keyOf(node: TreeNode): string {
  return `swarm/${nodeKey(node)}`;
}

function withWord(item: vscode.TreeItem, word: string): vscode.TreeItem {
  item.contextValue = word;
  return item;
}

function nodeItem(
  node: Extract<SwarmNode, { readonly kind: 'node' }>,
  topology: Topology,
): vscode.TreeItem | undefined {
  const found = topology.nodes.find(({ id }) => id === node.nodeId);
  const here = found?.id === topology.host.swarm?.nodeId;
  return found && withWord(toVsTreeItem(nodeRow(found, here), keyOf(node), true, false), 'node');
}

function serviceItem(
  node: Extract<SwarmNode, { readonly kind: 'service' }>,
  topology: Topology,
): vscode.TreeItem | undefined {
  const found = topology.services.find(({ id }) => id === node.serviceId);
  return found && withWord(toVsTreeItem(serviceRow(found), keyOf(node), true, false), 'service');
}

function networkItem(
  node: Extract<SwarmNode, { readonly kind: 'network' }>,
  topology: Topology,
): vscode.TreeItem | undefined {
  const network = topology.networkById.get(node.networkId);
  if (!network) {
    return undefined;
  }
  const item = toVsTreeItem(networkRow(network), keyOf(node), true, false);
  return withWord(item, toContextValue(networkWords(network)));
}

function swarmTooltip(node: SwarmNode, topology: Topology): string | undefined {
  switch (node.kind) {
    case 'node': {
      const found = topology.nodes.find(({ id }) => id === node.nodeId);
      return found && nodeTooltip(found);
    }
    case 'service': {
      const found = topology.services.find(({ id }) => id === node.serviceId);
      return found && serviceTooltip(found, topology);
    }
    case 'network': {
      const found = topology.networkById.get(node.networkId);
      return found && networkTooltip(found);
    }
    case 'fact':
      return factTooltip(node);
    case 'note':
      return code(node.text);
    case 'peer':
    case 'swarmSection':
    case 'ownNode':
      return undefined;
  }
}
