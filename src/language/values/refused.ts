/** What a parser answers for a value that docker would not take. */
export interface Refused<Problem> {
  readonly ok: false;
  readonly problem: Problem;
}
