import type { Scalar } from 'yaml';
import type { Word } from '../text/words';
import { nextLine } from './lines';

/** A scalar as it is read, with where each of its characters stands; undefined where the two do not agree. */
export function scalarWord(source: string, node: Scalar): Word | undefined {
  const [start, valueEnd] = node.range ?? [0, 0];
  const writer = new MappedWriter(source);
  const value = typeof node.value === 'string' ? node.value : '';
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
    writeBlock(writer, source, [start, valueEnd], value, node.type === 'BLOCK_FOLDED');
  else if (node.type === 'QUOTE_DOUBLE') writeFlow(writer, source, start + 1, valueEnd - 1, '\\');
  else if (node.type === 'QUOTE_SINGLE') writeFlow(writer, source, start + 1, valueEnd - 1, "'");
  else writeFlow(writer, source, start, valueEnd, '');
  const word = writer.word(start, valueEnd);
  return word.text.trimEnd() === value.trimEnd() ? word : undefined;
}

/** Text that is put together from a source, with the offset of each character. */
class MappedWriter {
  private readonly pieces: string[] = [];
  private readonly at: number[] = [];

  constructor(private readonly source: string) {}

  copy(from: number, to: number): void {
    this.pieces.push(this.source.slice(from, to));
    for (let index = from; index < to; index += 1) this.at.push(index);
  }

  write(text: string, at: number): void {
    this.pieces.push(text);
    this.at.push(...Array.from({ length: text.length }, () => at));
  }

  word(start: number, end: number): Word {
    return { start, end, text: this.pieces.join(''), at: this.at };
  }
}

interface Line {
  readonly from: number;
  readonly to: number;
  /** Blank, or indented deeper than the first line: not folded. */
  readonly kind: 'text' | 'blank' | 'deeper';
}

/** `|` keeps the line ends, `>` makes blanks of them. */
function writeBlock(
  writer: MappedWriter,
  source: string,
  [start, end]: readonly [number, number],
  value: string,
  folded: boolean,
): void {
  const kept = /^ */.exec(value.replace(/^[ \n]*\n/, ''))?.[0].length ?? 0;
  const lines = linesOf(source, nextLine(source, start), end, kept);
  lines.forEach(({ from, to, kind }, index) => {
    const next = lines[index + 1];
    writer.copy(from, to);
    if (!next) return;
    if (!folded || kind !== 'text') writer.write('\n', to);
    else if (next.kind === 'text') writer.write(' ', to);
    else if (next.kind === 'deeper' || !textFollows(lines, index + 1)) writer.write('\n', to);
  });
}

/** A blank line between two of text stands for the line end itself. */
function textFollows(lines: readonly Line[], from: number): boolean {
  for (let index = from; index < lines.length; index += 1)
    if (lines[index]?.kind !== 'blank') return lines[index]?.kind === 'text';
  return true;
}

function linesOf(source: string, start: number, end: number, kept: number): readonly Line[] {
  const raw: { readonly start: number; readonly to: number; readonly blanks: number }[] = [];
  for (let line = start; line < end; line = nextLine(source, line)) {
    let to = Math.min(nextLine(source, line), end);
    while (to > line && (source.charAt(to - 1) === '\n' || source.charAt(to - 1) === '\r')) to -= 1;
    let blanks = 0;
    while (line + blanks < to && source.charAt(line + blanks) === ' ') blanks += 1;
    raw.push({ start: line, to, blanks });
  }
  // `|2` keeps more blanks than the first line shows: as many as the value starts with.
  const first = raw.find(({ start: from, to, blanks }) => from + blanks < to);
  const indent = Math.max(0, (first?.blanks ?? 0) - kept);
  return raw.map(({ start: from, to, blanks }) => {
    const begin = Math.min(from + indent, to);
    const isDeep = ' \t'.includes(source.charAt(begin)) && begin < to;
    return { from: begin, to, kind: from + blanks >= to ? 'blank' : isDeep ? 'deeper' : 'text' };
  });
}

/** Plain and quoted scalars: blanks around a line end are one, or the line ends that are more than one. */
function writeFlow(writer: MappedWriter, source: string, start: number, end: number, escape: string): void {
  let from = start;
  for (let at = start; at < end; at += 1) {
    const character = source.charAt(at);
    if (character === '\n') {
      const fold = foldAt(source, at, from, end);
      writer.copy(from, fold.textEnd);
      writer.write(fold.breaks > 1 ? '\n'.repeat(fold.breaks - 1) : ' ', at);
      from = fold.next;
      at = from - 1;
    } else if (character === escape && escape !== '') {
      writer.copy(from, at);
      from = at + writeEscape(writer, source, at);
      at = from - 1;
    }
  }
  writer.copy(from, end);
}

function foldAt(source: string, at: number, from: number, end: number) {
  let textEnd = at;
  while (textEnd > from && ' \t\r'.includes(source.charAt(textEnd - 1))) textEnd -= 1;
  let breaks = 0;
  let next = at;
  while (next < end && ' \t\r\n'.includes(source.charAt(next))) {
    if (source.charAt(next) === '\n') breaks += 1;
    next += 1;
  }
  return { textEnd, breaks, next };
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  e: '\x1b',
  '0': '\0',
  _: '\xa0',
};

/** Writes what an escape stands for, and gives its length. */
function writeEscape(writer: MappedWriter, source: string, at: number): number {
  const next = source.charAt(at + 1);
  if (source.charAt(at) === "'") {
    writer.write("'", at + 1);
    return 2;
  }
  const joined = /^\\[ \t]*\r?\n[ \t]*/.exec(source.slice(at, at + 200))?.[0];
  if (joined !== undefined) return joined.length;
  const length = { x: 2, u: 4, U: 8 }[next] ?? 0;
  const digits = source.slice(at + 2, at + 2 + length);
  if (length > 0 && /^[\da-f]+$/i.test(digits) && digits.length === length) {
    writer.write(String.fromCodePoint(Math.min(parseInt(digits, 16), 0x10ffff)), at + 1 + length);
    return 2 + length;
  }
  writer.write(escapes[next] ?? next, at + 1);
  return 2;
}
