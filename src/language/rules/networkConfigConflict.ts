import { hoverSpan, type Scope, type Use } from '../use';
import { isOn } from './shared/flags';
import { rule } from './shared/rule';

const operator =
  'configuration network can only contain network specific fields. Network operator fields like [ ingress | internal | attachable | scope ] are not supported.';
const both = 'a configuration network cannot depend on another configuration network.';
const pools =
  'user specified configurations are not supported if the network depends on a configuration network.';
const options = 'network driver options are not supported if the network depends on a configuration network.';

function conflicts(scope: Scope) {
  const { place, uses } = scope;
  const from = uses.some(
    ({ spelling, text }) => spelling === '--config-from' && text !== undefined && text !== '',
  );
  if (place !== 'networkCreate') return [];
  const only = isOn(scope, 'configOnly');
  return uses.flatMap((use) => {
    const words =
      (from ? ofDependent(use) : undefined) ?? (only ? ofConfiguration(use, scope, from) : undefined);
    return words ? [{ words, ...hoverSpan(use) }] : [];
  });
}

/** Its subnets and options come from the other one. */
function ofDependent({ syntax, text }: Use): string | undefined {
  if (syntax === 'driverOption') return options;
  return syntax === 'subnet' && text !== undefined && text !== '' ? pools : undefined;
}

/** What a network does, and not what it is like. */
function ofConfiguration(
  { topic, syntax, spelling, text }: Use,
  scope: Scope,
  from: boolean,
): string | undefined {
  if (from && topic === 'configOnly' && syntax === 'switch') return both;
  if (spelling === '--scope') return text === '' ? undefined : operator;
  const acts = topic === 'internal' || topic === 'attachable' || topic === 'ingress';
  return acts && isOn(scope, topic) ? operator : undefined;
}

/** `--config-only --internal`, `--config-from base --subnet 10.0.0.0/24` */
export const networkConfigConflict = rule({
  code: 'network.configConflict',
  severity: 'error',
  about: 'Flags that do not go together with --config-only or --config-from.',
  docs: 'https://docs.docker.com/reference/cli/docker/network/create/',
  check: conflicts,
  say: ({ words }) => words,
});
