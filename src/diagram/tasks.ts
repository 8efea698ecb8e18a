import type { Container, ServiceRecord, Topology } from '../model';

/** The label by which a swarm marks the containers of its tasks (seen on engine 20.10). */
const serviceLabel = 'com.docker.swarm.service.id';

/** The containers of a service's tasks on this engine, by name; those on other nodes its list does not have. */
export function tasksHere({ containers }: Topology, { id }: ServiceRecord): readonly Container[] {
  return containers.filter(({ labels }) => labels[serviceLabel] === id);
}
