import { missing, type Missing } from './shared/missingNames';
import { rule } from './shared/rule';

/** `--network container:nosuch` */
export const containerMissing = rule<Missing>({
  code: 'container.missing',
  severity: 'information',
  about: 'A command shares the network of a container that the connected engine does not have.',
  docs: 'https://docs.docker.com/engine/network/#container-networks',
  check: (scope, file) => missing(scope, file, 'container'),
  say: ({ name }) => `No such container: ${name} on the connected engine. Start it first.`,
});
