import { object, text } from './wire';

/** What is read once and again only when an event says that it may have changed. */
export type SlowFact = 'info' | 'services' | 'nodes';

/** Made and removed when an engine joins and leaves a swarm. */
const SWARM_NETWORKS: ReadonlySet<string> = new Set(['ingress', 'docker_gwbridge']);

/**
 * Which of the cached answers an event makes old (seen on engine 20.10): `swarm init` sends a node event and creates
 * `ingress`; a service's tasks are containers with its id as a label; networks of swarm scope are the services' own.
 */
export function staleBy(event: unknown): readonly SlowFact[] {
  const { Type, Actor, scope } = object(event);
  const attributes = object(object(Actor).Attributes);
  switch (Type) {
    case 'service':
      return ['services'];
    case 'node':
      return ['info', 'nodes', 'services'];
    case 'plugin':
    case 'daemon':
      return ['info'];
    case 'network': {
      const own = SWARM_NETWORKS.has(text(attributes.name) ?? '') && attributes.container === undefined;
      return [...(own ? (['info'] as const) : []), ...(scope === 'swarm' ? (['services'] as const) : [])];
    }
    case 'container':
      return text(attributes['com.docker.swarm.service.id']) === undefined ? [] : ['services'];
    default:
      return [];
  }
}
