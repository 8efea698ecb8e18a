import { published, withoutPorts, type Published } from './shared/publishedPorts';
import { rule } from './shared/rule';

/** Ports of a container that shares the network of another. */
export const publishSharedNetwork = rule<Published>({
  code: 'publish.sharedNetwork',
  severity: 'error',
  about: 'Ports that are published by a container that shares the network of another.',
  docs: 'https://docs.docker.com/engine/network/#container-networks',
  check: (scope) => published(scope, ['container', 'service']),
  say: () =>
    'conflicting options: port publishing and the container type network mode. Publish the ports on the container whose network is shared.',
  mend: withoutPorts,
});
