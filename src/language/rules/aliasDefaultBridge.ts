import { needing, withoutFlag, type Needing } from './shared/ownNetwork';
import { rule } from './shared/rule';

const byClient = 'network-scoped aliases are only supported for user-defined networks';
const byEngine = 'network-scoped alias is supported only for containers in user defined networks';

/** `--network-alias` on the default bridge. */
export const aliasDefaultBridge = rule<Needing>({
  code: 'alias.defaultBridge',
  severity: 'error',
  about: 'An alias on the default bridge or in a mode, where the engine refuses it.',
  docs: 'https://docs.docker.com/engine/network/drivers/bridge/',
  check: (scope) => needing(scope, ['alias']),
  say: ({ use, why }) =>
    `${use.place === 'networkConnect' ? byEngine : byClient}. ${why} Make a network and name it: docker network create front, --network front.`,
  mend: withoutFlag,
});
