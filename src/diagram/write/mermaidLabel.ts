import { tame } from '../text';

/** Signs that mean nothing to Mermaid inside a quoted label, nor to the Markdown and the HTML that it makes of one. */
const harmless = /[\p{L}\p{N} .,:/()·→←+=-]/u;

/**
 * Mermaid's preprocessing looks at whole lines before it reads them, and for these words also inside of quotes.
 * They are broken up by a character reference for their first letter.
 */
const keywords = /style|classdef|\bend\b/gi;

/** Most names and addresses: nothing in them needs a reference. */
const plain = /^[A-Za-z0-9](?:[A-Za-z0-9,:/-]|(?<=[A-Za-z0-9])[._](?=[A-Za-z0-9]))*$/;

function breakUp(word: string): string {
  return `${reference(word.slice(0, 1))}${word.slice(1)}`;
}

/** The one place where text becomes part of a Mermaid diagram: the inside of a quoted label, with its references `#35;`. */
export function mermaidLabel(text: string): string {
  if (plain.test(text)) {
    return text.replaceAll(keywords, breakUp);
  }
  return [...tame(text).replaceAll(/[\p{Cs}\u2028\u2029]/gu, '\ufffd')]
    .map((sign, index, all) => (isSafe(sign, index, all) ? sign : reference(sign)))
    .join('')
    .replaceAll(keywords, breakUp);
}

/** An underscore between letters is no emphasis; a digit with a point at the start would be a list. */
function isSafe(sign: string, index: number, all: readonly string[]): boolean {
  if (sign === '_') {
    return isWord(all[index - 1]) && isWord(all[index + 1]);
  }
  if (index === 0) {
    return /[\p{L}\p{N}]/u.test(sign);
  }
  return harmless.test(sign) && !(all[index + 1] === ' ' && /[.)]/.test(sign));
}

function isWord(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
}

function reference(sign: string): string {
  return `#${sign.codePointAt(0) ?? 0xfffd};`;
}
