import { parseAddress } from '../../model';
import type { Span } from '../span';
import type { Refused } from './refused';

/** An address that a container is to have; undefined for an empty text, which is no wish. */
export interface IpAddress {
  readonly ok: true;
  readonly address: string | undefined;
}

export type AddressProblem = Span &
  (
    | { readonly code: 'address.family'; readonly actual: string; readonly family: 4 | 6 }
    | { readonly code: 'address.linkLocal'; readonly actual: string }
  );

export type IpAddressResult = IpAddress | Refused<AddressProblem>;

/** Reads an `--ip` or `--ip6` value as the engine does. Go takes `::ffff:10.0.0.1` for IPv4. */
export function parseIp(text: string, family: 4 | 6): IpAddressResult {
  if (text === '') return { ok: true, address: undefined };
  const read = parseAddress(text);
  const actualFamily = read && (read.family === 4 || isMapped(read.value) ? 4 : 6);
  if (actualFamily === family) return { ok: true, address: text };
  return { ok: false, problem: { code: 'address.family', actual: text, family, start: 0, end: text.length } };
}

function isMapped(value: bigint): boolean {
  return value >> 32n === 0xffffn;
}

/** Reads a `--link-local-ip` value. The engine looks at it when the container starts, and takes any address. */
export function parseLinkLocal(text: string): IpAddressResult {
  if (parseAddress(text)) return { ok: true, address: text };
  return { ok: false, problem: { code: 'address.linkLocal', actual: text, start: 0, end: text.length } };
}

/** True for addresses of 169.254.0.0/16 and fe80::/10. */
export function isLinkLocal(text: string): boolean {
  const read = parseAddress(text);
  if (!read) return false;
  return read.family === 4 ? read.value >> 16n === 0xa9fen : read.value >> 118n === 0x3fan;
}
