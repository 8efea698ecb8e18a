import type { Topology } from '../../model';
import type { Scene, Subject } from '../scene';
import type { Trace } from './trace';
import { traceContainer } from './traceContainer';
import { tracePort } from './tracePort';
import { traceService } from './traceService';

/**
 * The way of a packet in a scene of the topology: of a request to a published port or a service, or of a container's own
 * requests. Undefined for every other subject, and for one that is gone.
 */
export function traceSubject(topology: Topology, scene: Scene, subject: Subject): Trace | undefined {
  switch (subject.kind) {
    case 'port': {
      const port = topology.ports.find(({ id }) => id === subject.id);
      return port && tracePort(topology, scene, port);
    }
    case 'container': {
      const container = topology.containerById.get(subject.id);
      return container && traceContainer(topology, scene, container);
    }
    case 'service': {
      const service = topology.services.find(({ id }) => id === subject.id);
      return service && traceService(topology, scene, service);
    }
    case 'network':
    case 'host':
    case 'node':
    case 'fold':
      return undefined;
  }
}
