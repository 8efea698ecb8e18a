import type { Container, PublishedPort, Topology } from '../../model';
import { isRouted, isUp, isWildcard, unprotectedAddresses } from '../../model';
import { bracketed, driverWord, isLocalOnly } from '../words';

/** Who may ask a published port, in words. */
export function reachOf(topology: Topology, port: PublishedPort): string {
  const silent = silenceOf(topology, port);
  if (silent !== undefined) {
    return `nobody: ${silent}`;
  }
  if (isRouted(port, topology)) {
    return `every machine with a route to ${ownAddress(topology, port)}; the host’s port is not used`;
  }
  const open = unprotectedAddresses(port, topology);
  const also = `; who has a route to ${open.join(' or ')}, all ports there, published or not`;
  return open.length === 0 ? hostReach(port) : `${hostReach(port)}${also}`;
}

function hostReach(port: PublishedPort): string {
  if (isLocalOnly(port)) {
    return 'this host only';
  }
  return port.hostIps.length === 0 || port.hostIps.some(isWildcard)
    ? 'every machine that reaches the host'
    : `every machine that reaches ${port.hostIps.map(bracketed).join(', ')}`;
}

/** Where a published port is asked without the host's: the container's address of the family that was published. */
export function ownAddress(
  { containerById }: Topology,
  { containerId, hostIps, target }: PublishedPort,
): string {
  const endpoints = containerById.get(containerId)?.endpoints ?? [];
  const six = endpoints.find(({ networkId }) => networkId === target?.networkId)?.ipv6;
  const onlySix = hostIps.length > 0 && hostIps.every((ip) => ip.includes(':'));
  return (onlySix ? six : target?.ipv4) ?? 'the container';
}

/** Why nothing answers at a published port; undefined where something may. */
export function silenceOf(topology: Topology, port: PublishedPort): string | undefined {
  const container = topology.containerById.get(port.containerId);
  if (!container) {
    return 'its container is gone';
  }
  if (!isUp(container)) {
    return `${container.name} is ${container.state}; rules and proxy come back when it starts`;
  }
  if (container.state === 'paused') {
    return `${container.name} is paused; a connection may open, and no process answers on it`;
  }
  return sandboxSilence(container) ?? networkSilence(topology, port, container);
}

function sandboxSilence({ mode, name }: Container): string | undefined {
  switch (mode.kind) {
    case 'host':
      return `${name} uses the host’s own network, where published ports are ignored; what it opens is open on the host`;
    case 'none':
      return `${name} has no network`;
    case 'container':
      return `${name} shares another container’s network; ports are published by that one`;
    case 'network':
      return undefined;
  }
}

function networkSilence(
  topology: Topology,
  port: PublishedPort,
  { endpoints }: Container,
): string | undefined {
  const { networkById } = topology;
  if (
    endpoints.length > 0 &&
    endpoints.every(({ networkId }) => networkById.get(networkId)?.internal === true)
  ) {
    return 'its networks are internal, and nothing is published from those';
  }
  const network = port.target && networkById.get(port.target.networkId);
  if (network?.driver === 'macvlan' || network?.driver === 'ipvlan') {
    return `its way in is ${network.name}, a ${driverWord(network)} network: there is no NAT; ask its own address`;
  }
  return undefined;
}
