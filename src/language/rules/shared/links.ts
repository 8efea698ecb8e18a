import type { Span } from '../../span';
import { hoverSpan, type Scope, type Use } from '../../use';
import { readLink } from '../../values/read';

export interface LinkUse extends Span {
  readonly use: Use;
  readonly scope: Scope;
  readonly target: string;
}

export function links(scope: Scope): readonly LinkUse[] {
  return scope.uses.flatMap((use) => {
    const link = readLink(use);
    return link?.ok ? [{ use, scope, target: link.target, ...hoverSpan(use) }] : [];
  });
}
