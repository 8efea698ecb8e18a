import { partAt } from '../completion/proposer';
import type { ValueCursor } from '../completion/cursor';
import { signatureOf, type Signature } from './signature';

/** A key of a long form, and what stands for its value in the label. */
export interface FormKey {
  readonly key: string;
  readonly value: string;
  readonly documentation: string;
}

/** `published=port,target=port`: keys in any order. */
export function pairForm(lead: string, keys: readonly FormKey[], active: number): Signature {
  const parts = keys.map(({ key, value, documentation }, index) => ({
    before: index === 0 ? '' : ',',
    name: `${key}=${value}`,
    documentation,
  }));
  return signatureOf(lead, parts, active);
}

/** The key in whose pair the cursor stands; while none is written, the first that is missing. */
export function keyIndex(cursor: ValueCursor, keys: readonly FormKey[]): number {
  const { before, after } = partAt(cursor, ',');
  const pair = before + after;
  const named = keys.findIndex(({ key }) => pair.startsWith(`${key}=`));
  if (named >= 0) return named;
  const whole = `,${cursor.before}${cursor.after}`;
  return keys.findIndex(({ key }) => !whole.includes(`,${key}=`));
}
