import { sharersOf } from '../../diagram';
import type { Container, Endpoint, Network, Topology } from '../../model';
import { driverText } from '../rows/rows';

/** Shorter beginnings of an id are words that people look for: `db`, `add`. */
const SHORTEST_ID = 4;

/** The words of a filter, in lower case; none for a filter that lets everything through. */
export function parseFilter(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

/**
 * The endpoints that a filter leaves of a network: all where the network itself has every word, else those whose container
 * adds the words that the network lacks. Undefined where there are none: the network is not shown.
 */
export function filterNetwork(
  network: Network,
  topology: Topology,
  words: readonly string[],
): readonly Endpoint[] | undefined {
  const missing = words.filter((word) => !networkHas(network, word));
  if (missing.length === 0) {
    return network.endpoints;
  }
  const found = network.endpoints.filter(({ containerId }) => {
    const container = topology.containerById.get(containerId);
    return container !== undefined && missing.every((word) => placeHas(container, topology, word));
  });
  return found.length > 0 ? found : undefined;
}

/** Name, driver, subnets; an id by its beginning, as Docker shortens it. */
function networkHas(network: Network, word: string): boolean {
  const texts = [network.name, driverText(network), ...network.subnets.map(({ cidr }) => cidr)];
  return someHas(texts, word) || isIdOf(network, word);
}

/** A container stands for those in its network namespace too, which are listed under it. */
function placeHas(container: Container, topology: Topology, word: string): boolean {
  return (
    containerHas(container, word) ||
    sharersOf(container, topology).some((sharer) => containerHas(sharer, word))
  );
}

/** Name, image, addresses, published ports; a MAC address where the word has a colon, an id by its beginning. */
function containerHas(container: Container, word: string): boolean {
  const { name, image, endpoints, published } = container;
  const texts = [
    name,
    image,
    ...endpoints.flatMap(({ ipv4, ipv6, requestedIpv4, requestedIpv6 }) => [
      ipv4 ?? requestedIpv4,
      ipv6 ?? requestedIpv6,
    ]),
    ...published.flatMap(({ hostIps, hostPort, containerPort }) => [
      ...hostIps.map((address) => `${address}:${hostPort}`),
      `${hostPort}:${containerPort}`,
    ]),
    ...(word.includes(':') ? endpoints.map(({ mac }) => mac) : []),
  ];
  return someHas(texts, word) || isIdOf(container, word);
}

function someHas(texts: readonly (string | undefined)[], word: string): boolean {
  return texts.some((text) => text?.toLowerCase().includes(word) === true);
}

function isIdOf({ id }: { readonly id: string }, word: string): boolean {
  return word.length >= SHORTEST_ID && id.toLowerCase().startsWith(word);
}
