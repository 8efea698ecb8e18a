import type { Container, Network, Topology } from '../../model';
import { compareNames, isUp } from '../../model';
import { membersOf } from '../network/members';
import type { DiagramTarget, LayoutOptions } from '../options';
import { hideStopped } from '../topology/hidden';
import { regionNetworks } from '../topology/population';
import { addressText, hostPortText, networkTag } from '../words';
import { mermaidLabel } from './mermaidLabel';

/** What a chart shows of a topology. */
interface Chart {
  readonly topology: Topology;
  readonly networks: readonly Network[];
  readonly containers: readonly Container[];
  /** Ids of our own for what the engine names: nothing of the engine's is a word of the diagram. */
  readonly idOf: (kind: 'n' | 'c', id: string) => string;
}

/**
 * A Mermaid flowchart of a target: networks as subgraphs with their containers, those on several beside them, published
 * ports, links dashed. Every name is escaped, so that it draws and runs nothing.
 */
export function writeMermaid(topology: Topology, target: DiagramTarget, options: LayoutOptions = {}): string {
  const chart = chartOf(hideStopped(topology, options.hideStopped ?? false).topology, target, options);
  const placed = placeContainers(chart);
  const lines = [
    'flowchart LR',
    `  subgraph host["${mermaidLabel(topology.host.name ?? 'Host')}"]`,
    ...chart.networks.flatMap((network) => writeNetwork(chart, network, placed.get(network.id) ?? [])),
    ...(placed.get('') ?? []).map(
      (container) => `    ${writeContainer(chart, container, wholeLines(container))}`,
    ),
    '  end',
    ...writePorts(chart),
    ...chart.containers.flatMap((container) => writeAttachments(chart, container)),
    ...writeShared(chart),
    ...writeLinks(chart),
  ];
  return `${lines.join('\n')}\n`;
}

function chartOf(topology: Topology, target: DiagramTarget, options: LayoutOptions): Chart {
  const ids = { n: new Map<string, string>(), c: new Map<string, string>() };
  const idOf = (kind: 'n' | 'c', id: string): string => {
    const known = ids[kind].get(id) ?? `${kind}${ids[kind].size + 1}`;
    ids[kind].set(id, known);
    return known;
  };
  if (target.kind === 'network') {
    const network = topology.networkById.get(target.id);
    const containers = network ? withSharers(topology, network) : [];
    return { topology, networks: network ? [network] : [], containers, idOf };
  }
  const hidden = { empty: options.hideEmpty ?? false, predefined: options.hideDefault ?? false };
  const hosts = topology.networks.filter(
    ({ driver, endpoints }) => driver === 'host' && endpoints.length > 0,
  );
  const networks = [...regionNetworks(topology, hidden), ...hosts];
  return { topology, networks, containers: topology.containers, idOf };
}

/** The containers on a network, and those that run in the sandbox of one of them. */
function withSharers(topology: Topology, network: Network): Container[] {
  const found = new Map(
    membersOf(topology, network, false).map(({ container }) => [container.id, container]),
  );
  for (const { sharedBy } of found.values()) {
    for (const id of sharedBy) {
      const sharer = topology.containerById.get(id);
      if (sharer && !found.has(id)) {
        found.set(id, sharer);
      }
    }
  }
  return [...found.values()].sort((a, b) => compareNames(a.name, b.name));
}

/** Containers by the id of the network whose subgraph they stand in; under no id those on several or on none. */
function placeContainers({ containers, networks }: Chart): ReadonlyMap<string, Container[]> {
  const placed = new Map<string, Container[]>();
  const shown = new Set(networks.map(({ id }) => id));
  for (const container of containers) {
    const own = container.endpoints.filter(({ networkId }) => shown.has(networkId));
    const [only] = own;
    const key = only && own.length === 1 && container.endpoints.length === 1 ? only.networkId : '';
    const members = placed.get(key);
    if (members) {
      members.push(container);
    } else {
      placed.set(key, [container]);
    }
  }
  return placed;
}

function writeNetwork(chart: Chart, network: Network, members: readonly Container[]): string[] {
  const words = [network.name, networkTag(network), ...network.subnets.map(({ cidr }) => cidr)];
  const label = words.map(mermaidLabel).join(' · ');
  const id = chart.idOf('n', network.id);
  return members.length === 0
    ? [`    ${id}["${label}"]`]
    : [
        `    subgraph ${id}["${label}"]`,
        ...members.map((member) => `      ${writeContainer(chart, member, wholeLines(member))}`),
        '    end',
      ];
}

/** A container's name, and below it its address where it stands inside its only network. */
function wholeLines(container: Container): readonly string[] {
  const [only, second] = container.endpoints;
  if (!isUp(container)) {
    return [container.name, container.state];
  }
  const address = only?.ipv4 ?? only?.ipv6;
  return address === undefined || second ? [container.name] : [container.name, address];
}

function writeContainer({ idOf }: Chart, container: Container, words: readonly string[]): string {
  return `${idOf('c', container.id)}["${words.map(mermaidLabel).join('<br/>')}"]`;
}

function writePorts({ topology, containers, idOf }: Chart): string[] {
  const shown = new Set(containers.map(({ id }) => id));
  return topology.ports
    .filter(({ containerId }) => shown.has(containerId))
    .map((port, index) => {
      const label = mermaidLabel(hostPortText(port));
      const to = mermaidLabel(`${port.containerPort}/${port.protocol}`);
      return `  p${index + 1}(["${label}"]) -->|"${to}"| ${idOf('c', port.containerId)}`;
    });
}

/** One line with the address for each network of a container that stands outside of them. */
function writeAttachments({ networks, idOf }: Chart, container: Container): string[] {
  if (container.endpoints.length < 2) {
    return [];
  }
  const shown = new Set(networks.map(({ id }) => id));
  return container.endpoints
    .filter(({ networkId }) => shown.has(networkId))
    .map((endpoint) => {
      const label = mermaidLabel(addressText(endpoint, container));
      return `  ${idOf('n', endpoint.networkId)} ---|"${label}"| ${idOf('c', container.id)}`;
    });
}

function writeShared({ containers, idOf }: Chart): string[] {
  const shown = new Set(containers.map(({ id }) => id));
  return containers.flatMap(({ id, mode }) =>
    mode.kind === 'container' && mode.owner !== undefined && shown.has(mode.owner)
      ? [`  ${idOf('c', mode.owner)} ---|"shares its network"| ${idOf('c', id)}`]
      : [],
  );
}

function writeLinks({ topology, containers, idOf }: Chart): string[] {
  const shown = new Set(containers.map(({ id }) => id));
  return topology.links
    .filter(({ linkerId, targetId }) => shown.has(linkerId) && shown.has(targetId))
    .map(
      ({ linkerId, targetId, alias }) =>
        `  ${idOf('c', linkerId)} -.->|"${mermaidLabel(`link as ${alias}`)}"| ${idOf('c', targetId)}`,
    );
}
