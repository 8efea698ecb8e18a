import type {
  AddressPoolRecord,
  AttachmentRecord,
  ContainerRecord,
  ContainerState,
  HostRecord,
  InfrastructureRecord,
  LinkedFromRecord,
  NetworkRecord,
  PeerRecord,
  PoolRecord,
  PortRecord,
  Protocol,
  Snapshot,
} from '../model';
import { decodeFlannel } from './flannel';
import { decodeNodes, decodeServices, decodeSwarm } from './decodeSwarm';
import { flag, integer, isObject, list, object, text, texts, type Wire } from './wire';

/** Raw Engine API answers, API 1.24 to 1.5x, also Podman's. */
export interface RawSnapshot {
  /** `GET /version` */
  readonly version: unknown;
  /** `GET /info` */
  readonly info: unknown;
  /** `GET /networks` */
  readonly networks: unknown;
  /** `GET /containers/json?all=1` */
  readonly containers: unknown;
  /** `GET /services?status=true`; only managers answer it. */
  readonly services?: unknown;
  /** `GET /nodes`; only managers answer it. */
  readonly nodes?: unknown;
  /** Why a manager did not answer with services and nodes, in its own words. */
  readonly swarmProblem?: string | undefined;
  /** flannel's `subnet.env`, where the engine runs on this machine. */
  readonly flannel?: string | undefined;
  /** Inspect answers of networks (verbose) and containers, in any order: they add what the lists never have. */
  readonly inspected?: readonly unknown[];
}

/**
 * Decodes raw Engine API JSON to a snapshot, tolerantly: an object without an id is left out, any other oddity costs only
 * its own field. Never throws.
 */
export function decodeSnapshot(raw: RawSnapshot): Snapshot {
  const inspected = new Map(list(raw.inspected).map((item) => [text(object(item).Id), object(item)]));
  return {
    host: decodeHost(raw),
    networks: decodeAll(raw.networks, (wire, id) => decodeNetwork(wire, id, inspected.get(id))),
    containers: decodeAll(raw.containers, (wire, id) => decodeContainer(wire, id, inspected.get(id))),
    services: decodeServices(raw.services),
    nodes: decodeNodes(raw.nodes),
  };
}

function decodeAll<T>(raw: unknown, decode: (wire: Wire, id: string) => T): readonly T[] {
  return list(raw).flatMap((item) => {
    const id = text(object(item).Id);
    return id === undefined ? [] : [decode(object(item), id)];
  });
}

function decodeHost(raw: RawSnapshot): HostRecord {
  const [version, info] = [object(raw.version), object(raw.info)];
  return {
    name: text(info.Name),
    engineVersion: text(version.Version) ?? text(info.ServerVersion),
    apiVersion: text(version.ApiVersion),
    operatingSystem: text(info.OperatingSystem),
    drivers: list(object(info.Plugins).Network).filter((name) => typeof name === 'string'),
    addressPools: list(info.DefaultAddressPools).flatMap((pool) => decodeAddressPool(object(pool))),
    swarm: decodeSwarm(object(info.Swarm), raw.swarmProblem),
    flannel: decodeFlannel(raw.flannel),
  };
}

function decodeAddressPool(wire: Wire): readonly AddressPoolRecord[] {
  const base = text(wire.Base);
  const size = integer(wire.Size, 1);
  return base === undefined || size === undefined ? [] : [{ base, size }];
}

function decodeNetwork(wire: Wire, id: string, inspected: Wire | undefined): NetworkRecord {
  const members = Object.entries(object(inspected?.Containers));
  return {
    id,
    name: text(wire.Name) ?? id.slice(0, 12),
    driver: flag(wire.ConfigOnly) ? '' : (text(wire.Driver) ?? ''),
    scope: text(wire.Scope) ?? 'local',
    created: text(wire.Created),
    ipv6: flag(wire.EnableIPv6),
    internal: flag(wire.Internal),
    attachable: flag(wire.Attachable),
    ingress: flag(wire.Ingress),
    configOnly: flag(wire.ConfigOnly),
    configFrom: text(object(wire.ConfigFrom).Network),
    pools: list(object(wire.IPAM).Config).flatMap((pool) => decodePool(object(pool))),
    options: texts(wire.Options),
    labels: texts(wire.Labels),
    infrastructure: members.filter(([member]) => !isContainerId(member)).map(decodeInfrastructure),
    addresses: Object.fromEntries(
      members.flatMap(([member, endpoint]) => decodeAddress(member, object(endpoint))),
    ),
    peers: list(inspected?.Peers).flatMap((peer) => decodePeer(object(peer))),
  };
}

function decodePool(wire: Wire): readonly PoolRecord[] {
  const subnet = text(wire.Subnet);
  if (subnet === undefined) {
    return [];
  }
  // Docker says AuxiliaryAddresses in answers, AuxAddress in some older ones.
  const auxiliary = texts(wire.AuxiliaryAddresses ?? wire.AuxAddress);
  return [{ subnet, gateway: withoutPrefix(text(wire.Gateway)), range: text(wire.IPRange), auxiliary }];
}

/** Ids that are not 64 hex digits belong to the engine itself: `lb-ov`, `ingress-sbox` (seen on engine 20.10). */
function isContainerId(id: string): boolean {
  return /^[0-9a-f]{64}$/.test(id);
}

function decodeInfrastructure([id, endpoint]: readonly [string, unknown]): InfrastructureRecord {
  const wire = object(endpoint);
  return { id, name: text(wire.Name) ?? id, ipv4: withoutPrefix(text(wire.IPv4Address)) };
}

function decodeAddress(id: string, wire: Wire): readonly (readonly [string, string])[] {
  const address = withoutPrefix(text(wire.IPv4Address));
  return address === undefined ? [] : [[id, address]];
}

function decodePeer(wire: Wire): readonly PeerRecord[] {
  const address = text(wire.IP);
  return address === undefined ? [] : [{ name: text(wire.Name) ?? address, address }];
}

/** `10.0.1.3/24` → `10.0.1.3` */
function withoutPrefix(address: string | undefined): string | undefined {
  return text(address?.split('/')[0]);
}

function decodeContainer(wire: Wire, id: string, inspected: Wire | undefined): ContainerRecord {
  const names = list(wire.Names).filter((name) => typeof name === 'string');
  const networks = object(object(wire.NetworkSettings).Networks);
  const inspectedNetworks = object(object(inspected?.NetworkSettings).Networks);
  return {
    id,
    name: ownName(names) ?? id.slice(0, 12),
    image: text(wire.Image) ?? '',
    state: decodeState(wire.State),
    status: text(wire.Status) ?? '',
    labels: texts(wire.Labels),
    networkMode: decodeMode(text(object(wire.HostConfig).NetworkMode), Object.keys(networks)),
    attachments: Object.entries(networks).map(([network, endpoint]) =>
      decodeAttachment(network, object(endpoint), object(inspectedNetworks[network])),
    ),
    ports: list(wire.Ports).flatMap((port) => decodePort(object(port))),
    linkedFrom: names.flatMap(decodeLink),
  };
}

/** `["/linked/nginx", "/my-nginx"]` → `my-nginx`: the own name is the one with a single slash. */
function ownName(names: readonly string[]): string | undefined {
  return (
    names.find((name) => name.lastIndexOf('/') === 0)?.slice(1) ?? names.find((name) => !name.includes('/'))
  );
}

/** `/linked/nginx` → linked as `nginx` by the container `linked` (seen on engine 20.10). */
function decodeLink(name: string): readonly LinkedFromRecord[] {
  const [, linker, alias, ...rest] = name.split('/');
  return linker && alias && rest.length === 0 ? [{ linker, alias }] : [];
}

/**
 * The networks are right where the mode is not: swarm tasks say `default` and sit on overlays only, a mode can be a
 * network's id, Podman always says `host`. `default` is `bridge`.
 */
function decodeMode(mode: string | undefined, networks: readonly string[]): string {
  if (mode?.startsWith('container:')) {
    return mode;
  }
  const named = mode === undefined || mode === 'default' ? 'bridge' : mode;
  return networks.includes(named) ? named : (networks[0] ?? named);
}

const STATES: ReadonlySet<string> = new Set<ContainerState>([
  'created',
  'running',
  'paused',
  'restarting',
  'removing',
  'exited',
  'dead',
]);

function decodeState(state: unknown): ContainerState {
  const name = text(state) ?? text(object(state).Status);
  return name !== undefined && STATES.has(name) ? (name as ContainerState) : 'unknown';
}

function decodeAttachment(network: string, wire: Wire, inspected: Wire): AttachmentRecord {
  const requested = object(wire.IPAMConfig);
  const ipv4 = text(wire.IPAddress);
  const ipv6 = text(wire.GlobalIPv6Address);
  return {
    network,
    networkId: text(wire.NetworkID),
    endpointId: text(wire.EndpointID),
    ipv4,
    ipv4Prefix: ipv4 === undefined ? undefined : integer(wire.IPPrefixLen),
    ipv6,
    ipv6Prefix: ipv6 === undefined ? undefined : integer(wire.GlobalIPv6PrefixLen),
    gateway4: text(wire.Gateway),
    gateway6: text(wire.IPv6Gateway),
    mac: text(wire.MacAddress),
    requestedIpv4: text(requested.IPv4Address),
    requestedIpv6: text(requested.IPv6Address),
    gatewayPriority: typeof wire.GwPriority === 'number' ? wire.GwPriority : 0,
    aliases: decodeAliases(inspected),
  };
}

/** `DNSNames` (API 1.44) is what the embedded DNS answers for; before, `Aliases` holds that. */
function decodeAliases(inspected: Wire): readonly string[] | undefined {
  const names = [inspected.DNSNames, inspected.Aliases].find((value) => Array.isArray(value));
  return names === undefined ? undefined : list(names).filter((name) => typeof name === 'string');
}

const PROTOCOLS: ReadonlySet<string> = new Set<Protocol>(['tcp', 'udp', 'sctp']);

function decodePort(wire: Wire): readonly PortRecord[] {
  const containerPort = integer(wire.PrivatePort, 1);
  const protocol = text(wire.Type) ?? 'tcp';
  if (containerPort === undefined || !PROTOCOLS.has(protocol)) {
    return [];
  }
  // PublicPort is 0 or missing for a port that is only exposed.
  const hostPort = integer(wire.PublicPort, 1);
  return [{ hostIp: text(wire.IP), hostPort, containerPort, protocol: protocol as Protocol }];
}

/** Whether an answer can be one of the two lists at all; an engine answers `null` for an empty list at times. */
export function isList(answer: unknown): boolean {
  // One odd item is left out later; a list of nothing else is another program's.
  return answer === null || (Array.isArray(answer) && (answer.length === 0 || answer.some(isObject)));
}
