import { removeFlag } from '../fixes/edits';
import { needsOwnNetwork } from '../hover/needsOwnNetwork';
import type { Span } from '../span';
import { hoverSpan, isInterpolated, type Scope, type Use } from '../use';
import { withoutCode } from '../values/say';
import { rule, type Fix } from './rule';
import type { FileView } from '../compose/fileView';

interface Needing extends Span {
  readonly use: Use;
  readonly why: string;
}

function needing(scope: Scope, syntaxes: readonly Use['syntax'][]): readonly Needing[] {
  const why = needsOwnNetwork(scope);
  if (
    why === undefined ||
    scope.uses.some(({ syntax, text }) => syntax === 'network' && isInterpolated(text ?? ''))
  )
    return [];
  return scope.uses
    .filter(({ syntax, text }) => syntaxes.includes(syntax) && (text !== '' || syntax === 'alias'))
    .map((use) => ({ use, why: withoutCode(why), ...hoverSpan(use) }));
}

function withoutFlag({ use }: Needing, { text }: FileView): readonly Fix[] {
  const edit = removeFlag(text, use);
  return edit ? [{ title: `Remove ${use.spelling}`, edits: [edit] }] : [];
}

const docs = 'https://docs.docker.com/engine/network/drivers/bridge/';

/** `--network-alias` on the default bridge. */
export const aliasWithoutNetwork = rule<Needing>({
  code: 'alias.defaultBridge',
  severity: 'error',
  about: 'An alias on the default bridge or in a mode, where the engine refuses it.',
  docs,
  check: (scope) => needing(scope, ['alias']),
  say: ({ why }) =>
    `network-scoped aliases are only supported for user-defined networks. ${why} Make a network and name it: docker network create front, --network front.`,
  mend: withoutFlag,
});

/** `--ip` on the default bridge. */
export const addressWithoutNetwork = rule<Needing>({
  code: 'address.defaultBridge',
  severity: 'error',
  about: 'An address on the default bridge or in a mode, where the engine refuses it.',
  docs,
  check: (scope) => needing(scope, ['ipv4', 'ipv6']),
  say: ({ why }) =>
    `user specified IP address is supported on user defined networks only. ${why} Make a network with a subnet and name it: --network front.`,
  mend: withoutFlag,
});
