import type { Entry } from './entries';

/** A key at the start of a line, behind what closes and opens. */
const keySign = /[ \t\uFEFF{}[\],]*"((?:[^"\\\n]|\\.){0,200})"[ \t]*:/y;

/** The key that a line of JSON starts. Nothing below is its value alone: that has keys of its own. */
export function jsonEntryAt(text: string, line: number): Entry | undefined {
  keySign.lastIndex = line;
  const found = keySign.exec(text);
  const key = found?.[1];
  if (!found || key === undefined) return undefined;
  const at = line + found[0].indexOf('"') + 1;
  return { marks: [{ position: 2 * indentOf(text, line), key, at }], hasValue: false };
}

function indentOf(text: string, line: number): number {
  let at = line;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at += 1;
  return at - line;
}
