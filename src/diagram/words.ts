import type {
  Container,
  Endpoint,
  Network,
  PublishedPort,
  ServicePortRecord,
  ServiceRecord,
  Subnet,
} from '../model';
import { isUp, isWildcard } from '../model';
import type { Dot, Tone } from './scene';

/** Short words and colours for the model's objects, the same in every drawing. */

/** `1 container`, `3 containers`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

/** `*:8080` for every address, `127.0.0.1:9090`, `[::1]:80`; udp and sctp are named. */
export function hostPortText({ hostIps, hostPort, protocol }: PublishedPort): string {
  const address = hostIps.some(isWildcard) ? '*' : hostIps.map(bracketed).join(',');
  return `${address || '*'}:${hostPort}${protocol === 'tcp' ? '' : `/${protocol}`}`;
}

/** Brackets for IPv6, as in a URL. */
export function bracketed(ip: string): string {
  return ip.includes(':') ? `[${ip}]` : ip;
}

/** Bound to a loopback address only: nobody but this machine reaches it. */
export function isLocalOnly(port: PublishedPort): boolean {
  return port.hostIps.length > 0 && port.hostIps.every((ip) => ip.startsWith('127.') || ip === '::1');
}

export function dotTone(container: Container): Dot['tone'] {
  if (container.state === 'running') {
    return 'running';
  }
  return container.state === 'paused' || container.state === 'restarting' ? 'paused' : 'stopped';
}

/** An endpoint's address, or why it has none. */
export function addressText(endpoint: Endpoint, container: Container): string {
  if (endpoint.ipv4 !== undefined) {
    return endpoint.ipv4;
  }
  if (endpoint.ipv6 !== undefined) {
    return endpoint.ipv6;
  }
  const asked = endpoint.requestedIpv4 ?? endpoint.requestedIpv6;
  if (asked !== undefined) {
    return `${asked} when started`;
  }
  if (!isUp(container)) {
    return container.state;
  }
  return endpoint.attached ? 'no address' : 'not attached';
}

/** `172.28.0.1`; a gateway that the engine does not name is marked. */
export function gatewayText({ gateway, gatewayDerived }: Subnet): string {
  return gateway === undefined ? 'unknown' : `${gateway}${gatewayDerived ? ' · derived' : ''}`;
}

/** Colour of a network: what its driver is, and internal above all. */
export function networkTone(network: Network): Tone {
  switch (network.driver) {
    case 'bridge':
      return network.internal ? 'internal' : 'bridge';
    case 'overlay':
      return 'overlay';
    case 'macvlan':
    case 'ipvlan':
      return 'parent';
    case 'host':
      return 'host';
    case 'none':
    case 'container':
    case 'config':
      return 'none';
    case 'weave':
    case 'flannel':
    case 'openvswitch':
    case 'calico':
    case 'kuryr':
    case 'plugin':
      return 'plugin';
  }
}

/** `bridge · internal`: the tag beside a network's name. */
export function networkTag(network: Network): string {
  const marks = [network.configOnly ? 'template' : driverWord(network)];
  if (network.defaultBridge) {
    marks.push('default');
  }
  if (network.internal) {
    marks.push('internal');
  }
  if (network.ingress) {
    marks.push('ingress');
  }
  return marks.join(' · ');
}

/** The engine's own driver name; its `null` is called none, as in `--network none`. */
export function driverWord(network: Network): string {
  return network.driver === 'none' ? 'none' : network.driverName || network.driver;
}

/** The engine's own plumbing: who is on it, the container list does not tell. */
export function isEngineOwned({ ingress, name }: Network): boolean {
  return ingress || name === 'docker_gwbridge';
}

/** What a network does differently from the plain one of its driver: `internal`, `icc off`. */
export function networkFlags(network: Network): readonly string[] {
  const { options, subnets } = network;
  const bound = options['com.docker.network.bridge.host_binding_ipv4'] ?? '0.0.0.0';
  const mode = options['com.docker.network.bridge.gateway_mode_ipv4'] ?? 'nat';
  const mode6 = options['com.docker.network.bridge.gateway_mode_ipv6'] ?? 'nat';
  const flags: readonly (readonly [string, boolean])[] = [
    ['template', network.configOnly],
    ['internal', network.internal],
    ['ingress', network.ingress],
    ['attachable', network.attachable],
    ['encrypted', network.driver === 'overlay' && 'encrypted' in options],
    ['icc off', !network.icc],
    ['masquerade off', !network.masquerade],
    [`gateway mode ${mode}`, mode !== 'nat'],
    [`IPv6 gateway mode ${mode6}`, mode6 !== 'nat'],
    [`publishes on ${bound}`, bound !== '0.0.0.0'],
    ['IPv6 without subnet', network.ipv6 && subnets.every(({ family }) => family === 4)],
  ];
  return flags.flatMap(([word, holds]) => (holds ? [word] : []));
}

/** `2 of 3 running`, of a job `2 of 3 completed`; nothing where the engine does not count (before API 1.41). */
export function tasksText({ running, desired, job }: ServiceRecord): string | undefined {
  if (job !== undefined) {
    return `${job.completed} of ${job.total} completed`;
  }
  if (desired === undefined) {
    return running === undefined ? undefined : `${running} running`;
  }
  return running === undefined ? `${desired} wanted` : `${running} of ${desired} running`;
}

/** `8088→80 ingress`, `8125→8125/udp host`; `80 host` where each task gets a port of the engine's choice. */
export function servicePortText({ publishedPort, targetPort, protocol, mode }: ServicePortRecord): string {
  const from = publishedPort === undefined ? '' : `${publishedPort}→`;
  return `${from}${targetPort}${protocol === 'tcp' ? '' : `/${protocol}`} ${mode}`;
}
