import type { NetworkService } from '../../engine/decodeDetails';
import { isUp, type Container, type Endpoint, type Network, type PublishedPort } from '../../model';

/**
 * The words that a row's `contextValue` can have, by the kind of row. Menus ask for one with
 * `viewItem =~ /(^|;)word(;|$)/`; a test compares the two.
 */
export const ROW_WORDS = {
  network: ['network', 'removable', 'connectable'],
  container: ['container', 'running', 'browsable', 'addressed', 'disconnectable', 'plugged'],
  port: ['port', 'browsable'],
  fact: ['fact'],
  /** The address of a peer, or of a service that was heard of, is a fact. */
  peer: ['fact'],
  heard: ['fact'],
  group: ['group'],
  more: ['more'],
  service: ['service'],
  node: ['node'],
  driver: ['driver'],
} as const;

/** What can be done with a network: it can be removed, and a container can be connected to it. */
export function networkWords(network: Network): readonly (typeof ROW_WORDS.network)[number][] {
  return [
    'network',
    ...(isRemovable(network) ? (['removable'] as const) : []),
    ...(isConnectable(network) ? (['connectable'] as const) : []),
  ];
}

/**
 * What can be done with a container where it stands: a shell opened, its address here copied, its endpoint on this network
 * taken away, the host's end of its veth pair found.
 */
export function containerWords(
  container: Container,
  endpoint: Endpoint | undefined,
  network: Network,
): readonly (typeof ROW_WORDS.container)[number][] {
  const here = endpoint?.networkId === network.id && container.mode.kind !== 'container';
  return [
    ...anywhereWords(container),
    ...(isAddressed(container, endpoint, network) ? (['addressed'] as const) : []),
    ...(here && takesEndpoints(network) ? (['disconnectable'] as const) : []),
    ...(here && endpoint.attached && network.device !== undefined ? (['plugged'] as const) : []),
  ];
}

/** What can be done with a container wherever it stands. */
export function anywhereWords(container: Container): readonly (typeof ROW_WORDS.container)[number][] {
  return [
    'container',
    ...(container.state === 'running' ? (['running'] as const) : []),
    ...(container.published.some((port) => isBrowsable(port, container)) ? (['browsable'] as const) : []),
  ];
}

/** In another's network namespace a container answers at the other's address. */
function isAddressed({ mode }: Container, endpoint: Endpoint | undefined, network: Network): boolean {
  return mode.kind === 'container'
    ? takesEndpoints(network)
    : (endpoint?.ipv4 ?? endpoint?.ipv6) !== undefined;
}

/** What can be done with a service that was heard of: it has an address to copy unless names alone lead to it. */
export function heardWords({ address }: NetworkService): readonly (typeof ROW_WORDS.heard)[number][] {
  return address === undefined ? [] : ['fact'];
}

/** Whether a browser can be sent to a published port: it speaks TCP, and somebody may answer. */
export function portWords(
  port: PublishedPort,
  container: Container,
): readonly (typeof ROW_WORDS.port)[number][] {
  return ['port', ...(isBrowsable(port, container) ? (['browsable'] as const) : [])];
}

function isBrowsable({ protocol }: PublishedPort, container: Container): boolean {
  return protocol === 'tcp' && isUp(container);
}

/** A row's `contextValue`: `network;removable`. */
export function toContextValue(words: readonly string[]): string {
  return words.join(';');
}

/** The engine keeps what it made itself: it refuses bridge, host and none, and needs ingress and docker_gwbridge. */
function isRemovable({ predefined, ingress, name }: Network): boolean {
  return !predefined && !ingress && name !== 'docker_gwbridge';
}

/** `network ingress not manually attachable`; an overlay takes containers only if it was made attachable (engine 20.10). */
function isConnectable(network: Network): boolean {
  const { configOnly, ingress, scope, attachable } = network;
  return takesEndpoints(network) && !configOnly && !ingress && (scope !== 'swarm' || attachable);
}

/** A container is on host or none from its start to its end. */
function takesEndpoints({ driver }: Network): boolean {
  return driver !== 'host' && driver !== 'none';
}
