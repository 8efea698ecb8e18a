import assert from 'node:assert/strict';
import { hoverAt, parseUses, type Facts } from '../../../src/language';

const cursor = '|';

/** What a hover must be: over exactly this text, with exactly these paragraphs. */
export interface ExpectedHover {
  readonly over: string;
  readonly says: readonly string[];
  readonly facts?: Facts;
}

/** Hovers at the `|` of the text, which is taken out, and compares range and text in full. */
export function assertHover(language: string, marked: string, { over, says, facts }: ExpectedHover): void {
  const { text, offset } = takeCursor(marked);
  const hover = hoverAt(text, language, offset, facts);
  assert.ok(hover, 'no hover');
  assert.ok(
    hover.start <= offset && offset <= hover.end,
    `the hover is elsewhere: ${hover.start}-${hover.end}`,
  );
  assert.equal(text.slice(hover.start, hover.end), over);
  assert.deepEqual(hover.markdown.split('\n\n'), says);
}

/** Nothing is said at the `|` of the text. */
export function assertNoHover(language: string, marked: string): void {
  const { text, offset } = takeCursor(marked);
  assert.equal(hoverAt(text, language, offset), undefined);
}

/** Every use in short: `publish -p «8080:80»`, with name and value cut from the text by their offsets. */
export function usesOf(language: string, text: string): readonly string[] {
  return parseUses(text, language).map(({ topic, name, value, kind }) => {
    const written = text.slice(name.start, name.end);
    const at = value ? ` «${text.slice(value.start, value.end)}»` : '';
    return `${topic} ${kind === 'item' ? `in ${written}` : written}${at}`;
  });
}

function takeCursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf(cursor);
  assert.ok(offset >= 0, 'no cursor in the text');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** A compose file with one service, `web`, of these lines. */
export function service(...lines: readonly string[]): string {
  return [
    'services:',
    '  web:',
    ...lines.flatMap((line) => line.split('\n')).map((line) => `    ${line}`),
    '',
  ].join('\n');
}

/** What the hover at the `|` says between its heading and its link. */
export function wordsAt(language: string, marked: string, facts?: Facts): readonly string[] {
  const { text, offset } = takeCursor(marked);
  const hover = hoverAt(text, language, offset, facts);
  assert.ok(hover, 'no hover');
  return hover.markdown.split('\n\n').slice(1, -1);
}
