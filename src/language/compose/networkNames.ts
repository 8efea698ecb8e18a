import { scopesOf } from '../languages';
import type { Span } from '../span';
import type { Scope, Use } from '../use';
import { composeFile, type ComposeFile } from './composeFile';

/** A network of a compose file: its key under the top-level `networks`. */
export interface NetworkDefinition {
  readonly name: string;
  readonly span: Span;
  readonly scope: Scope;
}

/** A name under the `networks` of a service. */
export interface NetworkReference {
  readonly name: string;
  readonly span: Span;
  readonly service: string;
}

/** Who defines networks in a compose file, and who joins them. */
export interface NetworkNames {
  readonly definitions: readonly NetworkDefinition[];
  readonly references: readonly NetworkReference[];
  /** More may stand elsewhere: `include`, `extends`, merges, override files, names that are put in later. */
  readonly open: boolean;
}

const nothing: NetworkNames = { definitions: [], references: [], open: true };

/** What was asked for last: the cursor moves many times through a text before that changes. */
let last:
  { readonly text: string; readonly fileName: string | undefined; readonly names: NetworkNames } | undefined;

/** The networks of a compose file by name. A file of another language has none. */
export function networkNames(text: string, languageId: string, fileName?: string): NetworkNames {
  if (languageId !== 'dockercompose' && languageId !== 'yaml') return nothing;
  if (last?.text === text && last.fileName === fileName) return last.names;
  const names = namesIn([...scopesOf(text, languageId)], composeFile(text, fileName));
  last = { text, fileName, names };
  return names;
}

/** The same, of scopes that are read already. */
export function namesIn(scopes: readonly Scope[], file: ComposeFile): NetworkNames {
  const definitions = scopes.flatMap((scope) =>
    scope.prose ? [] : scope.uses.flatMap((use) => definitionOf(scope, use)),
  );
  const services = scopes.filter(({ place, prose }) => place === 'composeService' && !prose);
  const references = distinct(
    services.flatMap((scope) => scope.uses.flatMap((use) => referenceOf(scope, use))),
  );
  const extended = [...file.services.values()].some(({ open }) => open);
  return { definitions, references, open: file.open || extended };
}

function definitionOf(scope: Scope, use: Use): readonly NetworkDefinition[] {
  const { place, kind, syntax, value, text } = use;
  const defines = place === 'composeTop' && kind === 'item' && syntax === 'networkDefinition';
  return defines && value && text !== undefined && text !== '<<' ? [{ name: text, span: value, scope }] : [];
}

function referenceOf({ name }: Scope, use: Use): readonly NetworkReference[] {
  const { place, kind, syntax, value, text } = use;
  const refers = place === 'composeService' && kind === 'item' && syntax === 'networks';
  return refers && value && text !== undefined && text !== '<<'
    ? [{ name: text, span: value, service: name ?? '' }]
    : [];
}

/** What two services take from one anchor stands in one place. */
function distinct(references: readonly NetworkReference[]): readonly NetworkReference[] {
  const seen = new Set<string>();
  return references.filter(({ span, service }) => {
    const key = `${span.start} ${service}`;
    return !seen.has(key) && seen.add(key);
  });
}
