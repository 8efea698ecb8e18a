import { sharersOf } from '../../diagram';
import type { Answer } from '../../engine/calls';
import type { ContainerDetails, NetworkDetails } from '../../engine/decodeDetails';
import type { Container, Endpoint, Network, Topology } from '../../model';
import {
  aliasFacts,
  endpointFacts,
  exposedFacts,
  linkFacts,
  listedLinks,
  requestedFacts,
} from '../rows/containerFacts';
import { networkFacts, some, type Fact } from '../rows/networkFacts';
import type { TreeNode } from '../rows/nodes';
import { portsHere } from '../rows/rows';
import type { Arrangement } from './grouping';

/** A network shows that many containers, and that many more each time it is asked. */
export const PAGE = { first: 200, next: 500 };

/** The rows at the top: groups, or the networks themselves. */
export function topRows({ groups, choice }: Arrangement): readonly TreeNode[] {
  const { groupBy } = choice;
  return groupBy === 'none'
    ? groups.flatMap(({ networks }) => networks.map(networkNode))
    : groups.map(({ value }) => ({ kind: 'group', by: groupBy, value }));
}

/** The networks of a group. */
export function groupRows(value: string, { groups }: Arrangement): readonly TreeNode[] {
  return groups.filter((group) => group.value === value).flatMap(({ networks }) => networks.map(networkNode));
}

function networkNode({ id }: Network): TreeNode {
  return { kind: 'network', networkId: id };
}

/** A network's containers up to the page, then services and peers of an overlay, and its details last. */
export function networkRows(
  network: Network,
  endpoints: readonly Endpoint[],
  page: number,
): readonly TreeNode[] {
  const networkId = network.id;
  const hidden = endpoints.length - page;
  const sections =
    network.driver === 'overlay' ? (['services', 'peers', 'details'] as const) : (['details'] as const);
  return [
    ...endpoints
      .slice(0, page)
      .map(({ containerId }): TreeNode => ({ kind: 'container', containerId, networkId })),
    ...(hidden > 0 ? [{ kind: 'more', networkId, hidden } as const] : []),
    ...sections.map((of) => ({ kind: 'section', networkId, of }) as const),
  ];
}

/** Everything about a container where it stands, then the containers in its network namespace. */
export function containerRows(
  container: Container,
  network: Network,
  topology: Topology,
  details: Answer<ContainerDetails> | undefined,
): readonly TreeNode[] {
  const parent = containerKey(container.id, network.id);
  const networkId = network.id;
  const endpoint = container.endpoints.find((one) => one.networkId === networkId);
  return [
    ...(endpoint ? factNodes(parent, endpointFacts(endpoint)) : []),
    ...(endpoint ? factNodes(parent, nameFacts(container, endpoint, network, topology, details)) : []),
    ...portsHere(container, endpoint).map(({ id }): TreeNode => ({
      kind: 'port',
      portId: id,
      containerId: container.id,
      networkId,
    })),
    ...(details?.ok === true ? factNodes(parent, requestedFacts(container, details.value)) : []),
    ...factNodes(parent, exposedFacts(container, details)),
    ...factNodes(parent, some('image', container.image)),
    ...notes(parent, details, 'Aliases, links and requested ports'),
    ...sharersOf(container, topology).map(({ id }): TreeNode => ({
      kind: 'container',
      containerId: id,
      networkId,
    })),
  ];
}

function nameFacts(
  container: Container,
  endpoint: Endpoint,
  network: Network,
  topology: Topology,
  details: Answer<ContainerDetails> | undefined,
): readonly Fact[] {
  if (details?.ok !== true) {
    return network.defaultBridge ? listedLinks(container, topology) : [];
  }
  return [
    ...aliasFacts(container, endpoint, details.value),
    ...linkFacts(endpoint, network.defaultBridge, details.value),
  ];
}

/** Fact rows of a network. */
export function detailRows(network: Network): readonly TreeNode[] {
  return factNodes(sectionKey(network.id, 'details'), networkFacts(network));
}

/** A manager knows the services of a network; another node only those that it has heard of there. */
export function serviceRows(
  network: Network,
  topology: Topology,
  details: Answer<NetworkDetails> | undefined,
): readonly TreeNode[] {
  const networkId = network.id;
  const parent = sectionKey(networkId, 'services');
  if (knowsServices(topology)) {
    const services = topology.services.filter((service) => service.networkIds.includes(networkId));
    return services.length === 0
      ? [{ kind: 'note', parent, text: 'No service joins this network.' }]
      : services.map(({ id }) => ({ kind: 'service', serviceId: id, networkId }));
  }
  const heard = details?.ok === true ? details.value.services : [];
  return [
    ...heard.map((service) => ({ kind: 'heard', networkId, service }) as const),
    ...notes(parent, details, 'Services'),
    workerNote(parent, topology),
  ];
}

/** Only a manager lists services, and only where its swarm answers. */
function knowsServices({ host: { swarm } }: Topology): boolean {
  return swarm?.manager === true && swarm.problem === undefined;
}

/** Why services may be missing, in few words; the whole of it in the tooltip. */
function workerNote(parent: string, { host: { swarm } }: Topology): TreeNode {
  if (swarm === undefined) {
    return { kind: 'note', parent, text: 'This engine is in no swarm.' };
  }
  if (swarm.manager) {
    return { kind: 'note', parent, text: 'Services are not known.', ...withDetail(swarm.problem) };
  }
  const managers = swarm.managerAddresses;
  const where = managers.length === 0 ? '' : ` Managers: ${managers.join(', ')}.`;
  const detail = `This node is a worker: it knows only services with tasks that it has heard of on this network.${where}`;
  return { kind: 'note', parent, text: 'A manager knows more.', detail };
}

/** An engine with a part in a network is one of its peers; without it hears of no other, and a manager neither (engine 20.10). */
const NO_PEER = 'This node has no part in the network, and has heard of none that has.';

/** The nodes that an overlay spans, as far as this node has heard of them. */
export function peerRows(network: Network, details: Answer<NetworkDetails> | undefined): readonly TreeNode[] {
  const parent = sectionKey(network.id, 'peers');
  const peers = details?.ok === true ? details.value.peers : [];
  if (details?.ok === true && peers.length === 0) {
    return [{ kind: 'note', parent, text: NO_PEER }];
  }
  return [
    ...peers.map(({ name, address }) => ({ kind: 'peer', networkId: network.id, name, address }) as const),
    ...notes(parent, details, 'Peers'),
  ];
}

/** Where the tasks of a service that was heard of run. */
export function taskRows({ networkId, service }: Extract<TreeNode, { kind: 'heard' }>): readonly TreeNode[] {
  const facts = service.tasks.map(({ name, address, node }) => ({
    name,
    value: address ?? 'no address',
    ...(node === undefined ? {} : { remark: `on node ${node}` }),
  }));
  return factNodes(`${sectionKey(networkId, 'services')}/${service.name}`, facts);
}

function notes(parent: string, answer: Answer<unknown> | undefined, what: string): readonly TreeNode[] {
  if (answer === undefined) {
    return [{ kind: 'note', parent, text: `${what}: asking the engine…` }];
  }
  return answer.ok
    ? []
    : [{ kind: 'note', parent, text: `${what}: not known`, detail: answer.problem.detail }];
}

function withDetail(detail: string | undefined): { readonly detail?: string } {
  return detail === undefined ? {} : { detail };
}

type FactNode = Extract<TreeNode, { readonly kind: 'fact' }>;

/** VS Code refuses two rows of one id: a fact that is told twice is one row. */
export function factNodes(parent: string, facts: readonly Fact[]): readonly FactNode[] {
  const nodes = facts.map((one): FactNode => ({ kind: 'fact', parent, ...one }));
  return [...new Map(nodes.map((node) => [nodeKey(node), node])).values()];
}

function containerKey(containerId: string, networkId: string): string {
  return `${networkId}/${containerId}`;
}

function sectionKey(networkId: string, of: string): string {
  return `${networkId}/${of}`;
}

/** Names a row over all refreshes. */
export function nodeKey(node: TreeNode): string {
  switch (node.kind) {
    case 'group':
      return `${node.by}:${node.value}`;
    case 'network':
      return node.networkId;
    case 'container':
      return containerKey(node.containerId, node.networkId);
    case 'port':
      return `${containerKey(node.containerId, node.networkId)}/port/${node.portId}`;
    case 'fact':
      return `${node.parent}/${node.name}/${node.value}`;
    case 'section':
      return sectionKey(node.networkId, node.of);
    case 'peer':
      return `${sectionKey(node.networkId, 'peers')}/${node.name}/${node.address}`;
    case 'heard':
      return `${sectionKey(node.networkId, 'services')}/${node.service.name}`;
    case 'more':
      return `${node.networkId}/more`;
    case 'note':
      return `${node.parent}/note/${node.text}`;
    case 'offer':
      return `offer/${node.of}`;
    case 'service':
      return `${node.networkId ?? ''}/service/${node.serviceId}`;
    case 'node':
      return `node/${node.nodeId}`;
    case 'driver':
      return `driver/${node.driverId}/${node.engineName ?? ''}`;
  }
}
