import assert from 'node:assert/strict';
import { completerAt, type Completion, type CompletionOptions } from '../../../src/language';
import type { Topology } from '../../../src/model';
import { hoverFacts } from './hoverWorld';

const cursor = '|';

/** The text without its `|`, and where that stood. */
export function takeCursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf(cursor);
  assert.ok(offset >= 0, 'no cursor in the text');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

export interface Asked extends CompletionOptions {
  /** The engine of the sample where nothing is said; null where none answers. */
  readonly topology?: Topology | null;
}

/** What is proposed at the `|` of the text; in every proposal its range is around the cursor. */
export function completionsAt(
  language: string,
  marked: string,
  { topology = hoverFacts.topology, ...options }: Asked = {},
): readonly Completion[] {
  const { text, offset } = takeCursor(marked);
  const complete = completerAt(text, language, offset, { folder: hoverFacts.folder, ...options });
  const found = complete?.(topology ?? undefined) ?? [];
  for (const { start, end } of found) assert.ok(start <= offset && offset <= end, 'elsewhere');
  return found;
}

/** Labels alone. */
export function labelsAt(language: string, marked: string, options?: Asked): readonly string[] {
  return completionsAt(language, marked, options).map(({ label }) => label);
}

/** The text with a proposal in its place. Where it goes on, the cursor is at its end. */
export function withCompletion(text: string, { label, insert, start, end }: Completion): string {
  return text.slice(0, start) + (insert ?? label) + text.slice(end);
}

/** The texts that come of the proposals at the `|`, by their labels. */
export function writtenAt(
  language: string,
  marked: string,
  options?: Asked,
): Readonly<Record<string, string>> {
  const { text } = takeCursor(marked);
  return Object.fromEntries(
    completionsAt(language, marked, options).map((one) => [one.label, withCompletion(text, one)]),
  );
}
