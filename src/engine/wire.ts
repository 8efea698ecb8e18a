/**
 * Reads ragged JSON without trusting it: null for `{}`, missing keys, other types. Each reader answers with what is
 * there or with "nothing", and never throws.
 */
export type Wire = Readonly<Record<string, unknown>>;

/** An object's fields; `{}` for anything else. */
export function object(value: unknown): Wire {
  return isObject(value) ? value : {};
}

export function isObject(value: unknown): value is Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An array's items; none for anything else. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text that is not empty: the engine writes `""` where it has nothing to say. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function flag(value: unknown): boolean {
  return value === true;
}

/** A whole number from `least` upwards. */
export function integer(value: unknown, least = 0): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least ? value : undefined;
}

/** A map of texts (labels, options); entries of other types are left out. */
export function texts(value: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(object(value)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(entries);
}
