import type { Container, ServicePortRecord, ServiceRecord, Topology } from '../model';

/** The label by which a swarm marks the containers of its tasks (seen on engine 20.10). */
const serviceLabel = 'com.docker.swarm.service.id';

/** The containers of a service's tasks on this engine, by name; those on other nodes its list does not have. */
export function tasksHere({ containers }: Topology, { id }: ServiceRecord): readonly Container[] {
  return containers.filter(({ labels }) => labels[serviceLabel] === id);
}

/**
 * Ports on which every node leads to a task: none for a container that is not on the routing mesh, undefined where it is and
 * its service is not known, as on a worker. The container list never has them (seen on engine 20.10).
 */
export function meshPorts(
  { endpoints, labels }: Container,
  { networkById, services }: Topology,
): readonly ServicePortRecord[] | undefined {
  if (!endpoints.some(({ networkId }) => networkById.get(networkId)?.ingress)) {
    return [];
  }
  return services
    .find(({ id }) => id === labels[serviceLabel])
    ?.ports.filter(({ mode }) => mode === 'ingress');
}
