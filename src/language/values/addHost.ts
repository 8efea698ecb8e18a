import type { Span } from '../span';
import { isAddress } from './address';
import type { Refused } from './refused';

/** A line of a hosts file: `db:10.0.0.5`. */
export interface HostEntry {
  readonly ok: true;
  readonly host: string;
  /** As it is stored; `host-gateway` stands for an address that the engine knows. */
  readonly address: string;
}

export type HostEntryProblem = Span &
  (
    | { readonly code: 'host.format'; readonly actual: string }
    | { readonly code: 'host.address'; readonly actual: string }
  );

export type HostEntryResult = HostEntry | Refused<HostEntryProblem>;

/** Reads an `--add-host` value as the docker command line does: `db:10.0.0.5`, `db=::1`, `db:[::1]`. */
export function parseAddHost(text: string): HostEntryResult {
  const equals = text.indexOf('=');
  const at = equals < 0 ? text.indexOf(':') : equals;
  const host = text.slice(0, Math.max(0, at));
  if (at < 1 || host.includes(':'))
    return { ok: false, problem: { code: 'host.format', actual: text, start: 0, end: text.length } };
  const written = text.slice(at + 1);
  const address = /^\[.+\]$/s.test(written) ? written.slice(1, -1) : written;
  if (address === 'host-gateway' && written === address) return { ok: true, host, address };
  if (isAddress(address.trim())) return { ok: true, host, address };
  return { ok: false, problem: { code: 'host.address', actual: address, start: at + 1, end: text.length } };
}
