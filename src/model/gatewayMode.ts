import { isAtLeast } from './engineVersion';
import type { HostRecord } from './snapshot';
import type { Network, PublishedPort, Topology } from './topology';

type Family = 4 | 6;

/**
 * How packets of outside reach the containers of a bridge, for each family on its own: `nat` where nothing is said,
 * `nat-unprotected`, `routed`, `isolated` (https://docs.docker.com/engine/network/port-publishing/#gateway-modes). Engines
 * before 27 know no such option and translate always.
 */
export function gatewayMode(
  { options }: Pick<Network, 'options'>,
  host: Pick<HostRecord, 'engineVersion'>,
  family: Family,
): string {
  const stated = options[`com.docker.network.bridge.gateway_mode_ipv${family}`];
  return isAtLeast(host, 27) && stated !== undefined && stated !== '' ? stated : 'nat';
}

/**
 * A published port that no address of the host leads to: its network is in gateway mode `routed`, and the container is asked
 * at its own address. A port of both families is routed where both are.
 */
export function isRouted({ hostIps, target }: PublishedPort, { networkById, host }: Topology): boolean {
  const network = target && networkById.get(target.networkId);
  const families: readonly Family[] = hostIps.length === 0 ? [4] : hostIps.map(familyOfBinding);
  return network !== undefined && families.every((family) => gatewayMode(network, host, family) === 'routed');
}

function familyOfBinding(hostIp: string): Family {
  return hostIp.includes(':') ? 6 : 4;
}

/**
 * Addresses of a port's container at which every port is open, published or not, to whoever has a route there: those of the
 * families in gateway mode `nat-unprotected`.
 */
export function unprotectedAddresses(port: PublishedPort, topology: Topology): readonly string[] {
  const { containerById, networkById, host } = topology;
  const network = port.target && networkById.get(port.target.networkId);
  const endpoint = containerById
    .get(port.containerId)
    ?.endpoints.find(({ networkId }) => networkId === network?.id);
  const addresses = [
    [4, port.target?.ipv4],
    [6, endpoint?.ipv6],
  ] as const;
  return addresses.flatMap(([family, address]) =>
    network && address !== undefined && gatewayMode(network, host, family) === 'nat-unprotected'
      ? address
      : [],
  );
}
