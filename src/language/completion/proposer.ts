import type { LiveFacts } from '../facts';
import type { ValueCursor } from './cursor';
import type { Proposals } from './completion';

/** What a proposer knows. */
export interface Surroundings {
  /** All of the file. */
  readonly text: string;
  readonly facts: LiveFacts | undefined;
}

/** Proposes values of one grammar. */
export type Proposer = (cursor: ValueCursor, around: Surroundings) => Proposals | undefined;

/** The part between two separators in which the cursor stands. */
export function partAt(
  { before, after }: Pick<ValueCursor, 'before' | 'after'>,
  separators: string,
): { readonly before: string; readonly after: string } {
  const start = Math.max(-1, ...[...separators].map((separator) => before.lastIndexOf(separator)));
  const ends = [...separators].map((separator) => after.indexOf(separator)).filter((end) => end >= 0);
  return { before: before.slice(start + 1), after: after.slice(0, Math.min(after.length, ...ends)) };
}
