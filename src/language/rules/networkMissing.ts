import { missing, type Missing } from './shared/missingNames';
import { rule } from './shared/rule';

/** `--network nosuch` */
export const networkMissing = rule<Missing>({
  code: 'network.missing',
  severity: 'information',
  about: 'A command names a network that the connected engine does not have.',
  docs: 'https://docs.docker.com/reference/cli/docker/network/create/',
  check: (scope, file) => missing(scope, file, 'network'),
  say: ({ name }) =>
    `network ${name} not found on the connected engine. Make it first: docker network create ${name}`,
});
