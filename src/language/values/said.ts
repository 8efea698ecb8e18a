/** A problem in words: what docker prints, and what to write instead. */
export interface Said {
  /** Docker's own words; undefined where it says nothing and only we do. */
  readonly docker: string | undefined;
  /** Markdown. */
  readonly advice: string;
}
