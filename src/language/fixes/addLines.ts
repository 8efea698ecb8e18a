import { entriesUnder, type Entry } from '../compose/outline';
import type { TextEdit } from '../rules/shared/rule';
import { replace } from './edits';

/**
 * Adds lines at the end of what a key holds, one level in; undefined where that is no block of lines. The lines are
 * written with two blanks a level.
 */
export function addLines(text: string, entry: Entry, lines: readonly string[]): TextEdit | undefined {
  if (entry.value !== '') return undefined;
  const column = entriesUnder(text, entry)[0]?.column ?? entry.column + 2;
  const at = entry.lines.start + text.slice(entry.lines.start, entry.lines.end).trimEnd().length;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = ' '.repeat(column);
  return replace({ start: at, end: at }, lines.map((line) => newline + indent + line).join(''));
}
