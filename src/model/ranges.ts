import ipaddr from 'ipaddr.js';

/** The addresses of a subnet or of an address range, as whole numbers; `first` to `last`, both included. */
export interface AddressRange {
  readonly family: 4 | 6;
  /** Length of the prefix in bits. */
  readonly prefix: number;
  readonly first: bigint;
  readonly last: bigint;
}

/** An address as a whole number. */
export interface AddressValue {
  readonly family: 4 | 6;
  readonly value: bigint;
}

/**
 * Reads `10.1.0.0/16` or `fd00::/64`; host bits do not matter: `10.1.2.3/16` is the same range. Undefined for text that
 * Go's `net.ParseCIDR` does not take, by which the engine reads it.
 */
export function parseRange(text: string): AddressRange | undefined {
  const slash = text.indexOf('/');
  const address = parseAddress(text.slice(0, Math.max(0, slash)));
  const digits = text.slice(slash + 1);
  if (slash < 0 || address === undefined || !/^\d{1,3}$/.test(digits)) {
    return undefined;
  }
  const bits = bitsOf(address.family);
  const prefix = Number(digits);
  return prefix > bits ? undefined : rangeAt(address.family, address.value, prefix);
}

/** Reads an address as Go's `net.ParseIP` does: four decimal numbers without leading zeros, or IPv6 without a zone. */
export function parseAddress(text: string): AddressValue | undefined {
  const family = text.includes(':') ? 6 : 4;
  const plain = family === 6 ? /^[\da-f:.]+$/i : /^(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})$/;
  const parser = family === 6 ? ipaddr.IPv6 : ipaddr.IPv4;
  if (!plain.test(text) || !parser.isValid(text)) {
    return undefined;
  }
  const value = parser
    .parse(text)
    .toByteArray()
    .reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return { family, value };
}

/** The range of that prefix length in which an address lies. */
export function rangeAt(family: 4 | 6, value: bigint, prefix: number): AddressRange {
  const hostBits = BigInt(bitsOf(family) - prefix);
  const first = (value >> hostBits) << hostBits;
  return { family, prefix, first, last: first + (1n << hostBits) - 1n };
}

/** `10.1.0.0/16`, the way the engine writes it. */
export function formatRange({ family, first, prefix }: AddressRange): string {
  return `${formatAddress({ family, value: first })}/${prefix}`;
}

/** `10.1.0.1`, the way the engine writes it. */
export function formatAddress({ family, value }: AddressValue): string {
  const bits = bitsOf(family);
  const bytes = Array.from({ length: bits / 8 }, (_, index) =>
    Number((value >> BigInt(bits - 8 * (index + 1))) & 0xffn),
  );
  return ipaddr.fromByteArray(bytes).toString();
}

/** The address lies in the range. */
export function holds(range: AddressRange, { family, value }: AddressValue): boolean {
  return range.family === family && range.first <= value && value <= range.last;
}

/** All of the inner range lies in the outer one. */
export function contains(outer: AddressRange, inner: AddressRange): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

/** At least one address is in both. */
export function rangesOverlap(one: AddressRange, other: AddressRange): boolean {
  return one.family === other.family && one.first <= other.last && other.first <= one.last;
}

function bitsOf(family: 4 | 6): number {
  return family === 4 ? 32 : 128;
}
