import { embeddedScopes } from '../text/commandText';
import type { Span } from '../span';
import type { Scope } from '../use';
import type { Language } from './block';
import { endsWith, nextLine } from './lines';
import { logicalLines } from './logicalLine';

/** Before a command of a recipe: quiet, ignore errors, run always. */
const prefix = /^[ \t]*[@+-][@+\- \t]*/;

/** What the shell gets of a line: without the signs for make, and with `$` for `$$`. */
function recipeScopes(source: string, base: number): readonly Scope[] {
  const skipped = prefix.exec(source)?.[0].length ?? 0;
  const pieces: string[] = [];
  const at: number[] = [];
  for (let index = skipped; index < source.length; index += 1) {
    at.push(base + index);
    if (source.startsWith('$$', index)) index += 1;
    pieces.push(source.charAt(index));
  }
  return embeddedScopes({ start: base, end: base + source.length, text: pieces.join(''), at }, 'shell');
}

/** The texts between `define` and `endef`: some are scripts, others are help. */
function makefileTexts(text: string): readonly Span[] {
  const found: Span[] = [];
  let start: number | undefined;
  for (let line = 0; line < text.length; line = nextLine(text, line)) {
    const word = /^[ \t]*(?:override[ \t]+|export[ \t]+)?(define|endef)\b/.exec(
      text.slice(line, line + 100),
    )?.[1];
    if (word === 'define') start ??= nextLine(text, line);
    if (word === 'endef' && start !== undefined) {
      found.push({ start, end: line });
      start = undefined;
    }
  }
  return found;
}

/** Makefiles: a block is a line with those that it goes on in. */
export const makefile: Language = {
  ...logicalLines((text, line) => endsWith(text, line, '\\')),
  scopes: (text, { start, end }) => recipeScopes(text.slice(start, end), start),
  texts: makefileTexts,
};
