import type { FileView } from '../../compose/fileView';
import { removeFlag } from '../../fixes/edits';
import { needsOwnNetwork } from '../../hover/needsOwnNetwork';
import type { Span } from '../../span';
import { hoverSpan, isInterpolated, type Scope, type Use } from '../../use';
import { withoutCode } from '../../values/say';
import type { Fix } from './rule';

export interface Needing extends Span {
  readonly use: Use;
  readonly why: string;
}

/** `docker network connect bridge web` */
function connectedToBridge({ place, network }: Scope): string | undefined {
  return place === 'networkConnect' && network === 'bridge'
    ? '`bridge` is no network of your own.'
    : undefined;
}

export function needing(scope: Scope, syntaxes: readonly Use['syntax'][]): readonly Needing[] {
  const why = needsOwnNetwork(scope) ?? connectedToBridge(scope);
  if (
    why === undefined ||
    scope.uses.some(({ syntax, text }) => syntax === 'network' && isInterpolated(text ?? ''))
  )
    return [];
  return scope.uses
    .filter(({ syntax, text }) => syntaxes.includes(syntax) && (text !== '' || syntax === 'alias'))
    .map((use) => ({ use, why: withoutCode(why), ...hoverSpan(use) }));
}

export function withoutFlag({ use }: Needing, { text }: FileView): readonly Fix[] {
  const edit = removeFlag(text, use);
  return edit ? [{ title: `Remove ${use.spelling}`, edits: [edit] }] : [];
}
