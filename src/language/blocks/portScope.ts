import { findSpelling, topics, type Place } from '../../catalog';
import { piece } from '../text/flagUse';
import type { Word } from '../text/words';
import type { Scope } from '../use';

/** A port that is published for a container whose other settings stand elsewhere. `at`: where the key stands. */
export function portScope(place: Place, key: string, at: number, word: Word): Scope {
  const scope: Scope = { place, name: undefined, prose: false, partial: true, uses: [] };
  const found = findSpelling(topics, place, key);
  if (!found) return scope;
  const use = {
    topic: found.topic.id,
    place,
    kind: 'item',
    spelling: key,
    syntax: found.spelling.syntax,
    name: { start: at, end: at + key.length },
    value: piece(word, 0, word.text.length),
    text: word.text,
    plain: false,
    parts: [],
  } as const;
  return { ...scope, uses: [use] };
}
