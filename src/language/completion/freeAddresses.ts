import {
  formatAddress,
  formatRange,
  freeSubnet,
  holds,
  parseAddress,
  parseRange,
  rangesOverlap,
  type AddressRange,
  type Network,
} from '../../model';
import { composeFile } from '../compose/composeFile';
import { scopesAt } from '../languages';
import type { Proposal } from './completion';
import type { Surroundings } from './proposer';

const choices = 3;
/** The first ones are often a router's, or given by hand. */
const usualStart = 10n;
const tries = 4096n;

/** What a network gives out, from the engine or from the file. */
interface Pool {
  readonly range: AddressRange;
  readonly taken: readonly string[];
  /** From which containers get theirs by themselves. */
  readonly given: AddressRange | undefined;
}

/** Addresses of a network that nobody has, as far as the engine and the file tell. `key`: its name in a compose file. */
export function freeAddresses(
  network: Network | undefined,
  family: 4 | 6,
  { text }: Surroundings,
  key?: string,
): readonly Proposal[] {
  const pool = (key === undefined ? undefined : poolInFile(text, key, family)) ?? livePool(network, family);
  if (!pool) return [];
  const live = (network?.endpoints ?? []).flatMap(({ ipv4, ipv6, requestedIpv4, requestedIpv6 }) => [
    ipv4,
    ipv6,
    requestedIpv4,
    requestedIpv6,
  ]);
  const taken = new Set([...pool.taken, ...live, ...addressesIn(text)].flatMap((one) => valueOf(one) ?? []));
  return freeIn(pool, taken).map((label) => ({
    label,
    kind: 'address',
    detail: `free in ${formatRange(pool.range)}`,
  }));
}

/** Those outside of what is given out by itself come first: nobody gets them in the meantime. */
function freeIn({ range, given }: Pool, taken: ReadonlySet<bigint>): readonly string[] {
  const { first, last, family } = range;
  const start = first + usualStart < last ? first + usualStart : first + 1n;
  const behind = given && given.last + usualStart < last ? given.last + 1n + usualStart : start;
  const outside = freeFrom(behind, (value) => !given || !holds(given, { family, value }));
  return outside.length > 0 ? outside : freeFrom(start, () => true);

  function freeFrom(from: bigint, fits: (value: bigint) => boolean): readonly string[] {
    const free: string[] = [];
    for (let value = from; value < last && value < from + tries && free.length < choices; value += 1n)
      if (!taken.has(value) && fits(value)) free.push(formatAddress({ family, value }));
    return free;
  }
}

function valueOf(text: string | undefined): readonly bigint[] | undefined {
  const value = text === undefined ? undefined : parseAddress(text)?.value;
  return value === undefined ? undefined : [value];
}

function livePool(network: Network | undefined, family: 4 | 6): Pool | undefined {
  const subnet = network?.subnets.find((one) => one.family === family);
  const range = subnet && parseRange(subnet.cidr);
  if (!subnet || !range) return undefined;
  const given = subnet.range === undefined ? undefined : parseRange(subnet.range);
  return {
    range,
    given,
    taken: [
      subnet.gateway ?? formatAddress({ family, value: range.first + 1n }),
      ...Object.values(subnet.auxiliary),
    ],
  };
}

/** Reads the definition of the network alone. */
function poolInFile(text: string, key: string, family: 4 | 6): Pool | undefined {
  const entry = composeFile(text).networks.get(key);
  const uses = entry ? scopesAt(text, 'dockercompose', entry.key.start).flatMap((scope) => scope.uses) : [];
  const texts = (syntax: string) =>
    uses.flatMap((use) =>
      use.syntax === syntax && use.owner === key && use.text !== undefined ? [use.text] : [],
    );
  const range = texts('subnet')
    .map(parseRange)
    .find((one) => one?.family === family);
  if (!range) return undefined;
  const given = texts('ipRange')
    .map(parseRange)
    .find((one) => one?.family === family);
  const gateway = texts('gatewayAddress').filter((one) => (parseAddress(one)?.family ?? 4) === family);
  const first = formatAddress({ family, value: (given ?? range).first + (given ? 0n : 1n) });
  const reserved = texts('auxAddress').map((one) => one.slice(one.indexOf('=') + 1));
  return { range, given, taken: [...(gateway.length > 0 ? gateway : [first]), ...reserved] };
}

/** Fixed addresses that the text names anywhere. */
function addressesIn(text: string): readonly string[] {
  const found = text.matchAll(/(?:\bipv[46]_address["']?\s*:\s*["']?|--ip6?[ =]|\bip6?=)([\da-f.:]+)/gi);
  return Array.from(found, ([, address = '']) => address);
}

/** Subnets that overlap no network of the engine and of the file. */
export function freeSubnets({ text, facts }: Surroundings, driver: string | undefined): readonly Proposal[] {
  const live = facts?.topology.networks.flatMap(({ subnets }) => subnets.map(({ cidr }) => cidr)) ?? [];
  const written = Array.from(
    text.matchAll(/(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}\b/g),
    ([cidr]) => cidr,
  );
  const taken = [...live, ...written].flatMap((cidr) => parseRange(cidr) ?? []);
  const next = facts && freeSubnet(facts.topology, 4, driver);
  const usual = ['172.28.0.0/16', '172.29.0.0/16', '172.30.0.0/16', '172.31.0.0/16'];
  const small = Array.from({ length: 40 }, (_, index) => `10.${10 + index}.0.0/24`);
  const free = (cidrs: readonly string[]) =>
    cidrs.filter((cidr) => {
      const range = parseRange(cidr);
      return range && !taken.some((one) => rangesOverlap(one, range));
    });
  const proposal = (label: string, detail: string): Proposal => ({ label, kind: 'address', detail });
  const all = [
    ...(next !== undefined && free([next]).length > 0 ? [proposal(next, 'the next one of the engine')] : []),
    ...free(usual)
      .slice(0, 2)
      .map((cidr) => proposal(cidr, 'free: 65,534 addresses')),
    ...free(small)
      .slice(0, 2)
      .map((cidr) => proposal(cidr, 'free: 254 addresses')),
  ];
  return all.filter(({ label }, index) => all.findIndex((one) => one.label === label) === index);
}
