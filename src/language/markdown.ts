const longestShown = 120;

/**
 * A code span that shows the text and nothing else: the one way in which names of files and engines come into
 * Markdown. Backticks inside can't close it; line breaks, control and direction characters are shown as `�`.
 */
export function code(text: string): string {
  if (text === '') return '*(empty)*';
  const characters = [...text.slice(0, longestShown * 2)];
  const cut = characters.length > longestShown || text.length > longestShown * 2;
  const shown = (cut ? `${characters.slice(0, longestShown).join('')}…` : text).replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    '�',
  );
  const runs = shown.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
  const padding = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return fence + padding + shown + padding + fence;
}

/** A list of code spans: "`a`, `b` and 3 more". */
export function codeList(texts: readonly string[], most: number): string {
  const shown = texts.slice(0, most).map(code);
  return texts.length > most ? `${shown.join(', ')} and ${texts.length - most} more` : joinWords(shown);
}

/** "a", "a and b", "a, b and c". */
export function joinWords(texts: readonly string[]): string {
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} and ${last}`;
}

/** Paragraphs of one hover; empty ones are left out. */
export function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** A bullet list. */
export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
