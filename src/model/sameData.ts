/** Whether two pieces of plain data hold the same; stops at the first difference. Fields named in `passedOver` don't count, at any depth. */
export function sameData(a: unknown, b: unknown, passedOver?: ReadonlySet<string>): boolean {
  if (Object.is(a, b)) {
    return true;
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return false;
  }
  const [one, other] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) => passedOver?.has(key) === true || (key in other && sameData(one[key], other[key], passedOver)),
    )
  );
}
