import type { Topology } from '../../model';
import type { InspectTarget } from '../../views/objects/inspectText';
import { nodeRow, serviceRow } from '../../views/swarm/swarmRows';
import type { Line } from '../shared/quickInputs';
import { containerLines, networkLines } from '../shared/quickRows';

/** A line of the quick pick, and the object that it stands for. */
export interface TargetLine {
  readonly target: InspectTarget;
  readonly line: Line<string>;
}

/** Every object of the engine that can be inspected; they look as they do in the trees. */
export function inspectLines(topology: Topology): readonly TargetLine[] {
  const { networks, containers, services, nodes, host } = topology;
  return [
    ...networkLines(networks).map((line) => toLine('network', 'Networks', line)),
    ...containerLines(containers, topology).map((line) => toLine('container', 'Containers', line)),
    ...services.map((service) =>
      toLine('service', 'Services', { ...serviceRow(service), value: service.id }),
    ),
    ...nodes.map((node) =>
      toLine('node', 'Nodes', { ...nodeRow(node, node.id === host.swarm?.nodeId), value: node.id }),
    ),
  ];
}

function toLine(
  kind: InspectTarget['kind'],
  section: string,
  { label, description, icon, color, value: id }: Line<string>,
): TargetLine {
  const value = `${kind} ${id}`;
  return { target: { kind, id }, line: { label, description, icon, color, section, value } };
}
