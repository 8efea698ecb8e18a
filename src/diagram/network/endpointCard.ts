import type { Container, Endpoint, Network, Topology } from '../../model';
import { holds, isUp, parseAddress, parseRange } from '../../model';
import { linksOf } from '../containerCard';
import type { Dot, TextLine } from '../scene';
import { line, measureText, tame } from '../text';
import { addressText, dotTone, hostPortText } from '../words';
import { columns } from './columns';
import type { Member, NetworkContext } from './context';
import { interfaceName } from './interfaceName';
import { gatewayMember, isGatewayBridge, leavesByGateway } from './members';

/** A container as a card: its lines, and the height they need. */
export interface EndpointCard {
  readonly lines: readonly TextLine[];
  readonly dot: Dot;
  readonly height: number;
  readonly label: string;
}

/** A line of a card; an empty one keeps its place, so that a start or a stop moves nothing. */
export interface CardRow {
  readonly text: string;
  readonly font?: TextLine['font'];
  readonly tone?: TextLine['tone'];
  /** At the end of the line. */
  readonly end?: string | undefined;
  /** What a pointer and a screen reader get where the text is a summary. */
  readonly whole?: string;
}

const padding = 10;
const indent = 26;
const endGap = 6;
const rowHeight = 17;
/** Room for text on a card of the column's width and on every narrower one. */
const roomOf = (width: number): number => width - indent - padding;

/** Where an interface's wire meets its card: at the line of its address. */
export const wireOffset = 36;

/** Every fact of an attachment. What it has of lines depends on the settings alone, never on the container's state. */
export function endpointCard(context: NetworkContext, member: Member, width: number): EndpointCard {
  const { container, endpoint } = member;
  const room = roomOf(width);
  const [address, ...more] = addressRows(context, member, room);
  const rows = [address, ...more, ...nameRows(context, member), ...gatewayRows(context, container)];
  const macRoom = endpoint.mac === undefined ? 0 : endGap + measureText(endpoint.mac, 'monoSmall');
  const narrow = width < columns.container.w;
  const beside = !narrow && measureText(address.text, address.font ?? 'mono') + macRoom <= room;
  if (narrow) {
    rows.splice(1, 0, { text: endpoint.mac ?? '' });
  }
  if (listsPorts(container, context.topology)) {
    rows.push(portsRow(container, beside || narrow ? room : room - macRoom));
  }
  const place = narrow ? -1 : beside ? 0 : rows.length - 1;
  return composeCard(
    container,
    width,
    rows.map((row, index) => (index === place ? { ...row, end: endpoint.mac } : row)),
  );
}

function addressRows(
  { network, topology }: NetworkContext,
  { container, endpoint }: Member,
  room: number,
): [CardRow, ...CardRow[]] {
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
    name,
  );
  if (dual) {
    return [
      row,
      second === undefined ? { text: 'no IPv6 address' } : addressRow(second, endpoint.ipv6Prefix, network),
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
function summarise(row: CardRow, second: string, room: number): CardRow {
  const whole = `${row.text} · ${second}`;
  return measureText(whole, 'mono') <= room
    ? { ...row, text: whole }
    : { ...row, text: `${row.text} +1`, whole };
}

function addressRow(address: string, prefix: number | undefined, network: Network, name?: string): CardRow {
  const text = prefix === undefined ? address : `${address}/${prefix}`;
  const outside = strangerTo(address, network);
  if (outside !== undefined) {
    return { text: `${text} not in ${outside}`, font: 'mono', tone: 'error' };
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
function nameRows({ topology, network }: NetworkContext, { container, endpoint }: Member): CardRow[] {
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
  const links = linksOf(container, topology).map((text): CardRow => ({ text, font: 'small', tone: 'link' }));
  return [...(words.length > 0 ? [{ text: words.join(' · '), font: 'small' } as const] : []), ...links];
}

/** On an overlay: the second interface, by which the container leaves its node. */
function gatewayRows({ topology, network }: NetworkContext, container: Container): CardRow[] {
  const others = container.endpoints.some(
    ({ networkId }) => topology.networkById.get(networkId)?.driver !== 'overlay',
  );
  if (network.driver !== 'overlay' || network.internal || network.ingress || others) {
    return [];
  }
  const gateway = topology.networks.find(isGatewayBridge);
  if (!gateway || !leavesByGateway(container, topology)) {
    return [{ text: '' }];
  }
  const { ipv4 } = gatewayMember(container, gateway).endpoint;
  const words = [interfaceName(container, gateway, topology) ?? 'way out', ipv4, 'on docker_gwbridge'];
  return [{ text: words.filter(Boolean).join(' ') }];
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

/** Published and exposed ports, as many as the line holds; all of them for a screen reader and the tooltip. */
function portsRow(container: Container, room: number): CardRow {
  const published = container.published.map(
    (port) => `${port.containerPort}/${port.protocol} ← ${hostPortText(port)}`,
  );
  const exposed = container.exposed.map(({ containerPort, protocol }) => `${containerPort}/${protocol}`);
  const words = [...published, ...(exposed.length > 0 ? [`${exposed.join(' ')} not published`] : [])];
  const whole = words.join(' · ');
  const tone = published.length > 0 ? 'port' : 'muted';
  if (words.length < 2 || measureText(whole, 'monoSmall') <= room) {
    return { text: whole, tone };
  }
  let shown = 1;
  const text = (amount: number): string =>
    `${words.slice(0, amount).join(' · ')} +${published.length + exposed.length - amount}`;
  while (shown + 1 < published.length && measureText(text(shown + 1), 'monoSmall') <= room) {
    shown++;
  }
  return { text: text(shown), tone, whole };
}

/** A card of a name, an image and rows that the caller knows. */
export function composeCard(container: Container, width: number, rows: readonly CardRow[]): EndpointCard {
  const room = roomOf(width);
  const imageRoom = Math.min(measureText(container.image, 'small'), room * 0.5);
  const image = { font: 'small', tone: 'muted', anchor: 'end' } as const;
  const name = { font: 'title', tone: isUp(container) ? 'plain' : 'muted' } as const;
  const said = rows.filter(({ text, end }) => text !== '' || end !== undefined);
  return {
    lines: [
      line(container.name, indent, 22, room - imageRoom - 12, name),
      line(container.image, width - padding, 22, imageRoom, image),
      ...rows.flatMap((row, index) => rowLines(row, 40 + index * rowHeight, width)),
    ],
    dot: { x: 15, y: 18, tone: dotTone(container) },
    height: (rows.length === 0 ? 34 : 32) + rows.length * rowHeight,
    label: tame(
      [`container ${container.name}`, ...new Set([container.state, ...said.map(spoken)])].join(', '),
    ),
  };
}

function spoken({ text, end, whole = text }: CardRow): string {
  return [whole, end].filter(Boolean).join(', ');
}

function rowLines(
  { text, font = 'monoSmall', tone = 'muted', end, whole }: CardRow,
  y: number,
  width: number,
): TextLine[] {
  const room = roomOf(width);
  const endRoom = end === undefined ? 0 : Math.min(measureText(end, 'monoSmall'), room / 2);
  const first = line(text, indent, y, end === undefined ? room : room - endRoom - endGap, { font, tone });
  const start = whole === undefined ? first : { ...first, whole: tame(whole) };
  return [
    ...(text === '' ? [] : [start]),
    ...(end === undefined
      ? []
      : [line(end, width - padding, y, endRoom, { font: 'monoSmall', tone: 'muted', anchor: 'end' })]),
  ];
}
