import type { Finding, Fix } from '../../../../src/language';

/** A text, all that is said of it, and what it is after each fix. */
export interface RuleCase {
  readonly language: string;
  readonly text: string;
  readonly findings: readonly FindingCase[];
}

interface FindingCase {
  /** `severity code «text»: message` */
  readonly said: string;
  /** `«text» message` */
  readonly related?: readonly string[];
  readonly tag?: string;
  /** The title starts with `*` where it is the preferred one. */
  readonly fixes?: readonly { readonly title: string; readonly after: string }[];
}

/** What a finding says, and of what. */
export function said(text: string, { code, severity, start, end, message }: Finding): string {
  return `${severity} ${code} «${text.slice(start, end)}»: ${message}`;
}

/** The text with the edits of a fix, which do not overlap. */
export function applied(text: string, { edits }: Fix): string {
  return [...edits]
    .sort((left, right) => right.start - left.start)
    .reduce((changed, edit) => changed.slice(0, edit.start) + edit.text + changed.slice(edit.end), text);
}
