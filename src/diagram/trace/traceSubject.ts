import type { Topology } from '../../model';
import type { LayoutOptions } from '../options';
import type { Scene, Subject } from '../scene';
import type { Trace } from './trace';
import { traceContainer } from './traceContainer';
import { tracePort } from './tracePort';
import { traceService } from './traceService';
import { startWay } from './way';

/**
 * The way of a packet in a scene of the topology: of a request to a published port or a service, or of a container's own
 * requests. Undefined for every other subject, and for one that is gone. The options are those that the scene was laid out
 * with.
 */
export function traceSubject(
  topology: Topology,
  scene: Scene,
  subject: Subject,
  options: Pick<LayoutOptions, 'hideStopped' | 'veths'> = {},
): Trace | undefined {
  const way = startWay(topology, scene, options);
  switch (subject.kind) {
    case 'port': {
      const port = topology.ports.find(({ id }) => id === subject.id);
      return port && tracePort(way, topology, port, options.veths);
    }
    case 'container': {
      const container = topology.containerById.get(subject.id);
      return container && traceContainer(way, topology, container);
    }
    case 'service': {
      const service = topology.services.find(({ id }) => id === subject.id);
      return service && traceService(way, topology, service);
    }
    case 'network':
    case 'host':
    case 'node':
    case 'fold':
      return undefined;
  }
}
