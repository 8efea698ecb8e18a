import type { Container, Topology } from '../model';
import { isUp } from '../model';
import type { Dot, TextLine, Tone } from './scene';
import { line, measureText, tame } from './text';
import { dotTone, hostPortText } from './words';

/** A container as a card of a fixed width: its lines, and the height they need. */
export interface Card {
  readonly lines: readonly TextLine[];
  readonly dot: Dot;
  readonly height: number;
  readonly label: string;
}

const indent = 26;
const rowHeight = 17;
/** Between a row and what stands at its end. */
export const endGap = 6;

/** A line of a card; an empty one keeps its place, so that a start or a stop moves nothing. */
export interface Row {
  readonly text: string;
  readonly font?: TextLine['font'];
  readonly tone?: Tone;
  /** At the end of the line. */
  readonly end?: string | undefined;
  /** What a pointer and a screen reader get where the text is a summary. */
  readonly whole?: string;
}

/** What tells the cards of the two drawings apart. */
export interface CardLook {
  /** Between the words and the right border. */
  readonly padding: number;
  /** At the right end of the first line. */
  readonly image: boolean;
}

const small: CardLook = { padding: 12, image: false };

/** Room for words on a card. */
export function cardRoom(width: number, { padding }: CardLook): number {
  return width - indent - padding;
}

/** Where the words of a card's row stand, by number from 0. */
export function rowBaseline(index: number): number {
  return 40 + index * rowHeight;
}

/** The small card of the whole topology: name, address or state, published ports, links. */
export function smallCard(
  container: Container,
  topology: Topology,
  width: number,
  rows: readonly Row[],
): Card {
  const more = linksOf(container, topology).map((text): Row => ({ text, font: 'small', tone: 'link' }));
  if (container.published.length > 0) {
    const ports = container.published.map((port) => `${hostPortText(port)}→${port.containerPort}`);
    more.unshift({ text: summed(ports, cardRoom(width, small)), font: 'monoSmall', tone: 'port' });
  }
  return composeCard(container, width, more.length === 0 ? rows : [...rows, ...more], small);
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

const dots: Readonly<Record<Dot['tone'], Dot>> = {
  running: { x: 15, y: 18, tone: 'running' },
  paused: { x: 15, y: 18, tone: 'paused' },
  stopped: { x: 15, y: 18, tone: 'stopped' },
};

/** A card of a name and rows that the caller knows. */
export function composeCard(container: Container, width: number, rows: readonly Row[], look: CardLook): Card {
  const lines = headLines(container, width, look);
  rows.forEach((row, index) => addRow(lines, row, rowBaseline(index), width, look));
  return {
    lines,
    dot: dots[dotTone(container)],
    height: (rows.length === 0 ? 34 : 32) + rows.length * rowHeight,
    label: tame(spoken(container, rows)),
  };
}

function headLines(container: Container, width: number, look: CardLook): TextLine[] {
  const room = cardRoom(width, look);
  const name = { font: 'title', tone: isUp(container) ? 'plain' : 'muted' } as const;
  if (!look.image || container.image === '') {
    return [line(container.name, indent, 22, room, name)];
  }
  const imageRoom = Math.min(measureText(container.image, 'small'), room * 0.5);
  const image = { font: 'small', tone: 'muted', anchor: 'end' } as const;
  return [
    line(container.name, indent, 22, room - imageRoom - 12, name),
    line(container.image, width - look.padding, 22, imageRoom, image),
  ];
}

/** What a card says aloud, nothing twice: the row of a stopped container is its state. */
function spoken({ name, state }: Container, rows: readonly Row[]): string {
  const words: string[] = [state];
  for (const { text, end, whole = text } of rows) {
    const word = whole && end ? `${whole}, ${end}` : whole || end;
    if (word && !words.includes(word)) {
      words.push(word);
    }
  }
  return `container ${name}, ${words.join(', ')}`;
}

function addRow(lines: TextLine[], row: Row, y: number, width: number, look: CardLook): void {
  const { text, font = 'monoSmall', tone = 'muted', end, whole } = row;
  const room = cardRoom(width, look);
  const endRoom = end === undefined ? 0 : Math.min(measureText(end, 'monoSmall'), room / 2);
  if (text !== '') {
    const start = line(text, indent, y, end === undefined ? room : room - endRoom - endGap, { font, tone });
    lines.push(whole === undefined ? start : { ...start, whole: tame(whole) });
  }
  if (end !== undefined) {
    const style = { font: 'monoSmall', tone: 'muted', anchor: 'end' } as const;
    lines.push(line(end, width - look.padding, y, endRoom, style));
  }
}
