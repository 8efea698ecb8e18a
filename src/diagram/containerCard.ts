import type { Container, Endpoint, Topology } from '../model';
import { isUp } from '../model';
import type { Dot, TextLine, Tone } from './scene';
import { measureText, line } from './text';
import { addressText, count, dotTone, hostPortText } from './words';

/** A container as a card of a fixed width: its lines, and the height they need. */
export interface Card {
  readonly lines: readonly TextLine[];
  readonly dot: Dot;
  readonly height: number;
  readonly label: string;
}

const padding = 12;
const indent = 26;
const endGap = 6;

export interface Row {
  readonly text: string;
  readonly font?: TextLine['font'];
  readonly tone?: Tone;
  readonly end?: string | undefined;
}

/** The small card of the whole topology: name, address or state, published ports, links. */
export function smallCard(
  container: Container,
  topology: Topology,
  width: number,
  rows: readonly Row[],
): Card {
  const ports = container.published.map((port) => `${hostPortText(port)}→${port.containerPort}`);
  const all = [...rows];
  if (ports.length > 0) {
    all.push({ text: summed(ports, width - padding - indent), font: 'monoSmall', tone: 'port' });
  }
  for (const link of linksOf(container, topology)) {
    all.push({ text: link, font: 'small', tone: 'link' });
  }
  return composeCard(container, width, all, undefined);
}

/** As many of the words as fit, and how many more there are: `*:80→80 +2`. */
function summed(words: readonly string[], width: number): string {
  const whole = words.join(' ');
  if (words.length < 2 || measureText(whole, 'monoSmall') <= width) {
    return whole;
  }
  return `${words[0] ?? ''} +${words.length - 1}`;
}

/** Words of the legacy links that start at a container: `link to my-nginx as nginx`. */
export function linksOf(container: Container, topology: Topology): readonly string[] {
  if (topology.links.length === 0) {
    return [];
  }
  return topology.links
    .filter(({ linkerId }) => linkerId === container.id)
    .map(
      ({ targetId, alias }) =>
        `link to ${topology.containerById.get(targetId)?.name ?? targetId} as ${alias}`,
    );
}

/** The large card of one network's diagram: every fact of the attachment. */
export function largeCard(endpoint: Endpoint, container: Container, topology: Topology, width: number): Card {
  return composeCard(container, width, attachmentRows(endpoint, container, topology, width), container.image);
}

/** A card with rows that the caller knows. */
export function cardWithRows(container: Container, width: number, rows: readonly Row[]): Card {
  return composeCard(container, width, rows, container.image);
}

function composeCard(
  container: Container,
  width: number,
  rows: readonly Row[],
  corner: string | undefined,
): Card {
  const up = isUp(container);
  const room = width - indent - padding;
  const cornerRoom = corner === undefined ? 0 : Math.min(measureText(corner, 'small'), room * 0.5);
  const nameRoom = corner === undefined ? room : room - cornerRoom - 12;
  const lines = [line(container.name, indent, 22, nameRoom, { font: 'title', tone: up ? 'plain' : 'muted' })];
  if (corner !== undefined) {
    lines.push(
      line(corner, width - padding, 22, cornerRoom, { font: 'small', tone: 'muted', anchor: 'end' }),
    );
  }
  rows.forEach((row, index) => lines.push(...rowLines(row, 40 + index * 17, width)));
  return {
    lines,
    dot: { x: 15, y: 18, tone: dotTone(container) },
    height: (rows.length === 0 ? 34 : 32) + rows.length * 17,
    label: [`container ${container.name}`, ...new Set([container.state, ...rows.map(spoken)])].join(', '),
  };
}

function spoken({ text, end }: Row): string {
  return end === undefined ? text : `${text}, ${end}`;
}

function rowLines(
  { text, font = 'monoSmall', tone = 'muted', end }: Row,
  y: number,
  width: number,
): TextLine[] {
  const room = width - indent - padding;
  if (end === undefined) {
    return [line(text, indent, y, room, { font, tone })];
  }
  const endRoom = Math.min(measureText(end, 'monoSmall'), room / 2);
  return [
    line(text, indent, y, room - endRoom - endGap, { font, tone }),
    line(end, width - padding, y, endRoom, { font: 'monoSmall', tone: 'muted', anchor: 'end' }),
  ];
}

function attachmentRows(endpoint: Endpoint, container: Container, topology: Topology, width: number): Row[] {
  const rows = addressRows(endpoint, container, topology, width);
  if (endpoint.ipv4 !== undefined && endpoint.ipv6 !== undefined) {
    rows.push({ text: withPrefix(endpoint.ipv6, endpoint.ipv6Prefix), font: 'mono', tone: 'plain' });
  }
  if (endpoint.aliases !== undefined && endpoint.aliases.length > 0) {
    rows.push({ text: `alias ${endpoint.aliases.join(', ')}`, font: 'small' });
  }
  rows.push(...linksOf(container, topology).map((text): Row => ({ text, font: 'small', tone: 'link' })));
  const others = container.endpoints.filter(({ networkId }) => networkId !== endpoint.networkId);
  if (others.length > 0) {
    rows.push({ text: `also on ${others.map(({ networkName }) => networkName).join(', ')}`, font: 'small' });
  }
  return [...rows, ...portRows(container)];
}

/** The address with its MAC at the end of the line, or below where the line is too short for both. */
function addressRows(endpoint: Endpoint, container: Container, topology: Topology, width: number): Row[] {
  const { ipv4, ipv6, mac } = endpoint;
  const address = ipv4 === undefined ? ipv6 : withPrefix(ipv4, endpoint.ipv4Prefix);
  if (address === undefined) {
    return [{ text: addressText(endpoint, container) }];
  }
  const text = `${interfaceName(container, topology)}${address}`;
  const plain = { text, font: 'mono', tone: 'plain' } as const;
  if (mac === undefined) {
    return [plain];
  }
  const needed = measureText(text, 'mono') + endGap + measureText(mac, 'monoSmall');
  return needed <= width - indent - padding ? [{ ...plain, end: mac }] : [plain, { text: mac }];
}

/** `eth0 ` where it is sure; with several networks the numbering is the engine's secret. */
function interfaceName(container: Container, { networkById }: Topology): string {
  const [only, ...more] = container.endpoints;
  const driver = only && networkById.get(only.networkId)?.driver;
  const sure =
    more.length === 0 &&
    (driver === 'bridge' || driver === 'overlay' || driver === 'macvlan' || driver === 'ipvlan');
  return sure ? 'eth0 ' : '';
}

function withPrefix(address: string, prefix: number | undefined): string {
  return prefix === undefined ? address : `${address}/${prefix}`;
}

function portRows(container: Container): Row[] {
  const rows: Row[] = [];
  const published = container.published.map(
    (port) => `${port.containerPort}/${port.protocol} ← ${hostPortText(port)}`,
  );
  const shown = published.length > 3 ? published.slice(0, 2) : published;
  rows.push(...shown.map((text): Row => ({ text, tone: 'port' })));
  if (shown.length < published.length) {
    rows.push({
      text: `and ${count(published.length - shown.length, 'more published port')}`,
      font: 'small',
      tone: 'port',
    });
  }
  if (container.exposed.length > 0) {
    const ports = container.exposed.map(({ containerPort, protocol }) => `${containerPort}/${protocol}`);
    rows.push({ text: `${ports.join(' ')} not published` });
  }
  return rows;
}
