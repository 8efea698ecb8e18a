import { list, object, text } from '../engine/wire';
import { isUp, type ConnectSpec, type Container, type Endpoint, type Network, type Topology } from '../model';
import { portText } from '../views/rows';
import { containerWords } from '../views/rowWords';
import { listNames } from './quickWords';

/** A container that is to leave a network. */
export interface Leaving {
  readonly container: Container;
  readonly network: Network;
  readonly endpoint: Endpoint;
}

/** Those of the pairs that can be parted, as the engine has them now. */
export function planLeaving(
  topology: Topology,
  pairs: readonly { readonly containerId: string; readonly networkId: string }[],
): readonly Leaving[] {
  return pairs.flatMap(({ containerId, networkId }) => {
    const network = topology.networkById.get(networkId);
    const container = topology.containerById.get(containerId);
    const endpoint = network?.endpoints.find((known) => known.containerId === containerId);
    const fits =
      container && network && containerWords(container, endpoint, network).includes('disconnectable');
    return fits && endpoint ? [{ container, network, endpoint }] : [];
  });
}

/** What is asked before anything is cut: each container, with what it loses. */
export function leavingQuestion(leaving: readonly Leaving[]): {
  readonly message: string;
  readonly detail: string;
} {
  const [first] = leaving;
  const single = leaving.length === 1 && first !== undefined;
  const message = single
    ? `Disconnect ${first.container.name} from ${first.network.name}?`
    : `Disconnect ${leaving.length} containers?`;
  return { message, detail: cut(leaving.map((one) => sayLoss(one, leaving))).join('\n') };
}

const MOST_LINES = 12;

function cut(lines: readonly string[]): readonly string[] {
  return lines.length > MOST_LINES
    ? [...lines.slice(0, MOST_LINES), `And ${lines.length - MOST_LINES} more like these.`]
    : lines;
}

function sayLoss({ container, network, endpoint }: Leaving, all: readonly Leaving[]): string {
  const addresses = [endpoint.ipv4, endpoint.ipv6].filter((address) => address !== undefined);
  const lost = all.filter((other) => other.container === container).length;
  const last = container.endpoints.length === lost;
  const ports = container.published.filter(({ target }) => target?.networkId === network.id).map(portText);
  return [
    isUp(container)
      ? `${container.name} leaves ${network.name}${addresses.length === 0 ? '' : ` and loses ${listNames(addresses)}`}.`
      : `${container.name} is stopped; it won’t be on ${network.name} when it starts.`,
    ...(ports.length === 0 ? [] : [sayPorts(ports, last)]),
    ...(last ? ['It is then on no network.'] : []),
  ].join(' ');
}

/** The engine moves ports to another network of the container where it has one (seen on engine 20.10). */
function sayPorts(ports: readonly string[], last: boolean): string {
  const one = ports.length === 1;
  const then = last ? (one ? 'closes' : 'close') : one ? 'leads there now' : 'lead there now';
  return `Published ${one ? 'port' : 'ports'} ${listNames(ports)} ${then}.`;
}

/** What is needed to connect a container again as it was, and what can't be. */
export interface Undo {
  readonly networkId: string;
  readonly networkName: string;
  readonly containerName: string;
  readonly spec: ConnectSpec;
  /** Settings of the endpoint that are not given again, in Docker's words: `links`. */
  readonly missed: readonly string[];
}

/** Reads it of `GET /containers/{id}/json`; undefined where the container is not on the network there. */
export function undoOf({ container, network, endpoint }: Leaving, inspected: unknown): Undo | undefined {
  const networks = object(object(object(inspected).NetworkSettings).Networks);
  const found = Object.entries(networks).find(
    ([name, value]) => name === network.name || object(value).NetworkID === network.id,
  );
  if (found === undefined) {
    return undefined;
  }
  const settings = object(found[1]);
  const asked = object(settings.IPAMConfig);
  const spec: ConnectSpec = {
    containerId: container.id,
    ipv4: text(asked.IPv4Address) ?? endpoint.requestedIpv4,
    ipv6: text(asked.IPv6Address) ?? endpoint.requestedIpv6,
    aliases: aliasesOf(settings.Aliases, container),
  };
  return {
    networkId: network.id,
    networkName: network.name,
    containerName: container.name,
    spec,
    missed: missedOf(settings),
  };
}

/** Engines before API 1.45 add the short id by themselves, and would do so again. */
function aliasesOf(value: unknown, { id }: Container): readonly string[] {
  return list(value)
    .flatMap((alias) => text(alias) ?? [])
    .filter((alias) => alias !== id.slice(0, 12));
}

function missedOf(settings: Readonly<Record<string, unknown>>): readonly string[] {
  return [
    ...(list(settings.Links).length === 0 ? [] : ['links']),
    ...(Object.keys(object(settings.DriverOpts)).length === 0 ? [] : ['driver options']),
    ...(typeof settings.GwPriority === 'number' && settings.GwPriority !== 0 ? ['the gateway priority'] : []),
  ];
}

/** `web is on shop_front again.` */
export function sayUndone(undos: readonly Undo[]): string {
  const names = undos.map(({ containerName }) => containerName);
  const networks = [...new Set(undos.map(({ networkName }) => networkName))];
  const missed = [...new Set(undos.flatMap((undo) => undo.missed))];
  const back = `${listNames(names)} ${names.length === 1 ? 'is' : 'are'} on ${listNames(networks)} again.`;
  return missed.length === 0 ? back : `${back} Not given again: ${listNames(missed)}.`;
}
