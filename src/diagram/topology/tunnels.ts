import type { Network, Topology } from '../../model';
import type { Places, Target } from './entries';
import { otherNodes, type OtherNode } from './nodes';

/** An overlay network that spans another node, by what its peers tell. */
export interface Tunnel {
  readonly network: Network;
  readonly end: OtherNode;
  /** Where it starts. */
  readonly target: Target;
}

/** A tunnel for each overlay that is drawn, and each other node that is its peer. */
export function findTunnels(topology: Topology, { regions }: Places): readonly Tunnel[] {
  const nodes = otherNodes(topology);
  return topology.networks.flatMap((network) => {
    const place = regions.get(network.id);
    const addresses = new Set(network.peers.map(({ address }) => address));
    const ends = nodes.filter(({ address }) => addresses.has(address));
    return place ? ends.map((end) => ({ network, end, target: leavingFrom(place) })) : [];
  });
}

/** Regions left of containers or of others have their own channel on the right side, the others the one right of the block. */
function leavingFrom(place: Target): Target {
  const { between, left, inRow } = place.block;
  if (inRow && place.region !== left.at(-1)) {
    return { ...place, approach: 'below', leaves: true };
  }
  const inner = place.approach === 'left' && between.length > 0;
  return { ...place, approach: inner ? 'inner' : 'right', leaves: true };
}
