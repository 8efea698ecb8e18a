import type { Span } from '../../span';
import type { Scope, Use } from '../../use';
import type { Publish } from '../../values/publish';
import { readBorrowedMode, readPublish } from '../../values/read';

export interface Opened extends Span {
  readonly use: Use;
  readonly publish: Publish;
}

export function opened(scope: Scope, matches: (publish: Publish) => boolean): readonly Opened[] {
  if (readBorrowedMode(scope) !== undefined) return [];
  return scope.uses.flatMap((use) => {
    const publish = use.kind === 'key' || !use.value ? undefined : readPublish(use);
    return publish?.ok && use.value && matches(publish) ? [{ use, publish, ...use.value }] : [];
  });
}
