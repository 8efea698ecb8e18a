import { holds, parseAddress, parseRange, type AddressRange } from '../../model';
import type { Span } from '../span';
import type { Refused } from './refused';

/** Subnets as `--subnet` takes them: several with commas between. */
export interface Subnets {
  readonly ok: true;
  readonly subnets: readonly { readonly text: string; readonly range: AddressRange }[];
}

/** Why an address of a network is refused; what is about `ip-range`, `gateway` or `aux-address` names its flag. */
export type PoolProblem = Span &
  (
    | { readonly code: 'pool.subnet'; readonly actual: string }
    | { readonly code: 'pool.range'; readonly actual: string }
    | { readonly code: 'pool.noSubnet' }
    | {
        readonly code: 'pool.prefix';
        readonly what: 'gateway' | 'aux-address';
        readonly actual: string;
      }
    | {
        readonly code: 'pool.outside';
        readonly what: 'range' | 'gateway' | 'aux-address';
        readonly actual: string;
        readonly subnets: readonly string[];
      }
  );

export type SubnetsResult = Subnets | Refused<PoolProblem>;

/** Reads a `--subnet` value as the command line and the engine do together; an empty text is no subnet. */
export function parseSubnets(text: string): SubnetsResult {
  const subnets: { readonly text: string; readonly range: AddressRange }[] = [];
  let start = 0;
  for (const piece of text === '' ? [] : text.split(',')) {
    const range = parseRange(piece);
    const end = start + piece.length;
    if (!range) return { ok: false, problem: { code: 'pool.subnet', actual: piece, start, end } };
    subnets.push({ text: piece, range });
    start = end + 1;
  }
  return { ok: true, subnets };
}

/** Why the command line refuses a gateway or a reserved address among these subnets; undefined where it does not. */
export function poolAddressProblem(
  text: string,
  what: 'gateway' | 'aux-address',
  subnets: Subnets['subnets'],
): PoolProblem | undefined {
  const span = { start: 0, end: text.length };
  if (subnets.length === 0 && what === 'gateway') return { code: 'pool.noSubnet', ...span };
  const range = parseRange(text);
  const address = parseAddress(text.split('/', 1)[0] ?? '');
  // The command line finds its subnet, and the engine refuses it.
  if (range && address && subnets.some((subnet) => holds(subnet.range, address)))
    return { code: 'pool.prefix', what, actual: text, ...span };
  return address && !text.includes('/') && subnets.some(({ range }) => holds(range, address))
    ? undefined
    : { code: 'pool.outside', what, actual: text, subnets: subnets.map((one) => one.text), ...span };
}

/** Why the command line refuses an address range among these subnets. */
export function poolRangeProblem(text: string, subnets: Subnets['subnets']): PoolProblem | undefined {
  const span = { start: 0, end: text.length };
  if (text === '') return undefined;
  if (subnets.length === 0) return { code: 'pool.noSubnet', ...span };
  const address = parseAddress(text.split('/', 1)[0] ?? '');
  if (!parseRange(text) || !address) return { code: 'pool.range', actual: text, ...span };
  return subnets.some(({ range }) => holds(range, address))
    ? undefined
    : { code: 'pool.outside', what: 'range', actual: text, subnets: subnets.map((one) => one.text), ...span };
}
