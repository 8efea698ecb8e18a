import type { Container, Network, Topology } from '../../model';
import { isUp } from '../../model';
import type { Member } from './context';

/** The name of the bridge by which overlay containers leave their node. */
export const gatewayBridge = 'docker_gwbridge';

export function isGatewayBridge({ driver, name }: Network): boolean {
  return driver === 'bridge' && name === gatewayBridge;
}

/** The containers on a network by name, also those that docker_gwbridge has and the container list does not tell. */
export function membersOf(topology: Topology, network: Network, hideStopped: boolean): readonly Member[] {
  const listed = network.endpoints.flatMap((endpoint): Member[] => {
    const container = topology.containerById.get(endpoint.containerId);
    return container ? [{ container, endpoint, derived: false }] : [];
  });
  const members = isGatewayBridge(network) ? [...listed, ...guestsOf(topology, network, listed)] : listed;
  return hideStopped ? members.filter(({ container }) => isUp(container)) : members;
}

function guestsOf(topology: Topology, gateway: Network, listed: readonly Member[]): Member[] {
  const known = new Set(listed.map(({ container }) => container.id));
  return topology.containers
    .filter((container) => !known.has(container.id) && leavesByGateway(container, topology))
    .map((container) => gatewayMember(container, gateway));
}

/**
 * A running container without a default route of its own, on an overlay network that is not internal: the engine gives
 * it a second interface on docker_gwbridge (seen on engine 20.10; with a bridge network besides, it gives none).
 */
export function leavesByGateway(container: Container, { networkById }: Topology): boolean {
  const { endpoints } = container;
  return (
    isUp(container) &&
    !endpoints.some(({ defaultRoute }) => defaultRoute) &&
    endpoints.some(({ attached, networkId }) => attached && isOpenOverlay(networkById.get(networkId)))
  );
}

function isOpenOverlay(network: Network | undefined): boolean {
  return network?.driver === 'overlay' && !network.internal;
}

/** The networks in whose diagrams a container stands, by id: its own, and docker_gwbridge where it leaves by that. */
export function networkIdsOf(container: Container, topology: Topology): readonly string[] {
  const own = container.endpoints.map(({ networkId }) => networkId);
  return leavesByGateway(container, topology)
    ? [...own, ...topology.networks.filter(isGatewayBridge).map(({ id }) => id)]
    : own;
}

/** A container on docker_gwbridge; its address there only an inspect of that network tells. */
export function gatewayMember(container: Container, gateway: Network): Member {
  const ipv4 = gateway.addresses[container.id];
  const prefix = gateway.subnets[0]?.cidr.split('/')[1];
  const nothing = { endpointId: undefined, ipv6: undefined, ipv6Prefix: undefined, mac: undefined };
  const unknown = {
    gateway4: undefined,
    gateway6: undefined,
    requestedIpv4: undefined,
    requestedIpv6: undefined,
  };
  const endpoint = {
    ...nothing,
    ...unknown,
    networkId: gateway.id,
    networkName: gateway.name,
    containerId: container.id,
    ipv4,
    ipv4Prefix: ipv4 === undefined || prefix === undefined ? undefined : Number(prefix),
    aliases: undefined,
    attached: true,
    defaultRoute: true,
  };
  return { container, endpoint, derived: true };
}
