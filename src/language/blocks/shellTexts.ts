import type { Span } from '../span';
import { Heredocs } from './heredoc';

/** Everything else is passed over. */
const meaningful = /[\n\\#"'<]|$/g;

/** What a script holds as text: here-documents, and strings over several lines, such as a help text. */
export function shellTexts(text: string): readonly Span[] {
  const reader = new ShellTextReader(text);
  reader.read();
  return reader.found;
}

/** One pass over a script. What is opened and never closed is no text. */
class ShellTextReader {
  readonly found: Span[] = [];
  private readonly heredocs: Heredocs;
  private readonly unclosed = new Set<string>();
  private pending: string[] = [];
  private position = 0;

  constructor(private readonly text: string) {
    this.heredocs = new Heredocs(text);
  }

  read(): void {
    while (this.position < this.text.length) this.step();
  }

  private step(): void {
    meaningful.lastIndex = this.position;
    this.position = meaningful.exec(this.text)?.index ?? this.text.length;
    const character = this.text.charAt(this.position);
    if (character === '\n') this.endLine();
    else if (character === '\\') this.position += 2;
    else if (character === '#' && this.startsWord()) this.skipComment();
    else if (character === '"' || character === "'") this.skipString(character);
    else if (character !== '') this.skipCharacter(character);
  }

  private skipComment(): void {
    const newline = this.text.indexOf('\n', this.position);
    this.position = newline < 0 ? this.text.length : newline;
  }

  private startsWord(): boolean {
    return this.position === 0 || ' \t\n;&|('.includes(this.text.charAt(this.position - 1));
  }

  private skipCharacter(character: string): void {
    const word =
      character === '<' && this.text.charAt(this.position + 1) === '<'
        ? this.heredocs.opens(this.position)
        : undefined;
    if (word !== undefined) this.pending.push(word);
    this.position += word === undefined ? 1 : 2;
  }

  /** Here-documents begin on the next line, one after the other. */
  private endLine(): void {
    this.position += 1;
    for (const word of this.pending) {
      const body = this.heredocs.body(this.position, word);
      if (!body) continue;
      this.found.push(body);
      this.position = body.end;
    }
    this.pending = [];
  }

  private skipString(quote: string): void {
    const start = this.position;
    const end = this.unclosed.has(quote) ? undefined : this.closeOf(quote);
    this.position = (end ?? start) + 1;
    if (end === undefined) this.unclosed.add(quote);
    else if (this.text.slice(start, end).includes('\n')) this.found.push({ start: start + 1, end });
  }

  private closeOf(quote: string): number | undefined {
    for (let at = this.position + 1; at < this.text.length; at += 1) {
      const character = this.text.charAt(at);
      if (character === quote) return at;
      if (character === '\\' && quote === '"') at += 1;
    }
    return undefined;
  }
}
