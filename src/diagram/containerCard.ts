import type { Container, Topology } from '../model';
import { isUp } from '../model';
import type { Dot, TextLine, Tone } from './scene';
import { measureText, line } from './text';
import { dotTone, hostPortText } from './words';

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
  return composeCard(container, width, all);
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

function composeCard(container: Container, width: number, rows: readonly Row[]): Card {
  const up = isUp(container);
  const room = width - indent - padding;
  const lines = [line(container.name, indent, 22, room, { font: 'title', tone: up ? 'plain' : 'muted' })];
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
