import { noteScopes, shellScopes } from '../text/commandText';
import type { Block, Language } from './block';
import { endsWith, lineStart, nextLine } from './lines';
import { shellTexts } from './shellTexts';

/** True where the line that starts there goes on in the next one. */
export type GoesOn = (text: string, line: number) => boolean;

/** A line with those that it goes on in. */
export function logicalLines(goesOn: GoesOn): Pick<Language, 'blockStart' | 'blockFrom'> {
  const blockStart = (text: string, offset: number): number => {
    let start = lineStart(text, offset);
    while (start > 0 && goesOn(text, lineStart(text, start - 1))) start = lineStart(text, start - 1);
    return start;
  };
  const blockFrom = (text: string, at: number): Block => {
    let end = nextLine(text, at);
    for (let line = at; end < text.length && goesOn(text, line); end = nextLine(text, line)) line = end;
    return { kind: 'line', start: at, end };
  };
  return { blockStart, blockFrom };
}

/** Shell scripts: a block is a line with those that it goes on in. */
export const shellScript: Language = {
  ...logicalLines((text, line) => endsWith(text, line, '\\')),
  scopes: (text, { start, end }) => shellScopes(text.slice(start, end), start),
  texts: shellTexts,
};

/** The end of a line of PowerShell or of a batch file that goes on. */
const windowsEnd = /[ \t][`^][ \t]*\r?\n?$/;

/** The backtick also closes code: one that closes nothing is the sign. */
function windowsGoesOn(text: string, line: number): boolean {
  if (!endsWith(text, line, '^') && !endsWith(text, line, '`')) return false;
  const words = text.slice(line, nextLine(text, line));
  return windowsEnd.test(words) && (endsWith(words, 0, '^') || (words.match(/`/g) ?? []).length % 2 === 1);
}

/** One line of the same length. */
function joinWindowsLines(text: string): string {
  const pieces: string[] = [];
  for (let line = 0; line < text.length; line = nextLine(text, line)) {
    const words = text.slice(line, nextLine(text, line));
    const kept = windowsGoesOn(text, line) ? words.search(windowsEnd) : words.length;
    pieces.push(words.slice(0, kept), ' '.repeat(words.length - kept));
  }
  return pieces.join('');
}

/** Notes: docker commands wherever they stand, in code or in a sentence. */
export const markdownNotes: Language = {
  ...logicalLines((text, line) => endsWith(text, line, '\\') || windowsGoesOn(text, line)),
  scopes: (text, { start, end }) => noteScopes(joinWindowsLines(text.slice(start, end)), start),
};
