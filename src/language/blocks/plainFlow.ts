import { Alias, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';

export type FlowNode = YAMLMap | YAMLSeq | Scalar | Alias;

const deepest = 10;
const quotedSign = /"[^"\\\r\n]*"|'[^'\r\n]*'(?!')/y;
const aliasSign = /\*([\w.-]+)(?=[ ,\]}\r\n]|$)/y;
/** Words without quotes, as they stand in braces. */
const wordSign =
  /(?:[\w/.<$~]|-(?=[^\s,[\]{}]))(?:[^\s:,[\]{}]|:(?=[^\s,[\]{}]))*(?: +(?!#)(?:[^\s:,[\]{}]|:(?=[^\s,[\]{}]))+)*/y;

/** A list or a map in brackets, a string in quotes, or an alias, on one line. Undefined for anything else. */
export function readFlow(source: string, at: number): FlowNode | undefined {
  return readNode(source, at, 0);
}

function readNode(source: string, at: number, depth: number): FlowNode | undefined {
  const sign = source.charAt(at);
  if (sign === '[') return depth > deepest ? undefined : readList(source, at, depth);
  if (sign === '{') return depth > deepest ? undefined : readMap(source, at, depth);
  if (sign === '"' || sign === "'") return readQuoted(source, at);
  return sign === '*' ? readAlias(source, at) : readWord(source, at);
}

function readList(source: string, start: number, depth: number): YAMLSeq | undefined {
  const list = new YAMLSeq();
  let at = skipBlanks(source, start + 1);
  while (source.charAt(at) !== ']') {
    const item = readNode(source, at, depth + 1);
    if (!item) return undefined;
    list.items.push(item);
    at = nextItem(source, endOf(item), ']');
    if (at < 0) return undefined;
  }
  return setRange(list, start, at + 1);
}

function readMap(source: string, start: number, depth: number): YAMLMap | undefined {
  const map = new YAMLMap();
  let at = skipBlanks(source, start + 1);
  while (source.charAt(at) !== '}') {
    const key = /["']/.test(source.charAt(at)) ? readQuoted(source, at) : readWord(source, at);
    const colon = key ? endOf(key) : -1;
    if (!key || source.charAt(colon) !== ':' || source.charAt(colon + 1) !== ' ') return undefined;
    const value = readNode(source, skipBlanks(source, colon + 1), depth + 1);
    if (!value) return undefined;
    map.items.push(new Pair(key, value));
    at = nextItem(source, endOf(value), '}');
    if (at < 0) return undefined;
  }
  return setRange(map, start, at + 1);
}

/** Where the next item or the closing sign stands; less than any where neither does. */
function nextItem(source: string, from: number, close: string): number {
  const at = skipBlanks(source, from);
  if (source.charAt(at) === close) return at;
  return source.charAt(at) === ',' ? skipBlanks(source, at + 1) : -1;
}

/** A string in quotes on one line, without escapes. */
export function readQuoted(source: string, at: number): Scalar | undefined {
  quotedSign.lastIndex = at;
  const quoted = quotedSign.exec(source)?.[0];
  if (quoted === undefined) return undefined;
  const scalar = new Scalar(quoted.slice(1, -1));
  scalar.type = quoted.startsWith('"') ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE';
  return setRange(scalar, at, at + quoted.length);
}

function readAlias(source: string, at: number): Alias | undefined {
  aliasSign.lastIndex = at;
  const name = aliasSign.exec(source)?.[1];
  return name === undefined ? undefined : setRange(new Alias(name), at, at + 1 + name.length);
}

function readWord(source: string, at: number): Scalar | undefined {
  wordSign.lastIndex = at;
  const word = wordSign.exec(source)?.[0];
  return word === undefined ? undefined : plainScalar(source, at, at + word.length);
}

export function plainScalar(source: string, start: number, end: number): Scalar {
  const scalar = new Scalar(source.slice(start, end));
  scalar.type = 'PLAIN';
  return setRange(scalar, start, end);
}

export function setRange<T extends FlowNode>(node: T, start: number, end: number): T {
  node.range = [start, end, end];
  return node;
}

function endOf({ range }: FlowNode): number {
  return range?.[1] ?? 0;
}

function skipBlanks(source: string, from: number): number {
  let at = from;
  while (source.charAt(at) === ' ') at += 1;
  return at;
}
