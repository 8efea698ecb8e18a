import { drivers, type Driver, type DriverId } from '../../catalog';
import { driverWord, sharersOf } from '../../diagram';
import {
  isUp,
  isWildcard,
  type Container,
  type Endpoint,
  type Network,
  type PublishedPort,
  type Topology,
} from '../../model';

/** A line of a tree: plain data, so that words are tested without VS Code. */
export interface Row {
  readonly label: string;
  readonly description: string;
  /** A codicon, with a theme colour where the state calls for one. */
  readonly icon: string;
  readonly color?: string;
  /** What a screen reader says instead of label and description. */
  readonly spoken: string;
}

const driverById = new Map<DriverId, Driver>(drivers.map((driver) => [driver.id, driver]));

/** `shop_front` — `bridge · internal · 172.28.0.0/16 · 3 containers`: a narrow view cuts off the end. */
export function networkRow(network: Network, under: 'driver' | 'project' | 'none' = 'none'): Row {
  const count = network.endpoints.length;
  const facts = [
    // A group names it already.
    ...(under === 'driver' ? [] : [driverText(network)]),
    ...(network.scope === 'local' || network.scope === '' ? [] : [network.scope]),
    ...networkFlags(network),
    ...network.subnets.map(({ cidr }) => cidr),
  ];
  return {
    label: network.name,
    description: [...facts, ...(count === 0 ? [] : [plural(count, 'container')])].join(' · '),
    icon: driverById.get(network.driver)?.icon ?? 'plug',
    spoken: `network ${network.name}, ${[...facts, plural(count, 'container')].join(', ')}`,
  };
}

/** The engine's driver name; `none` for its `null`, `config only` for a template. */
export function driverText(network: Network): string {
  return network.configOnly ? 'config only' : driverWord(network);
}

/** What is not the default about a network, in Docker's words. */
export function networkFlags(network: Network): readonly string[] {
  const { options, subnets, configFrom, parent } = network;
  const bound = options[`${BRIDGE}host_binding_ipv4`] ?? '0.0.0.0';
  const mode = options[`${BRIDGE}gateway_mode_ipv4`] ?? 'nat';
  const mode6 = options[`${BRIDGE}gateway_mode_ipv6`] ?? 'nat';
  const flags: readonly (readonly [string, boolean])[] = [
    ['internal', network.internal],
    ['ingress', network.ingress],
    ['attachable', network.attachable],
    ['encrypted', isEncrypted(network)],
    ['icc off', !network.icc],
    ['masquerade off', !network.masquerade],
    [`gateway mode ${mode}`, mode !== 'nat'],
    [`IPv6 gateway mode ${mode6}`, mode6 !== 'nat'],
    [`publishes on ${bound}`, bound !== '0.0.0.0'],
    ['IPv6 without subnet', network.ipv6 && subnets.every(({ family }) => family === 4)],
    [`config from ${configFrom ?? ''}`, configFrom !== undefined],
    [`parent ${parent ?? ''}`, parent !== undefined],
  ];
  return flags.flatMap(([word, holds]) => (holds ? [word] : []));
}

const BRIDGE = 'com.docker.network.bridge.';

/** `-o encrypted` has no value; `encrypted=false` says no. */
function isEncrypted({ driver, options }: Network): boolean {
  const { encrypted } = options;
  return driver === 'overlay' && encrypted !== undefined && !/^(0|f|F|FALSE|false|False)$/.test(encrypted);
}

/** `web` — `172.28.0.3 · running · 8080→80`; `db` — `172.28.0.9 when started · exited` */
export function containerRow(container: Container, endpoint: Endpoint | undefined, topology?: Topology): Row {
  const facts = [
    ...addressesOf(endpoint),
    container.state,
    ...sayAttachment(container, endpoint, topology),
    ...portsHere(container, endpoint).map(portText),
  ];
  const sharers = topology ? sharersOf(container, topology) : [];
  const [sharer] = sharers;
  if (sharer) {
    facts.push(`shared by ${sharers.length === 1 ? sharer.name : plural(sharers.length, 'container')}`);
  }
  return {
    label: shortName(container),
    description: facts.join(' · '),
    ...stateIcon(container),
    spoken: `container ${container.name}, ${facts.join(', ')}`,
  };
}

/** A swarm names a container after its task, with ids of 25 letters: `web.1.v6m7389qcvku…` is `web.1.v6m73…` here. */
function shortName({ name, labels }: Container): string {
  const task = labels['com.docker.swarm.task.id'] !== undefined;
  return task ? name.replace(/\.([0-9a-z]{5})[0-9a-z]{20}(?=\.|$)/g, '.$1…') : name;
}

/** What a container has, or asked for: `172.28.0.9 when started` while it is stopped. */
function addressesOf(endpoint: Endpoint | undefined): readonly string[] {
  const known = [endpoint?.ipv4, endpoint?.ipv6].filter((address) => address !== undefined);
  const asked = [endpoint?.requestedIpv4, endpoint?.requestedIpv6].filter((address) => address !== undefined);
  return known.length > 0 || endpoint?.attached === true
    ? known
    : asked.map((address) => `${address} when started`);
}

function sayAttachment(
  container: Container,
  endpoint: Endpoint | undefined,
  topology: Topology | undefined,
): readonly string[] {
  if (container.mode.kind === 'container') {
    const owner = topology?.containerById.get(container.mode.owner ?? '')?.name ?? 'another';
    return [isUp(container) ? `in ${owner}’s network` : `joins ${owner}’s network when started`];
  }
  if (endpoint === undefined || endpoint.attached) {
    return [];
  }
  if (isUp(container)) {
    return ['not attached'];
  }
  return (endpoint.requestedIpv4 ?? endpoint.requestedIpv6) === undefined ? ['joins when started'] : [];
}

/** A port leads to one endpoint: it is shown there, and not on the container's other networks. */
export function portsHere(container: Container, endpoint: Endpoint | undefined): readonly PublishedPort[] {
  const own = new Set(container.endpoints.map(({ networkId }) => networkId));
  return container.published.filter(
    ({ target }) =>
      target === undefined || !own.has(target.networkId) || target.networkId === endpoint?.networkId,
  );
}

function stateIcon(container: Container): Pick<Row, 'icon' | 'color'> {
  switch (container.state) {
    case 'running':
      return { icon: 'circle-filled', color: 'testing.iconPassed' };
    case 'paused':
      return { icon: 'debug-pause', color: 'testing.iconQueued' };
    case 'restarting':
      return { icon: 'debug-restart', color: 'testing.iconQueued' };
    case 'dead':
      return { icon: 'circle-slash', color: 'testing.iconFailed' };
    case 'created':
    case 'exited':
    case 'removing':
    case 'unknown':
      return { icon: 'circle-outline', color: 'disabledForeground' };
  }
}

/** `8080→80`, `127.0.0.1:9090→80`, `53→53/udp` */
export function portText({ hostIps, hostPort, containerPort, protocol }: PublishedPort): string {
  const bind = hostIps.some(isWildcard) ? '' : `${hostIps.map(bracket).join(', ')}:`;
  return `${bind}${hostPort}→${containerPort}${protocol === 'tcp' ? '' : `/${protocol}`}`;
}

/** Brackets for IPv6, as in a URL. */
export function bracket(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}

/** `1 container`, `3 containers` */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Containers that hold a namespace first: a long list starts with what runs. */
export function runningFirst(endpoints: readonly Endpoint[], topology: Topology): readonly Endpoint[] {
  const up = (endpoint: Endpoint): boolean => {
    const container = topology.containerById.get(endpoint.containerId);
    return container !== undefined && isUp(container);
  };
  return [...endpoints.filter(up), ...endpoints.filter((endpoint) => !up(endpoint))];
}
