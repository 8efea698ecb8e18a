import type { Container, Endpoint, Network, Topology } from '../../model';
import { isUp } from '../../model';
import type { Subject } from '../scene';
import { sandboxOwner, sharersOf } from '../sharers';
import { joinNames } from './names';
import type { Trace } from './trace';
import { toHost, toOutside } from './traceOutward';
import { peersStep } from './tracePeers';
import type { Way } from './way';

/** A container whose requests are told: the owner of its sandbox, and the networks that it is on now. */
export interface Sender {
  readonly topology: Topology;
  readonly container: Container;
  readonly places: readonly Place[];
}

export interface Place {
  readonly endpoint: Endpoint;
  readonly network: Network;
}

export function subjectOf({ id }: Container): Subject {
  return { kind: 'container', id };
}

/** Where a container's own requests go: on its networks, to the outside, to the host. */
export function traceContainer(way: Way, topology: Topology, container: Container): Trace {
  const owner = sandboxOwner(container, topology);
  if (!isUp(container)) {
    way.step(`${container.name} is ${container.state}: it asks nobody.`, [subjectOf(container)]);
  } else if (tellSandbox(way, topology, container, owner)) {
    tellRequests(way, topology, owner);
  }
  return { title: `Requests of ${container.name}`, steps: way.steps };
}

/** What the container shares; false where there is nothing more to tell. */
function tellSandbox(way: Way, topology: Topology, container: Container, owner: Container): boolean {
  if (owner !== container) {
    way.step(
      `${container.name} shares the network of ${owner.name}: its requests leave with that one’s addresses, and both meet at 127.0.0.1.`,
      [subjectOf(container), subjectOf(owner)],
    );
    return true;
  }
  if (container.mode.kind === 'container') {
    way.step(
      `${container.name} shares the network of a container that is gone: where its requests go is unknown.`,
      [subjectOf(container)],
    );
    return false;
  }
  const sharers = sharersOf(container, topology);
  if (sharers.length > 0) {
    way.step(`At 127.0.0.1 it meets ${joinNames(sharers.map(({ name }) => name))}: they share its network.`, [
      subjectOf(container),
      ...sharers.slice(0, 1).map(subjectOf),
    ]);
  }
  return true;
}

function tellRequests(way: Way, topology: Topology, container: Container): void {
  const places = container.endpoints.flatMap((endpoint): Place[] => {
    const network = topology.networkById.get(endpoint.networkId);
    return network && endpoint.attached ? [{ endpoint, network }] : [];
  });
  const onHost = container.mode.kind === 'host' || places.some(({ network }) => network.driver === 'host');
  const own = places.filter(({ network }) => network.driver !== 'host' && network.driver !== 'none');
  if (onHost) {
    tellHostMode(way, topology, container);
  } else if (own.length === 0) {
    tellNone(way, container);
  } else {
    const sender = { topology, container, places: own };
    own.forEach((place) => peersStep(way, sender, place));
    toOutside(way, sender);
    toHost(way, sender);
  }
}

function tellHostMode(way: Way, { host }: Topology, container: Container): void {
  const own = subjectOf(container);
  const name = host.name ?? 'the host';
  way.step(`${container.name} uses the interfaces of ${name}: no bridge, no NAT, no address of its own.`, [
    own,
  ]);
  way.step(`To the outside and to ${name} its requests go as those of any program of the host.`, [
    own,
    { kind: 'host' },
  ]);
  way.step(
    'Containers on local bridges it reaches at their addresses, not by name; published ports where they are bound, 127.0.0.1 included.',
    [own],
    { derived: true },
  );
}

/** Seen on engine 20.10: `Network is unreachable`. */
function tellNone(way: Way, container: Container): void {
  const words =
    container.mode.kind === 'none' || container.endpoints.some(({ networkName }) => networkName === 'none')
      ? `${container.name} has its own loopback only: a request to any other address fails, the network is unreachable.`
      : `${container.name} is on no network now: its requests reach nobody else.`;
  way.step(words, [subjectOf(container)]);
}
