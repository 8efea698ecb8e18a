import type { Network, Topology } from '../../model';
import { natRules, networkOf } from '../../model';
import { driverWord } from '../words';
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
    way.step(
      `To the outside: nowhere. ${place.network.name} is internal, packets to other networks are dropped.`,
      [own, stop],
      {
        from: [],
      },
    );
    return;
  }
  const also =
    sender.places.length > 1 ? `, which has the default route of its ${sender.places.length} networks` : '';
  way.step(
    `To the outside: through ${place.network.name}${also}, to the gateway ${gatewayOf(place)}.`,
    [own, stop],
    {
      from: [],
      derived: sender.places.length > 1,
    },
  );
  leave(way, sender, place);
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
    translateOut(way, topology, network, address);
  }
}

function translateOut(way: Way, topology: Topology, network: Network, address: string): void {
  const rules = natRules({ ...topology, networks: [network], ports: [] });
  const rule = rules.find(({ kind }) => kind === 'masquerade');
  const name = topology.host.name ?? 'the host';
  if (rule) {
    const cidrs = network.subnets.map(({ cidr }) => networkOf(cidr));
    const stops = cidrs.flatMap((cidr) => [`masquerade:${cidr}`, `out:${cidr}`]);
    way.step(`MASQUERADE gives it an address of ${name}: ${rule.text}.`, [...stops, 'edge'], {
      derived: true,
    });
    return;
  }
  const why = network.masquerade ? 'there is no IPv4 subnet to masquerade' : 'masquerade is off';
  way.step(
    `It leaves ${name} with ${address}, as ${why}: an answer comes only where others have a route back.`,
    ['stage:host', 'edge'],
    { derived: true },
  );
}

/** Overlay networks have no way out of their own: each container has a second interface on docker_gwbridge. */
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
    `To the outside: by its second interface${at === undefined ? '' : `, ${at},`} on ${gatewayBridge}, not over ${overlay.network.name}.`,
    [own, ...(gateway ? [{ kind: 'network', id: gateway.id } as const] : [])],
    { from: [], derived: true },
  );
  if (gateway) {
    translateOut(way, topology, gateway, at ?? 'its address there');
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
  const bridged = places.some(({ network }) => network.driver === 'bridge');
  if (!others || !bridged) {
    return;
  }
  const open = places.some(({ network, endpoint }) => endpoint.defaultRoute && !network.internal);
  const words = open
    ? 'To containers on other bridges: not directly. What they publish beyond 127.0.0.1 it reaches at the host’s addresses.'
    : 'To containers on other networks: not at all.';
  way.step(words, [subjectOf(container)], { from: [], derived: true });
}
