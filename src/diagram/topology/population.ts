import type { Container, Network, Topology } from '../../model';
import { sandboxOwner } from '../sharers';

/** Who stands where in the whole topology. Every container is in exactly one place. */
export interface Population {
  /** By network id: containers whose only network it is. */
  readonly single: ReadonlyMap<string, readonly Container[]>;
  /** On several networks: they stand between them. */
  readonly between: readonly Container[];
  /** In the host's own network. */
  readonly onHost: readonly Container[];
  /** No network is known: created without one, or sharing a sandbox that is gone. */
  readonly unattached: readonly Container[];
}

/** Sorts the containers into their places; those that share a sandbox hang on its owner and have none of their own. */
export function populate(topology: Topology): Population {
  const single = new Map<string, Container[]>();
  const between: Container[] = [];
  const onHost: Container[] = [];
  const unattached: Container[] = [];
  const hostIds = topology.networks.filter(({ driver }) => driver === 'host').map(({ id }) => id);
  for (const container of topology.containers) {
    const first = container.endpoints[0];
    if (isHung(container, topology)) {
      continue;
    }
    if (container.mode.kind === 'host' || (first && hostIds.includes(first.networkId))) {
      onHost.push(container);
    } else if (!first) {
      unattached.push(container);
    } else if (container.endpoints.length > 1) {
      between.push(container);
    } else {
      const others = single.get(first.networkId);
      if (others) {
        others.push(container);
      } else {
        single.set(first.networkId, [container]);
      }
    }
  }
  return { single, between, onHost, unattached };
}

/** It shares the sandbox of another, and that one's card carries it. */
function isHung(container: Container, topology: Topology): boolean {
  return container.mode.kind === 'container' && sandboxOwner(container, topology) !== container;
}

/** The networks that get a region: the host's own network is drawn as the host's interfaces. */
export function regionNetworks(topology: Topology, hidden: HiddenNetworks): Network[] {
  return topology.networks.filter((network) => {
    if (network.driver === 'host') {
      return false;
    }
    const empty = network.endpoints.length === 0;
    return !(hidden.empty && empty) && !(hidden.predefined && network.predefined && empty);
  });
}

export interface HiddenNetworks {
  readonly empty: boolean;
  readonly predefined: boolean;
}
