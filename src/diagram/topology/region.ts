import type { Container, Network, Topology } from '../../model';
import { isUp } from '../../model';
import { smallCard, type Card, type Row } from '../containerCard';
import type { BoxSpec } from '../draft';
import { sharersOf } from '../sharers';
import { line, measureText } from '../text';
import { addressText, count, isEngineOwned, networkTag, networkTone } from '../words';
import type { Subject, TextLine, Tone } from '../scene';

/** A card in its place within a region or between regions, with the cards that hang on it. */
export interface Cell {
  readonly id: string;
  /** Containers that this cell stands for: one, or all that are folded in it. */
  readonly containerIds: readonly string[];
  readonly spec: Omit<BoxSpec, 'x' | 'y' | 'parent'>;
  readonly hung: readonly HungCard[];
  readonly height: number;
  /** Where it stands, relative to its region until that is placed. */
  x: number;
  y: number;
  row: number;
  column: number;
}

export interface HungCard {
  readonly containerId: string;
  readonly spec: Omit<BoxSpec, 'x' | 'y' | 'parent'>;
  /** Below its owner's top edge. */
  readonly offset: number;
}

/** A network with the containers that are on it alone. */
export interface Region {
  readonly id: string;
  /** Undefined for the containers without a network. */
  readonly network: Network | undefined;
  readonly title: string;
  readonly tag: string;
  readonly words: string;
  readonly tone: Tone;
  readonly subject: Subject | undefined;
  readonly cells: readonly Cell[];
  readonly columns: number;
  x: number;
  y: number;
  w: number;
  h: number;
}

export const cardWidth = 172;
export const cardGap = 18;
export const hungIndent = 18;
const hungGap = 6;
const padding = 14;
const headHeight = 60;
const foldLimit = 12;

/** A region of its own size; its place comes with the packing. */
export function makeRegion(
  topology: Topology,
  network: Network,
  members: readonly Container[],
  unfolded: boolean,
): Region {
  const cells = foldCells(network.id, members, unfolded, (container) => addressRows(container, network));
  const words = regionWords(network, members.length);
  return arrange({
    id: `network:${network.id}`,
    network,
    title: network.name,
    tag: networkTag(network),
    words,
    tone: networkTone(network),
    subject: { kind: 'network', id: network.id },
    cells: cells.map((cell) => cell(topology)),
  });
}

/** The region of those that are on no network at all. */
export function makeUnattached(topology: Topology, members: readonly Container[], unfolded: boolean): Region {
  const rows = (container: Container): Row[] => [
    {
      text: container.mode.kind === 'container' ? 'shares a network that is gone' : 'no network',
      font: 'small',
    },
  ];
  return arrange({
    id: 'unattached',
    network: undefined,
    title: 'No network',
    tag: '',
    words: 'the engine names none for these',
    tone: 'none',
    subject: undefined,
    cells: foldCells('unattached', members, unfolded, rows).map((cell) => cell(topology)),
  });
}

type CellMaker = (topology: Topology) => Cell;

/** Cells for the members; from a number on the rest is one cell that opens on request. */
export function foldCells(
  id: string,
  members: readonly Container[],
  unfolded: boolean,
  rows: (container: Container) => Row[],
): CellMaker[] {
  const folds = !unfolded && members.length > foldLimit;
  const shown = folds ? members.slice(0, foldLimit - 1) : members;
  const makers = shown.map(
    (container): CellMaker =>
      (topology) =>
        containerCell(topology, container, cardWidth, rows(container)),
  );
  if (folds) {
    makers.push(() => foldCell(id, members.slice(foldLimit - 1)));
  }
  return makers;
}

function addressRows(container: Container, network: Network): Row[] {
  const endpoint = container.endpoints[0];
  if (!isUp(container) || !endpoint) {
    return [{ text: container.state, font: 'small' }];
  }
  return network.driver === 'none'
    ? [{ text: 'loopback only', font: 'small' }]
    : [{ text: addressText(endpoint, container) }];
}

/** A container's cell, with those that share its sandbox hanging on it. */
export function containerCell(
  topology: Topology,
  container: Container,
  width: number,
  rows: readonly Row[],
): Cell {
  const card = smallCard(container, topology, width, rows);
  let height = card.height;
  const hung = sharersOf(container, topology).map((sharer): HungCard => {
    const below = smallCard(sharer, topology, width - hungIndent, [
      { text: `network of ${container.name}`, font: 'small' },
    ]);
    const offset = height + hungGap;
    height = offset + below.height;
    return { containerId: sharer.id, spec: cardSpec(sharer, below, width - hungIndent), offset };
  });
  const id = `container:${container.id}`;
  return {
    id,
    containerIds: [container.id],
    spec: cardSpec(container, card, width),
    hung,
    height,
    x: 0,
    y: 0,
    row: 0,
    column: 0,
  };
}

function cardSpec(container: Container, card: Card, w: number): Cell['spec'] {
  return {
    id: `container:${container.id}`,
    kind: 'container',
    w,
    h: card.height,
    lines: card.lines,
    dot: card.dot,
    label: card.label,
    subject: { kind: 'container', id: container.id },
    faded: !isUp(container),
  };
}

function foldCell(id: string, members: readonly Container[]): Cell {
  const running = members.filter(isUp).length;
  const words = running === members.length ? 'all running' : `${running} running`;
  const spec: Cell['spec'] = {
    id: `fold:${id}`,
    kind: 'fold',
    w: cardWidth,
    h: 49,
    lines: [
      line(`+${members.length} more`, cardWidth / 2, 22, cardWidth - 20, { font: 'title', anchor: 'middle' }),
      line(words, cardWidth / 2, 39, cardWidth - 20, { font: 'small', tone: 'muted', anchor: 'middle' }),
    ],
    label: `${count(members.length, 'more container')}, ${words}; open to show all`,
    subject: { kind: 'fold', id },
  };
  return {
    id: spec.id,
    containerIds: members.map((member) => member.id),
    spec,
    hung: [],
    height: spec.h,
    x: 0,
    y: 0,
    row: 0,
    column: 0,
  };
}

function arrange(region: Omit<Region, 'x' | 'y' | 'w' | 'h' | 'columns'>): Region {
  const { cells } = region;
  const columns = columnsFor(cells.length);
  let y = headHeight;
  for (let start = 0; start < cells.length; start += columns) {
    const row = cells.slice(start, start + columns);
    row.forEach((cell, column) => {
      cell.x = padding + column * (cardWidth + cardGap);
      cell.y = y;
      cell.row = start / columns;
      cell.column = column;
    });
    y += Math.max(...row.map(({ height }) => height)) + cardGap;
  }
  const grid = columns * (cardWidth + cardGap) - cardGap + 2 * padding;
  const header = Math.min(measureText(region.title, 'title') + measureText(region.tag, 'caption') + 60, 340);
  const w = Math.ceil(
    Math.max(grid, header, Math.min(measureText(region.words, 'monoSmall') + 2 * padding, 340)),
  );
  return { ...region, columns, x: 0, y: 0, w, h: cells.length === 0 ? 56 : y };
}

function columnsFor(cells: number): number {
  if (cells <= 1) {
    return 1;
  }
  return cells <= 4 ? 2 : cells <= 12 ? 3 : Math.ceil(Math.sqrt(cells * 0.8));
}

/** The region's own lines: name and driver, then what its addresses are. */
export function regionLines({ title, tag, words, tone, w }: Region): TextLine[] {
  const tagWidth = tag === '' ? 0 : Math.min(measureText(tag, 'caption') + 14, w * 0.55);
  const lines = [line(title, padding, 25, w - 2 * padding - tagWidth, { font: 'title' })];
  if (tag !== '') {
    lines.push(line(tag, w - padding, 25, tagWidth - 14 + 8, { font: 'caption', tone, anchor: 'end' }));
  }
  lines.push(line(words, padding, 43, w - 2 * padding, { font: 'monoSmall', tone: 'muted' }));
  return lines;
}

function regionWords(network: Network, members: number): string {
  const words = network.subnets.map(({ cidr }) => cidr);
  if (network.driver === 'none') {
    words.push('loopback only');
  }
  if (network.configOnly) {
    words.push('settings only');
  }
  if (network.vxlanId !== undefined) {
    words.push(`VXLAN ${network.vxlanId}`);
  }
  if (network.parent !== undefined) {
    words.push(`parent ${network.parent}`);
  }
  if (!network.icc) {
    words.push('icc off');
  }
  if (!network.masquerade) {
    words.push('no masquerade');
  }
  if (isEngineOwned(network)) {
    words.push('members not listed');
  } else if (members === 0 && network.endpoints.length === 0 && !network.configOnly) {
    words.push('empty');
  }
  return words.join(' · ');
}
