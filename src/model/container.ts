import { compareAddresses } from './address';
import { compareNames, compareText } from './compareText';
import type { AttachmentRecord, ContainerRecord, NetworkRecord, PortRecord } from './snapshot';
import type { Container, Endpoint, ExposedPort, NetworkMode, PublishedPort } from './topology';

/** Finds a network as an attachment names it: by id where it is known, else by name (a created container has no id yet). */
export type NetworkLookup = (attachment: AttachmentRecord) => NetworkRecord | undefined;

/** Derives the endpoints of a container, by network name, and marks the one that carries its default route. */
export function buildEndpoints(container: ContainerRecord, networkOf: NetworkLookup): readonly Endpoint[] {
  const found = container.attachments.flatMap((attachment) => {
    const network = networkOf(attachment);
    return network ? [{ attachment, network }] : [];
  });
  const gateway = found.filter(canCarryDefaultRoute).sort(compareGateways)[0];
  return found
    .map((one) => ({
      ...buildEndpoint(container.id, one),
      attached: isUp(container) && holdsEndpoint(one),
      defaultRoute: one === gateway,
    }))
    .sort((a, b) => compareNames(a.networkName, b.networkName));
}

function buildEndpoint(
  containerId: string,
  { attachment, network }: Joined,
): Omit<Endpoint, 'attached' | 'defaultRoute'> {
  return {
    networkId: network.id,
    networkName: network.name,
    containerId,
    endpointId: attachment.endpointId,
    ipv4: attachment.ipv4,
    ipv4Prefix: attachment.ipv4Prefix,
    ipv6: attachment.ipv6,
    ipv6Prefix: attachment.ipv6Prefix,
    mac: attachment.mac,
    gateway4: attachment.gateway4,
    gateway6: attachment.gateway6,
    requestedIpv4: attachment.requestedIpv4,
    requestedIpv6: attachment.requestedIpv6,
    aliases: attachment.aliases,
  };
}

interface Joined {
  readonly attachment: AttachmentRecord;
  readonly network: NetworkRecord;
}

/** The engine gives an endpoint an id, also on host and none where it has no address; Podman gives addresses only. */
function holdsEndpoint({ attachment: { endpointId, ipv4, ipv6 } }: Joined): boolean {
  return (endpointId ?? ipv4 ?? ipv6) !== undefined;
}

/** Overlay endpoints leave through docker_gwbridge, host and none have no endpoint of their own. */
function canCarryDefaultRoute({ attachment: { ipv4, ipv6 }, network: { driver } }: Joined): boolean {
  return (ipv4 ?? ipv6) !== undefined && !['overlay', 'host', 'null'].includes(driver);
}

/** The engine's order (libnetwork endpoint.go Less): gateway priority, not docker_gwbridge, not internal, most gateways, name. */
function compareGateways(a: Joined, b: Joined): number {
  return (
    b.attachment.gatewayPriority - a.attachment.gatewayPriority ||
    Number(a.network.name === 'docker_gwbridge') - Number(b.network.name === 'docker_gwbridge') ||
    Number(a.network.internal) - Number(b.network.internal) ||
    countGateways(b.attachment) - countGateways(a.attachment) ||
    compareText(a.network.name, b.network.name)
  );
}

function countGateways({ gateway4, gateway6 }: AttachmentRecord): number {
  return Number(gateway4 !== undefined) + Number(gateway6 !== undefined);
}

/**
 * One row per published port: `0.0.0.0` and `::` come as two entries of one `-p` and are joined.
 * A range published with one `-p` is one row per port.
 */
export function buildPublished(
  container: ContainerRecord,
  target: PublishedPort['target'],
): readonly PublishedPort[] {
  const rows = new Map<string, PublishedPort>();
  for (const port of container.ports) {
    if (port.hostPort !== undefined) {
      joinPort(rows, { ...port, hostPort: port.hostPort }, container.id, target);
    }
  }
  return [...rows.values()].sort(comparePorts);
}

function joinPort(
  rows: Map<string, PublishedPort>,
  port: PortRecord & { readonly hostPort: number },
  containerId: string,
  target: PublishedPort['target'],
): void {
  const hostIp = port.hostIp ?? '0.0.0.0';
  const { hostPort, containerPort, protocol } = port;
  const bind = isWildcard(hostIp) ? '*' : hostIp;
  const id = `${containerId}:${bind}:${hostPort}:${containerPort}/${protocol}`;
  const known = rows.get(id)?.hostIps ?? [];
  const hostIps = [...new Set([...known, hostIp])].sort(compareAddresses);
  rows.set(id, { id, containerId, hostIps, hostPort, containerPort, protocol, target });
}

/** All addresses of a family: what `-p 8080:80` binds. */
export function isWildcard(address: string): boolean {
  return address === '0.0.0.0' || address === '::';
}

/** By host port, then protocol, address and container, so that the same ports always come in the same order. */
export function comparePorts(a: PublishedPort, b: PublishedPort): number {
  return (
    a.hostPort - b.hostPort ||
    compareText(a.protocol, b.protocol) ||
    compareAddresses(a.hostIps[0] ?? '', b.hostIps[0] ?? '') ||
    compareText(a.id, b.id)
  );
}

/** Ports the image or `--expose` names that are not published. */
export function buildExposed(container: ContainerRecord): readonly ExposedPort[] {
  return container.ports
    .filter((port) => port.hostPort === undefined)
    .map(({ containerPort, protocol }) => ({ containerPort, protocol }))
    .sort((a, b) => a.containerPort - b.containerPort || compareText(a.protocol, b.protocol));
}

/** Reads a network mode; the target of `container:` is resolved by id or name. */
export function buildMode(networkMode: string, ownerOf: (target: string) => string | undefined): NetworkMode {
  if (networkMode === 'host' || networkMode === 'none') {
    return { kind: networkMode };
  }
  if (networkMode.startsWith('container:')) {
    const target = networkMode.slice('container:'.length);
    return { kind: 'container', target, owner: ownerOf(target) };
  }
  return { kind: 'network', network: networkMode };
}

/** A container that holds a network namespace: only then has it addresses and listening ports. */
export function isUp({ state }: Pick<Container, 'state'>): boolean {
  return state === 'running' || state === 'paused' || state === 'restarting';
}
