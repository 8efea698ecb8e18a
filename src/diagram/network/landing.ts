import type { NatRule, Network, PublishedPort, Topology } from '../../model';
import { isAtLeast, isRouted, unprotectedAddresses } from '../../model';
import { measureText } from '../text';
import { bracketed, isLocalOnly } from '../words';

/** What leads a request from a published port to its container. */
export type Carrier = 'dnat' | 'proxy' | 'routed';

/**
 * A rule translates what comes from outside. What a program of the host asks at a loopback address, and on engines
 * before 27 all that comes over IPv6, docker-proxy carries (seen on engine 20.10). In gateway mode `routed` (engines from
 * 27.0) nothing is translated: https://docs.docker.com/engine/network/port-publishing/
 */
export function carrierOf(port: PublishedPort, network: Network, topology: Topology): Carrier {
  const { host } = topology;
  if (isRouted(port, topology)) {
    return 'routed';
  }
  const over6 = onlyIpv6(port) && !(network.ipv6 && host.engineVersion !== undefined && isAtLeast(host, 27));
  return isLocalOnly(port) || over6 ? 'proxy' : 'dnat';
}

function onlyIpv6({ hostIps }: PublishedPort): boolean {
  return hostIps.length > 0 && hostIps.every((ip) => ip.includes(':'));
}

/**
 * `:8080 → 172.17.0.2:80`, without the host's port, which stands beside it, where there is no room or it is not used; of a
 * long IPv6 address its end: `→ […1234:5679]:80`.
 */
export function landingText(
  port: PublishedPort,
  carrier: Carrier,
  topology: Topology,
  width: number,
): string {
  const fits = (text: string): boolean => measureText(text, 'monoSmall') <= width;
  const address = landingAddress(port, topology);
  const to = `→ ${landingOf(port, address)}`;
  const whole = `${port.protocol === 'tcp' ? '' : `${port.protocol} `}:${port.hostPort} ${to}`;
  if (carrier !== 'routed' && fits(whole)) {
    return whole;
  }
  return fits(to) ? to : `→ […${address?.slice(-9) ?? ''}]:${port.containerPort}`;
}

/** What is asked over IPv6 alone lands on the container's IPv6 address where it has one (seen on engine 20.10). */
function landingAddress(port: PublishedPort, { containerById }: Topology): string | undefined {
  const endpoints = containerById.get(port.containerId)?.endpoints ?? [];
  const six = endpoints.find(({ networkId }) => networkId === port.target?.networkId)?.ipv6;
  return (onlyIpv6(port) ? six : undefined) ?? port.target?.ipv4;
}

function landingOf({ containerPort }: PublishedPort, address: string | undefined): string {
  return `${address === undefined ? 'unknown' : bracketed(address)}:${containerPort}`;
}

/** The same in a sentence, with the rules that the engine has for it. */
export function landingWords(
  port: PublishedPort,
  carrier: Carrier,
  topology: Topology,
  rules: readonly NatRule[],
): string {
  const address = landingAddress(port, topology);
  const to =
    address === undefined
      ? 'an address that only an inspect of docker_gwbridge tells'
      : landingOf(port, address);
  const said = rules.map(({ text }) => text).join(' and ');
  switch (carrier) {
    case 'routed':
      return `Gateway mode routed, derived: the host’s port is not used, other machines ask ${to} itself`;
    case 'proxy':
      return `docker-proxy passes requests on to ${to}, derived${withoutProxy(port)}${said === '' ? '' : `; the rule besides: ${said}`}${openWords(port, topology)}`;
    case 'dnat':
      return `${said === '' ? `DNAT to ${to}, derived` : `DNAT rule, derived: ${said}`}${openWords(port, topology)}`;
  }
}

/** https://docs.docker.com/engine/network/port-publishing/#gateway-modes */
function openWords(port: PublishedPort, topology: Topology): string {
  const open = unprotectedAddresses(port, topology).map(bracketed).join(' and ');
  return open === ''
    ? ''
    : `; gateway mode nat-unprotected: ${open} has all its ports open to who has a route there`;
}

/** Without the proxy (`--userland-proxy=false`) a rule takes its place, for IPv4 (seen on engine 20.10). */
function withoutProxy(port: PublishedPort): string {
  return onlyIpv6(port) ? ', unless it is switched off' : '; DNAT does, where it is switched off';
}
