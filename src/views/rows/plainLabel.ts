/**
 * A text of others in a label that takes icons: `$(flame)` of an engine's name is text, and a line break or a character that
 * turns the direction is seen.
 */
export function plainLabel(text: string): string {
  return plainCharacters(text).replace(/\$\([a-z0-9-]+(?:~[a-z]+)?\)/gi, '\\$&');
}

/** What can't be seen is shown as `�`. */
export function plainCharacters(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '�');
}
