/** Longer blocks were written by a machine; the parser needs seconds for hostile ones. */
const longest = 30_000;
const deepest = 100;
/** Block collections nest by indentation, and by `- - - ` and `? ? ` within a line. */
const farIndent = /^[ \t?:-]{400}/m;

/** True where a text is longer than what is read. */
export function isTooLong(source: string): boolean {
  return source.length > longest;
}

/**
 * True where the YAML parser may be let loose. It recurses into collections, and a stack that overflows inside the
 * compilation of a regular expression ends the process instead of throwing: what nests too deep is not parsed.
 */
export function isParsable(source: string): boolean {
  return !isTooLong(source) && flowDepth(source) <= deepest && !farIndent.test(source);
}

/** An upper bound: brackets in strings count too. */
function flowDepth(source: string): number {
  let depth = 0;
  let most = 0;
  for (const [bracket] of source.matchAll(/[[\]{}]/g)) {
    if (bracket === '[' || bracket === '{') depth += 1;
    else if (depth > 0) depth -= 1;
    most = Math.max(most, depth);
  }
  return most;
}
