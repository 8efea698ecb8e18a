import { decodeGiven, type GivenSettings } from '../../engine/decodeGiven';
import {
  isUp,
  type ConnectSpec,
  type Container,
  type Endpoint,
  type Network,
  type Topology,
} from '../../model';
import { containerWords } from '../../views/rows/rowWords';
import { portText } from '../../views/rows/rows';
import { whyNotAttached } from '../networks/removeNetworksPlan';
import { firstLines, listNames } from '../shared/quickWords';

/** A container that is to leave a network. */
export interface Leaving {
  readonly container: Container;
  readonly network: Network;
  readonly endpoint: Endpoint;
}

/** A container and a network, by their ids. */
export interface ContainerOnNetwork {
  readonly containerId: string;
  readonly networkId: string;
}

/** Those of the pairs that can be parted, as the engine has them now. */
export function planLeaving(topology: Topology, pairs: readonly ContainerOnNetwork[]): readonly Leaving[] {
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
export function leavingQuestion(
  leaving: readonly Leaving[],
  topology: Topology,
): {
  readonly message: string;
  readonly detail: string;
} {
  const [first] = leaving;
  const single = leaving.length === 1 && first !== undefined;
  const message = single
    ? `Disconnect ${first.container.name} from ${first.network.name}?`
    : `Disconnect ${leaving.length} containers?`;
  return { message, detail: firstLines(leaving.map((one) => sayLoss(one, leaving, topology))).join('\n') };
}

function sayLoss(
  { container, network, endpoint }: Leaving,
  all: readonly Leaving[],
  topology: Topology,
): string {
  const addresses = [endpoint.ipv4, endpoint.ipv6].filter((address) => address !== undefined);
  const left = staying(container, all);
  const ports = container.published.filter(({ target }) => target?.networkId === network.id).map(portText);
  return [
    isUp(container)
      ? `${container.name} leaves ${network.name}${addresses.length === 0 ? '' : ` and loses ${listNames(addresses)}`}.`
      : `${container.name} is ${whyNotAttached(container)}; it won’t be on ${network.name} when it starts.`,
    ...(ports.length === 0 ? [] : [sayPorts(ports, left, topology)]),
    ...(left.length === 0 ? ['It is then on no network.'] : []),
  ].join(' ');
}

/** The networks that a container is on when all of these are parted. */
function staying({ id, endpoints }: Container, all: readonly Leaving[]): readonly Endpoint[] {
  const gone = all.filter(({ container }) => container.id === id).map(({ network }) => network.id);
  return endpoints.filter(({ networkId }) => !gone.includes(networkId));
}

/**
 * The engine publishes ports anew on the network that carries the default route then: on a bridge, an internal one too,
 * and for an overlay on docker_gwbridge; macvlan and ipvlan publish none (macvlan seen on engine 20.10). Which of several
 * networks it takes is the engine's choice.
 */
function sayPorts(ports: readonly string[], left: readonly Endpoint[], topology: Topology): string {
  const one = ports.length === 1;
  const subject = `Published ${one ? 'port' : 'ports'} ${listNames(ports)}`;
  const drivers = left.map(({ networkId }) => topology.networkById.get(networkId)?.driver ?? '');
  const [closes, moves] = one ? ['closes', 'moves'] : ['close', 'move'];
  if (left.length === 0) {
    return `${subject} ${closes}.`;
  }
  if (drivers.every((driver) => driver === 'macvlan' || driver === 'ipvlan')) {
    return `${subject} ${closes}: ${listNames(left.map(({ networkName }) => networkName))} can’t publish ports.`;
  }
  const to = left.length === 1 ? (left[0]?.networkName ?? '') : 'another of its networks';
  const sure = drivers.every((driver) => driver === 'bridge' || driver === 'overlay');
  return `${subject} ${moves} to ${to}${sure ? '' : `, or ${closes} where that publishes none`}.`;
}

/** Why none of the pairs can be parted. */
export function sayNoLeaving(topology: Topology, pairs: readonly ContainerOnNetwork[]): string {
  const [pair] = pairs;
  const name = topology.containerById.get(pair?.containerId ?? '')?.name;
  const network = topology.networkById.get(pair?.networkId ?? '');
  if (pairs.length === 0) {
    return 'Only containers can be disconnected: select the row of one.';
  }
  if (pairs.length > 1) {
    return 'None of them can be disconnected: they are not on these networks, or are there as long as they run.';
  }
  if (name === undefined || network === undefined) {
    return 'The engine no longer has them.';
  }
  return network.driver === 'host' || network.driver === 'none'
    ? `${name} is on ${network.name} from its start to its end.`
    : `${name} has no endpoint of its own on ${network.name} that could be disconnected.`;
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
  const given = decodeGiven(inspected, network);
  return (
    given && {
      networkId: network.id,
      networkName: network.name,
      containerName: container.name,
      spec: {
        containerId: container.id,
        ipv4: given.ipv4 ?? endpoint.requestedIpv4,
        ipv6: given.ipv6 ?? endpoint.requestedIpv6,
        aliases: given.aliases,
      },
      missed: missedOf(given),
    }
  );
}

function missedOf({ links, driverOptions, gatewayPriority }: GivenSettings): readonly string[] {
  return [
    ...(links ? ['links'] : []),
    ...(driverOptions ? ['driver options'] : []),
    ...(gatewayPriority ? ['the gateway priority'] : []),
  ];
}

/** Which containers were cut without a way back; nothing where there are none. */
export function sayNoUndo(names: readonly string[]): readonly string[] {
  const were = names.length === 1 ? 'it was' : 'they were';
  return names.length === 0
    ? []
    : [`No Undo for ${listNames(names)}: the engine did not say how ${were} connected.`];
}

/** `web is on shop_front again.` */
export function sayUndone(undos: readonly Undo[]): string {
  const names = undos.map(({ containerName }) => containerName);
  const networks = [...new Set(undos.map(({ networkName }) => networkName))];
  const missed = [...new Set(undos.flatMap((undo) => undo.missed))];
  const back = `${listNames(names)} ${names.length === 1 ? 'is' : 'are'} on ${listNames(networks)} again.`;
  return missed.length === 0 ? back : `${back} Not given again: ${listNames(missed)}.`;
}
