import type { Network, Topology } from './topology';

/** A network that `docker network prune` removes. */
export interface PruneItem {
  readonly networkId: string;
  /**
   * Ids of containers that would attach to it when they start, by name: once it is gone they don't start any more
   * (`network front not found`, seen on engine 20.10).
   */
  readonly neededBy: readonly string[];
  /**
   * An overlay network of a swarm with other nodes: where a container there is on it, the swarm keeps it, and this
   * engine can't tell.
   */
  readonly keptIfUsedElsewhere: boolean;
}

/**
 * The networks that `POST /networks/prune` removes on this engine, in the picture's order: those without an endpoint
 * that are not Docker's own and no config-only networks. Stopped containers do not hold a network, nor do those that
 * wait for a restart. A manager removes overlay networks that no service names; a worker removes none. All of it seen
 * on engine 20.10.
 */
export function prunePlan(topology: Topology): readonly PruneItem[] {
  const named = new Set(topology.services.flatMap(({ networkIds }) => networkIds));
  return topology.networks
    .filter((network) => !named.has(network.id) && isPruned(network, topology))
    .map((network) => ({
      networkId: network.id,
      neededBy: network.endpoints.map(({ containerId }) => containerId),
      keptIfUsedElsewhere: network.scope === 'swarm' && topology.nodes.length > 1,
    }));
}

function isPruned(network: Network, { host: { swarm } }: Topology): boolean {
  if (network.predefined || network.configOnly || network.ingress) {
    return false;
  }
  if (network.endpoints.some(({ attached }) => attached)) {
    return false;
  }
  // The swarm's ingress has an endpoint there that no list shows. What a swarm left behind is removed.
  if (network.name === 'docker_gwbridge') {
    return swarm === undefined;
  }
  return network.scope !== 'swarm' || swarm?.manager === true;
}
