import type { Span } from '../span';
import type { Word } from '../text/words';

/** A value of JSON: a string as it is read, or a number as it stands. */
export interface JsonValue {
  readonly word: Word;
  readonly isString: boolean;
}

/** A key with the strings and numbers of its value, or of its list. */
export interface JsonEntry {
  /** From the inside out: `build` is behind `options` in `"build": { "options": [] }`. */
  readonly keys: readonly Word[];
  readonly isList: boolean;
  readonly values: readonly JsonValue[];
}

interface Frame {
  readonly isList: boolean;
  readonly keys: readonly Word[];
  key: Word | undefined;
  readonly values: JsonValue[];
}

const token = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|[{}[\],:]|-?\d[\d.eE+-]*|\/\*/y;

/** Reads a stretch of JSON, comments in it or not, that may start and end anywhere. One pass; nothing fails. */
export function jsonEntries(text: string, { start, end }: Span): readonly JsonEntry[] {
  const reader = new JsonReader(text);
  for (let at = start; at < end;) {
    token.lastIndex = at;
    const found = token.exec(text)?.[0];
    at += found === undefined ? 1 : reader.take(found, at);
  }
  reader.end();
  return reader.found;
}

class JsonReader {
  readonly found: JsonEntry[] = [];
  private readonly frames: Frame[] = [{ isList: false, keys: [], key: undefined, values: [] }];
  private last: Word | undefined;

  constructor(private readonly text: string) {}

  /** Takes a token, and gives how far it goes. */
  take(found: string, at: number): number {
    const sign = found.charAt(0);
    if (found === '/*') return this.commentEnd(at) - at;
    if (sign === '"') this.string(stringWord(found, at));
    else if (sign === ':') this.colon();
    else if (sign === '{' || sign === '[') this.open(sign === '[');
    else if (sign === '}' || sign === ']') this.close();
    else if (sign !== '/' && sign !== ',')
      this.value({
        word: { start: at, end: at + found.length, text: found, at: undefined },
        isString: false,
      });
    if (sign !== '"' && sign !== '/') this.last = undefined;
    return found.length;
  }

  end(): void {
    while (this.frames.length > 1) this.close();
  }

  private get frame(): Frame {
    return this.frames.at(-1) ?? { isList: false, keys: [], key: undefined, values: [] };
  }

  private string(word: Word): void {
    this.last = word;
    if (this.frame.isList || this.frame.key) this.value({ word, isString: true });
  }

  private colon(): void {
    if (!this.frame.isList && this.last) this.frame.key = this.last;
  }

  private value(value: JsonValue): void {
    const { frame } = this;
    if (frame.isList) frame.values.push(value);
    else if (frame.key) {
      this.found.push({ keys: [frame.key, ...frame.keys], isList: false, values: [value] });
      frame.key = undefined;
    }
  }

  private open(isList: boolean): void {
    const { frame } = this;
    const keys = frame.key ? [frame.key, ...frame.keys.slice(0, 3)] : frame.keys;
    frame.key = undefined;
    this.frames.push({ isList, keys, key: undefined, values: [] });
  }

  private close(): void {
    if (this.frames.length === 1) return;
    const closed = this.frames.pop();
    if (closed?.isList && closed.keys.length > 0)
      this.found.push({ keys: closed.keys, isList: true, values: closed.values });
  }

  private commentEnd(at: number): number {
    const end = this.text.indexOf('*/', at + 2);
    return end < 0 ? this.text.length : end + 2;
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** A string without its quotes. The last sign of an escape stands for the character. */
function stringWord(token: string, start: number): Word {
  const closed = token.length > 1 && token.endsWith('"');
  const inside = token.slice(1, closed ? -1 : undefined);
  const word = { start: start + 1, end: start + 1 + inside.length };
  if (!inside.includes('\\')) return { ...word, text: inside, at: undefined };
  const at: number[] = [];
  const pieces: string[] = [];
  for (let index = 0; index < inside.length; index += 1) {
    let character = inside.charAt(index);
    if (character === '\\') {
      index += 1;
      character = inside.charAt(index);
      const digits =
        character === 'u' ? /^[\da-f]{4}/i.exec(inside.slice(index + 1, index + 5))?.[0] : undefined;
      if (digits !== undefined) index += 4;
      character =
        digits === undefined ? (escapes[character] ?? character) : String.fromCharCode(parseInt(digits, 16));
    }
    pieces.push(character);
    at.push(word.start + index);
  }
  return { ...word, text: pieces.join(''), at };
}

/** The comments of a file that go over line ends: what stands in them is no key. */
export function jsonTexts(text: string): readonly Span[] {
  const found: Span[] = [];
  for (let at = 0; at < text.length;) {
    token.lastIndex = at;
    const sign = token.exec(text)?.[0];
    if (sign === '/*') {
      const close = text.indexOf('*/', at + 2);
      const end = close < 0 ? text.length : close + 2;
      found.push({ start: at, end });
      at = end;
    } else at += sign?.length ?? 1;
  }
  return found;
}
