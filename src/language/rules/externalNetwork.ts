import { keyUnderNetwork } from '../fixes/networkKeys';
import { findNetwork } from '../facts';
import { isInterpolated } from '../use';
import { fileRule } from './rule';

const docs = 'https://docs.docker.com/reference/compose-file/networks/#external';

/** Keys that say how to make a network which others make. */
export const externalKeys = fileRule({
  code: 'network.externalKeys',
  severity: 'error',
  about: 'An external network with other keys than its name.',
  docs,
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

/** An external network that the engine does not have now. */
export const externalMissing = fileRule({
  code: 'network.externalMissing',
  severity: 'information',
  about: 'An external network that the connected engine does not have.',
  docs,
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

/** `external: { name: x }`, which compose had before `name`. */
export const externalName = fileRule({
  code: 'network.externalName',
  severity: 'hint',
  tag: 'deprecated',
  about: 'external with a name inside, in place of a name beside it.',
  docs,
  checkFile: ({ compose }) =>
    [...(compose?.plans.values() ?? [])].flatMap(({ scope }) =>
      scope.uses.flatMap(({ syntax, kind, parts }) =>
        syntax === 'networkDefinition' && kind === 'item'
          ? parts
              .filter(({ path }) => path === 'external/name')
              .map(({ text, start, end }) => ({ text, start, end }))
          : [],
      ),
    ),
  say: ({ text }) => `external.name is deprecated. Write external: true, and name: ${text} beside it.`,
});
