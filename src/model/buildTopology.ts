import { compareNames, compareText } from './compareText';
import {
  buildEndpoints,
  buildExposed,
  buildMode,
  buildPublished,
  comparePorts,
  type NetworkLookup,
} from './container';
import { buildNetwork } from './network';
import type { ContainerRecord, NetworkRecord, NodeRecord, Snapshot } from './snapshot';
import type { Container, Endpoint, Link, Network, NetworkMode, PublishedPort, Topology } from './topology';

/**
 * Derives the one picture everything else reads. Linear in networks and endpoints; the same snapshot gives an equal
 * topology. An attachment to a network that the snapshot does not have (it went between the two lists) is left out.
 */
export function buildTopology(snapshot: Snapshot): Topology {
  const networkOf = networkLookup(snapshot.networks);
  const endpoints = new Map(
    snapshot.containers.map((record) => [record.id, buildEndpoints(record, networkOf)]),
  );
  const containers = buildContainers(snapshot.containers, endpoints, buildWaysIn(snapshot.networks));
  const networks = buildNetworks(snapshot, containers);
  return {
    host: snapshot.host,
    networks,
    containers,
    networkById: new Map(networks.map((network) => [network.id, network])),
    containerById: new Map(containers.map((container) => [container.id, container])),
    ports: containers.flatMap((container) => container.published).sort(comparePorts),
    links: buildLinks(snapshot.containers),
    services: [...snapshot.services].sort((a, b) => compareNames(a.name, b.name) || compareText(a.id, b.id)),
    nodes: [...snapshot.nodes].sort(compareNodes),
  };
}

function networkLookup(networks: readonly NetworkRecord[]): NetworkLookup {
  const byId = new Map(networks.map((network) => [network.id, network]));
  const byName = new Map(networks.map((network) => [network.name, network]));
  return ({ network, networkId }) =>
    (networkId === undefined ? undefined : byId.get(networkId)) ?? byName.get(network);
}

function buildContainers(
  records: readonly ContainerRecord[],
  endpoints: ReadonlyMap<string, readonly Endpoint[]>,
  waysIn: WaysIn,
): readonly Container[] {
  const idByName = new Map(records.map((record) => [record.name, record.id]));
  const ids = new Set(records.map((record) => record.id));
  const ownerOf = (target: string) => (ids.has(target) ? target : idByName.get(target));
  const sorted = [...records].sort((a, b) => compareNames(a.name, b.name) || compareText(a.id, b.id));
  const modes = new Map(sorted.map((record) => [record.id, buildMode(record.networkMode, ownerOf)]));
  const sharers = groupByOwner(modes);
  return sorted.map((record) => {
    const own = endpoints.get(record.id) ?? [];
    return {
      id: record.id,
      name: record.name,
      image: record.image,
      state: record.state,
      status: record.status,
      mode: modes.get(record.id) ?? { kind: 'none' },
      composeProject: record.labels['com.docker.compose.project'],
      composeService: record.labels['com.docker.compose.service'],
      labels: record.labels,
      endpoints: own,
      published: buildPublished(record, targetOf(record, own, waysIn)),
      exposed: buildExposed(record),
      sharedBy: sharers.get(record.id) ?? [],
    };
  });
}

function groupByOwner(modes: ReadonlyMap<string, NetworkMode>): ReadonlyMap<string, readonly string[]> {
  const sharers = new Map<string, string[]>();
  for (const [id, mode] of modes) {
    if (mode.kind === 'container' && mode.owner !== undefined) {
      const ids = sharers.get(mode.owner) ?? [];
      ids.push(id);
      sharers.set(mode.owner, ids);
    }
  }
  return sharers;
}

/** What decides where published ports lead, besides a container's own endpoints. */
interface WaysIn {
  readonly gateways: NetworkRecord | undefined;
  /** Ids of networks that let nothing in. */
  readonly internal: ReadonlySet<string>;
}

function buildWaysIn(networks: readonly NetworkRecord[]): WaysIn {
  return {
    gateways: networks.find(({ name }) => name === 'docker_gwbridge'),
    internal: new Set(networks.filter(({ internal }) => internal).map(({ id }) => id)),
  };
}

/**
 * Where a published port leads: the endpoint with the default route, unless its network is internal. A container on
 * overlay networks only is reached through docker_gwbridge, whose addresses an inspect of that network tells.
 */
function targetOf(
  record: ContainerRecord,
  endpoints: readonly Endpoint[],
  { gateways, internal }: WaysIn,
): PublishedPort['target'] {
  const own = endpoints.find((endpoint) => endpoint.defaultRoute);
  if (own) {
    return internal.has(own.networkId) ? undefined : { networkId: own.networkId, ipv4: own.ipv4 };
  }
  return gateways && { networkId: gateways.id, ipv4: gateways.addresses[record.id] };
}

function buildNetworks(
  { networks: records, host }: Snapshot,
  containers: readonly Container[],
): readonly Network[] {
  const endpoints = new Map<string, Endpoint[]>(records.map((record) => [record.id, []]));
  for (const endpoint of containers.flatMap((container) => container.endpoints)) {
    endpoints.get(endpoint.networkId)?.push(endpoint);
  }
  return records
    .map((record) => buildNetwork(record, endpoints.get(record.id) ?? [], host.flannel))
    .sort((a, b) => rank(a) - rank(b) || compareNames(a.name, b.name) || compareText(a.id, b.id));
}

/** The engine's own networks, after everybody's. */
const LAST: readonly string[] = ['host', 'none', 'ingress', 'docker_gwbridge'];

function rank(network: Network): number {
  if (network.defaultBridge) {
    return 0;
  }
  const last = LAST.indexOf(network.name);
  return last === -1 ? 1 : 2 + last;
}

function buildLinks(records: readonly ContainerRecord[]): readonly Link[] {
  const idByName = new Map(records.map((record) => [record.name, record.id]));
  return records
    .flatMap((target) =>
      target.linkedFrom.flatMap(({ linker, alias }) => {
        const linkerId = idByName.get(linker);
        return linkerId === undefined ? [] : [{ linkerId, targetId: target.id, alias }];
      }),
    )
    .sort(
      (a, b) =>
        compareText(a.linkerId, b.linkerId) ||
        compareText(a.alias, b.alias) ||
        compareText(a.targetId, b.targetId),
    );
}

function compareNodes(a: NodeRecord, b: NodeRecord): number {
  return (
    Number(b.role === 'manager') - Number(a.role === 'manager') ||
    compareNames(a.hostname, b.hostname) ||
    compareText(a.id, b.id)
  );
}
