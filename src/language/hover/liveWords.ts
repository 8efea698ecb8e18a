import { filtersIpv4Only, type Container, type Network } from '../../model';
import { addressOf, type LiveFacts } from '../facts';
import { code, codeList } from '../markdown';

const mostMembers = 6;

/** "`front` is a `bridge` network, `172.28.0.0/16`, with `web` `172.28.0.2`." */
export function networkWords(network: Network, facts: LiveFacts): string {
  const subnets = network.subnets.map(({ cidr }) => cidr);
  const range = subnets.length > 0 ? `, ${codeList(subnets, 2)}` : '';
  const open = filtersIpv4Only(facts.topology, network) ? ' but over IPv6' : '';
  const cut = network.internal ? `, internal (no way out${open})` : '';
  return `${code(network.name)} is ${driverWords(network)}${range}${cut}, with ${memberWords(network, facts)}.`;
}

function driverWords({ driver, driverName, predefined }: Network): string {
  if (predefined && (driver === 'host' || driver === 'none')) return `the engine's own ${driver} network`;
  if (driver === 'config') return 'a template for networks, which nobody joins';
  return `${/^[aeiou]/.test(driverName) ? 'an' : 'a'} ${code(driverName)} network`;
}

function memberWords({ endpoints }: Network, { topology }: LiveFacts): string {
  if (endpoints.length === 0) return 'no containers';
  const shown = endpoints.slice(0, mostMembers).map((endpoint) => {
    const name = topology.containerById.get(endpoint.containerId)?.name ?? endpoint.containerId.slice(0, 12);
    const address = addressOf(endpoint);
    return address === undefined ? code(name) : `${code(name)} ${code(address)}`;
  });
  const more = endpoints.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

/** "`db` is running: `172.28.0.3` on `front`." */
export function containerWords({ name, state, endpoints }: Container): string {
  const places = endpoints.flatMap((endpoint) => {
    const address = addressOf(endpoint);
    return address === undefined ? [] : [`${code(address)} on ${code(endpoint.networkName)}`];
  });
  const where = places.length > 0 ? `: ${places.slice(0, mostMembers).join(', ')}` : '';
  return `${code(name)} is ${state === 'unknown' ? 'there' : state}${where}.`;
}

/** True for a container whose processes do not exist now. A paused one has its network and its address. */
export function isStopped({ state }: Container): boolean {
  return state === 'exited' || state === 'created' || state === 'dead';
}
