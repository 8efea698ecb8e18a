import type { Container, Network, Topology } from '../../model';
import { isGatewayBridge } from './members';

const named = new Set(['bridge', 'overlay', 'macvlan', 'ipvlan']);

/**
 * A container's interface on a network where it is sure: `eth0` on its only one, `eth1` on docker_gwbridge beside its only
 * overlay (seen on engine 20.10). With several networks the numbering is the engine's secret, and a plugin chooses itself.
 */
export function interfaceName(
  container: Container,
  network: Network,
  topology: Topology,
): string | undefined {
  const [only, ...more] = container.endpoints;
  const own = only && topology.networkById.get(only.networkId);
  if (!own || more.length > 0 || !named.has(own.driver)) {
    return undefined;
  }
  if (own.id !== network.id) {
    return isGatewayBridge(network) ? 'eth1' : undefined;
  }
  return `${network.options['com.docker.network.container_iface_prefix'] ?? 'eth'}0`;
}
