import { noteScopes, shellScopes } from '../text/commandText';
import type { Block, Language } from './block';
import { endsWith, lineStart, nextLine } from './lines';
import { shellTexts } from './shellTexts';

function blockStart(text: string, offset: number): number {
  let start = lineStart(text, offset);
  while (start > 0 && endsWith(text, lineStart(text, start - 1), '\\')) start = lineStart(text, start - 1);
  return start;
}

function blockFrom(text: string, at: number): Block {
  let end = nextLine(text, at);
  for (let line = at; end < text.length && endsWith(text, line, '\\'); end = nextLine(text, line)) line = end;
  return { kind: 'line', start: at, end };
}

/** Shell scripts: a block is a line with those that it goes on in. */
export const shellScript: Language = {
  blockStart,
  blockFrom,
  scopes: (text, { start, end }) => shellScopes(text.slice(start, end), start),
  texts: shellTexts,
};

/** Notes: docker commands wherever they stand, in code or in a sentence. */
export const markdownNotes: Language = {
  blockStart,
  blockFrom,
  scopes: (text, { start, end }) => noteScopes(text.slice(start, end), start),
};
