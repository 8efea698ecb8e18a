import type { Network, PublishedPort } from '../../model';
import { holders, isOwn, joinedNetworks, type LiveFacts } from '../facts';
import { code, codeList, joinWords } from '../markdown';
import type { Scope } from '../use';
import type { Publish } from '../values/publish';
import { isRange, rangeText } from './rangeText';

const mostHolders = 3;

/** Who has the ports of the host that are asked for. */
export function holderWords(publish: Publish, scope: Scope, facts: LiveFacts): readonly string[] {
  const { hostPorts, protocol } = publish;
  if (!hostPorts) return [];
  const taken = holders(facts, publish);
  if (taken.length === 0) {
    const published = isRange(hostPorts) ? 'a port of ' : '';
    return [
      `no container of this engine publishes ${published}${code(`${rangeText(hostPorts)}/${protocol}`)}. Other programs of the host are not seen.`,
    ];
  }
  const own = taken.filter((port) => isOwnPort(port, scope, facts));
  const others = taken.filter((port) => !own.includes(port));
  return [listWords(own, 'published by', facts), listWords(others, '**taken** by', facts)].filter(
    (words) => words !== '',
  );
}

function isOwnPort({ containerId }: PublishedPort, scope: Scope, facts: LiveFacts): boolean {
  const container = facts.topology.containerById.get(containerId);
  return container !== undefined && isOwn(container, scope, facts);
}

function listWords(ports: readonly PublishedPort[], verb: string, { topology }: LiveFacts): string {
  const shown = ports.slice(0, mostHolders).map((port) => {
    const name = topology.containerById.get(port.containerId)?.name ?? port.containerId.slice(0, 12);
    const where = isEverywhere(port.hostIps) ? 'all addresses' : codeList(port.hostIps, mostHolders);
    return `${code(`${port.hostPort}/${port.protocol}`)} is ${verb} ${code(name)} on ${where}`;
  });
  const more = ports.length > mostHolders ? [`${ports.length - mostHolders} more`] : [];
  return shown.length === 0 ? '' : `${joinWords([...shown, ...more])}.`;
}

function isEverywhere(addresses: readonly string[]): boolean {
  return addresses.includes('0.0.0.0') && addresses.includes('::');
}

/** Nothing is published from networks without a way out, nor from those that stand on a host interface. */
export function closedWords(scope: Scope, facts: LiveFacts): string | undefined {
  const networks = joinedNetworks(facts, scope) ?? [];
  const [first] = networks;
  if (!first || !networks.every(isClosed)) return undefined;
  const why = first.internal ? 'internal' : `a ${first.driver} network`;
  return `${code(first.name)} is ${why}: the port is not published, and the engine says nothing.`;
}

function isClosed({ internal, driver }: Network): boolean {
  return internal || driver === 'macvlan' || driver === 'ipvlan';
}

/** The address of the host where ports without one are bound, by an option of the network. */
export interface DefaultBinding {
  readonly network: string;
  /** Undefined: the networks differ, and the engine chooses among them. */
  readonly address: string | undefined;
}

const bindingOption = 'com.docker.network.bridge.host_binding_ipv4';
const anywhere = '0.0.0.0';

/** Undefined where ports without an address are bound on all of them, or nothing is known. */
export function defaultBinding(scope: Scope, facts: LiveFacts): DefaultBinding | undefined {
  const bindings = (joinedNetworks(facts, scope) ?? []).map(({ name, options }) => ({
    network: name,
    address: options[bindingOption] ?? anywhere,
  }));
  const bound = bindings.find(({ address }) => address !== anywhere);
  if (!bound) return undefined;
  return bindings.every(({ address }) => address === bound.address)
    ? bound
    : { network: bound.network, address: undefined };
}
