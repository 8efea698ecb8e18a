import { keyUnderNetwork } from '../fixes/networkKeys';
import { fileRule } from './shared/rule';

/** Keys that say how to make a network which others make. */
export const networkExternalKeys = fileRule({
  code: 'network.externalKeys',
  severity: 'error',
  about: 'An external network with other keys than its name.',
  docs: 'https://docs.docker.com/reference/compose-file/networks/#external',
  checkFile: ({ compose }) =>
    [...(compose?.plans.values() ?? [])]
      .filter(({ external }) => external)
      .flatMap(({ name, scope }) =>
        scope.uses
          .filter(
            ({ place, kind, spelling }) =>
              place === 'composeNetwork' && kind === 'key' && !['external', 'name'].includes(spelling),
          )
          .map(({ spelling, name: span }) => ({ network: name, key: spelling, ...span })),
      ),
  say: ({ network, key }) =>
    `networks.${network}: conflicting parameters "external" and "${key}" specified. An external network is there already: only its name can be said.`,
  mend: ({ network, key }, file) => {
    const remove = keyUnderNetwork(file, network, key);
    const external = keyUnderNetwork(file, network, 'external');
    return [
      ...(remove ? [{ title: `Remove ${key}`, edits: [remove], preferred: true }] : []),
      ...(external ? [{ title: 'Remove external', edits: [external] }] : []),
    ];
  },
});
