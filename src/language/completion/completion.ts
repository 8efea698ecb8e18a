import type { Span } from '../span';

/** What a proposal is, for its icon. */
export type CompletionKind =
  'flag' | 'key' | 'network' | 'driver' | 'container' | 'service' | 'port' | 'address' | 'word';

/** One proposal, before it is known where it goes. */
export interface Proposal {
  /** What is shown, and what typing is compared with. */
  readonly label: string;
  readonly kind: CompletionKind;
  /** What is written, where that is not the label. A snippet of the editor where `snippet` is set. */
  readonly insert?: string;
  readonly snippet?: true;
  /** A few plain words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** Something is to be written behind it, and can be proposed right away. */
  readonly more?: true;
}

/** A proposal in its place: `start` to `end` is replaced, in the order of the list. */
export interface Completion extends Proposal, Span {}

/** What a proposer is asked for: it replaces `before` and `after` of the cursor, which stand there as they are. */
export interface Proposals {
  readonly before: string;
  readonly after: string;
  readonly proposals: readonly Proposal[];
}

/** Names that need no quotes in any shell and in no file. Others are not proposed: what an engine says is not trusted. */
export function isPlainName(name: string): boolean {
  return /^[A-Za-z0-9_][\w.-]*$/.test(name);
}
