/** Words as one line for a POSIX shell; quoted only where the shell would read them otherwise. */
export function shellLine(words: readonly string[]): string {
  return words.map(quoteWord).join(' ');
}

/**
 * `a b` → `'a b'`; `it's` → `'it'\''s'`. Words of plain characters stay. Control characters are written as octal numbers
 * (`"$(printf 'a\033b')"`): names and labels are an engine's, and in a terminal a pasted escape sequence acts at once.
 */
export function quoteWord(word: string): string {
  if (/^[\w@%+:,./-][\w@%+=:,./-]*$/.test(word)) {
    return word;
  }
  return hasControls(word) ? printed(word) : `'${word.replaceAll("'", "'\\''")}'`;
}

function hasControls(word: string): boolean {
  return /[^\P{Cc}\n]/u.test(word);
}

/**
 * The shell cuts line ends off what a command prints: those at the end stand behind it. `--`: a format that starts with a
 * dash is an option of printf. An exclamation mark between double quotes calls bash's history.
 */
function printed(word: string): string {
  const [ends = ''] = /\n*$/.exec(word) ?? [];
  const text = word
    .slice(0, word.length - ends.length)
    .replaceAll('%', '%%')
    .replace(/[\\'!]|\p{Cc}/gu, octal);
  return `"$(printf ${text.startsWith('-') ? '-- ' : ''}'${text}')${ends}"`;
}

/** The bytes of a character in UTF-8; control characters are below U+00A0. */
function octal(character: string): string {
  const code = character.charCodeAt(0);
  const bytes = code < 0x80 ? [code] : [0xc2, code];
  return bytes.map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}
