import type { Span } from '../span';

/** A key of a block of YAML with all that stands under it. */
export interface Entry {
  readonly name: string;
  /** The key itself, without quotes. */
  readonly key: Span;
  /** From the start of its line to the end of its last line that says something, with the line end. */
  readonly lines: Span;
  readonly column: number;
  /** What follows the colon on the line of the key, without a comment. */
  readonly value: string;
}

const keyPattern =
  /^(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#"'{}[\]&*!|>%@`,-][^:#\n]*?|-[^\s:][^:#\n]*?))[ \t]*:(?=[ \t\r\n]|$)/;

/** So much of a line is looked at. */
const longestHead = 500;

/**
 * The keys of a map in block style, read by their columns and without a parser: cheap enough to be asked for a whole
 * file. What stands in braces, and what is half typed, has no entries.
 */
export function entriesIn(text: string, { start, end }: Span): readonly Entry[] {
  const entries: Entry[] = [];
  let column = -1;
  let open: { readonly at: number; last: number } | undefined;
  const close = () => {
    const entry = open && entryFrom(text, { start: open.at, end: open.last }, column);
    if (entry) entries.push(entry);
    open = undefined;
  };
  for (let line = start, next = start; line < end; line = next) {
    next = Math.min(lineEnd(text, line), end);
    const indent = indentOf(text, line, next);
    if (indent === undefined) continue;
    if (column < 0) column = indent;
    const belongs = open !== undefined && (indent > column || isItem(text, line + indent));
    if (!belongs) {
      close();
      if (indent < column) break;
      open = { at: line, last: next };
    } else if (open) open.last = next;
  }
  close();
  return entries;
}

/** The keys under a key. */
export function entriesUnder(text: string, entry: Entry): readonly Entry[] {
  const start = lineEnd(text, entry.lines.start);
  const inside = entriesIn(text, { start, end: entry.lines.end });
  return (inside[0]?.column ?? 0) > entry.column ? inside : [];
}

/** Where the line after this one starts. */
export function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}

/** The column of a line's first sign; undefined for blanks and comments, and for the marks between documents. */
function indentOf(text: string, start: number, end: number): number | undefined {
  let at = start === 0 && text.startsWith('\uFEFF') ? 1 : start;
  while (at < end && text[at] === ' ') at += 1;
  if (at >= end || '\n\r#\t'.includes(text.charAt(at))) return undefined;
  return at === start && text.startsWith('---', at) ? undefined : at - start;
}

/** An item of a list may stand right under its key. */
function isItem(text: string, at: number): boolean {
  return text.charAt(at) === '-' && /\s|^$/.test(text.charAt(at + 1));
}

function entryFrom(text: string, lines: Span, column: number): Entry | undefined {
  const at = lines.start + column;
  // A longer line was written by a machine.
  const head = text.slice(at, Math.min(lineEnd(text, at), at + longestHead)).replace(/\r?\n$/, '');
  const found = keyPattern.exec(head);
  if (!found) return undefined;
  const name = found[1] ?? found[2] ?? found[3] ?? '';
  const start = at + (found[3] === undefined ? 1 : 0);
  const rest = head.slice(found[0].length);
  const value = (rest.includes('#') ? rest.replace(/(^|[ \t])#.*$/, '') : rest).trim();
  return { name, key: { start, end: start + name.length }, lines, column, value };
}
