import { Pair, YAMLMap, YAMLSeq, type Scalar } from 'yaml';
import { plainScalar, readFlow, readQuoted, setRange, type FlowNode } from './plainFlow';

type Value = YAMLMap | YAMLSeq | FlowNode;

const blank = 32;
const hash = 35;
const dash = 45;
const ampersand = 38;
const bracket = 91;
const brace = 123;

/** Deeper is for the parser. */
const deepest = 30;
/** An anchor, with the blanks behind it. */
const anchorSign = /&([\w.-]+)(?: +|(?=\r?\n|$))/y;
/** Signs that are blanks and line ends in some places, and text in others. */
const strange = /[\t\uFEFF]|\r(?!\n)/;
/** What a key without quotes starts with. */
const keyStart = /[\w/.<$~]/;
/** What no text without quotes starts with; a dash before a blank does not either. */
const notPlain = /[-?:,[\]{}#&*!|>'"%@`]/;

/**
 * Reads YAML as most people write it: keys and items in lines, values that stand on one line. It makes the very nodes
 * that the parser makes, in a fraction of the time; only the comments below a collection are no part of it. Undefined
 * where the text holds anything else, and for what is no map and no list: that is for the parser.
 */
export function readPlainYaml(source: string): YAMLMap | YAMLSeq | undefined {
  const reader = new PlainReader(source);
  return reader.root();
}

/** Stands at the content of a line. Each method that reads a node goes on to the content of the line behind it. */
class PlainReader {
  private lineStart = 0;
  private at = 0;
  /** Without the line end. */
  private lineEnd = 0;
  private nextLine = 0;
  /** Of the line; less than any where the text has ended. */
  private indent = -1;
  /** Of the comment lines above it, the deepest. */
  private commentIndent = -1;
  /** Where the last value ended, with its comment and line end. */
  private end = 0;
  private depth = 0;

  constructor(private readonly source: string) {}

  root(): YAMLMap | YAMLSeq | undefined {
    if (strange.test(this.source)) return undefined;
    this.advance();
    const node = this.indent < 0 ? undefined : this.block();
    return this.indent < 0 ? node : undefined;
  }

  /** To the next line that is neither blank nor a comment. */
  private advance(): void {
    const { source } = this;
    this.indent = -1;
    this.commentIndent = -1;
    for (let start = this.nextLine; start < source.length; start = this.nextLine) {
      const newline = source.indexOf('\n', start);
      let end = newline < 0 ? source.length : newline;
      this.nextLine = newline < 0 ? end : newline + 1;
      if (newline > start && source.charAt(newline - 1) === '\r') end -= 1;
      const at = this.skipBlanks(start, end);
      if (at === end) continue;
      if (source.charCodeAt(at) === hash) {
        this.commentIndent = Math.max(this.commentIndent, at - start);
        continue;
      }
      this.lineStart = start;
      this.lineEnd = end;
      this.at = at;
      this.indent = at - start;
      return;
    }
  }

  private skipBlanks(from: number, end: number): number {
    let at = from;
    while (at < end && this.source.charCodeAt(at) === blank) at += 1;
    return at;
  }

  private isDash(at: number): boolean {
    const { source, lineEnd } = this;
    return source.charCodeAt(at) === dash && (at + 1 === lineEnd || source.charCodeAt(at + 1) === blank);
  }

  /** Nothing but blanks and a comment. A comment needs a blank before it. */
  private isRest(from: number): boolean {
    const at = this.skipBlanks(from, this.lineEnd);
    return at === this.lineEnd || (at > from && this.source.charCodeAt(at) === hash);
  }

  private block(kind?: 'shared' | 'whole'): YAMLMap | YAMLSeq | undefined {
    if (this.depth > deepest) return undefined;
    this.depth += 1;
    const column = this.at - this.lineStart;
    const node = this.isDash(this.at)
      ? this.list(column, kind === 'shared')
      : this.map(column, kind === 'whole');
    this.depth -= 1;
    return node;
  }

  /** The parser takes the comments below for a part of the map: that matters where the whole of it is shown. */
  private map(column: number, isWhole: boolean): YAMLMap | undefined {
    const map = new YAMLMap();
    const start = this.at;
    do {
      const key = this.key();
      const value = key && this.value(column, true);
      if (!value || this.indent > column || (isWhole && this.commentIndent >= column)) return undefined;
      map.items.push(new Pair(key, value));
    } while (this.indent === column);
    return setRange(map, start, this.end);
  }

  /** The items of a list. It is shared, the column, where the key above stands in it as well. */
  private list(column: number, isShared: boolean): YAMLSeq | undefined {
    const list = new YAMLSeq();
    const start = this.at;
    do {
      this.at += 1;
      const value = this.item(column);
      if (!value || this.indent > column) return undefined;
      list.items.push(value);
    } while (this.indent === column && this.isDash(this.at));
    return this.indent === column && !isShared ? undefined : setRange(list, start, this.end);
  }

  /** What is behind a dash: a list or a map may start on the same line. */
  private item(column: number): Value | undefined {
    const at = this.skipBlanks(this.at, this.lineEnd);
    if (this.isDash(at) || this.isKey(at)) {
      this.at = at;
      return this.block('whole');
    }
    return this.value(column, false);
  }

  private isKey(at: number): boolean {
    const sign = this.source.charAt(at);
    if (sign !== '"' && sign !== "'") return this.colonIn(at) !== undefined;
    const quoted = readQuoted(this.source, at);
    return quoted !== undefined && this.source.charAt(quoted.range?.[1] ?? 0) === ':';
  }

  /** The colon behind a key without quotes. */
  private colonIn(from: number): number | undefined {
    const line = this.source.slice(from, this.lineEnd);
    let colon = line.indexOf(':');
    while (colon >= 0 && colon + 1 < line.length && line.charCodeAt(colon + 1) !== blank)
      colon = line.indexOf(':', colon + 1);
    const comment = colon < 0 ? -1 : line.indexOf(' #');
    return colon < 0 || (comment >= 0 && comment < colon) ? undefined : from + colon;
  }

  /** Reads a key with its colon. */
  private key(): Scalar | undefined {
    const { source, at } = this;
    const sign = source.charAt(at);
    if (sign === '"' || sign === "'") {
      const quoted = readQuoted(source, at);
      this.at = (quoted?.range?.[1] ?? 0) + 1;
      const ends = this.at >= this.lineEnd || source.charCodeAt(this.at) === blank;
      return quoted && source.charAt(this.at - 1) === ':' && ends ? quoted : undefined;
    }
    const colon = keyStart.test(sign) ? this.colonIn(at) : undefined;
    if (colon === undefined || source.charCodeAt(colon - 1) === blank || source.startsWith('...', at))
      return undefined;
    this.at = colon + 1;
    return plainScalar(source, at, colon);
  }

  /** What is behind a colon or a dash, on its line or below. */
  private value(column: number, underKey: boolean): Value | undefined {
    const from = this.at;
    let at = this.skipBlanks(from, this.lineEnd);
    let anchor: string | undefined;
    if (this.source.charCodeAt(at) === ampersand) {
      anchorSign.lastIndex = at;
      anchor = anchorSign.exec(this.source)?.[1];
      if (anchor === undefined) return undefined;
      at = anchorSign.lastIndex;
    }
    const isBelow = at >= this.lineEnd || this.source.charCodeAt(at) === hash;
    const value = isBelow
      ? this.below(column, underKey, anchor === undefined ? at : undefined)
      : this.inline(at);
    if (value && anchor !== undefined) {
      if (!('anchor' in value || !('source' in value))) return undefined;
      value.anchor = anchor;
    }
    return value;
  }

  /** Deeper lines, or nothing: that stands behind the key, or the dash. Comments belong to it, now and then. */
  private below(column: number, underKey: boolean, emptyAt: number | undefined): Value | undefined {
    const endsLine = emptyAt === this.lineEnd;
    this.advance();
    if (this.indent > column)
      return underKey ? this.block(emptyAt === undefined ? 'whole' : undefined) : undefined;
    if (underKey && this.indent === column && this.isDash(this.at)) return this.block('shared');
    if (emptyAt === undefined || !endsLine || this.commentIndent >= 0) return undefined;
    this.end = emptyAt;
    return plainScalar(this.source, emptyAt, emptyAt);
  }

  private inline(at: number): FlowNode | undefined {
    const { source } = this;
    const sign = source.charCodeAt(at);
    const node =
      sign === bracket || sign === brace || '"\'*'.includes(source.charAt(at))
        ? readFlow(source, at)
        : this.plain(at);
    if (!node || !this.isRest(node.range?.[1] ?? 0)) return undefined;
    this.end = this.nextLine;
    this.advance();
    return node;
  }

  private plain(at: number): Scalar | undefined {
    const { source } = this;
    if (notPlain.test(source.charAt(at)) && (source.charCodeAt(at) !== dash || this.isDash(at)))
      return undefined;
    if (this.colonIn(at) !== undefined) return undefined;
    const line = source.slice(at, this.lineEnd);
    const comment = line.indexOf(' #');
    const text = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
    return plainScalar(source, at, at + text.length);
  }
}
