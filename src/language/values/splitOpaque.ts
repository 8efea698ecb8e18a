/** The parts of a `-p` value in which variables stand, as written. */
export interface OpaqueParts {
  readonly address: string;
  readonly host: string;
  readonly container: string;
}

/** Splits at colons as `-p` does, and leaves those inside `${PORT:-8080}` and brackets alone. */
export function splitOpaque(text: string): OpaqueParts {
  const parts: string[] = [''];
  let depth = 0;
  for (const character of text) {
    if ('{([`'.includes(character)) depth += 1;
    if ('})]'.includes(character)) depth = Math.max(0, depth - 1);
    if (character === ':' && depth === 0) parts.push('');
    else parts.push((parts.pop() ?? '') + character);
  }
  return { address: parts.slice(0, -2).join(':'), host: parts.at(-2) ?? '', container: parts.at(-1) ?? '' };
}
