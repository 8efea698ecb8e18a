import type { Container, Network, Topology } from '../../model';
import { isUp } from '../../model';

/** A topology without its stopped containers, and how many each network then lacks, by its id. */
export interface Hidden {
  readonly topology: Topology;
  readonly hidden: ReadonlyMap<string, number>;
}

const nothing: ReadonlyMap<string, number> = new Map();

/** Leaves out what does not run; a stopped owner of a sandbox stays while one that joined it runs. */
export function hideStopped(topology: Topology, hides: boolean): Hidden {
  const kept = hides ? keptIds(topology) : undefined;
  if (!kept || kept.size === topology.containers.length) {
    return { topology, hidden: nothing };
  }
  const hidden = new Map<string, number>();
  const networks = topology.networks.map((network): Network => {
    const endpoints = network.endpoints.filter(({ containerId }) => kept.has(containerId));
    const lacks = network.endpoints.length - endpoints.length;
    if (lacks === 0) {
      return network;
    }
    hidden.set(network.id, lacks);
    return { ...network, endpoints };
  });
  const containers = topology.containers
    .filter(({ id }) => kept.has(id))
    .map((container): Container =>
      container.sharedBy.every((id) => kept.has(id))
        ? container
        : { ...container, sharedBy: container.sharedBy.filter((id) => kept.has(id)) },
    );
  return {
    hidden,
    topology: {
      ...topology,
      networks,
      containers,
      networkById: new Map(networks.map((network) => [network.id, network])),
      containerById: new Map(containers.map((container) => [container.id, container])),
      ports: topology.ports.filter(({ containerId }) => kept.has(containerId)),
      links: topology.links.filter(({ linkerId, targetId }) => kept.has(linkerId) && kept.has(targetId)),
    },
  };
}

function keptIds({ containers, containerById }: Topology): ReadonlySet<string> {
  const kept = new Set<string>();
  for (const container of containers) {
    let next = isUp(container) ? container : undefined;
    while (next && !kept.has(next.id)) {
      kept.add(next.id);
      const owner: string | undefined = next.mode.kind === 'container' ? next.mode.owner : undefined;
      next = owner === undefined ? undefined : containerById.get(owner);
    }
  }
  return kept;
}
