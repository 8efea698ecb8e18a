/**
 * How a line is read. `shell` follows the shell, `powershell` and `batch` the two of Windows. `prose` is a sentence
 * with commands in it: apostrophes are not quotes, and backticks enclose code.
 */
export type Reading = 'shell' | 'prose' | 'powershell' | 'batch';

/** What the signs of a line mean. */
export interface Dialect {
  /** Takes the next character as it stands; at the line end it joins two lines. */
  readonly escape: string;
  /** What ends a command. */
  readonly separators: string;
  readonly quotes: string;
  /** What the escape sign takes away from inside double quotes; undefined where it does nothing there. */
  readonly escapable: RegExp | undefined;
  /** A quote inside its own quotes is written twice. */
  readonly doubled: boolean;
  /** What starts a comment, at the start of a word, or of a command. */
  readonly comment: RegExp | undefined;
  /** A pair of backticks is a command of its own. */
  readonly backticks: boolean;
}

const shell: Dialect = {
  escape: '\\',
  separators: ';&|()\n',
  quotes: '"\'',
  escapable: /["\\$`\n]/,
  doubled: false,
  comment: /#/y,
  backticks: true,
};

export const dialects: Readonly<Record<Reading, Dialect>> = {
  shell,
  prose: { ...shell, separators: ';&|()\n`', comment: undefined },
  powershell: {
    ...shell,
    escape: '`',
    separators: ';&|(){}\n',
    escapable: /[^]/,
    doubled: true,
    backticks: false,
  },
  batch: {
    ...shell,
    escape: '^',
    separators: '&|()\n',
    quotes: '"',
    escapable: undefined,
    comment: /@?rem(?=\s|$)|::/iy,
    backticks: false,
  },
};

/**
 * What a template puts in before a shell sees it, blanks and all: `${{ env.PORT }}`, `{{ port }}`, `$[[ inputs.port ]]`,
 * `<< parameters.port >>`, `${PORT:-a b}`.
 */
const template =
  /\$?\{\{[^{}\n]{0,200}\}\}|\$\[\[[^[\]\n]{0,200}\]\]|<<[ \t]{0,9}(?:pipeline|parameters|matrix)\.[\w.-]{1,100}[ \t]{0,9}>>|\$\{[^{}()`\n]{0,200}\}/y;

/** The end of the template that starts at the offset. */
export function templateEnd(text: string, at: number): number | undefined {
  const sign = text.charAt(at);
  if (sign !== '$' && sign !== '{' && sign !== '<') return undefined;
  template.lastIndex = at;
  return template.test(text) ? template.lastIndex : undefined;
}

const placeholder = /<[\w.:/-]{1,60}>/y;

/** The end of the `<port>` that starts at the offset: people put it in. */
export function placeholderEnd(text: string, at: number): number | undefined {
  if (text.charAt(at) !== '<') return undefined;
  placeholder.lastIndex = at;
  return placeholder.test(text) ? placeholder.lastIndex : undefined;
}

/** The one of them that a text is written in, by the sign at the end of a line that goes on. */
export function readingOf(text: string): Exclude<Reading, 'prose'> {
  if (/[ \t]`[ \t]*\r?$/m.test(text)) return 'powershell';
  return /[ \t]\^[ \t]*\r?$/m.test(text) ? 'batch' : 'shell';
}
