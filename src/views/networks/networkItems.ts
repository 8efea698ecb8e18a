import type * as vscode from 'vscode';
import type { Container, Network, Topology } from '../../model';
import { offerRow } from '../engine/offers';
import { toVsTreeItem } from '../rows/liveTree';
import type { TreeNode } from '../rows/nodes';
import { containerWords, heardWords, networkWords, portWords, toContextValue } from '../rows/rowWords';
import { containerRow, networkRow } from '../rows/rows';
import { factRow, groupRow, heardRow, moreRow, noteRow, publishedRow, sectionRow } from '../rows/smallRows';
import { peerRow, serviceRow } from '../swarm/swarmRows';
import type { Arrangement } from './grouping';
import { nodeKey } from './networkBranches';

/** A network with few containers is open from the start: who is where is what people look for. */
const OPEN_UP_TO = { networks: 20, containers: 8 };

/** A filter opens what it leaves, unless it leaves that much. */
const FOUND_OPEN_UP_TO = 100;

type Of<K extends TreeNode['kind']> = Extract<TreeNode, { readonly kind: K }>;

/** The row of a node as VS Code has it; undefined for an object that the picture no longer has. */
export function toNetworksItem(
  node: Exclude<TreeNode, { readonly kind: 'offer' }>,
  topology: Topology,
  arrangement: Arrangement,
): vscode.TreeItem | undefined {
  switch (node.kind) {
    case 'group':
      return groupItem(node, arrangement);
    case 'network':
      return networkItem(node, topology, arrangement);
    case 'container':
      return containerItem(node, topology);
    case 'port':
      return portItem(node, topology);
    case 'service':
      return serviceItem(node, topology);
    case 'peer':
      return withWords(plainItem(node, peerRow(node, topology.nodes)), ['fact']);
    case 'section':
      return toVsTreeItem(sectionRow(node, topology), nodeKey(node), true, false);
    case 'heard':
      return heardItem(node);
    case 'fact':
      return factItem(node);
    case 'more':
      return moreItem(node);
    case 'note':
      return plainItem(node, noteRow(node));
    case 'node':
    case 'driver':
      return undefined;
  }
}

/** VS Code opens a row as asked only when it is new to it: a row that is to open by itself gets another id. */
function groupItem(node: Of<'group'>, arrangement: Arrangement): vscode.TreeItem | undefined {
  const group = arrangement.groups.find(({ value }) => value === node.value);
  if (!group) {
    return undefined;
  }
  const found = isFiltered(arrangement);
  const open = opensFound(arrangement) || (!found && arrangement.total <= OPEN_UP_TO.networks);
  const item = toVsTreeItem(groupRow(group, node.by), withMark(nodeKey(node), found && 'found'), true, open);
  item.contextValue = 'group';
  return item;
}

function networkItem(
  node: Of<'network'>,
  topology: Topology,
  arrangement: Arrangement,
): vscode.TreeItem | undefined {
  const network = topology.networkById.get(node.networkId);
  if (!network) {
    return undefined;
  }
  const count = arrangement.endpoints.get(network.id)?.length ?? 0;
  const few = topology.networks.length <= OPEN_UP_TO.networks && count <= OPEN_UP_TO.containers;
  const found = isFiltered(arrangement);
  const open = count > 0 && (found ? opensFound(arrangement) : few);
  // A network that gets its first container is another row, so that it opens.
  const id = withMark(withMark(network.id, count === 0 && 'empty'), found && 'found');
  const item = toVsTreeItem(networkRow(network, arrangement.choice.groupBy), id, true, open);
  item.contextValue = toContextValue(networkWords(network));
  return item;
}

function isFiltered({ choice }: Arrangement): boolean {
  return choice.filter.trim() !== '';
}

function opensFound(arrangement: Arrangement): boolean {
  return isFiltered(arrangement) && arrangement.endpoints.size <= FOUND_OPEN_UP_TO;
}

function withMark(id: string, mark: string | false): string {
  return mark === false ? id : `${id}/${mark}`;
}

function containerItem(node: Of<'container'>, topology: Topology): vscode.TreeItem | undefined {
  const place = placeOf(node, topology);
  if (!place) {
    return undefined;
  }
  const { container, network } = place;
  const endpoint = container.endpoints.find(({ networkId }) => networkId === network.id);
  const row = containerRow(container, endpoint, topology);
  const item = toVsTreeItem(row, nodeKey(node), endpoint !== undefined, false);
  item.contextValue = toContextValue(containerWords(container, endpoint, network));
  return item;
}

/** The container and the network of a row, as the picture has them now. */
export function placeOf(
  { containerId, networkId }: { readonly containerId: string; readonly networkId: string },
  topology: Topology,
): { readonly container: Container; readonly network: Network } | undefined {
  const container = topology.containerById.get(containerId);
  const network = topology.networkById.get(networkId);
  return container && network && { container, network };
}

function portItem(node: Of<'port'>, topology: Topology): vscode.TreeItem | undefined {
  const container = topology.containerById.get(node.containerId);
  const port = container?.published.find(({ id }) => id === node.portId);
  if (!container || !port) {
    return undefined;
  }
  const item = plainItem(node, publishedRow(port));
  item.contextValue = toContextValue(portWords(port, container));
  return item;
}

function serviceItem(node: Of<'service'>, topology: Topology): vscode.TreeItem | undefined {
  const service = topology.services.find(({ id }) => id === node.serviceId);
  if (!service) {
    return undefined;
  }
  const item = plainItem(node, serviceRow(service, node.networkId));
  item.contextValue = 'service';
  return item;
}

function heardItem(node: Of<'heard'>): vscode.TreeItem {
  const item = toVsTreeItem(heardRow(node.service), nodeKey(node), node.service.tasks.length > 0, false);
  return withWords(item, heardWords(node.service));
}

function withWords(item: vscode.TreeItem, words: readonly string[]): vscode.TreeItem {
  if (words.length > 0) {
    item.contextValue = toContextValue(words);
  }
  return item;
}

function factItem(node: Of<'fact'>): vscode.TreeItem {
  const item = plainItem(node, factRow(node));
  item.contextValue = 'fact';
  return item;
}

/** A click, or Enter, shows more. */
function moreItem(node: Of<'more'>): vscode.TreeItem {
  const item = plainItem(node, moreRow(node.hidden));
  item.contextValue = 'more';
  item.command = { command: 'portolan.showMoreContainers', title: 'Show More', arguments: [node] };
  return item;
}

/** A click, or Enter, does it; the row is there without a picture. */
export function toOfferItem(node: Of<'offer'>): vscode.TreeItem {
  const { command, row } = offerRow(node.of);
  const item = plainItem(node, row);
  item.command = { title: row.label, ...command };
  return item;
}

function plainItem(node: TreeNode, row: Parameters<typeof toVsTreeItem>[0]): vscode.TreeItem {
  return toVsTreeItem(row, nodeKey(node), false, false);
}
