import type { Container, Network, Topology } from '../../model';
import { isUp } from '../../model';
import type { Row } from '../containerCard';
import { foldContainers, gatherProjects, placesFor } from '../folds';
import { line, measureText } from '../text';
import { addressText, isEngineOwned, networkTag, networkTone } from '../words';
import type { Subject, TextLine, Tone } from '../scene';
import { cardWidth, type Cell } from './cells';
import { arrangeCells, cardGap } from './grid';
import { serviceCells } from './services';

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
  /** Cards, folds and the frames of open folds, in reading order; a frame comes before what is in it. */
  readonly cells: readonly Cell[];
  x: number;
  y: number;
  w: number;
  h: number;
}

const padding = 14;
const headHeight = 60;

/** What the drawing of a whole topology is made from. */
export interface Context {
  readonly topology: Topology;
  /** Ids of the folds that are open. */
  readonly unfolded: ReadonlySet<string>;
  /** How many stopped containers are hidden, by network id. */
  readonly hidden: ReadonlyMap<string, number>;
  /** Of the shelves that blocks stand on. */
  readonly shelfWidth: number;
}

/** A region of its own size; its place comes with the packing. */
export function makeRegion(
  context: Context,
  network: Network,
  members: readonly Container[],
  framed = false,
): Region {
  const rows = (container: Container): Row[] => addressRows(container, network);
  return sizeRegion(context, members, rows, network.id, {
    id: `network:${network.id}`,
    network,
    title: network.name,
    tag: networkTag(network),
    words: regionWords(context, network, members.length, framed),
    tone: networkTone(network),
    subject: { kind: 'network', id: network.id },
  });
}

/** The region of those that are on no network at all. */
export function makeUnattached(context: Context, members: readonly Container[]): Region {
  const rows = (container: Container): Row[] => [
    {
      text: container.mode.kind === 'container' ? 'shares a network that is gone' : 'no network',
      font: 'small',
    },
  ];
  return sizeRegion(context, members, rows, 'unattached', {
    id: 'unattached',
    network: undefined,
    title: 'No network',
    tag: '',
    words: 'the engine names none for these',
    tone: 'none',
    subject: undefined,
  });
}

function sizeRegion(
  { topology, unfolded }: Context,
  members: readonly Container[],
  rows: (container: Container) => Row[],
  scope: string,
  { id, network, title, tag, words, tone, subject }: Omit<Region, 'cells' | 'x' | 'y' | 'w' | 'h'>,
): Region {
  const items = foldContainers(scope, gatherProjects(members), unfolded, placesFor(topology, scope));
  const services = network ? serviceCells(topology, network, unfolded, padding, headHeight) : [];
  const top = services.reduce((bottom, { y, height }) => Math.max(bottom, y + height + cardGap), headHeight);
  const wired = [...unfolded].some((fold) => fold.startsWith('ports/'));
  const grid = arrangeCells(topology, items, { rows, width: cardWidth, left: padding, top, wired });
  const header = Math.min(measureText(title, 'title') + measureText(tag, 'caption') + 60, 340);
  const below = Math.min(measureText(words, 'monoSmall') + 2 * padding, 340);
  const lead = services.reduce((right, { x }) => Math.max(right, x + cardWidth), 0) - padding;
  const w = Math.ceil(Math.max(Math.max(grid.width, lead) + 2 * padding, header, below));
  const cells = services.length === 0 ? grid.cells : [...services, ...grid.cells];
  const bottom = grid.cells.length === 0 ? top - cardGap : grid.bottom;
  const h = cells.length === 0 ? 56 : bottom + 18;
  return { id, network, title, tag, words, tone, subject, cells, x: 0, y: 0, w, h };
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

/** The region's own lines: name and driver, then what its addresses are. */
export function regionLines({ title, tag, words, tone, w }: Region): TextLine[] {
  const tagWidth = tag === '' ? 0 : Math.min(measureText(tag, 'caption') + 14, w * 0.62);
  const lines = [line(title, padding, 25, w - 2 * padding - tagWidth, { font: 'title' })];
  if (tag !== '') {
    lines.push(line(tag, w - padding, 25, tagWidth - 14 + 8, { font: 'caption', tone, anchor: 'end' }));
  }
  lines.push(line(words, padding, 43, w - 2 * padding, { font: 'monoSmall', tone: 'muted' }));
  return lines;
}

/** A frame around the region names its project. */
function regionWords(
  { topology, hidden }: Context,
  network: Network,
  members: number,
  framed: boolean,
): string {
  const lacks = hidden.get(network.id) ?? 0;
  const served = topology.services.some(({ networkIds }) => networkIds.includes(network.id));
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
  if (network.composeProject && !framed) {
    words.push(`project ${network.composeProject}`);
  }
  if (lacks > 0) {
    words.push(`${lacks} stopped, hidden`);
  }
  if (isEngineOwned(network)) {
    words.push('members not listed');
  } else if (members === 0 && network.endpoints.length === 0 && lacks === 0 && !network.configOnly) {
    words.push(served ? 'no containers here' : 'empty');
  }
  return words.join(' · ');
}
