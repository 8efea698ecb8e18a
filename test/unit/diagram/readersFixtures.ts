import { decodeSnapshot } from '../../../src/engine/decode';
import {
  layoutTarget,
  layoutTopology,
  subjectKey,
  traceSubject,
  type Scene,
  type Subject,
} from '../../../src/diagram';
import { buildTopology, type Topology } from '../../../src/model';
import containers from '../../fixtures/containers-swarm-services.json';
import info from '../../fixtures/info-swarm.json';
import networks from '../../fixtures/networks.json';
import nodes from '../../fixtures/nodes.json';
import overlayVerbose from '../../fixtures/network-ov-service-verbose.json';
import services from '../../fixtures/services.json';
import version from '../../fixtures/version.json';

/** A recorded swarm manager: three services, four tasks, one overlay network of its own. */
export const swarm: Topology = buildTopology(
  decodeSnapshot({
    version,
    info: { Name: 'node-1', Swarm: info.manager },
    networks,
    containers,
    services,
    nodes,
    inspected: [overlayVerbose],
  }),
);

export function containerSubject(topology: Topology, name: string): Subject {
  const found = topology.containers.find((container) => container.name === name);
  if (!found) {
    throw new Error(`no container ${name} in the fixture`);
  }
  return { kind: 'container', id: found.id };
}

export function portSubject(topology: Topology, hostPort: number): Subject {
  const found = topology.ports.find((port) => port.hostPort === hostPort);
  if (!found) {
    throw new Error(`no port ${hostPort} in the fixture`);
  }
  return { kind: 'port', id: found.id };
}

/** The picture of the network of that name. */
export function networkScene(topology: Topology, name: string): Scene {
  const network = topology.networks.find((one) => one.name === name);
  return layoutTarget(topology, { kind: 'network', id: network?.id ?? '' });
}

/** The words of a trace, derived steps with a `~`. */
export function stepsOf(
  topology: Topology,
  subject: Subject,
  scene = layoutTopology(topology),
): readonly string[] {
  const trace = traceSubject(topology, scene, subject);
  if (!trace) {
    throw new Error(`no trace of ${subjectKey(subject)}`);
  }
  return trace.steps.map(({ text, derived }) => (derived ? `~ ${text}` : text));
}

/** Names in the place of ids, as people read them. */
export function named(topology: Topology, ids: readonly string[]): readonly string[] {
  return ids.map((id) =>
    id.replaceAll(/[0-9a-f]{64}|[0-9a-z]{25}/g, (hex) => {
      return topology.containerById.get(hex)?.name ?? topology.networkById.get(hex)?.name ?? hex;
    }),
  );
}
