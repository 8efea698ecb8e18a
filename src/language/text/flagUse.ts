import { findSpelling, topics } from '../../catalog';
import type { Span } from '../span';
import type { Use } from '../use';
import type { Word } from './words';

/** A value in a word of its own, or behind its flag in the same word. */
export interface FlagValue {
  readonly word: Word;
  readonly from: number;
}

/** A use of a flag that the catalog knows in this place. */
export function flagUse(
  place: Use['place'],
  spelling: string,
  name: Span,
  value: FlagValue | undefined,
): Use {
  const found = findSpelling(topics, place, spelling);
  if (!found) throw new RangeError(`${spelling} is not in the catalog`);
  return {
    topic: found.topic.id,
    place,
    kind: 'flag',
    spelling,
    syntax: found.spelling.syntax,
    name: { start: name.start, end: name.end },
    value: value && piece(value.word, value.from, value.word.text.length),
    text: value?.word.text.slice(value.from),
    plain: false,
    parts: [],
  };
}

/** Where a part of the unquoted word stands. */
export function piece(word: Word, from: number, to: number): Span {
  const { at } = word;
  if (!at) return { start: word.start + from, end: word.start + to };
  const first = at[from];
  const last = at[to - 1];
  return from < to && first !== undefined && last !== undefined
    ? { start: first, end: last + 1 }
    : { start: word.start, end: word.end };
}
