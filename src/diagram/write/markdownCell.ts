/**
 * The one place where text becomes Markdown: what is more than plain words is set as code, in which nothing has a meaning.
 * A pipe would end a table's cell even there, so it stands between two pieces of code, as a character reference.
 */
export function markdownCell(text: string, asCode: boolean): string {
  if (!asCode && isPlain(text)) {
    return text;
  }
  const oneLine = text.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '\ufffd');
  return oneLine
    .split('|')
    .map((part) => (part === '' ? '' : codeSpan(part)))
    .join('&#124;');
}

/** Words without any sign that Markdown, or a site that shows it, makes something of: links, lists, emphasis. */
function isPlain(text: string): boolean {
  return (
    text === '' ||
    (/^[\p{L}\p{N}](?:[\p{L}\p{N} ,.’/-]*[\p{L}\p{N}.])?$/u.test(text) && !/www\.|\d[.)] /i.test(text))
  );
}

function codeSpan(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
  // One blank at each end is taken away by a reader of Markdown, unless there is nothing else.
  const padding = /^`|`$|^ .* $/.test(text) && text.trim() !== '' ? ' ' : '';
  return `${fence}${padding}${text}${padding}${fence}`;
}
