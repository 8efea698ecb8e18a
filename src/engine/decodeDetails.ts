import type { ExposedPort, InfrastructureRecord, PeerRecord, Protocol } from '../model';
import { decodeSnapshot } from './decode';
import { flag, integer, list, object, text, type Wire } from './wire';

/** What only `GET /containers/{id}/json` tells of a container. */
export interface ContainerDetails {
  readonly hostname: string | undefined;
  /** By network name: the names its embedded DNS answers for (`DNSNames` from API 1.44 on, `Aliases` before). */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  readonly links: readonly LinkDetails[];
  /** What `-p` asked for; known also while the container is stopped, when nothing is published. */
  readonly requestedPorts: readonly RequestedPort[];
  /** `-P`: every exposed port gets a host port of the engine's choice at each start. */
  readonly publishAll: boolean;
  readonly exposed: readonly ExposedPort[];
  readonly dns: readonly string[];
  /** `name:address`, as `--add-host` was given: `h:host-gateway` is not resolved. */
  readonly extraHosts: readonly string[];
}

/** A `--link`: `alias` leads to `target`, for this container alone. */
interface LinkDetails {
  /** A container's name, or what was written for it. */
  readonly target: string;
  readonly alias: string;
  /** The network on which it was made; undefined for a link of the default bridge. */
  readonly network: string | undefined;
}

/** One `-p`, as it was asked for. */
export interface RequestedPort {
  /** Undefined where none was given: in general all addresses, of both families. `0.0.0.0` and `::` are of one alone. */
  readonly hostIp: string | undefined;
  /** `8080`, or a range that the engine picks from: `8000-8010`; undefined for a port of its choice. */
  readonly hostPort: string | undefined;
  readonly containerPort: number;
  readonly protocol: Protocol;
}

/** What only `GET /networks/{id}?verbose=true` tells of a network. */
export interface NetworkDetails {
  /** The nodes that an overlay spans, as far as this node has heard. */
  readonly peers: readonly PeerRecord[];
  readonly services: readonly NetworkService[];
  /** Endpoints of the engine itself: `lb-ov`, `ingress-sbox`. */
  readonly infrastructure: readonly InfrastructureRecord[];
}

/** A swarm service as a network knows it, also on a worker. */
export interface NetworkService {
  readonly name: string;
  /** The virtual address; undefined for `--endpoint-mode dnsrr` (the engine writes `<nil>`). */
  readonly address: string | undefined;
  readonly tasks: readonly NetworkTask[];
}

interface NetworkTask {
  readonly name: string;
  readonly address: string | undefined;
  /** The address of the node that it runs on. */
  readonly node: string | undefined;
}

/** Decodes an inspect answer of a container, tolerantly; never throws. */
export function decodeContainerDetails(raw: unknown): ContainerDetails {
  const wire = object(raw);
  const [config, hostConfig] = [object(wire.Config), object(wire.HostConfig)];
  const networks = Object.entries(object(object(wire.NetworkSettings).Networks)).map(
    ([name, network]) => [name, object(network)] as const,
  );
  const exposed = Object.keys(object(config.ExposedPorts)).flatMap(decodePortKey);
  return {
    hostname: joinDomain(text(config.Hostname), text(config.Domainname)),
    aliases: Object.fromEntries(networks.map(([name, network]) => [name, decodeNames(network)])),
    links: [
      ...names(hostConfig.Links).flatMap((link) => decodeLink(link, undefined)),
      ...networks.flatMap(([name, network]) =>
        names(network.Links).flatMap((link) => decodeLink(link, name)),
      ),
    ],
    requestedPorts: Object.entries(object(hostConfig.PortBindings))
      .flatMap(([key, bindings]) => decodeBindings(key, list(bindings)))
      .sort(byPort),
    publishAll: flag(hostConfig.PublishAllPorts),
    exposed: exposed.sort(byPort),
    dns: names(hostConfig.Dns),
    extraHosts: names(hostConfig.ExtraHosts),
  };
}

function joinDomain(hostname: string | undefined, domain: string | undefined): string | undefined {
  return hostname === undefined || domain === undefined ? hostname : `${hostname}.${domain}`;
}

function decodeNames(network: Wire): readonly string[] {
  return [...new Set(names(Array.isArray(network.DNSNames) ? network.DNSNames : network.Aliases))];
}

function names(value: unknown): readonly string[] {
  return list(value).filter((name): name is string => typeof name === 'string' && name !== '');
}

/** `/my-nginx:/linked/nginx` on the default bridge, `fx-a1:lnk` or `fx-a1` on others (seen on engine 20.10). */
function decodeLink(link: string, network: string | undefined): readonly LinkDetails[] {
  const [target, alias] = link.split(':').map((part) => part.slice(part.lastIndexOf('/') + 1));
  return target ? [{ target, alias: alias ?? target, network }] : [];
}

const PROTOCOLS: ReadonlySet<string> = new Set<Protocol>(['tcp', 'udp', 'sctp']);

/** `80/tcp` */
function decodePortKey(key: string): readonly ExposedPort[] {
  const [digits = '', protocol = 'tcp'] = key.split('/');
  const containerPort = integer(Number(digits), 1);
  return containerPort !== undefined && PROTOCOLS.has(protocol)
    ? [{ containerPort, protocol: protocol as Protocol }]
    : [];
}

function decodeBindings(key: string, bindings: readonly unknown[]): readonly RequestedPort[] {
  return decodePortKey(key).flatMap((port) =>
    bindings.map(object).map(({ HostIp, HostPort }) => ({
      hostIp: text(HostIp),
      hostPort: HostPort === '0' ? undefined : text(HostPort),
      ...port,
    })),
  );
}

function byPort(a: ExposedPort, b: ExposedPort): number {
  return (
    a.containerPort - b.containerPort || (a.protocol < b.protocol ? -1 : Number(a.protocol > b.protocol))
  );
}

/** Decodes a verbose inspect answer of a network, tolerantly; never throws. */
export function decodeNetworkDetails(raw: unknown): NetworkDetails {
  const [network] = decodeSnapshot({
    version: {},
    info: {},
    networks: [raw],
    containers: [],
    inspected: [raw],
  }).networks;
  return {
    peers: network?.peers ?? [],
    infrastructure: network?.infrastructure ?? [],
    services: Object.entries(object(object(raw).Services))
      // The nameless one groups containers that belong to no service.
      .filter(([name]) => name !== '')
      .map(([name, service]) => decodeService(name, object(service)))
      .sort(byName),
  };
}

function decodeService(name: string, wire: Wire): NetworkService {
  const address = text(wire.VIP);
  return {
    name,
    address: address === '<nil>' ? undefined : address,
    tasks: list(wire.Tasks).map(object).map(decodeTask).sort(byName),
  };
}

function decodeTask(wire: Wire): NetworkTask {
  return {
    name: text(wire.Name) ?? 'unnamed task',
    address: text(wire.EndpointIP),
    node: text(object(wire.Info)['Host IP']),
  };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}
