/** Longer blocks were written by a machine; the parser needs seconds for hostile ones. */
const longest = 30_000;
const deepest = 100;
const widestIndent = 400;

/**
 * True where the YAML parser may be let loose. It recurses into collections, and a stack that overflows inside the
 * compilation of a regular expression ends the process instead of throwing: what nests too deep is not parsed.
 */
export function isParsable(source: string): boolean {
  return source.length <= longest && flowDepth(source) <= deepest && !indentsTooFar(source);
}

/** An upper bound: brackets in strings count too. */
function flowDepth(source: string): number {
  let depth = 0;
  let most = 0;
  for (let index = 0; index < source.length; index += 1) {
    const character = source.charAt(index);
    if (character === '[' || character === '{') depth += 1;
    if ((character === ']' || character === '}') && depth > 0) depth -= 1;
    most = Math.max(most, depth);
  }
  return most;
}

/** Block collections nest by indentation, and by `- - - ` and `? ? ` within a line. */
function indentsTooFar(source: string): boolean {
  return new RegExp(`^[ \\t?:-]{${widestIndent}}`, 'm').test(source);
}
