import type { Topology } from '../../model';
import type { Scene, Subject } from '../scene';
import type { Trace } from './trace';

/**
 * The way of a packet in a scene of the topology: of a request to a published port, or of a container's own requests.
 * Undefined for every other subject, and for one that is gone.
 */
export function traceSubject(topology: Topology, scene: Scene, subject: Subject): Trace | undefined {
  void [topology, scene, subject];
  return undefined;
}
