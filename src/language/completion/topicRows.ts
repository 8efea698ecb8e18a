import { findSpelling, topics, type Topic, type TopicValue } from '../../catalog';
import type { Use } from '../use';

/** The values that the catalog names for a spelling. */
export function rowsOf({ place, spelling }: Pick<Use, 'place' | 'spelling'>): readonly TopicValue[] {
  const found = findSpelling<Topic>(topics, place, spelling);
  return found ? (found.spelling.values ?? found.topic.values) : [];
}
