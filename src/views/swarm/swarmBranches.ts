import type { Details } from '../../engine/details';
import type { Topology } from '../../model';
import { factNodes, nodeKey, peerRows } from '../networks/networkBranches';
import type { Fact } from '../rows/networkFacts';
import type { TreeNode } from '../rows/nodes';
import { nodeFacts, overlaysOf, sayUnknown, serviceFacts, type SwarmSection } from './swarmRows';

type Shared = 'network' | 'service' | 'node' | 'fact' | 'peer' | 'note';

/** A row of the swarm view. */
export type SwarmNode =
  | Extract<TreeNode, { readonly kind: Shared }>
  | { readonly kind: 'swarmSection'; readonly of: SwarmSection }
  /** The engine itself, where no manager tells of it. */
  | { readonly kind: 'ownNode' };

/** The rows at the top, or below a row. Peers are asked for when their network is opened. */
export function swarmChildren(
  node: SwarmNode | undefined,
  topology: Topology,
  details: Pick<Details, 'network'>,
): readonly SwarmNode[] | Promise<readonly SwarmNode[]> {
  switch (node?.kind) {
    case undefined:
      return topRows(topology);
    case 'swarmSection':
      return sectionRows(node.of, topology);
    case 'service':
    case 'node':
      return factsOf(node, topology);
    case 'network':
      return peersOf(node.networkId, topology, details);
    case 'fact':
    case 'peer':
    case 'note':
    case 'ownNode':
      return [];
  }
}

function topRows({ host }: Topology): readonly SwarmNode[] {
  if (host.swarm === undefined) {
    return [];
  }
  const unknown = sayUnknown(host);
  return unknown === undefined
    ? [section('nodes'), section('services'), section('networks')]
    : [{ kind: 'ownNode' }, { kind: 'note', parent: 'swarm', text: unknown }, section('networks')];
}

function section(of: SwarmSection): SwarmNode {
  return { kind: 'swarmSection', of };
}

function sectionRows(of: SwarmSection, topology: Topology): readonly SwarmNode[] {
  switch (of) {
    case 'nodes':
      return topology.nodes.map(({ id }) => ({ kind: 'node', nodeId: id }));
    case 'services':
      return topology.services.map(({ id }) => ({ kind: 'service', serviceId: id }));
    case 'networks':
      return overlaysOf(topology).map(({ id }) => ({ kind: 'network', networkId: id }));
  }
}

type Described = Extract<SwarmNode, { readonly kind: 'service' | 'node' }>;

function factsOf(node: Described, topology: Topology): readonly SwarmNode[] {
  return factNodes(nodeKey(node), allFacts(node, topology));
}

function allFacts(node: Described, topology: Topology): readonly Fact[] {
  if (node.kind === 'node') {
    const found = topology.nodes.find(({ id }) => id === node.nodeId);
    return found ? nodeFacts(found) : [];
  }
  const found = topology.services.find(({ id }) => id === node.serviceId);
  return found ? serviceFacts(found, topology) : [];
}

/** Only a node that has a part in a network hears of the others that have. */
async function peersOf(
  networkId: string,
  topology: Topology,
  details: Pick<Details, 'network'>,
): Promise<readonly SwarmNode[]> {
  const network = topology.networkById.get(networkId);
  if (!network) {
    return [];
  }
  const answer = await details.network(network);
  return peerRows(network, answer).filter(isPeerOrNote);
}

function isPeerOrNote(node: TreeNode): node is Extract<TreeNode, { readonly kind: 'peer' | 'note' }> {
  return node.kind === 'peer' || node.kind === 'note';
}
