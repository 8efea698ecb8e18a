import { networkNames } from '../compose/networkNames';
import { scopesAt } from '../languages';
import { touches, type Span } from '../span';

/** A network of a compose file, wherever its name stands in this file. */
export interface NamedNetwork {
  readonly name: string;
  /** The name under the cursor. */
  readonly span: Span;
  /** Its keys under the top-level `networks`; none where another file defines it, or nobody. */
  readonly definitions: readonly Span[];
  /** In services, and in what services share by anchors and merges. */
  readonly references: readonly Span[];
}

/**
 * The network whose name stands at an offset of a compose file. Only this file is looked at: files that it includes, or
 * that are laid over it, are not known here.
 */
export function networkAt(text: string, languageId: string, offset: number): NamedNetwork | undefined {
  if (!mayBeName(text, languageId, offset)) return undefined;
  const { definitions, references } = networkNames(text, languageId);
  const all = distinct(references);
  const found = [...definitions, ...all].find(({ span }) => touches(span, offset));
  if (!found) return undefined;
  const { name, span } = found;
  const spans = (names: readonly { readonly name: string; readonly span: Span }[]) =>
    names.filter((one) => one.name === name).map((one) => one.span);
  return { name, span, definitions: spans(definitions), references: spans(all) };
}

/** Most of what people click is no network: the whole file is read only where the block has one there. */
function mayBeName(text: string, languageId: string, offset: number): boolean {
  const uses = scopesAt(text, languageId, offset).flatMap((scope) => scope.uses);
  return uses.some(
    ({ kind, syntax, value }) =>
      kind === 'item' &&
      (syntax === 'networks' || syntax === 'networkDefinition') &&
      value !== undefined &&
      touches(value, offset),
  );
}

/** What several services take over from one place stands there once. */
function distinct<T extends { readonly span: Span }>(rows: readonly T[]): readonly T[] {
  const seen = new Set<number>();
  return rows
    .filter(({ span }) => !seen.has(span.start) && seen.add(span.start))
    .sort((left, right) => left.span.start - right.span.start);
}
