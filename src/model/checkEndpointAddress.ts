import type { ConnectFinding, EndpointAddressProblem } from './connectFinding';
import { formatAddress, holds, parseAddress, parseRange, type AddressValue } from './ranges';
import { poolsFor } from './subnets';
import type { Endpoint, Network, Subnet, Topology } from './topology';

/** Whether a container can have this address on this network (libnetwork and daemon/container_operations.go). */
export function checkEndpointAddress(
  actual: string,
  family: 4 | 6,
  containerId: string,
  network: Network,
  topology: Topology,
): readonly ConnectFinding[] {
  const finding = (problem: EndpointAddressProblem): ConnectFinding => ({
    ...problem,
    field: family === 4 ? 'ipv4' : 'ipv6',
    severity:
      problem.code === 'address.wanted' || problem.code === 'address.chosenSubnet' ? 'warning' : 'error',
  });
  const address = parseAddress(actual);
  if (address?.family !== family) {
    return [finding({ code: 'address.format', actual, family })];
  }
  if (network.defaultBridge) {
    return [finding({ code: 'address.defaultBridge', network: network.name })];
  }
  const subnets = network.subnets.filter(
    (subnet) => subnet.family === family && (family === 4 || network.ipv6),
  );
  if (subnets.length === 0) {
    return [finding({ code: 'address.noSubnet', network: network.name, family })];
  }
  const chosen = subnets.find((subnet) => looksChosen(subnet, network, topology));
  const problem =
    problemOn(subnets, address, actual) ?? problemWithOthers(address, containerId, network, topology);
  return [
    ...(problem === undefined ? [] : [finding(problem)]),
    ...(chosen === undefined
      ? []
      : [finding({ code: 'address.chosenSubnet', network: network.name, subnet: chosen.cidr })]),
  ];
}

function problemOn(
  subnets: readonly Subnet[],
  address: AddressValue,
  actual: string,
): EndpointAddressProblem | undefined {
  const subnet = subnets.find(({ cidr }) => {
    const range = parseRange(cidr);
    return range !== undefined && holds(range, address);
  });
  const range = parseRange(subnet?.cidr ?? '');
  if (subnet === undefined || range === undefined) {
    return { code: 'address.outside', actual, subnets: subnets.map(({ cidr }) => cidr) };
  }
  if (address.value === range.first || (range.family === 4 && address.value === range.last)) {
    return { code: 'address.edge', actual, subnet: subnet.cidr };
  }
  if (isSame(subnet.gateway, address)) {
    return { code: 'address.gateway', actual };
  }
  const reserved = Object.entries(subnet.auxiliary).find(([, taken]) => isSame(taken, address));
  return reserved && { code: 'address.reserved', actual, host: reserved[0] };
}

function problemWithOthers(
  address: AddressValue,
  containerId: string,
  network: Network,
  { containerById }: Topology,
): EndpointAddressProblem | undefined {
  const others = network.endpoints.filter((endpoint) => endpoint.containerId !== containerId);
  const nameOf = (endpoint: Endpoint) =>
    containerById.get(endpoint.containerId)?.name ?? endpoint.containerId;
  const actual = formatAddress(address);
  const holder = others.find(
    ({ ipv4, ipv6, attached }) => attached && [ipv4, ipv6].some((one) => isSame(one, address)),
  );
  if (holder !== undefined) {
    return { code: 'address.taken', actual, container: nameOf(holder) };
  }
  const wanting = others.find(({ requestedIpv4, requestedIpv6 }) =>
    [requestedIpv4, requestedIpv6].some((one) => isSame(one, address)),
  );
  return wanting && { code: 'address.wanted', actual, container: nameOf(wanting) };
}

function isSame(text: string | undefined, { family, value }: AddressValue): boolean {
  const address = text === undefined ? undefined : parseAddress(text);
  return address?.family === family && address.value === value;
}

/**
 * A subnet that is one of the host's pools and whose gateway is named and its first address was chosen by the engine,
 * or named just so by the user: the API does not tell these apart. Overlay networks take addresses in both.
 */
function looksChosen(
  { cidr, gateway, gatewayDerived }: Subnet,
  { driverName }: Network,
  topology: Topology,
): boolean {
  const range = parseRange(cidr);
  if (range === undefined || gatewayDerived || driverName === 'overlay') {
    return false;
  }
  const inPools = poolsFor(topology, driverName).some(({ base, size }) => {
    const whole = parseRange(base);
    return (
      size === range.prefix &&
      whole !== undefined &&
      holds(whole, { family: range.family, value: range.first })
    );
  });
  return inPools && isSame(gateway, { family: range.family, value: range.first + 1n });
}
