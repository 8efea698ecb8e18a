import type { ServiceRecord, Topology } from '../../model';
import { tasksHere } from '../tasks';
import { servicePortText } from '../words';
import { joinNames } from './names';
import type { Trace } from './trace';
import type { Stop, Way } from './way';

/** Where a request to a service goes: from outside through the routing mesh or the nodes of its tasks, from inside by its name. */
export function traceService(way: Way, topology: Topology, service: ServiceRecord): Trace {
  fromOutside(way, topology, service);
  fromInside(way, topology, service);
  toTasks(way, topology, service);
  return { title: `A request to ${service.name}`, steps: way.steps };
}

function fromOutside(way: Way, topology: Topology, service: ServiceRecord): void {
  const own: Stop = { kind: 'service', id: service.id };
  const mesh = service.ports.filter(({ mode }) => mode === 'ingress');
  const direct = service.ports.filter(({ mode }) => mode === 'host');
  const ingress = topology.networks.find((network) => network.ingress);
  if (mesh.length > 0) {
    const said = joinNames(mesh.map(servicePortText));
    way.step(`A client asks any node of the swarm (${said}), also one without a task: the routing mesh.`, [
      'client:lan',
    ]);
    const balanced = ingress && service.addresses.find(({ networkId }) => networkId === ingress.id)?.ipv4;
    const at = balanced === undefined ? '' : ` at ${balanced}`;
    way.step(
      `DNAT sends it to ingress-sbox, whose IPVS balances it${at} over the tasks, on every node.`,
      [...(ingress ? [{ kind: 'network', id: ingress.id } as const] : []), own],
      { derived: true },
    );
  }
  if (direct.length > 0) {
    const said = joinNames(direct.map(servicePortText));
    way.step(
      `A client asks a node that runs a task (${said}): it reaches the task of that node alone, past the mesh.`,
      ['client:lan', own],
    );
  }
  if (service.ports.length === 0) {
    way.step(`${service.name} publishes no port: nothing outside its networks reaches it.`, [own]);
  }
}

function fromInside(way: Way, { networkById }: Topology, service: ServiceRecord): void {
  const own: Stop = { kind: 'service', id: service.id };
  for (const id of service.networkIds) {
    const network = networkById.get(id);
    const address = service.addresses.find(({ networkId }) => networkId === id)?.ipv4;
    if (!network || network.ingress) {
      continue;
    }
    const words =
      service.endpointMode === 'dnsrr' || address === undefined
        ? `On ${network.name} its name resolves to the addresses of its tasks.`
        : `On ${network.name} its name resolves to ${address}, which IPVS balances; tasks.${service.name} to the tasks.`;
    way.step(words, [{ kind: 'network', id }, own], { from: [] });
  }
}

function toTasks(way: Way, topology: Topology, service: ServiceRecord): void {
  const here = tasksHere(topology, service).filter(({ state }) => state === 'running');
  if (here.length === 0) {
    way.step(
      'No task of it runs on this node; those of other nodes its engine does not list.',
      [{ kind: 'service', id: service.id }],
      { from: [] },
    );
    return;
  }
  way.step(`Tasks on this node: ${joinNames(here.map(({ name }) => name))}.`, [], { from: [] });
  way.extend(
    here.slice(0, 3).map(({ id }) => ({ kind: 'container', id })),
    { kind: 'service', id: service.id },
  );
}
