import type { Scope } from '../use';
import type { Span } from '../span';
import type { Block, Language, Outer } from './block';
import { lineHead, lineStart, nextLine } from './lines';

/** A key or a list item at the start of a line, by its position: twice the column, and one more for a dash. */
export interface Mark {
  readonly position: number;
  readonly key: string | undefined;
  /** Where the key stands. */
  readonly at: number;
}

/** A line that starts an entry: its marks, from the outside in. */
export interface Entry {
  readonly marks: readonly Mark[];
  /** Deeper lines belong to its value: it starts on this line and is no collection of entries. */
  readonly hasValue: boolean;
}

interface Options {
  /** The entry that a line starts; undefined for blank lines, comments, and lines that continue something. */
  readonly entryAt: (text: string, line: number) => Entry | undefined;
  readonly scopes: (text: string, block: Block) => readonly Scope[];
  readonly texts?: (text: string) => readonly Span[];
}

/**
 * Files of keys, one below the other, indented: a block is a key with its value. What it stands in is known from the
 * columns of the lines above, so that no file is parsed for one of its keys.
 */
export function entryLanguage({ entryAt, scopes, texts }: Options): Language {
  const blockStart = (text: string, offset: number): number => startOf(text, offset, entryAt);
  const blockFrom = (text: string, at: number, above?: Block): Block => {
    const entry = entryAt(text, at);
    const end = endOf(text, at, entry, entryAt);
    const first = entry?.marks[0];
    if (!entry || !first) return { kind: 'line', start: at, end };
    const open = above ? above.within : outerOf(text, at, first.position, entryAt);
    return { kind: 'line', start: at, end, within: enter(open, entry.marks) };
  };
  return { blockStart, blockFrom, scopes, ...(texts ? { texts } : {}) };
}

/** The marks on top of what they stand in. */
function enter(open: Outer | undefined, marks: readonly Mark[]): Outer | undefined {
  let within = open;
  for (const mark of marks) {
    while (within && within.position >= mark.position) within = within.outer;
    within = { ...mark, outer: within };
  }
  return within;
}

/** To the next entry that is not part of the value. */
function endOf(text: string, at: number, entry: Entry | undefined, entryAt: Options['entryAt']): number {
  const position = entry?.hasValue ? (entry.marks.at(-1)?.position ?? -1) : Infinity;
  let line = nextLine(text, at);
  while (line < text.length && (isDeeper(text, line, position) || !entryAt(text, line)))
    line = nextLine(text, line);
  return line;
}

function isDeeper(text: string, line: number, position: number): boolean {
  return 2 * lineHead(text, line).column > position;
}

/** The entry that holds the offset; of several whose values hold it, the outermost. */
function startOf(text: string, offset: number, entryAt: Options['entryAt']): number {
  let start = lineStart(text, offset);
  let entry = entryAt(text, start);
  for (; !entry && start > 0; entry = entryAt(text, start)) start = lineStart(text, start - 1);
  if (!entry) return 0;
  let limit = 2 * lineHead(text, start).column;
  for (let line = start; line > 0 && limit > 0;) {
    line = lineStart(text, line - 1);
    const column = 2 * lineHead(text, line).column;
    if (column >= limit) continue;
    const above = entryAt(text, line);
    if (!above) continue;
    if (above.hasValue && (above.marks.at(-1)?.position ?? Infinity) < limit) start = line;
    limit = column;
  }
  return start;
}

/** What stands above with smaller columns: the nearest first. */
function outerOf(text: string, at: number, position: number, entryAt: Options['entryAt']): Outer | undefined {
  const found: Mark[] = [];
  let limit = position;
  for (let line = at; line > 0 && limit > 0;) {
    line = lineStart(text, line - 1);
    if (2 * lineHead(text, line).column >= limit) continue;
    const marks = entryAt(text, line)?.marks ?? [];
    for (const mark of [...marks].reverse()) {
      if (mark.position >= limit) continue;
      found.push(mark);
      limit = mark.position;
    }
  }
  return found.reduceRight<Outer | undefined>((outer, mark) => ({ ...mark, outer }), undefined);
}
