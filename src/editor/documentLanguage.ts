import type * as vscode from 'vscode';

const compose = /(^|\/)((docker-)?compose[^/]*|docker-stack[^/]*|[^/]+\.(docker-)?compose)\.ya?ml$/i;
const dockerfile = /(^|\/)(Dockerfile|Containerfile)([.-][^/]*)?$/;
const byId: ReadonlySet<string> = new Set(['dockerfile', 'dockercompose', 'shellscript', 'markdown']);

/** Documents that may be explained; `languageOf` has the last word. */
export const selector: vscode.DocumentSelector = [
  ...[...byId].map((language) => ({ language })),
  { pattern: '**/{compose,docker-compose,docker-stack}*.{yml,yaml}' },
  { pattern: '**/*.{compose,docker-compose}.{yml,yaml}' },
  { pattern: '**/{Dockerfile,Containerfile}*' },
];

/** The language that `language/` reads a document as: a compose file is often plain `yaml` to the editor. */
export function languageOf({ languageId, uri }: Named): string | undefined {
  if (byId.has(languageId)) return languageId;
  if (compose.test(uri.path)) return 'dockercompose';
  return dockerfile.test(uri.path) ? 'dockerfile' : undefined;
}

/** What of a document decides its language. */
interface Named {
  readonly languageId: string;
  readonly uri: { readonly path: string };
}
