import type { Endpoint, Network, Topology } from '../../model';
import { gatewayMode, isAtLeast, natRules } from '../../model';
import { driverWord } from '../words';
import { leaksIpv6 } from './ipv6';
import { joinNames } from './names';
import { dropsOf, stepOut } from './stepOut';
import { subjectOf, type Place, type Sender } from './traceContainer';
import type { Stop, Way } from './way';

const gatewayBridge = 'docker_gwbridge';

/** Requests to the outside: through which network they leave, and with which address. */
export function toOutside(way: Way, sender: Sender): void {
  const place = sender.places.find(({ endpoint }) => endpoint.defaultRoute);
  const own = subjectOf(sender.container);
  if (!place) {
    throughGatewayBridge(way, sender);
    return;
  }
  const stop: Stop = { kind: 'network', id: place.network.id };
  if (place.network.internal) {
    notOutside(way, sender, place);
    return;
  }
  const also =
    sender.places.length > 1 ? `, which has the default route of its ${sender.places.length} networks` : '';
  way.step(`To the outside: through ${place.network.name}${also}, ${gatewayWords(place)}.`, [own, stop], {
    from: [],
    derived: sender.places.length > 1,
  });
  leave(way, sender, place);
}

/** What keeps an internal bridge apart are iptables rules: IPv6 leaves by its default route (seen on engine 20.10). */
function notOutside(way: Way, { topology, container }: Sender, { network, endpoint }: Place): void {
  const leaks = isOpenIpv6(topology, { network, endpoint });
  const stop: Stop = { kind: 'network', id: network.id };
  way.step(
    `To the outside: nowhere. ${network.name} is internal, packets to other networks are dropped.`,
    [subjectOf(container), stop],
    { from: [] },
  );
  way.extend(dropsOf(network, leaks ? [4] : [4, 6]), stop);
  if (leaks) {
    stepOut(
      way,
      network,
      `That holds for IPv4: IPv6 it leaves with ${endpoint.ipv6 ?? ''}, as engines before 27 drop none unless told to.`,
      'unchanged',
      [6],
    );
  }
}

/** A bridge whose IPv6 packets the engine neither drops nor translates. */
function isOpenIpv6(topology: Topology, { network, endpoint }: Place): boolean {
  return network.driver === 'bridge' && endpoint.gateway6 !== undefined && leaksIpv6(topology, endpoint);
}

/** ipvlan l3 has no gateway: the container's default route is its interface (ipvlan driver of engine 20.10, source). */
function gatewayWords(place: Place): string {
  const { driver, options } = place.network;
  return driver === 'ipvlan' && (options.ipvlan_mode ?? '').startsWith('l3')
    ? 'without a gateway: its default route is its interface'
    : `to the gateway ${gatewayOf(place)}`;
}

function gatewayOf({ endpoint, network }: Place): string {
  const known = endpoint.gateway4 ?? network.subnets.find(({ family }) => family === 4)?.gateway;
  return known ?? endpoint.gateway6 ?? 'that the engine does not name';
}

function leave(way: Way, { topology }: Sender, { network, endpoint }: Place): void {
  const address = endpoint.ipv4 ?? endpoint.ipv6 ?? 'its own address';
  const stop: Stop = { kind: 'network', id: network.id };
  if (network.parent !== undefined || network.driver === 'macvlan' || network.driver === 'ipvlan') {
    const by = network.parent ?? 'a dummy interface, which leads nowhere';
    way.step(`It leaves by ${by} with ${address}: no NAT, no bridge.`, [
      `parent:${network.parent ?? ''}`,
      'stage:parent',
      'client:lan',
    ]);
  } else if (network.device === undefined) {
    way.step(`How it leaves the ${driverWord(network)} network, Docker does not tell.`, [stop]);
  } else {
    translateOut(way, topology, network, address, familiesOf(endpoint));
    tellRouted6(way, topology, { network, endpoint });
    if (network.masquerade && endpoint.ipv4 !== undefined && leaksIpv6(topology, endpoint)) {
      stepOut(
        way,
        network,
        `IPv6 it leaves with ${endpoint.ipv6 ?? ''}, as engines before 27 translate none unless told to: an answer comes only where others have a route back.`,
        'unchanged',
        [6],
      );
    }
  }
}

/** IPv6 leaves as it is where IPv4 is translated: gateway modes are set for each family. */
function tellRouted6(way: Way, { host }: Topology, { network, endpoint }: Place): void {
  const apart =
    gatewayMode(network, host, 4) !== 'routed' && endpoint.ipv4 !== undefined && network.masquerade;
  if (apart && endpoint.ipv6 !== undefined && gatewayMode(network, host, 6) === 'routed') {
    stepOut(
      way,
      network,
      `IPv6 it leaves with ${endpoint.ipv6}, as its gateway mode is routed: an answer comes only where others have a route back.`,
      'unchanged',
      [6],
    );
  }
}

function familiesOf({ ipv4, ipv6 }: Endpoint): readonly (4 | 6)[] {
  return ipv6 === undefined ? [4] : ipv4 === undefined ? [6] : [4, 6];
}

function translateOut(
  way: Way,
  topology: Topology,
  network: Network,
  address: string,
  families: readonly (4 | 6)[],
): void {
  const rules = natRules({ ...topology, networks: [network], ports: [] });
  const rule = rules.find(({ kind }) => kind === 'masquerade');
  const name = topology.host.name ?? 'the host';
  if (rule) {
    const text = `MASQUERADE gives it an address of ${name}: ${rule.text}.`;
    stepOut(way, network, text, 'masquerade', families);
    return;
  }
  const why = whyUnchanged(topology, network);
  const text = `It leaves ${name} with ${address}, as ${why}: an answer comes only where others have a route back.`;
  stepOut(way, network, text, 'unchanged', families);
}

function whyUnchanged({ host }: Topology, network: Network): string {
  if (!network.masquerade) {
    return 'masquerade is off';
  }
  return gatewayMode(network, host, 4) === 'routed'
    ? 'the gateway mode is routed'
    : 'there is no IPv4 subnet to masquerade';
}

/** Overlay networks have no way out of their own: each container has one more interface, on docker_gwbridge. */
function throughGatewayBridge(way: Way, sender: Sender): void {
  const { topology, places, container } = sender;
  const own = subjectOf(container);
  const overlay = places.find(({ network }) => network.driver === 'overlay' && !network.internal);
  if (!overlay) {
    const names = places.map(({ network }) => network.name).join(', ');
    way.step(
      `To the outside: nowhere, ${names} ${places.length === 1 ? 'has' : 'have'} no default route for it.`,
      [own],
      {
        from: [],
      },
    );
    return;
  }
  const gateway = topology.networks.find(({ name }) => name === gatewayBridge);
  const at = gateway?.addresses[container.id];
  way.step(
    `To the outside: by its interface on ${gatewayBridge}${at === undefined ? '' : `, ${at}`}, not over ${overlay.network.name}.`,
    [own, ...(gateway ? [{ kind: 'network', id: gateway.id } as const] : [])],
    { from: [], derived: true },
  );
  if (gateway) {
    translateOut(way, topology, gateway, at ?? 'its address there', [4]);
  }
}

/** Requests to the host itself, and by way of it to containers on other networks. */
export function toHost(way: Way, sender: Sender): void {
  const { topology, container, places } = sender;
  const own = subjectOf(container);
  const name = topology.host.name ?? 'the host';
  const bridge =
    places.find(({ network, endpoint }) => network.driver === 'bridge' && endpoint.defaultRoute) ??
    places.find(({ network }) => network.driver === 'bridge');
  const overlay = places.some(({ network }) => network.driver === 'overlay' && !network.internal);
  const vlan = places.find(({ network }) => network.driver === 'macvlan' || network.driver === 'ipvlan');
  if (bridge) {
    way.step(
      `To programs of ${name}: at ${gatewayOf(bridge)}, where they listen on that address.`,
      [own, { kind: 'network', id: bridge.network.id }, 'stage:host'],
      { from: [], derived: true },
    );
  } else if (overlay) {
    way.step(`To programs of ${name}: at its addresses, over ${gatewayBridge}.`, [own], {
      from: [],
      derived: true,
    });
  } else if (vlan) {
    const on = vlan.network.parent === undefined ? '' : ` on ${vlan.network.parent}`;
    way.step(
      `To ${name}: not at its addresses${on}. The kernel keeps them apart, both ways.`,
      [own, { kind: 'network', id: vlan.network.id }, 'stage:addresses'],
      { from: [] },
    );
  }
  toOtherNetworks(way, sender);
}

/** Bridges are kept apart (seen on engine 20.10); what another publishes is reached over the host. */
function toOtherNetworks(way: Way, { topology, places, container }: Sender): void {
  const own = new Set(places.map(({ network }) => network.id));
  const others = topology.networks.some(
    ({ id, driver, endpoints }) => driver === 'bridge' && !own.has(id) && endpoints.length > 0,
  );
  const bridged = places.filter(({ network }) => network.driver === 'bridge');
  const leaving = places.find(({ endpoint }) => endpoint.defaultRoute);
  const overlay = places.some(({ network }) => network.driver === 'overlay' && !network.internal);
  if (!others || (bridged.length === 0 && !(overlay && !leaving))) {
    return;
  }
  const direct = bridged.some((place) => isOpenIpv6(topology, place));
  const routed = leaving?.network.internal === true ? '' : routedWords(topology, own);
  const words = otherWords(topology, leaving?.network, direct);
  way.step(`${words}${routed}`, [subjectOf(container)], { from: [], derived: true });
}

/** https://docs.docker.com/engine/network/port-publishing/#gateway-modes */
function routedWords({ networks, host }: Topology, own: ReadonlySet<string>): string {
  const names = networks
    .filter(({ id, driver, internal }) => driver === 'bridge' && !internal && !own.has(id))
    .filter((network) => gatewayMode(network, host, 4) === 'routed')
    .map(({ name }) => name);
  return names.length === 0
    ? ''
    : ` What is published on ${joinNames(names)}, in gateway mode routed, it reaches at the containers’ own addresses.`;
}

/**
 * A request to an address of the host meets docker-proxy, as `-A DOCKER -i BRIDGE -j RETURN` keeps it from DNAT. A bridge
 * without masquerade has no such rule: DNAT sends the request to the other bridge, and it is dropped (seen on engine 20.10).
 */
function otherWords(topology: Topology, leaving: Network | undefined, direct: boolean): string {
  const six = direct ? ' over IPv4; over IPv6 yes, as engines before 27 keep none apart unless told to' : '';
  if (leaving?.internal === true) {
    return `To containers on other networks: not at all${six}.`;
  }
  const apart = `To containers on other bridges: not directly${six}.`;
  return leaving?.driver === 'bridge' && !leaving.masquerade && !isAtLeast(topology.host, 28)
    ? `${apart} Nor does it reach what they publish: with masquerade off, DNAT sends it to their bridge, where it is dropped.`
    : `${apart} What they publish beyond 127.0.0.1 it reaches at the host’s addresses.`;
}
