import { connectCommand, createCommandOf } from '../../language';
import type { Container, Endpoint, PublishedPort, Topology } from '../../model';
import type { TreeNode } from '../rows/nodes';
import { plainLabel } from '../rows/plainLabel';
import { bracket } from '../rows/rows';
import { inspectTargetOf } from './inspectText';

/** What can be copied of a row. */
export type Copied = 'name' | 'id' | 'address' | 'subnet' | 'command' | 'value';

/** The names that a container was given on a network, by ids; only an inspect tells. */
export type AliasesOf = (containerId: string, networkId: string) => readonly string[];

/** What is copied of a row, one text a line; none where the row has nothing of the kind. */
export function copyTexts(
  what: Copied,
  node: TreeNode,
  topology: Topology,
  aliasesOf: AliasesOf,
): readonly string[] {
  switch (what) {
    case 'name':
      return some(nameOf(node, topology));
    case 'id':
      return some(inspectTargetOf(node)?.id);
    case 'address':
      return some(node.kind === 'container' ? addressOf(node, topology) : undefined);
    case 'subnet':
      return node.kind === 'network'
        ? (topology.networkById.get(node.networkId)?.subnets.map(({ cidr }) => cidr) ?? [])
        : [];
    case 'command':
      return some(commandOf(node, topology, aliasesOf));
    case 'value':
      return some(valueOf(node, topology));
  }
}

function some(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [text];
}

/** The name of a row's object; rows that are a value have that instead, as Ctrl+C copies what the row says. */
function nameOf(node: TreeNode, topology: Topology): string | undefined {
  switch (node.kind) {
    case 'network':
      return topology.networkById.get(node.networkId)?.name;
    case 'container':
      return topology.containerById.get(node.containerId)?.name;
    case 'service':
      return topology.services.find(({ id }) => id === node.serviceId)?.name;
    case 'node':
      return topology.nodes.find(({ id }) => id === node.nodeId)?.hostname;
    case 'driver':
      return node.engineName ?? node.driverId;
    case 'group':
      return node.value;
    case 'peer':
      return node.name;
    case 'heard':
      return node.service.name;
    case 'fact':
    case 'port':
    case 'section':
    case 'more':
    case 'note':
    case 'offer':
      return valueOf(node, topology);
  }
}

type ContainerNode = Extract<TreeNode, { readonly kind: 'container' }>;

/** The address on this very network; a container in another's namespace answers at the other's. */
function addressOf({ containerId, networkId }: ContainerNode, topology: Topology): string | undefined {
  const container = topology.containerById.get(containerId);
  const holder =
    container?.mode.kind === 'container' ? topology.containerById.get(container.mode.owner ?? '') : container;
  const endpoint = holder && endpointOn(holder, networkId);
  return endpoint?.ipv4 ?? endpoint?.ipv6;
}

function endpointOn({ endpoints }: Container, networkId: string): Endpoint | undefined {
  return endpoints.find((endpoint) => endpoint.networkId === networkId);
}

function commandOf(node: TreeNode, topology: Topology, aliasesOf: AliasesOf): string | undefined {
  if (node.kind !== 'network' && node.kind !== 'container') {
    return undefined;
  }
  const network = topology.networkById.get(node.networkId);
  if (!network || node.kind === 'network') {
    return network && createCommandOf(network);
  }
  const container = topology.containerById.get(node.containerId);
  const endpoint = container && endpointOn(container, network.id);
  // Nothing is connected to host or none by a command: a container is there from its start.
  if (!endpoint || network.driver === 'host' || network.driver === 'none') {
    return undefined;
  }
  // The engine notes the address that it gave on an overlay as if it had been asked for: it need not be given again.
  const asked = network.driver === 'overlay' ? undefined : endpoint;
  return connectCommand(network.name, container.name, {
    ipv4: asked?.requestedIpv4,
    ipv6: asked?.requestedIpv6,
    aliases: aliasesOf(container.id, network.id),
  });
}

function valueOf(node: TreeNode, topology: Topology): string | undefined {
  if (node.kind === 'fact') {
    return node.value;
  }
  if (node.kind === 'peer') {
    return node.address;
  }
  if (node.kind === 'heard') {
    return node.service.address;
  }
  const port = node.kind === 'port' ? topology.ports.find(({ id }) => id === node.portId) : undefined;
  return port && publishValue(port);
}

/** As `-p` takes it: `8080:80`, `127.0.0.1:9090:8080`, `[::1]:53:53/udp`. */
function publishValue({ hostIps, hostPort, containerPort, protocol }: PublishedPort): string {
  const [ip = ''] = hostIps;
  const bind = hostIps.length !== 1 || ip === '0.0.0.0' ? '' : `${bracket(ip)}:`;
  return `${bind}${hostPort}:${containerPort}${protocol === 'tcp' ? '' : `/${protocol}`}`;
}

/** `Copied 172.28.0.3`, `Copied 3 lines`: what the status bar has room for. */
export function sayCopied(lines: readonly string[]): string {
  const [first = ''] = lines;
  const short = first.length > 60 ? `${first.slice(0, 60)}…` : first;
  return lines.length === 1 ? `Copied ${plainLabel(short)}` : `Copied ${lines.length} lines`;
}
