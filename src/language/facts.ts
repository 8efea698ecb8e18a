import type { Container, Endpoint, Network, PublishedPort, Topology } from '../model';
import type { Scope } from './use';
import { overlaps } from './values/address';
import type { Publish } from './values/publish';
import { readNetwork } from './values/read';

/** What the engine knows now. */
export interface Facts {
  readonly topology: Topology;
}

/** The published ports that stand in the way of this one: same protocol, same port, an address in common. */
export function holders({ topology }: Facts, publish: Publish): readonly PublishedPort[] {
  const { hostPorts, protocol, hostIp } = publish;
  if (!hostPorts) return [];
  return topology.ports.filter(
    (port) =>
      port.protocol === protocol &&
      port.hostPort >= hostPorts.first &&
      port.hostPort <= hostPorts.last &&
      port.hostIps.some((address) => overlaps(address, hostIp)),
  );
}

/** A container by name, id, or the start of its id. */
export function findContainer({ topology }: Facts, name: string): Container | undefined {
  const { containers, containerById } = topology;
  return containers.find((one) => one.name === name) ?? containerById.get(name) ?? byPrefix(containers, name);
}

/** A network by name, id, or the start of its id. */
export function findNetwork({ topology }: Facts, name: string): Network | undefined {
  const { networks, networkById } = topology;
  return networks.find((one) => one.name === name) ?? networkById.get(name) ?? byPrefix(networks, name);
}

function byPrefix<T extends { readonly id: string }>(rows: readonly T[], start: string): T | undefined {
  const found = /^[0-9a-f]{4,}$/.test(start) ? rows.filter(({ id }) => id.startsWith(start)) : [];
  return found.length === 1 ? found[0] : undefined;
}

/** The live networks made from a network of a compose file: which project the file is, is not known. */
export function composeNetworks({ topology }: Facts, key: string): readonly Network[] {
  return topology.networks.filter(({ labels }) => labels['com.docker.compose.network'] === key);
}

/** The live containers of a compose service. */
export function serviceContainers({ topology }: Facts, service: string): readonly Container[] {
  return topology.containers.filter(({ composeService }) => composeService === service);
}

/** The live networks that a command or service joins by name. */
export function joinedNetworks(facts: Facts, { uses }: Scope): readonly Network[] {
  return uses.flatMap((use) => {
    const value = readNetwork(use);
    if (value?.ok) return value.mode === 'named' ? (findNetwork(facts, value.name) ?? []) : [];
    return use.syntax === 'networks' && use.kind === 'item' ? composeNetworks(facts, use.text ?? '') : [];
  });
}

/** True where the container is what the scope describes. */
export function isOwn(container: Container, { place, name }: Scope): boolean {
  if (name === undefined) return false;
  return place === 'composeService' ? container.composeService === name : container.name === name;
}

/** The address of an endpoint to show. */
export function addressOf({ ipv4, ipv6, requestedIpv4 }: Endpoint): string | undefined {
  return ipv4 ?? ipv6 ?? requestedIpv4;
}
