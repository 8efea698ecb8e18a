import type { Fact, Facts } from '../facts';
import { tame } from '../text';

/** Pieces that descriptions are made of. */

export type FactGroup = Facts['groups'][number];

/** Set in a fixed-width font. */
export const code = { code: true } as const;

/** A fact, or none where there is nothing to say. Names and values of engines are made fit for one line. */
export function fact(
  name: string,
  value: string | number | undefined,
  more: Omit<Fact, 'name' | 'value'> = {},
): Fact | undefined {
  return value === undefined || value === ''
    ? undefined
    : { name: tame(name), value: tame(`${value}`), ...more };
}

/** Leaves out what is not known. */
export function facts(...list: readonly (Fact | undefined)[]): Fact[] {
  return list.filter((one) => one !== undefined);
}

/** Leaves out groups with nothing in them. */
export function withContent(groups: readonly FactGroup[]): FactGroup[] {
  return groups.filter(({ facts: content }) => content.length > 0);
}

/** Options or labels as the engine has them; one without a value stays as a name. */
export function entryFacts(entries: Readonly<Record<string, string>>): Fact[] {
  return Object.entries(entries).map(([name, value]) => ({ name: tame(name), value: tame(value), ...code }));
}
