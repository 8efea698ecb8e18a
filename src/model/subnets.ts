import { compareText } from './compareText';
import { isAtLeast } from './engineVersion';
import { contains, formatRange, parseRange, rangeAt, rangesOverlap, type AddressRange } from './ranges';
import type { AddressPoolRecord } from './snapshot';
import type { Network, Topology } from './topology';

/** What an engine without `default-address-pools` chooses from (libnetwork ipamutils, engines 20.10 to 29). */
const HOST_POOLS: readonly AddressPoolRecord[] = [
  { base: '172.17.0.0/16', size: 16 },
  { base: '172.18.0.0/16', size: 16 },
  { base: '172.19.0.0/16', size: 16 },
  { base: '172.20.0.0/14', size: 16 },
  { base: '172.24.0.0/14', size: 16 },
  { base: '172.28.0.0/14', size: 16 },
  { base: '192.168.0.0/16', size: 20 },
];

/** What a swarm chooses from for overlay networks unless `docker swarm init --default-addr-pool` says otherwise (swarmkit). */
const SWARM_POOLS: readonly AddressPoolRecord[] = [{ base: '10.0.0.0/8', size: 24 }];

/**
 * The subnet that the engine would choose next of its pools when none is given: `172.18.0.0/16`. Undefined where all
 * pools are used up, and where the engine has none of that family. `driver` decides between the pools of the host and
 * those of the swarm (`overlay`). Subnets that routes of the host or other interfaces use are not known here: the
 * engine passes over them.
 *
 * Engines before 27 go on behind the subnet they chose last, and begin anew after a restart; newer ones take the first
 * free one (libnetwork ipam, seen on engine 20.10). What the last one was is told by the newest network.
 */
export function freeSubnet(topology: Topology, family: 4 | 6, driver = 'bridge'): string | undefined {
  const cuts = cutPools(poolsFor(topology, driver), family);
  const used = takenSubnets(topology, scopeOf(driver)).map(({ range }) => range);
  const total = cuts.reduce((sum, { count }) => sum + count, 0);
  const start = isAtLeast(topology.host, 27) ? 0 : behindNewest(cuts, topology, driver);
  for (let index = 0; index < total;) {
    const candidate = candidateAt(cuts, (start + index) % total);
    const taken = candidate && used.find((range) => rangesOverlap(range, candidate.range));
    if (candidate !== undefined && taken === undefined) {
      return formatRange(candidate.range);
    }
    index += candidate && taken ? stepsBehind(candidate, taken) : total;
  }
  return undefined;
}

/** The pools a driver's networks get their subnets from, in the engine's order. */
export function poolsFor({ host }: Topology, driver: string): readonly AddressPoolRecord[] {
  const [set, builtIn] =
    driver === 'overlay' ? [host.swarm?.addressPools ?? [], SWARM_POOLS] : [host.addressPools, HOST_POOLS];
  return set.length === 0 ? builtIn : set;
}

/** Overlay networks have an address space of their own: subnets may repeat those of local networks (seen on engine 20.10). */
export function scopeOf(driver: string): 'swarm' | 'local' {
  return driver === 'overlay' ? 'swarm' : 'local';
}

/** A subnet that a network has taken from its address space. */
interface TakenSubnet {
  readonly network: Network;
  readonly cidr: string;
  readonly range: AddressRange;
}

/**
 * What networks of that scope hold. Config-only networks hold nothing, and a network without IPv6 does not hold the
 * IPv6 subnets that it lists (seen on engine 20.10).
 */
export function takenSubnets(topology: Topology, scope: 'swarm' | 'local'): readonly TakenSubnet[] {
  return topology.networks
    .filter((network) => (network.scope === 'swarm' ? 'swarm' : 'local') === scope && !network.configOnly)
    .flatMap((network) =>
      network.subnets.flatMap(({ cidr, family }) => {
        const range = parseRange(cidr);
        const held = family === 4 || network.ipv6 || scope === 'swarm';
        return range === undefined || !held ? [] : [{ network, cidr, range }];
      }),
    );
}

/** A pool, and how many subnets of its size it has. */
interface Cut {
  readonly base: AddressRange;
  readonly size: number;
  readonly count: number;
}

/** An IPv6 pool may have more subnets than can be counted; no host has as many networks. */
const MOST = 2 ** 32;

function cutPools(pools: readonly AddressPoolRecord[], family: 4 | 6): readonly Cut[] {
  return pools.flatMap(({ base: cidr, size }) => {
    const base = parseRange(cidr);
    return base?.family !== family || size < base.prefix || size > (family === 4 ? 32 : 128)
      ? []
      : [{ base, size, count: Math.min(MOST, 2 ** (size - base.prefix)) }];
  });
}

/** A subnet that may be chosen, and how many its pool has from this one on. */
interface Candidate {
  readonly range: AddressRange;
  readonly left: number;
}

function candidateAt(cuts: readonly Cut[], place: number): Candidate | undefined {
  let inner = place;
  for (const { base, size, count } of cuts) {
    if (inner < count) {
      const range = rangeAt(base.family, base.first + BigInt(inner) * sizeOf(base.family, size), size);
      return { range, left: count - inner };
    }
    inner -= count;
  }
  return undefined;
}

/** A network may hold thousands of the subnets that a pool has: they are passed over at once. */
function stepsBehind({ range, left }: Candidate, taken: AddressRange): number {
  const steps = (taken.last - range.first) / sizeOf(range.family, range.prefix) + 1n;
  return Math.min(left, Number(steps));
}

function placeOf(cuts: readonly Cut[], range: AddressRange): number | undefined {
  let before = 0;
  for (const { base, size, count } of cuts) {
    if (range.prefix === size && contains(base, range)) {
      return before + Number((range.first - base.first) / sizeOf(base.family, size));
    }
    before += count;
  }
  return undefined;
}

/** How many addresses a subnet of that prefix length has. */
function sizeOf(family: 4 | 6, prefix: number): bigint {
  return 1n << BigInt((family === 4 ? 32 : 128) - prefix);
}

/** The place behind the newest network whose subnet the engine chose itself: then it names the gateway too. */
function behindNewest(cuts: readonly Cut[], topology: Topology, driver: string): number {
  const scope = scopeOf(driver);
  const newest = topology.networks
    .filter((network) => !network.predefined && (network.scope === 'swarm' ? 'swarm' : 'local') === scope)
    .sort((a, b) => compareText(b.created ?? '', a.created ?? ''));
  for (const { subnets } of newest) {
    const range = subnets[0]?.gatewayDerived === false ? parseRange(subnets[0].cidr) : undefined;
    const place = range && placeOf(cuts, range);
    if (place !== undefined) {
      return place + 1;
    }
  }
  return 0;
}
