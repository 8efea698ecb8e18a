/** A text as Go's `%q` shows it in an error: `"a\tb"`. What is printable stays as it is. */
export function goQuote(text: string): string {
  const inside = text.replace(/["\\]|[^\P{C}]|[^\P{Z} ]/gu, escape);
  return `"${inside}"`;
}

const letters: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
};

function escape(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`;
  const letter = letters[character];
  if (letter !== undefined) return letter;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}
