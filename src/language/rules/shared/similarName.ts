/** The name of the list that was probably meant: one letter away, or the same but for case and signs. */
export function similarName(name: string, names: readonly string[]): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return (
    names.find((other) => plain(other) === plain(name)) ??
    names.find((other) => name.length > 3 && isOneAway(name, other))
  );
}

/** One letter more, less, or another one. */
function isOneAway(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = long.slice(at + 1);
  return rest === short.slice(at) || rest === short.slice(at + 1);
}
