import type * as vscode from 'vscode';
import { documentLanguage, readLanguageIds } from '../language';

/** Documents that may be explained; `languageOf` has the last word. */
export const selector: vscode.DocumentSelector = [
  ...[...readLanguageIds, 'yaml', 'json', 'jsonc'].map((language) => ({ language })),
  { pattern: '**/{compose,docker-compose,docker-stack}*.{yml,yaml}' },
  { pattern: '**/*.{compose,docker-compose}.{yml,yaml}' },
  { pattern: '**/{Dockerfile,Containerfile}*' },
];

/** The language that `language/` reads a document as: a compose file is often plain `yaml` to the editor. */
export function languageOf({ languageId, uri }: Named): string | undefined {
  return documentLanguage(languageId, uri.path);
}

/** What of a document decides its language. */
interface Named {
  readonly languageId: string;
  readonly uri: { readonly path: string };
}
