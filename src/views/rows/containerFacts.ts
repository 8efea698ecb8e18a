import type { Answer } from '../../engine/calls';
import type { ContainerDetails, RequestedPort } from '../../engine/decodeDetails';
import { isUp, type Container, type Endpoint, type ExposedPort, type Topology } from '../../model';
import { fact, some, type Fact } from './networkFacts';
import { bracket } from './rows';

/** Where a container is on one network, as the lists tell: addresses, MAC, gateways. */
export function endpointFacts(endpoint: Endpoint): readonly Fact[] {
  const { ipv4, ipv4Prefix, ipv6, ipv6Prefix, requestedIpv4, requestedIpv6, defaultRoute } = endpoint;
  const route = defaultRoute && endpoint.attached ? 'default route' : undefined;
  const asked = endpoint.attached ? 'asked for' : 'when started';
  return [
    ...some('IPv4', withPrefix(ipv4, ipv4Prefix)),
    ...(requestedIpv4 === ipv4 ? [] : some('IPv4', requestedIpv4, asked)),
    ...some('IPv6', withPrefix(ipv6, ipv6Prefix)),
    ...(requestedIpv6 === ipv6 ? [] : some('IPv6', requestedIpv6, asked)),
    ...some('MAC', endpoint.mac),
    ...some('gateway', endpoint.gateway4, route),
    ...some('gateway', endpoint.gateway6, route),
  ];
}

function withPrefix(address: string | undefined, prefix: number | undefined): string | undefined {
  return address === undefined || prefix === undefined ? address : `${address}/${prefix}`;
}

/** The names that an embedded DNS answers for on a network, besides the container's own. */
export function aliasFacts(
  { name }: Container,
  { networkName }: Endpoint,
  details: ContainerDetails,
): readonly Fact[] {
  const aliases = details.aliases[networkName] ?? [];
  return aliases.filter((alias) => alias !== name).map((alias) => fact('alias', alias));
}

/** Links that the container makes on a network; those of the default bridge belong to no other. */
export function linkFacts(
  { networkName }: Endpoint,
  onDefaultBridge: boolean,
  details: ContainerDetails,
): readonly Fact[] {
  return details.links
    .filter(({ network }) => (network === undefined ? onDefaultBridge : network === networkName))
    .map(({ alias, target }) => fact('link', `${target}:${alias}`, `finds ${target} as ${alias}`));
}

/** The links that the list call tells: those on the default bridge. */
export function listedLinks(container: Container, topology: Topology): readonly Fact[] {
  return topology.links
    .filter(({ linkerId }) => linkerId === container.id)
    .flatMap(({ targetId, alias }) => {
      const target = topology.containerById.get(targetId)?.name;
      return target === undefined ? [] : [fact('link', `${target}:${alias}`, `finds ${target} as ${alias}`)];
    });
}

/** Ports that `-p` asked for and that lead nowhere now: the container is stopped, or its network lets nothing in. */
export function requestedFacts(container: Container, details: ContainerDetails): readonly Fact[] {
  if (container.published.length > 0) {
    return [];
  }
  if (isUp(container)) {
    return details.requestedPorts.map((port) => fact('not published', requestedText(port)));
  }
  const all = details.publishAll ? [fact('publishes', 'every exposed port', 'when started')] : [];
  return [
    ...details.requestedPorts.map((port) => fact('publishes', requestedText(port), 'when started')),
    ...all,
  ];
}

/** `127.0.0.1:8080:80`, as `-p` takes it. */
export function requestedText({ hostIp, hostPort, containerPort, protocol }: RequestedPort): string {
  const suffix = protocol === 'tcp' ? '' : `/${protocol}`;
  const host = hostIp === undefined ? [] : [bracket(hostIp)];
  return [
    ...host,
    ...((hostPort ?? hostIp) === undefined ? [] : [hostPort ?? '']),
    `${containerPort}${suffix}`,
  ].join(':');
}

/** Ports that are exposed and not published: an inspect knows them always, the list call while the container runs. */
export function exposedFacts(
  container: Container,
  details: Answer<ContainerDetails> | undefined,
): readonly Fact[] {
  const published = new Set(container.published.map(exposedText));
  const exposed = details?.ok === true ? details.value.exposed : container.exposed;
  return exposed
    .map(exposedText)
    .filter((port) => !published.has(port))
    .map((port) => fact('exposed', port));
}

function exposedText({ containerPort, protocol }: ExposedPort): string {
  return `${containerPort}/${protocol}`;
}

/** What an inspect adds about the container as a whole. */
export function resolverFacts({ hostname, dns, extraHosts }: ContainerDetails): readonly Fact[] {
  return [
    ...some('hostname', hostname),
    ...dns.map((server) => fact('DNS server', server)),
    ...extraHosts.map((entry) => fact('extra host', entry)),
  ];
}
