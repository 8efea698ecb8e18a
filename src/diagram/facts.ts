import type { Subject } from './scene';

/** One line of the details beside a diagram. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  /** Set in a fixed-width font: addresses, ids, rules. */
  readonly code?: boolean;
  /** Follows from the engine's answers and is not in them. */
  readonly derived?: boolean;
  /** Another object that this line leads to. */
  readonly subject?: Subject;
}

/** All that is known of one object, in words. */
export interface Facts {
  readonly subject: Subject;
  readonly title: string;
  readonly kind: string;
  readonly groups: readonly { readonly title: string; readonly facts: readonly Fact[] }[];
}
