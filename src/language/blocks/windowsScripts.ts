import { shellScopes } from '../text/commandText';
import type { Span } from '../span';
import type { Language } from './block';
import { endsWith } from './lines';
import { logicalLines } from './logicalLine';

/** What opens a text over several lines in PowerShell, and what closes it. */
const opening = /<#|@["'](?=[ \t]*\r?\n)/g;
const closing: Readonly<Record<string, string>> = { '<#': '#>', '@"': '\n"@', "@'": "\n'@" };

/** Block comments and here-strings of a PowerShell script. What is never closed is none. */
function powershellTexts(text: string): readonly Span[] {
  const found: Span[] = [];
  const unclosed = new Set<string>();
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const close = closing[match[0]] ?? '';
    const at = unclosed.has(close) ? -1 : text.indexOf(close, opening.lastIndex);
    if (at < 0) unclosed.add(close);
    else {
      found.push({ start: match.index, end: at + close.length });
      opening.lastIndex = at + close.length;
    }
  }
  return found;
}

/** PowerShell: a backtick at the line end goes on. */
export const powershellScript: Language = {
  ...logicalLines((text, line) => endsWith(text, line, '`')),
  scopes: (text, { start, end }) => shellScopes(text.slice(start, end), start, 'powershell'),
  texts: powershellTexts,
};

/** Batch files: a caret at the line end goes on. */
export const batchFile: Language = {
  ...logicalLines((text, line) => endsWith(text, line, '^')),
  scopes: (text, { start, end }) => shellScopes(text.slice(start, end), start, 'batch'),
};
