import type { Span } from '../span';
import type { Refused } from './refused';

/** A hardware address. */
export interface MacAddress {
  readonly ok: true;
  /** Lower-case, two digits each. */
  readonly octets: readonly string[];
}

export type MacProblem = Span & { readonly code: 'mac.format'; readonly actual: string };

export type MacResult = MacAddress | Refused<MacProblem>;

/** Reads a `--mac-address` value as the command line does: blanks around do not matter, and nothing is no wish. */
export function parseMac(text: string): MacResult {
  const plain = text.trim().toLowerCase();
  if (text !== '' && !isMacAddress(plain))
    return { ok: false, problem: { code: 'mac.format', actual: text, start: 0, end: text.length } };
  return { ok: true, octets: plain.replace(/[^0-9a-f]/g, '').match(/../g) ?? [] };
}

/** EUI-48, EUI-64 or a 20-octet InfiniBand address in lower case, as Go reads them. */
export function isMacAddress(text: string): boolean {
  const octets = /^[0-9a-f]{2}(:[0-9a-f]{2})+$|^[0-9a-f]{2}(-[0-9a-f]{2})+$|^[0-9a-f]{4}(\.[0-9a-f]{4})+$/;
  return octets.test(text) && [6, 8, 20].includes(text.replace(/[^0-9a-f]/g, '').length / 2);
}
