import type { Span } from '../span';
import { lineStart, nextLine } from './lines';

const opening = /<<-?[ \t]*(["'\\]?)([A-Za-z_][\w.-]*)/y;

/** Finds here-documents, each in time linear in its length, whatever a hostile file opens and never closes. */
export class Heredocs {
  /** Where the last line stands that consists of a word: beyond it the word closes nothing. */
  private readonly lastLines = new Map<string, number>();

  constructor(private readonly text: string) {
    if (!text.includes('<<')) return;
    for (let at = 0; at < text.length; at = nextLine(text, at)) this.lastLines.set(this.word(at), at);
  }

  /** The word that closes the here-document which `<<` opens at the offset. */
  opens(at: number): string | undefined {
    if (this.text.charAt(at + 2) === '<' || this.text.charAt(at - 1) === '<') return undefined;
    opening.lastIndex = at;
    return opening.exec(this.text)?.[2];
  }

  /** The lines from `start` on, with the closing word; undefined where nothing closes them. */
  body(start: number, word: string): Span | undefined {
    if ((this.lastLines.get(word) ?? -1) < start) return undefined;
    let line = start;
    while (this.word(line) !== word) line = nextLine(this.text, line);
    return { start, end: nextLine(this.text, line) };
  }

  private word(line: number): string {
    return this.text.slice(line, nextLine(this.text, line)).trim();
  }
}

/** The here-documents of a Dockerfile that are files or input. That of `RUN <<EOF` is a script. */
export function dockerfileTexts(text: string): readonly Span[] {
  const heredocs = new Heredocs(text);
  const found: Span[] = [];
  for (let at = text.indexOf('<<'); at >= 0; at = text.indexOf('<<', at)) {
    const head = text.slice(lineStart(text, at), at);
    const word = head.trimStart().startsWith('#') ? undefined : heredocs.opens(at);
    const body = word === undefined ? undefined : heredocs.body(nextLine(text, at), word);
    if (body && !/^\s*RUN\s+(--\S+\s+)*$/i.test(head)) found.push(body);
    at = body?.end ?? at + 2;
  }
  return found;
}
