/** Where the line starts that holds the offset. */
export function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the next line starts, which is the end of the text after the last one. */
export function nextLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
}

/** The first character of a line that is no blank, and its column. Columns count characters; a BOM is none. */
export function lineHead(
  text: string,
  start: number,
): { readonly character: string; readonly column: number } {
  const from = start === 0 && text.startsWith('\uFEFF') ? 1 : start;
  let index = from;
  while (text.charAt(index) === ' ') index += 1;
  const column = index - from;
  while (text.charAt(index) === '\t' || text.charAt(index) === ' ' || text.charAt(index) === '\r') index += 1;
  const character = text.charAt(index);
  return { character: character === '\n' ? '' : character, column };
}

/** True where the line ends in the given sign, blanks after it aside. */
export function endsWith(text: string, start: number, sign: string): boolean {
  let index = nextLine(text, start) - 1;
  while (index > start && ' \t\r\n'.includes(text.charAt(index))) index -= 1;
  return index >= start && text.charAt(index) === sign;
}
