const mostNamed = 3;

/** `a`, `a and b`, `a, b, c and 4 more`. */
export function joinNames(names: readonly string[]): string {
  if (names.length > mostNamed) {
    return `${names.slice(0, mostNamed).join(', ')} and ${names.length - mostNamed} more`;
  }
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
