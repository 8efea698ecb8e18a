import type { NodeRecord, ServicePortRecord, ServiceRecord, Topology } from '../../model';
import type { Fact, Facts } from '../facts';
import { tame } from '../text';
import { servicePortText, tasksText } from '../words';
import { tasksHere } from '../tasks';
import { code, entryFacts, fact, facts, withContent } from './factParts';

export function describeService(topology: Topology, service: ServiceRecord): Facts {
  return {
    subject: { kind: 'service', id: service.id },
    title: tame(service.name),
    kind: 'service',
    groups: withContent([
      {
        title: '',
        facts: facts(
          fact('Image', service.image),
          fact('Mode', service.mode),
          fact('Tasks', tasksText(service)),
          fact('Endpoint mode', service.endpointMode),
          fact('Id', service.id, code),
        ),
      },
      { title: 'Networks', facts: networkFacts(topology, service) },
      { title: 'Ports', facts: service.ports.map(portFact) },
      {
        title: 'Tasks on this node',
        facts: tasksHere(topology, service).map(({ id, name, state }) => ({
          name: tame(name),
          value: state,
          subject: { kind: 'container', id },
        })),
      },
      { title: 'Labels', facts: entryFacts(service.labels) },
    ]),
  };
}

function networkFacts(
  { networkById }: Topology,
  { networkIds, addresses, endpointMode }: ServiceRecord,
): Fact[] {
  const ids = [...new Set([...networkIds, ...addresses.map(({ networkId }) => networkId)])];
  return ids.flatMap((id) => {
    const network = networkById.get(id);
    const own = addresses.find(({ networkId }) => networkId === id)?.ipv4;
    const none = endpointMode === 'dnsrr' ? 'names resolve to the tasks' : 'no virtual address';
    const more = { ...(own ? code : {}), ...(network ? { subject: { kind: 'network', id } as const } : {}) };
    return facts(fact(network?.name ?? id.slice(0, 12), own ?? none, more));
  });
}

function portFact(port: ServicePortRecord): Fact {
  return {
    name: port.mode === 'ingress' ? 'On every node' : 'On nodes with a task',
    value: servicePortText(port),
    code: true,
  };
}

const availabilities: ReadonlyMap<string, string> = new Map([
  ['active', 'active, takes tasks'],
  ['pause', 'pause, takes no new tasks'],
  ['drain', 'drain, takes no tasks'],
]);

export function describeNode({ host }: Topology, node: NodeRecord): Facts {
  return {
    subject: { kind: 'node', id: node.id },
    title: tame(node.hostname),
    kind: node.id === host.swarm?.nodeId ? 'node, this engine' : 'node',
    groups: withContent([
      {
        title: '',
        facts: facts(
          fact('Role', node.leader ? `${node.role}, leader` : node.role),
          fact('State', node.state),
          fact('Availability', availabilities.get(node.availability) ?? node.availability),
          fact('Address', node.address, code),
          fact('Engine', node.engineVersion),
          fact('Id', node.id, code),
        ),
      },
    ]),
  };
}
