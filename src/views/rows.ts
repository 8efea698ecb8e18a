import { drivers, type Driver, type DriverId } from '../catalog';
import {
  isUp,
  isWildcard,
  type Container,
  type Endpoint,
  type Network,
  type PublishedPort,
  type Topology,
} from '../model';

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

/** `shop_front` — `bridge · 172.28.0.0/16 · internal` */
export function networkRow(network: Network): Row {
  const driver = network.configOnly ? 'config only' : network.driverName;
  const facts = [driver, ...network.subnets.map(({ cidr }) => cidr), ...networkFlags(network)];
  const count = `${network.endpoints.length} ${network.endpoints.length === 1 ? 'container' : 'containers'}`;
  return {
    label: network.name,
    description: facts.join(' · '),
    icon: driverById.get(network.driver)?.icon ?? 'plug',
    spoken: `network ${network.name}, ${facts.join(', ')}, ${count}`,
  };
}

/** What is not the default about a network, in Docker's words. */
export function networkFlags(network: Network): readonly string[] {
  return [
    ...(network.internal ? ['internal'] : []),
    ...(network.ingress ? ['ingress'] : []),
    ...(network.icc ? [] : ['icc off']),
    ...(network.masquerade ? [] : ['masquerade off']),
    ...(network.parent === undefined ? [] : [`parent ${network.parent}`]),
  ];
}

/** `web` — `172.28.0.3 · running · 8080→80` */
export function containerRow(container: Container, endpoint: Endpoint | undefined): Row {
  const address = endpoint?.ipv4 ?? endpoint?.ipv6;
  const stray = endpoint !== undefined && !endpoint.attached && isUp(container);
  const facts = [
    ...(address === undefined ? [] : [address]),
    container.state,
    ...(stray ? ['not attached'] : []),
    ...portsHere(container, endpoint).map(portText),
  ];
  return {
    label: container.name,
    description: facts.join(' · '),
    ...stateIcon(container),
    spoken: `container ${container.name}, ${facts.join(', ')}`,
  };
}

/** A port leads to one endpoint: it is shown there, and not on the container's other networks. */
function portsHere(container: Container, endpoint: Endpoint | undefined): readonly PublishedPort[] {
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

function bracket(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}

/** `Bridge` — `3 networks`; what the engine does not have says so. */
export function driverRow(driver: Driver, topology: Topology | undefined): Row {
  const description = topology ? sayPresence(driver, topology) : '';
  return {
    label: driver.title,
    description,
    icon: driver.icon,
    spoken: [driver.title, description].filter(Boolean).join(', '),
  };
}

function sayPresence(driver: Driver, topology: Topology): string {
  switch (driver.kind) {
    case 'notADriver':
      return 'works beside Docker’s drivers';
    case 'mode': {
      const users = topology.containers.filter(({ mode }) => mode.kind === 'container').length;
      return users === 0 ? 'a mode, not a driver' : `a mode, used by ${plural(users, 'container')}`;
    }
    case 'builtIn':
    case 'thirdParty': {
      const count = networksOf(driver, topology).length;
      return count > 0
        ? plural(count, 'network')
        : isPresent(driver, topology)
          ? 'no network'
          : 'not on this engine';
    }
  }
}

/** The networks of a driver, in the topology's order. */
export function networksOf(driver: Driver, topology: Topology): readonly Network[] {
  return topology.networks.filter((network) => network.driver === driver.id);
}

/** `/info` names built-in and managed drivers, and those of existing networks; templates need no driver. */
function isPresent(driver: Driver, { host }: Topology): boolean {
  if (driver.path === 'template') {
    return true;
  }
  return driver.engineNames.some((name) =>
    host.drivers.some((known) => known === name || known.startsWith(`${name}:`)),
  );
}

function plural(count: number, noun: string): string {
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
