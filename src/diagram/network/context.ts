import type { Container, Endpoint, Network, Topology } from '../../model';
import type { Draft } from '../draft';
import type { FoldItem } from '../folds';

/** A container on the network, with the endpoint by which it is there. */
export interface Member {
  readonly container: Container;
  readonly endpoint: Endpoint;
  /** The engine lists no such endpoint: it follows from the container's other networks. */
  readonly derived: boolean;
}

/** What the parts of one network's diagram share while it is laid out. */
export interface NetworkContext {
  readonly topology: Topology;
  readonly network: Network;
  readonly draft: Draft;
  readonly hideStopped: boolean;
  readonly unfolded: ReadonlySet<string>;
  /** Names of the host's ends of veth pairs, by `container id@network id`. */
  readonly veths: Readonly<Record<string, string>>;
  /** By container id. */
  readonly members: ReadonlyMap<string, Member>;
  /** The members as they are shown: one by one, or folded. */
  readonly items: readonly FoldItem[];
}
