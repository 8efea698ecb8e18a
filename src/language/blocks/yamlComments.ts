import { Lexer } from 'yaml';
import type { Span } from '../span';
import { mayName } from '../text/programs';
import { lineHead, nextLine } from './lines';

/** Announces a scalar in the output of the lexer, whatever it starts with. */
const scalarSign = '\x1f';
/** Signs that the lexer puts in and that do not stand in the text: document start, flow error, scalar. */
const signs = new Set(['\x02', '\x18', scalarSign]);

/** A flag that a comment may hold. */
const flag = /[\s`"'(#]--?[a-z]/i;

/** The comments of a YAML text that may hold commands or flags; lines of comment that follow one another are one. */
export function yamlComments(source: string): readonly Span[] {
  const comments: { start: number; end: number }[] = [];
  if (!source.includes('#') || !(flag.test(source) || mayName(source))) return comments;
  if (isOneComment(source)) return [{ start: source.indexOf('#'), end: source.replace(/\n$/, '').length }];
  let offset = 0;
  let before = '';
  for (const token of new Lexer().lex(source)) {
    if (token.startsWith('#') && before !== scalarSign) {
      const last = comments.at(-1);
      const end = offset + token.length;
      if (last && /^[ \t\r]*\n?[ \t]*$/.test(source.slice(last.end, offset))) last.end = end;
      else comments.push({ start: offset, end });
    }
    if (!signs.has(token)) offset += token.length;
    before = token;
  }
  return comments;
}

/** True where each line is a comment, as at the top of many files. */
function isOneComment(source: string): boolean {
  if (source.includes('\r')) return false;
  for (let line = 0; line < source.length; line = nextLine(source, line))
    if (lineHead(source, line).character !== '#') return false;
  return true;
}
