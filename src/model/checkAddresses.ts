import { firstAddress } from './address';
import { isAtLeast } from './engineVersion';
import type { AddressProblem, Edge, NetworkField, NetworkFinding } from './networkFinding';
import type { NetworkSpec } from './networkSpec';
import {
  formatRange,
  holds,
  parseAddress,
  parseRange,
  rangesOverlap,
  type AddressRange,
  type AddressValue,
} from './ranges';
import type { ReadPool } from './readPool';
import type { Topology } from './topology';

/** Gateway, range and auxiliary addresses of one subnet. */
export function checkAddresses(
  pool: ReadPool,
  spec: NetworkSpec,
  topology: Topology,
): readonly NetworkFinding[] {
  return [
    ...checkGateway(pool),
    ...checkRange(pool, topology),
    ...(spec.driver === 'overlay' ? checkIgnored(pool) : checkAuxiliary(pool, topology)),
  ];
}

function finding(
  field: NetworkField,
  problem: AddressProblem,
  { index }: ReadPool,
  severity: NetworkFinding['severity'] = 'error',
): NetworkFinding {
  return { ...problem, field, severity, pool: index };
}

function checkGateway(pool: ReadPool): readonly NetworkFinding[] {
  const { gateway: actual, subnet } = pool.spec;
  if (actual === undefined) {
    return [];
  }
  const address = parseAddress(actual);
  if (address === undefined) {
    return [finding('gateway', { code: 'gateway.format', actual }, pool)];
  }
  if (!holds(pool.range, address)) {
    return [finding('gateway', { code: 'gateway.outside', actual, subnet }, pool)];
  }
  const edge = edgeAt(pool.range, address);
  return edge === undefined
    ? []
    : [finding('gateway', { code: 'gateway.reserved', actual, edge, subnet }, pool)];
}

/** A subnet too small for a gateway is a finding of its own. */
function edgeAt({ family, first, last, prefix }: AddressRange, { value }: AddressValue): Edge | undefined {
  if (family === 4 ? prefix > 30 : prefix > 127) {
    return undefined;
  }
  if (value === first) {
    return 'network';
  }
  return family === 4 && value === last ? 'broadcast' : undefined;
}

function checkRange(pool: ReadPool, { host }: Topology): readonly NetworkFinding[] {
  const { range: actual, subnet, gateway } = pool.spec;
  if (actual === undefined) {
    return [];
  }
  const range = parseRange(actual);
  if (range === undefined) {
    return [finding('range', { code: 'range.format', actual }, pool)];
  }
  // Engines before 25 take it and give out odd addresses; their command line refuses it (seen on engine 20.10).
  if (!rangesOverlap(pool.range, range)) {
    return [finding('range', { code: 'range.outside', actual, subnet }, pool)];
  }
  const severity = isAtLeast(host, 25) ? 'error' : 'warning';
  if (range.prefix < pool.range.prefix) {
    return [finding('range', { code: 'range.large', actual, subnet }, pool, severity)];
  }
  const found: NetworkFinding[] = [];
  const bits = range.family === 4 ? 32 : 128;
  const start = parseAddress(actual.slice(0, actual.indexOf('/')));
  if (start !== undefined && start.value !== range.first) {
    const network = formatRange(range);
    found.push(finding('range', { code: 'range.hostBits', actual, network }, pool, severity));
  }
  const onlyEdge = range.prefix === bits && edgeAt(pool.range, { family: range.family, value: range.first });
  if (gateway === undefined && typeof onlyEdge === 'string') {
    found.push(finding('range', { code: 'range.noGateway', actual }, pool));
  }
  return found;
}

/** A swarm hands auxiliary addresses to nobody and keeps none back (seen on engine 20.10). */
function checkIgnored(pool: ReadPool): readonly NetworkFinding[] {
  return Object.keys(pool.spec.auxiliary).length === 0
    ? []
    : [finding('auxiliary', { code: 'auxiliary.ignored' }, pool, 'warning')];
}

function checkAuxiliary(pool: ReadPool, topology: Topology): readonly NetworkFinding[] {
  const seen = new Map<bigint, string>();
  return Object.entries(pool.spec.auxiliary).flatMap(([host, actual]) => {
    const address = parseAddress(actual);
    const problem = auxiliaryProblem(pool, topology, { host, actual, address, seen });
    if (address !== undefined && !seen.has(address.value)) {
      seen.set(address.value, host);
    }
    return problem === undefined ? [] : [finding('auxiliary', problem, pool)];
  });
}

interface Auxiliary {
  readonly host: string;
  readonly actual: string;
  readonly address: AddressValue | undefined;
  /** Hosts by the address that they have already. */
  readonly seen: ReadonlyMap<bigint, string>;
}

function auxiliaryProblem(
  { spec: { subnet, gateway, range }, range: whole }: ReadPool,
  topology: Topology,
  { host, actual, address, seen }: Auxiliary,
): AddressProblem | undefined {
  const keepsSubnet = !isAtLeast(topology.host, 25);
  if (address === undefined) {
    return { code: 'auxiliary.format', host, actual, keepsSubnet };
  }
  if (!holds(whole, address)) {
    return { code: 'auxiliary.outside', host, actual, subnet, keepsSubnet };
  }
  const edge = edgeAt(whole, address);
  if (edge !== undefined) {
    return { code: 'auxiliary.reserved', host, actual, edge, subnet };
  }
  const other = seen.get(address.value);
  if (other !== undefined) {
    return { code: 'auxiliary.twice', host, other, actual };
  }
  const taken = parseAddress(gateway ?? firstAddress(subnet, range) ?? '');
  return taken?.family === address.family && taken.value === address.value
    ? { code: 'auxiliary.gateway', host, actual, chosen: gateway === undefined }
    : undefined;
}
