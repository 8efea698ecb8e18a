import { checkAddresses } from './checkAddresses';
import { isAtLeast } from './engineVersion';
import type { NetworkFinding, SubnetProblem } from './networkFinding';
import type { NetworkSpec, PoolSpec } from './networkSpec';
import { formatRange, holds, parseAddress, parseRange, rangesOverlap, type AddressRange } from './ranges';
import { readPools, type ReadPool } from './readPool';
import { freeSubnet, poolsFor, scopeOf, takenSubnets } from './subnets';
import type { Topology } from './topology';

/** The subnets of a spec, and what lies in them. */
export function checkPools(spec: NetworkSpec, topology: Topology): readonly NetworkFinding[] {
  const pools = readPools(spec.pools);
  const used = pools.filter(({ range }) => range.family === 4 || spec.ipv6 || spec.driver === 'overlay');
  return [
    ...spec.pools.flatMap((pool, index) => checkFormat(pool, index)),
    ...pools.filter((pool) => !used.includes(pool)).map(ignored),
    ...used.flatMap((pool) => checkShape(pool, spec, topology)),
    ...used.flatMap((pool) => checkTwice(pool, used)),
    ...checkCounts(spec, used, topology),
    ...used.flatMap((pool) => checkTaken(pool, spec, topology)),
    ...used.flatMap((pool) => checkAddresses(pool, spec, topology)),
  ];
}

type Severity = NetworkFinding['severity'];

function subnetFinding(problem: SubnetProblem, index: number, severity: Severity = 'error'): NetworkFinding {
  return { ...problem, field: 'subnet', severity, pool: index };
}

function checkFormat({ subnet }: PoolSpec, index: number): readonly NetworkFinding[] {
  return parseRange(subnet) === undefined
    ? [subnetFinding({ code: 'subnet.format', actual: subnet }, index)]
    : [];
}

/** Without `--ipv6` the engine keeps IPv6 subnets in its lists only. */
function ignored({ spec: { subnet }, index }: ReadPool): NetworkFinding {
  return subnetFinding({ code: 'subnet.ipv6Off', actual: subnet }, index, 'warning');
}

function checkShape(
  { spec: { subnet: actual }, index, range }: ReadPool,
  { driver }: NetworkSpec,
  { host }: Topology,
): readonly NetworkFinding[] {
  const network = formatRange(range);
  const found: NetworkFinding[] = [];
  if (!startsAt(actual, range)) {
    // Engines before 25 cut the host bits off (seen on engine 20.10); newer ones refuse them.
    const severity = isAtLeast(host, 25) ? 'error' : 'warning';
    found.push(subnetFinding({ code: 'subnet.hostBits', actual, network }, index, severity));
  }
  if (isSmall(range)) {
    found.push(subnetFinding({ code: 'subnet.small', actual }, index));
  } else if (driver === 'bridge' && range.first >> 120n === MULTICAST_6) {
    found.push(subnetFinding({ code: 'subnet.multicast', actual }, index));
  }
  return found;
}

/** The host refuses such an address for the bridge; an IPv4 multicast address it takes (seen on engine 20.10). */
const MULTICAST_6 = 0xffn;

/** An IPv4 subnet keeps its first and last address free, an IPv6 subnet its first; a gateway needs one more. */
function isSmall({ family, prefix }: AddressRange): boolean {
  return family === 4 ? prefix > 30 : prefix > 127;
}

/** The text has no host bits. */
function startsAt(cidr: string, { first }: AddressRange): boolean {
  return parseAddress(cidr.slice(0, cidr.indexOf('/')))?.value === first;
}

/** The second and later ones that overlap an earlier one. */
function checkTwice(
  { spec: { subnet }, index, range }: ReadPool,
  used: readonly ReadPool[],
): readonly NetworkFinding[] {
  const earlier = used.find((other) => other.index < index && rangesOverlap(other.range, range));
  return earlier === undefined
    ? []
    : [subnetFinding({ code: 'subnet.twice', actual: subnet, other: earlier.spec.subnet }, index)];
}

function checkCounts(
  { driver, ipv6, pools }: NetworkSpec,
  used: readonly ReadPool[],
  topology: Topology,
): readonly NetworkFinding[] {
  const several = ([4, 6] as const).flatMap((family) => {
    const second = used.filter(({ range }) => range.family === family)[1];
    return driver !== 'bridge' || second === undefined
      ? []
      : [subnetFinding({ code: 'subnet.several', family }, second.index)];
  });
  // A subnet that can't be read is a finding of its own.
  const readable = pools.every(({ subnet }) => parseRange(subnet) !== undefined);
  const chosen4 = readable && driver !== 'overlay' && !used.some(({ range }) => range.family === 4);
  const chosen6 = readable && ipv6 && driver !== 'overlay' && !used.some(({ range }) => range.family === 6);
  return [
    ...several,
    ...(chosen4 ? checkFree(driver, topology) : []),
    ...(chosen6 ? checkFree6(driver, topology) : []),
  ];
}

function checkFree(driver: string, topology: Topology): readonly NetworkFinding[] {
  if (freeSubnet(topology, 4, driver) !== undefined) {
    return [];
  }
  const bases = poolsFor(topology, driver).map(({ base }) => base);
  return [{ code: 'subnet.noneFree', bases, field: 'subnet', severity: 'error', pool: undefined } as const];
}

/** Engines from 27 on make up an IPv6 pool of their own (`fd…::/48`); older ones have those of the daemon's settings only. */
function checkFree6(driver: string, topology: Topology): readonly NetworkFinding[] {
  if (isAtLeast(topology.host, 27) || freeSubnet(topology, 6, driver) !== undefined) {
    return [];
  }
  return [{ code: 'ipv6.noSubnet', field: 'ipv6', severity: 'error', pool: undefined }];
}

function checkTaken(
  { spec: { subnet: actual }, index, range }: ReadPool,
  { driver }: NetworkSpec,
  topology: Topology,
): readonly NetworkFinding[] {
  const scope = scopeOf(driver);
  const overlaps = (where: 'swarm' | 'local') =>
    takenSubnets(topology, where).find((taken) => rangesOverlap(taken.range, range));
  const own = overlaps(scope);
  if (own !== undefined) {
    const payload = { actual, network: own.network.name, taken: own.cidr, overlay: scope === 'swarm' };
    return [subnetFinding({ code: 'subnet.taken', ...payload }, index)];
  }
  const other = overlaps(scope === 'swarm' ? 'local' : 'swarm');
  if (other !== undefined) {
    const payload = { actual, network: other.network.name, taken: other.cidr };
    return [subnetFinding({ code: 'subnet.shared', ...payload }, index, 'warning')];
  }
  return checkInPool(actual, range, index, driver, topology);
}

/** The engine passes over it when it chooses for other networks: good to know, and nothing to mend. */
function checkInPool(
  actual: string,
  range: AddressRange,
  index: number,
  driver: string,
  topology: Topology,
): readonly NetworkFinding[] {
  const pool = poolsFor(topology, driver).find(({ base }) => {
    const whole = parseRange(base);
    return whole !== undefined && holds(whole, { family: range.family, value: range.first });
  });
  return pool === undefined
    ? []
    : [subnetFinding({ code: 'subnet.inPool', actual, base: pool.base }, index, 'information')];
}
