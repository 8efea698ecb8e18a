import type { Span } from '../span';
import { dialects, placeholderEnd, templateEnd, type Dialect, type Reading } from './dialects';

/** One shell word, unquoted. */
export interface Word extends Span {
  readonly text: string;
  /** Where each character of `text` stands; undefined where it stands as it is read, from `start` on. */
  readonly at: readonly number[] | undefined;
}

/** Words up to the next `;`, `&&`, `|`, bracket or line end. */
export type Command = readonly Word[];

export interface Words {
  readonly commands: readonly Command[];
  /** Those inside `$(…)` and backticks. */
  readonly substituted: readonly Command[];
  /** Comments, from their sign to the line end. In prose there are none. */
  readonly comments: readonly Span[];
}

const deepest = 3;

/** Reads the words of a stretch of text. Never fails: what is not closed is taken as it stands. Linear time. */
export function readWords(text: string, { start, end }: Span, reading: Reading): Words {
  const found = { commands: [] as Command[], substituted: [] as Command[], comments: [] as Span[] };
  let regions: readonly Span[] = [{ start, end }];
  for (let depth = 0; depth < deepest && regions.length > 0; depth += 1) {
    regions = regions.flatMap((region) => {
      const reader = new WordReader(text, region, reading);
      reader.read();
      const list = depth === 0 ? found.commands : found.substituted;
      for (const command of reader.commands) list.push(command);
      for (const comment of reader.comments) found.comments.push(comment);
      return reader.substitutions;
    });
  }
  return found;
}

/** The state of one pass over the characters. */
class WordReader {
  readonly commands: Command[] = [];
  readonly comments: Span[] = [];
  /** The insides of `$(…)` and backticks, which are commands of their own. */
  readonly substitutions: Span[] = [];
  private command: Word[] = [];
  private readonly unclosed = new Set<string>();
  private readonly dialect: Dialect;
  private position: number;

  constructor(
    private readonly text: string,
    private readonly region: Span,
    private readonly reading: Reading,
  ) {
    this.position = region.start;
    this.dialect = dialects[reading];
  }

  read(): void {
    while (this.position < this.region.end) {
      const character = this.text.charAt(this.position);
      if (this.skipContinuation()) continue;
      if (character === ' ' || character === '\t' || character === '\r') this.position += 1;
      else if (this.isSeparator(character)) this.endCommand();
      else if (!this.skipComment()) this.readWord();
    }
    this.endCommand();
  }

  /** The `&` of `2>&1` belongs to the redirection. */
  private isSeparator(character: string): boolean {
    const before = this.position > this.region.start ? this.text.charAt(this.position - 1) : '';
    const joins = character === '&' && (before === '>' || before === '<');
    return !joins && this.dialect.separators.includes(character);
  }

  private endCommand(): void {
    if (this.command.length > 0) this.commands.push(this.command);
    this.command = [];
    this.position += 1;
  }

  /** A backslash, or what stands for it, before the line end joins two lines. */
  private skipContinuation(): boolean {
    if (this.text.charAt(this.position) !== this.dialect.escape) return false;
    const after = this.text.charAt(this.position + 1) === '\r' ? this.position + 2 : this.position + 1;
    if (this.text.charAt(after) !== '\n' && after < this.region.end) return false;
    this.position = after + 1;
    return true;
  }

  private skipComment(): boolean {
    const sign = this.dialect.comment;
    if (!sign || (this.reading === 'batch' && this.command.length > 0)) return false;
    sign.lastIndex = this.position;
    if (!sign.test(this.text)) return false;
    const newline = this.text.indexOf('\n', this.position);
    const end = newline < 0 || newline > this.region.end ? this.region.end : newline;
    this.comments.push({ start: this.position, end });
    this.position = end;
    return true;
  }

  private readWord(): void {
    const start = this.position;
    const at: number[] = [];
    let text = '';
    const take = (from: number, to: number): void => {
      text += this.text.slice(from, to);
      for (let index = from; index < to; index += 1) at.push(index);
    };
    while (this.position < this.region.end && !this.atWordEnd(start)) {
      if (!this.skipContinuation()) this.readPiece(take, start);
    }
    const verbatim = text.length === this.position - start;
    this.command.push({ start, end: this.position, text, at: verbatim ? undefined : at });
  }

  private atWordEnd(start: number): boolean {
    const character = this.text.charAt(this.position);
    return (
      ' \t\r'.includes(character) || this.isSeparator(character) || this.startsRedirection(character, start)
    );
  }

  /** `80:80>log`; in `2>log` the number belongs to the redirection. */
  private startsRedirection(character: string, wordStart: number): boolean {
    if ((character !== '<' && character !== '>') || this.reading === 'prose') return false;
    const length = this.position - wordStart;
    const isNumber = length < 5 && /^\d*$/.test(this.text.slice(wordStart, this.position));
    return !isNumber && placeholderEnd(this.text, this.position) === undefined;
  }

  private readPiece(take: (from: number, to: number) => void, wordStart: number): void {
    const character = this.text.charAt(this.position);
    const from = this.position;
    if (this.dialect.quotes.includes(character) && this.opensQuote(wordStart)) {
      const close = this.findQuote(character);
      if (close !== undefined) {
        this.takeQuoted(character, close, take);
        return;
      }
    }
    const template = templateEnd(this.text, from) ?? placeholderEnd(this.text, from);
    if (template !== undefined && template <= this.region.end) {
      this.position = template;
      take(from, template);
      return;
    }
    const substitution = this.findSubstitution(character);
    if (substitution) {
      this.substitutions.push(substitution);
      this.position = substitution.end + 1;
      take(from, this.position);
      return;
    }
    const escaped = character === this.dialect.escape && from + 1 < this.region.end;
    this.position = escaped ? from + 2 : from + 1;
    take(escaped ? from + 1 : from, this.position);
  }

  /** In prose an apostrophe inside a word is part of it: `don't`. */
  private opensQuote(wordStart: number): boolean {
    return (
      this.reading !== 'prose' || this.position === wordStart || this.text.charAt(this.position - 1) === '='
    );
  }

  /** A quote without an end is remembered: there is none further on either. */
  private findQuote(quote: string): number | undefined {
    if (this.unclosed.has(quote)) return undefined;
    const { escape, escapable, doubled } = this.dialect;
    for (let index = this.position + 1; index < this.region.end; index += 1) {
      const character = this.text.charAt(index);
      if (character === quote) {
        if (!doubled || this.text.charAt(index + 1) !== quote) return index;
        index += 1;
      } else if (character === escape && escapable && quote === '"') index += 1;
    }
    this.unclosed.add(quote);
    return undefined;
  }

  private takeQuoted(quote: string, close: number, take: (from: number, to: number) => void): void {
    let from = this.position + 1;
    // A sentence may quote a command: `start it with "docker run -p 8080:80 web"`.
    if (this.reading === 'prose') this.substitutions.push({ start: from, end: close });
    for (let index = from; index < close; index += 1) {
      if (!this.isDropped(quote, index)) continue;
      take(from, index);
      from = this.text.charAt(index + 1) === '\n' ? index + 2 : index + 1;
      index += 1;
    }
    take(from, close);
    this.position = close + 1;
  }

  /** Inside quotes: an escape sign before what it protects, or the first of two quotes. */
  private isDropped(quote: string, index: number): boolean {
    const { escape, escapable, doubled } = this.dialect;
    const character = this.text.charAt(index);
    const next = this.text.charAt(index + 1);
    if (doubled && character === quote && next === quote) return true;
    return quote === '"' && character === escape && escapable?.test(next) === true;
  }

  /** The inside of `$(…)` or of backticks that starts here. */
  private findSubstitution(character: string): Span | undefined {
    const start = this.position;
    if (character === '`' && this.dialect.backticks) {
      const close = this.unclosed.has('`') ? -1 : this.text.indexOf('`', start + 1);
      if (close > 0 && close < this.region.end) return { start: start + 1, end: close };
      this.unclosed.add('`');
    }
    if (character !== '$' || this.text.charAt(start + 1) !== '(' || this.unclosed.has('(')) return undefined;
    for (let index = start + 2, depth = 1; index < this.region.end; index += 1) {
      if (this.text.charAt(index) === '(') depth += 1;
      if (this.text.charAt(index) === ')') depth -= 1;
      if (depth === 0) return { start: start + 2, end: index };
    }
    this.unclosed.add('(');
    return undefined;
  }
}
