import type { PublishedPort } from '../../model';
import { addBox } from '../draft';
import type { Box } from '../scene';
import { line, tame } from '../text';
import { count, hostPortText } from '../words';
import { columns, contentTop } from './columns';
import type { NetworkContext } from './context';
import { foldedKey, type PortGroup, type PortItem } from './ports';
import { addRow, stageHeading, stageInset, wrap } from './stage';

/** Published ports where they stand in the host's stage: one, or those of a fold. */
export interface PlacedPorts {
  readonly item: PortItem;
  /** What the ids of the row and of its rule end with. */
  readonly key: string;
  readonly box: Box;
}

export interface PortArea {
  readonly ports: readonly PlacedPorts[];
  readonly groups: readonly { readonly box: Box; readonly localOnly: boolean }[];
  readonly bottom: number;
}

export const hostStageId = 'stage:host';

export const rowHeight = 26;
export const rowStep = 32;
const groupHead = 24;

/** The host's stage, once its height is known. */
export function addHostStage({ draft, topology }: NetworkContext, height: number, words?: string): Box {
  const { x, w } = columns.host;
  const name = topology.host.name ?? '';
  const lines = stageHeading(name || 'Interfaces', 'host', w);
  if (words !== undefined) {
    lines.push(...wrap(words, 14, 52, w - 28));
  }
  return addBox(draft, {
    id: hostStageId,
    kind: 'stage',
    x,
    y: contentTop,
    w,
    h: height,
    lines,
    label: tame(`Network interfaces of the host ${name}`.trim()),
    subject: { kind: 'host' },
  });
}

/** Rows of published ports, a section for each binding. */
export function addPorts(context: NetworkContext, groups: readonly PortGroup[], top: number): PortArea {
  const ports: PlacedPorts[] = [];
  const sections: PortArea['groups'][number][] = [];
  let y = top;
  for (const group of groups) {
    const height = groupHead + group.items.length * rowStep;
    const box = addSection(context, group, y, height);
    sections.push({ box, localOnly: group.localOnly });
    group.items.forEach((item, index) =>
      ports.push(addPort(context, item, group.title, box, y + groupHead + index * rowStep)),
    );
    y += height + 8;
  }
  return { ports, groups: sections, bottom: y };
}

function addSection({ draft }: NetworkContext, group: PortGroup, y: number, h: number): Box {
  const { x, w } = columns.host;
  const words = group.localOnly ? `${group.title} · this host` : group.title;
  return addBox(draft, {
    id: `bind:${group.title}`,
    kind: 'section',
    parent: hostStageId,
    x: x + stageInset,
    y,
    w: w - 2 * stageInset,
    h,
    lines: [line(words, 4, 14, w - 2 * stageInset - 6, { font: 'small', tone: 'muted' })],
    label: `Bound to ${group.title}${group.localOnly ? ', for programs of this host only' : ''}`,
  });
}

/** A fold's ports have a row for each binding: the title tells them apart. */
export function portKey(item: PortItem, title: string): string {
  return item.kind === 'port' ? item.port.id : foldedKey(item.foldId, title);
}

function addPort(
  context: NetworkContext,
  item: PortItem,
  title: string,
  section: Box,
  y: number,
): PlacedPorts {
  const key = portKey(item, title);
  const place = { parent: section.id, x: section.x, y, w: section.w, h: rowHeight, tone: 'port' } as const;
  if (item.kind === 'port') {
    const { port } = item;
    const box = addRow(context.draft, {
      id: `port:${key}`,
      ...place,
      text: `${port.hostPort}/${port.protocol}`,
      label: portWords(context, port),
      subject: { kind: 'port', id: port.id },
    });
    return { item, key, box };
  }
  const words = count(item.ports.length, 'port');
  const box = addRow(context.draft, {
    id: `port:${key}`,
    ...place,
    text: item.open ? `${words}, one by one` : words,
    label: `${words}, ${item.open ? 'open' : 'folded'}: ${portSpan(item.ports)}`,
    subject: { kind: 'fold', id: item.foldId },
    expanded: item.open,
  });
  return { item, key, box };
}

/** `Published port *:8080 of web, container port 80/tcp`. */
export function portWords({ topology }: NetworkContext, port: PublishedPort): string {
  const name = topology.containerById.get(port.containerId)?.name ?? port.containerId;
  return tame(
    `Published port ${hostPortText(port)} of ${name}, container port ${port.containerPort}/${port.protocol}`,
  );
}

/** `8000 to 8099`: the lowest and the highest. */
export function portSpan(ports: readonly PublishedPort[]): string {
  const [low, high] = ports.reduce<readonly [number, number]>(
    ([least, most], { hostPort }) => [Math.min(least, hostPort), Math.max(most, hostPort)],
    [Infinity, 0],
  );
  return low >= high ? `${high}` : `${low} to ${high}`;
}
