import type { Topology } from '../../model';
import type { TreeNode } from '../rows/nodes';
import { filterNetwork, parseFilter } from './filter';
import type { Arrangement } from './grouping';

/** Whether the tree has a row, and why not. */
export type Sought =
  /** `index` is where it, or the row it stands under, is among its network's containers; -1 for the network itself. */
  | { readonly kind: 'there'; readonly networkId: string; readonly index: number }
  /** The filter leaves it out. */
  | { readonly kind: 'filtered' }
  /** The settings leave its network out. */
  | { readonly kind: 'hidden' }
  /** The engine no longer has it, or never had it there. */
  | { readonly kind: 'gone' };

/** The row that a row stands under; undefined at the top. */
export function parentRow(
  node: TreeNode,
  topology: Topology,
  { groups, choice }: Arrangement,
): TreeNode | undefined {
  if (node.kind === 'network') {
    const group = groups.find(({ networks }) => networks.some(({ id }) => id === node.networkId));
    return group && choice.groupBy !== 'none'
      ? { kind: 'group', by: choice.groupBy, value: group.value }
      : undefined;
  }
  if (node.kind === 'container') {
    const { containerId, networkId } = node;
    const owner = ownerOf(containerId, topology);
    return owner === undefined
      ? { kind: 'network', networkId }
      : { kind: 'container', containerId: owner, networkId };
  }
  return node.kind === 'port'
    ? { kind: 'container', containerId: node.containerId, networkId: node.networkId }
    : undefined;
}

/** A container in another's network namespace is listed under that. */
function ownerOf(containerId: string, topology: Topology): string | undefined {
  const mode = topology.containerById.get(containerId)?.mode;
  return mode?.kind === 'container' ? mode.owner : undefined;
}

/** Looks for the row of a network, of a container on it, or of a port of that. */
export function seekRow(node: TreeNode, topology: Topology, arrangement: Arrangement): Sought {
  if (node.kind !== 'network' && node.kind !== 'container' && node.kind !== 'port') {
    return { kind: 'gone' };
  }
  const network = topology.networkById.get(node.networkId);
  if (!network) {
    return { kind: 'gone' };
  }
  const endpoints = arrangement.endpoints.get(network.id);
  const onIt = node.kind === 'network' || isOn(node.containerId, network.id, topology);
  if (!onIt) {
    return { kind: 'gone' };
  }
  if (!endpoints) {
    const passes = filterNetwork(network, topology, parseFilter(arrangement.choice.filter)) !== undefined;
    return { kind: passes ? 'hidden' : 'filtered' };
  }
  const holder =
    node.kind === 'network' ? undefined : (ownerOf(node.containerId, topology) ?? node.containerId);
  const index = endpoints.findIndex(({ containerId }) => containerId === holder);
  return holder !== undefined && index < 0
    ? { kind: 'filtered' }
    : { kind: 'there', networkId: network.id, index };
}

function isOn(containerId: string, networkId: string, topology: Topology): boolean {
  const holder = topology.containerById.get(ownerOf(containerId, topology) ?? containerId);
  return holder?.endpoints.some((endpoint) => endpoint.networkId === networkId) === true;
}
