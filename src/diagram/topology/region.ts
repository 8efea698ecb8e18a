import type { Container, Network, Topology } from '../../model';
import { isUp } from '../../model';
import type { Row } from '../containerCard';
import { foldContainers } from '../folds';
import { line, measureText } from '../text';
import { addressText, isEngineOwned, networkTag, networkTone } from '../words';
import type { Subject, TextLine, Tone } from '../scene';
import { cardWidth, type Cell } from './cells';
import { arrangeCells } from './grid';

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
}

/** A region of its own size; its place comes with the packing. */
export function makeRegion(context: Context, network: Network, members: readonly Container[]): Region {
  const rows = (container: Container): Row[] => addressRows(container, network);
  return sizeRegion(context, members, rows, {
    id: `network:${network.id}`,
    network,
    scope: network.id,
    title: network.name,
    tag: networkTag(network),
    words: regionWords(network, members.length, context.hidden.get(network.id) ?? 0),
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
  return sizeRegion(context, members, rows, {
    id: 'unattached',
    network: undefined,
    scope: 'unattached',
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
  { scope, ...region }: Omit<Region, 'cells' | 'x' | 'y' | 'w' | 'h'> & { readonly scope: string },
): Region {
  const items = foldContainers(scope, members, unfolded);
  const grid = arrangeCells(topology, items, { rows, width: cardWidth, left: padding, top: headHeight });
  const header = Math.min(measureText(region.title, 'title') + measureText(region.tag, 'caption') + 60, 340);
  const words = Math.min(measureText(region.words, 'monoSmall') + 2 * padding, 340);
  const w = Math.ceil(Math.max(grid.width + 2 * padding, header, words));
  return { ...region, cells: grid.cells, x: 0, y: 0, w, h: grid.cells.length === 0 ? 56 : grid.bottom + 18 };
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
  const tagWidth = tag === '' ? 0 : Math.min(measureText(tag, 'caption') + 14, w * 0.55);
  const lines = [line(title, padding, 25, w - 2 * padding - tagWidth, { font: 'title' })];
  if (tag !== '') {
    lines.push(line(tag, w - padding, 25, tagWidth - 14 + 8, { font: 'caption', tone, anchor: 'end' }));
  }
  lines.push(line(words, padding, 43, w - 2 * padding, { font: 'monoSmall', tone: 'muted' }));
  return lines;
}

function regionWords(network: Network, members: number, hidden: number): string {
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
  if (hidden > 0) {
    words.push(`${hidden} stopped, hidden`);
  }
  if (isEngineOwned(network)) {
    words.push('members not listed');
  } else if (members === 0 && network.endpoints.length === 0 && hidden === 0 && !network.configOnly) {
    words.push('empty');
  }
  return words.join(' · ');
}
