import type { Span } from '../span';
import type { Refused } from './refused';

/** `db:database`: the container `db`, under the name `database`. */
export interface LinkValue {
  readonly ok: true;
  readonly target: string;
  readonly alias: string;
}

export type LinkProblem = Span &
  (
    | { readonly code: 'link.empty' }
    | { readonly code: 'link.format'; readonly actual: string }
    | { readonly code: 'link.missingPart' }
  );

export type LinkResult = LinkValue | Refused<LinkProblem>;

/** Reads a `--link` value: `NAME` or `NAME:ALIAS`. */
export function parseLink(text: string): LinkResult {
  const span = { start: 0, end: text.length };
  if (text === '') return { ok: false, problem: { code: 'link.empty', ...span } };
  const [target = '', alias, ...more] = text.split(':', 3);
  if (more.length > 0) return { ok: false, problem: { code: 'link.format', actual: text, ...span } };
  // The engine writes links back as /db:/web/database.
  if (target.startsWith('/') && alias !== undefined) {
    return { ok: true, target: target.slice(1), alias: alias.slice(alias.lastIndexOf('/') + 1) };
  }
  if (target === '' || alias === '') return { ok: false, problem: { code: 'link.missingPart', ...span } };
  return { ok: true, target, alias: alias ?? target };
}
