import type { Network, Topology } from '../../model';
import type { Draft } from '../draft';

/** What the parts of one network's diagram share while it is laid out. */
export interface NetworkContext {
  readonly topology: Topology;
  readonly network: Network;
  readonly draft: Draft;
}
