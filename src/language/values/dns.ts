import type { Span } from '../span';
import { isAddress } from './address';
import type { Refused } from './refused';

/** The address of a DNS server, or a search domain, as it is stored. */
export interface DnsValue {
  readonly ok: true;
  readonly value: string;
}

export type DnsProblem = Span & { readonly code: 'dns.server' | 'dns.domain'; readonly actual: string };

export type DnsResult = DnsValue | Refused<DnsProblem>;

/** Reads a `--dns` value: an address; blanks around it do not matter. */
export function parseDnsServer(text: string): DnsResult {
  const value = text.trim();
  return isAddress(value) ? { ok: true, value } : refused('dns.server', text, text);
}

/** The command line's own pattern, with the colons that it lets through before a label. */
const domain =
  /^(:?(?::?[a-z\d]|:?[a-z\d][a-z\d-]*[a-z\d])(?::?\.(?::?[a-z\d]|:?[a-z\d][a-z\d-]*[a-z\d]))*)\.?\s*$/i;
const longestDomain = 254;

/** Reads a `--dns-search` value: a domain with a letter in it, or `.` for none. */
export function parseDnsSearch(text: string): DnsResult {
  const plain = text.replace(/^ +| +$/g, '');
  if (plain === '.') return { ok: true, value: plain };
  const value =
    plain.length <= 2 * longestDomain && /[a-z]/i.test(plain) ? domain.exec(plain)?.[1] : undefined;
  return value === undefined || value.length > longestDomain
    ? refused('dns.domain', text, plain)
    : { ok: true, value };
}

function refused(code: DnsProblem['code'], text: string, actual: string): DnsResult {
  return { ok: false, problem: { code, actual, start: 0, end: text.length } };
}
