import type { Topology } from '../model';
import { describeContainer } from './describe/describeContainer';
import { describeFold } from './describe/describeFold';
import { describeHost } from './describe/describeHost';
import { describeNetwork } from './describe/describeNetwork';
import { describePort } from './describe/describePort';
import { describeNode, describeService } from './describe/describeService';
import type { Facts } from './facts';
import type { DiagramTarget, LayoutOptions } from './options';
import type { Subject } from './scene';
import { hideStopped } from './topology/hidden';

/**
 * Describes the object that a box stands for; undefined when it is gone. What is in a fold depends on the diagram that it
 * stands in, and on what the reader chose to see there.
 */
export function describeSubject(
  topology: Topology,
  subject: Subject,
  target: DiagramTarget = { kind: 'topology' },
  options: LayoutOptions = {},
): Facts | undefined {
  switch (subject.kind) {
    case 'network': {
      const network = topology.networkById.get(subject.id);
      return network && describeNetwork(topology, network);
    }
    case 'container': {
      const container = topology.containerById.get(subject.id);
      return container && describeContainer(topology, container);
    }
    case 'port': {
      const port = topology.ports.find(({ id }) => id === subject.id);
      return port && describePort(topology, port);
    }
    case 'host':
      return describeHost(topology);
    case 'service': {
      const service = topology.services.find(({ id }) => id === subject.id);
      return service && describeService(topology, service);
    }
    case 'node': {
      const node = topology.nodes.find(({ id }) => id === subject.id);
      return node && describeNode(topology, node);
    }
    case 'fold': {
      const shown = hideStopped(topology, options.hideStopped ?? false).topology;
      return describeFold(shown, subject.id, target, options);
    }
  }
}
