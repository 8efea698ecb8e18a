import { findNetwork } from '../facts';
import { isInterpolated } from '../use';
import { fileRule } from './shared/rule';

/** An external network that the engine does not have now. */
export const networkExternalMissing = fileRule({
  code: 'network.externalMissing',
  severity: 'information',
  about: 'An external network that the connected engine does not have.',
  docs: 'https://docs.docker.com/reference/compose-file/networks/#external',
  checkFile: ({ compose, live }) =>
    [...(compose?.plans.values() ?? [])].flatMap(({ name, ownName, external, span }) => {
      const wanted = ownName ?? name;
      return live && external && !isInterpolated(wanted) && !findNetwork(live, wanted)
        ? [{ name: wanted, ...span }]
        : [];
    }),
  say: ({ name }) =>
    `network ${name} declared as external, but could not be found on the connected engine. Make it with: docker network create ${name}`,
});
