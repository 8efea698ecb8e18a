import type { ConnectSpec, NetworkSpec, PoolSpec } from '../../model';
import { shellLine } from './shellLine';

/** `docker network create …`: what makes the same network as `POST /networks/create` with this spec. */
export function networkCreateCommand(spec: NetworkSpec): string {
  return shellLine(['docker', 'network', 'create', ...createWords(spec), ...operands(spec.name)]);
}

function createWords({
  driver,
  pools,
  ipv6,
  internal,
  attachable,
  options,
  labels,
}: NetworkSpec): readonly string[] {
  return [
    ...(driver === '' ? [] : ['--driver', driver]),
    ...(internal ? ['--internal'] : []),
    ...(attachable ? ['--attachable'] : []),
    ...(ipv6 ? ['--ipv6'] : []),
    ...pools.flatMap(poolWords),
    ...pairs('--opt', options),
    ...pairs('--label', labels),
  ];
}

function poolWords({ subnet, gateway, range, auxiliary }: PoolSpec): readonly string[] {
  return [
    '--subnet',
    subnet,
    ...(range === undefined ? [] : ['--ip-range', range]),
    ...(gateway === undefined ? [] : ['--gateway', gateway]),
    ...pairs('--aux-address', auxiliary),
  ];
}

/** The engine takes names that look like flags. */
function operands(...names: readonly string[]): readonly string[] {
  return names.some((name) => name.startsWith('-')) ? ['--', ...names] : names;
}

function pairs(flag: string, values: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(values).flatMap(([key, value]) => [flag, `${key}=${value}`]);
}

/** `docker network connect …`; network and container by name, as the user would write them. */
export function connectCommand(
  network: string,
  container: string,
  { ipv4, ipv6, aliases }: Pick<ConnectSpec, 'ipv4' | 'ipv6' | 'aliases'>,
): string {
  return shellLine([
    'docker',
    'network',
    'connect',
    ...(ipv4 === undefined ? [] : ['--ip', ipv4]),
    ...(ipv6 === undefined ? [] : ['--ip6', ipv6]),
    ...aliases.flatMap((alias) => ['--alias', alias]),
    ...operands(network, container),
  ]);
}

/** `docker network disconnect NETWORK CONTAINER` */
export function disconnectCommand(network: string, container: string): string {
  return shellLine(['docker', 'network', 'disconnect', ...operands(network, container)]);
}

/** `docker network rm NETWORK…` */
export function removeCommand(networks: readonly string[]): string {
  return shellLine(['docker', 'network', 'rm', ...operands(...networks)]);
}

/** `docker network inspect NETWORK…` */
export function inspectCommand(networks: readonly string[]): string {
  return shellLine(['docker', 'network', 'inspect', ...operands(...networks)]);
}

/** `docker network prune` */
export function pruneCommand(): string {
  return shellLine(['docker', 'network', 'prune']);
}
