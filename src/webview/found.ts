import type { Subject } from '../diagram';
import type { FoundMessage } from '../protocol';
import { sameSubject } from './reading';

/** What the find box holds: the text, what was found for it in reading order, and which of these is at hand. */
export interface Found {
  readonly text: string;
  readonly at: number;
  readonly subjects: readonly Subject[];
  /** The answer for this text has come. */
  readonly answered: boolean;
}

export const nothingFound: Found = { text: '', at: 0, subjects: [], answered: false };

/** Another text: what was found for the last one is no longer true. */
export function askFor(text: string): Found {
  return { ...nothingFound, text };
}

/** Takes an answer; one to an older question is dropped. The match at hand stays at hand while it is among the answers. */
export function takeFound(found: Found, { text, subjects }: FoundMessage): Found {
  if (text !== found.text) {
    return found;
  }
  const before = found.subjects[found.at];
  const same = subjects.findIndex((subject) => sameSubject(subject, before));
  const at = same >= 0 ? same : Math.min(found.at, Math.max(0, subjects.length - 1));
  return { text, at, subjects, answered: true };
}

/** The match to jump to: the one at hand first, the next or the one before once that is selected. */
export function step(found: Found, by: number, selected: Subject | undefined): Found {
  const { subjects, at } = found;
  if (subjects.length === 0 || !sameSubject(subjects[at], selected)) {
    return found;
  }
  return { ...found, at: (at + by + subjects.length) % subjects.length };
}

/** `2 of 7`, `not found`; empty while there is nothing to say. */
export function foundWords({ text, at, subjects, answered }: Found): string {
  if (text.trim() === '' || !answered) {
    return '';
  }
  return subjects.length === 0 ? 'not found' : `${at + 1} of ${subjects.length}`;
}
