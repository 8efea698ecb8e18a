import type { Entry, Mark } from './entries';
import { lineHead } from './lines';

const longestKey = 200;
/** So many dashes of one line count: the parser takes no more either. */
const mostDashes = 200;
/** A quoted or a plain key, up to its colon. */
const keySign =
  /(?:"([^"\n]{0,200})"|'([^'\n]{0,200})'|([^\s"'#&*!|>%@`{}[\],-][^\n]*?|-[^\s][^\n]*?))[ \t]*:(?=[ \t\r\n]|$)/y;
/** What may stand before a value, and the value that is none: a comment, or the line end. */
const nothing = /(?:[&!]\S*[ \t]*)*(?:#[^\n]*)?\r?(?:\n|$)/y;

/** The entry that a line of YAML starts: `- name: x` has two marks. Lines of scalars look like entries, too. */
export function yamlEntryAt(text: string, line: number): Entry | undefined {
  const { character, column } = lineHead(text, line);
  if (character === '' || character === '#') return undefined;
  let at = line + column + (line === 0 && text.startsWith('\uFEFF') ? 1 : 0);
  const first = at - column;
  const marks: Mark[] = [];
  if (column === 0 && /^(---|\.\.\.)(\s|$)/.test(text.slice(at, at + 4)))
    return { marks: [{ position: 0, key: undefined, at }], hasValue: false };
  while (text.charAt(at) === '-' && isBlank(text.charAt(at + 1)) && marks.length < mostDashes) {
    marks.push({ position: 2 * (at - first) + 1, key: undefined, at });
    at = skipBlanks(text, at + 1);
  }
  const key = keyAt(text, at);
  if (key) {
    marks.push({ position: 2 * (at - first), key: key.name, at: key.start });
    at = skipBlanks(text, key.end);
  }
  if (marks.length === 0) return undefined;
  nothing.lastIndex = at;
  return { marks, hasValue: !nothing.test(text) };
}

function keyAt(
  text: string,
  at: number,
): { readonly name: string; readonly start: number; readonly end: number } | undefined {
  const head = text.slice(at, at + longestKey);
  keySign.lastIndex = 0;
  const found = keySign.exec(head);
  if (!found) return undefined;
  const quoted = found[1] ?? found[2];
  const name = quoted ?? found[3] ?? '';
  if (quoted === undefined && name.includes(' #')) return undefined;
  return { name, start: at + (quoted === undefined ? 0 : 1), end: at + found[0].length };
}

function isBlank(character: string): boolean {
  return character === '' || ' \t\r\n'.includes(character);
}

function skipBlanks(text: string, at: number): number {
  let index = at;
  while (text.charAt(index) === ' ' || text.charAt(index) === '\t') index += 1;
  return index;
}
