import type { Container, Endpoint, Network, Topology } from '../../model';
import { holds, isUp, parseAddress, parseRange } from '../../model';
import {
  cardRoom,
  composeCard,
  endGap,
  linksOf,
  rowBaseline,
  type Card,
  type CardLook,
  type Row,
} from '../containerCard';
import { meshPorts } from '../tasks';
import { measureText } from '../text';
import { addressText, hostPortText } from '../words';
import { columns } from './columns';
import type { Member, NetworkContext } from './context';
import { interfaceName } from './interfaceName';
import { gatewayMember, isGatewayBridge, leavesByGateway } from './members';

/** The card of one network's drawing; a container that leaves by docker_gwbridge has a second wire. */
export interface EndpointCard extends Card {
  /** Height at which that wire meets the card. */
  readonly gatewayY: number | undefined;
}

/** The large card: with the image. */
export const large: CardLook = { padding: 10, image: true };

/** Where an interface's wire meets its card: at the line of its address. */
export const wireOffset = 36;

/** Every fact of an attachment. What it has of lines depends on the settings alone, never on the container's state. */
export function endpointCard(context: NetworkContext, member: Member, width: number): EndpointCard {
  const { container, endpoint } = member;
  const room = cardRoom(width, large);
  const [address, ...more] = addressRows(context, member, room);
  const gateway = gatewayRow(context, container);
  const rows = [address, ...more, ...nameRows(context, member), ...(gateway ? [gateway] : [])];
  const macRoom = endpoint.mac === undefined ? 0 : endGap + measureText(endpoint.mac, 'monoSmall');
  const narrow = width < columns.container.w;
  const beside = !narrow && measureText(address.text, address.font ?? 'mono') + macRoom <= room;
  if (narrow) {
    rows.splice(1, 0, { text: endpoint.mac ?? '' });
  }
  if (listsPorts(container, context.topology)) {
    rows.push(portsRow(container, context.topology, beside || narrow ? room : room - macRoom));
  }
  const place = narrow ? -1 : beside ? 0 : rows.length - 1;
  const placed = rows.map((row, index) => (index === place ? { ...row, end: endpoint.mac } : row));
  return {
    ...composeCard(container, width, placed, large),
    gatewayY: gateway && gateway.text !== '' ? rowBaseline(rows.indexOf(gateway)) - 4 : undefined,
  };
}

function addressRows(
  { network, topology }: NetworkContext,
  { container, endpoint }: Member,
  room: number,
): [Row, ...Row[]] {
  const dual =
    network.subnets.some(({ family }) => family === 6) && network.subnets.some(({ family }) => family === 4);
  const [first, second] = [
    endpoint.ipv4 ?? endpoint.ipv6,
    endpoint.ipv4 === undefined ? undefined : endpoint.ipv6,
  ];
  if (first === undefined || !endpoint.attached) {
    const asked = endpoint.ipv4 ?? endpoint.ipv6;
    const text =
      asked === undefined
        ? unknownAddress(endpoint, container, network)
        : `${asked} · ${isUp(container) ? 'not attached' : container.state}`;
    return dual ? [{ text }, { text: '' }] : [{ text }];
  }
  const name = interfaceName(container, network, topology);
  const row = addressRow(
    first,
    first === endpoint.ipv4 ? endpoint.ipv4Prefix : endpoint.ipv6Prefix,
    network,
    room,
    name,
  );
  if (dual) {
    return [
      row,
      second === undefined
        ? { text: 'no IPv6 address' }
        : addressRow(second, endpoint.ipv6Prefix, network, room),
    ];
  }
  return [second === undefined ? row : summarise(row, second, room)];
}

function unknownAddress(endpoint: Endpoint, container: Container, network: Network): string {
  return isGatewayBridge(network) && endpoint.attached
    ? 'address: an inspect tells it'
    : addressText(endpoint, container);
}

/** A second address where the network has no line for it. */
function summarise(row: Row, second: string, room: number): Row {
  const whole = `${row.text} · ${second}`;
  return measureText(whole, 'mono') <= room
    ? { ...row, text: whole }
    : { ...row, text: `${row.text} +1`, whole };
}

function addressRow(
  address: string,
  prefix: number | undefined,
  network: Network,
  room: number,
  name?: string,
): Row {
  const text = prefix === undefined ? address : `${address}/${prefix}`;
  const outside = strangerTo(address, network);
  if (outside !== undefined) {
    const words = `${text} not in ${outside}`;
    const font = measureText(words, 'mono') <= room ? 'mono' : 'monoSmall';
    return { text: words, font, tone: 'error' };
  }
  return { text: name === undefined ? text : `${name} ${text}`, font: 'mono', tone: 'plain' };
}

/** The subnets that an address is in none of, though the network has some of its family. */
function strangerTo(address: string, { subnets }: Network): string | undefined {
  const value = parseAddress(address);
  if (!value) {
    return undefined;
  }
  const same = subnets.filter(({ family }) => family === value.family);
  const strange = same.every(({ cidr }) => {
    const range = parseRange(cidr);
    return range && !holds(range, value);
  });
  return strange && same.length > 0 ? same.map(({ cidr }) => cidr).join(', ') : undefined;
}

/** Aliases, other networks and legacy links: settings that only a person changes. */
function nameRows({ topology, network }: NetworkContext, { container, endpoint }: Member): Row[] {
  const words: string[] = [];
  if (endpoint.aliases !== undefined && endpoint.aliases.length > 0) {
    words.push(`alias ${endpoint.aliases.join(', ')}`);
  }
  const others = container.endpoints.filter(({ networkId }) => networkId !== network.id);
  if (others.length > 0) {
    const out = others.find(({ defaultRoute, attached }) => defaultRoute && attached);
    const names = others.map(({ networkName }) => networkName).join(', ');
    words.push(
      `${isGatewayBridge(network) ? 'on' : 'also on'} ${names}${out ? ` · way out by ${others.length > 1 ? out.networkName : 'it'}` : ''}`,
    );
  }
  const links = linksOf(container, topology).map((text): Row => ({ text, font: 'small', tone: 'link' }));
  return [...(words.length > 0 ? [{ text: words.join(' · '), font: 'small' } as const] : []), ...links];
}

/** On an overlay: the second interface, by which the container leaves its node. */
function gatewayRow({ topology, network }: NetworkContext, container: Container): Row | undefined {
  const others = container.endpoints.some(
    ({ networkId }) => topology.networkById.get(networkId)?.driver !== 'overlay',
  );
  if (network.driver !== 'overlay' || network.internal || network.ingress || others) {
    return undefined;
  }
  const gateway = topology.networks.find(isGatewayBridge);
  if (!gateway || !leavesByGateway(container, topology)) {
    return { text: '' };
  }
  const { ipv4 } = gatewayMember(container, gateway).endpoint;
  const words = [interfaceName(container, gateway, topology) ?? 'way out', ipv4, 'on docker_gwbridge'];
  return { text: words.filter(Boolean).join(' ') };
}

/** The engine lists ports of these only: on internal networks, a parent interface or a plugin's it lists none (engine 20.10). */
function listsPorts({ endpoints, published }: Container, { networkById }: Topology): boolean {
  return (
    published.length > 0 ||
    endpoints.some(({ networkId }) => {
      const network = networkById.get(networkId);
      return network?.internal === false && (network.driver === 'bridge' || network.driver === 'overlay');
    })
  );
}

/** Only on networks from which nothing is published: what it publishes nobody reaches (seen on engine 20.10). */
function isDeaf({ endpoints }: Container, { networkById }: Topology): boolean {
  return endpoints.every(({ networkId }) => {
    const network = networkById.get(networkId);
    return network?.internal === true || network?.driver === 'macvlan' || network?.driver === 'ipvlan';
  });
}

/** Published and exposed ports, as many as the line holds; all of them for a screen reader and the tooltip. */
function portsRow(container: Container, topology: Topology, room: number): Row {
  const { published, rest } = portTexts(container, topology);
  const words = [...published, ...(rest === undefined ? [] : [rest.text])];
  const whole = words.join(' · ');
  const tone = published.length === 0 ? 'muted' : isDeaf(container, topology) ? 'error' : 'port';
  if (words.length < 2 || measureText(whole, 'monoSmall') <= room) {
    return { text: whole, tone };
  }
  let shown = 1;
  const text = (amount: number): string =>
    `${words.slice(0, amount).join(' · ')} +${published.length + (rest?.amount ?? 0) - amount}`;
  while (shown + 1 < published.length && measureText(text(shown + 1), 'monoSmall') <= room) {
    shown++;
  }
  return { text: text(shown), tone, whole };
}

/** What is published, by the container itself or on the routing mesh by its service, and what is not. */
function portTexts(
  container: Container,
  topology: Topology,
): { readonly published: readonly string[]; readonly rest: { text: string; amount: number } | undefined } {
  const own = container.published.map(
    (port) => `${port.containerPort}/${port.protocol} ← ${hostPortText(port)}`,
  );
  const mesh = meshPorts(container, topology);
  const onMesh = (mesh ?? []).map(
    ({ targetPort, protocol, publishedPort = '?' }) =>
      `${targetPort}/${protocol} ← *:${publishedPort} of every node`,
  );
  const rest = container.exposed
    .filter(
      ({ containerPort, protocol }) =>
        !mesh?.some((port) => port.targetPort === containerPort && port.protocol === protocol),
    )
    .map(({ containerPort, protocol }) => `${containerPort}/${protocol}`);
  const text = `${rest.join(' ')} ${mesh === undefined ? 'exposed' : 'not published'}`;
  return {
    published: [...own, ...onMesh],
    rest: rest.length > 0 ? { text, amount: rest.length } : undefined,
  };
}
