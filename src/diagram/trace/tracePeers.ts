import type { Network, Topology } from '../../model';
import { driverWord } from '../words';
import { leaksIpv6 } from './ipv6';
import { joinNames } from './names';
import { subjectOf, type Place, type Sender } from './traceContainer';
import type { Stop, Way } from './way';

const mostShown = 3;

/** Requests to other containers of a network: whether they arrive, and under which names. */
export function peersStep(way: Way, sender: Sender, place: Place): void {
  const { network } = place;
  const peers = peersOf(sender, network);
  const stop: Stop = { kind: 'network', id: network.id };
  way.step(peerWords(sender, place, peers.names), [subjectOf(sender.container), stop], { from: [] });
  if (network.icc) {
    way.extend(
      peers.ids.map((id) => ({ kind: 'container', id })),
      stop,
    );
  }
}

interface Peers {
  /** Ids of those that are named. */
  readonly ids: readonly string[];
  readonly names: readonly string[];
}

/** Those that are on the network now, named as far as words name them. */
function peersOf({ topology, container }: Sender, network: Network): Peers {
  const others = network.endpoints.filter(
    ({ containerId, attached }) => attached && containerId !== container.id,
  );
  return {
    ids: others.slice(0, mostShown).map(({ containerId }) => containerId),
    names: others.map(({ containerId }) => topology.containerById.get(containerId)?.name ?? containerId),
  };
}

function peerWords(sender: Sender, { network, endpoint }: Place, names: readonly string[]): string {
  const from = endpoint.ipv4 ?? endpoint.ipv6 ?? 'its address';
  const none = network.driver === 'overlay' ? 'none is on this node' : 'none is there now';
  const whom = names.length === 0 ? `other containers, of which ${none},` : joinNames(names);
  const head = `On ${network.name}, from ${from}`;
  if (network.ingress) {
    return `On ${network.name}, at ${from}: the routing mesh brings requests to published ports here.`;
  }
  switch (network.driver) {
    case 'bridge':
      return network.icc
        ? `${head}: to ${whom} over ${network.device ?? 'the bridge'}, every port. ${nameWords(sender, network)}`
        : `${head}: not to ${whom}. ${iccWords(sender, { network, endpoint })}`;
    case 'overlay':
      return `${head}: to ${whom} over VXLAN${network.vxlanId === undefined ? '' : ` ${network.vxlanId}`}, also on other nodes. ${nameWords(sender, network)}${serviceWords(sender.topology, network)}`;
    case 'macvlan':
    case 'ipvlan':
      return `${head}: ${parentWords(network, whom)}. ${nameWords(sender, network)}`;
    case 'host':
    case 'none':
    case 'container':
    case 'config':
    case 'weave':
    case 'flannel':
    case 'openvswitch':
    case 'calico':
    case 'kuryr':
    case 'plugin':
      return `${head}: to ${whom} as the ${driverWord(network)} driver does it; Docker does not tell how.`;
  }
}

/** The proxy on the host is no container: it passes on what a container of the same bridge asks (seen on engine 20.10). */
function iccWords({ topology }: Sender, { network, endpoint }: Place): string {
  const words = network.defaultBridge
    ? 'Containers may not talk to each other here (icc off); links alone open ports.'
    : 'Names resolve, but containers may not talk to each other here (icc off), but for what they publish.';
  const six = leaksIpv6(topology, endpoint)
    ? ' That holds for IPv4: engines before 27 let IPv6 pass, unless told to filter it.'
    : '';
  return `${words}${six}`;
}

/** Of a private macvlan the members do not hear each other (seen on engine 20.10); in vepa mode the switch beside must send back. */
function parentWords({ driver, parent, internal, options }: Network, whom: string): string {
  const mode = options[`${driver}_mode`] ?? (driver === 'macvlan' ? 'bridge' : 'l2');
  const among = options.ipvlan_flag ?? mode;
  const apart = among === 'private';
  if (parent === undefined || internal) {
    return `${apart ? 'not to' : 'to'} ${whom}, the ${driver} network is cut off from other machines`;
  }
  if (apart) {
    return `not to ${whom}, as ${driver} private keeps them apart; to machines beside ${parent}, straight`;
  }
  const how =
    among === 'vepa'
      ? ', to each other only where the switch beside sends packets back'
      : driver === 'ipvlan' && mode !== 'l2'
        ? ', by routes that the network around must have'
        : '';
  return `to ${whom} and to machines beside ${parent}, straight, ${driver} ${among}${how}`;
}

/** The default bridge has no DNS of its own (seen on engine 20.10): only links give names there. */
function nameWords({ topology, container }: Sender, network: Network): string {
  if (!network.defaultBridge) {
    return 'Names are resolved by DNS at 127.0.0.11.';
  }
  const links = topology.links.filter(({ linkerId }) => linkerId === container.id);
  const linked = links.map(
    ({ targetId, alias }) => `${topology.containerById.get(targetId)?.name ?? targetId} as ${alias}`,
  );
  return linked.length === 0
    ? 'By address only: names are not resolved here.'
    : `By address; names are not resolved here but for links: ${joinNames(linked)}.`;
}

function serviceWords({ services }: Topology, { id }: Network): string {
  const here = services.filter(({ networkIds }) => networkIds.includes(id));
  const words = here.map(({ name, addresses, endpointMode }) => {
    const virtual = addresses.find(({ networkId }) => networkId === id)?.ipv4;
    return endpointMode === 'dnsrr' || virtual === undefined
      ? `${name} at its tasks`
      : `${name} at ${virtual}`;
  });
  return words.length === 0 ? '' : ` Services: ${joinNames(words)}.`;
}
