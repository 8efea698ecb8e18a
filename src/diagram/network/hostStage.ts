import type { PublishedPort } from '../../model';
import { isWildcard } from '../../model';
import { addBox, addWire } from '../draft';
import type { Box } from '../scene';
import { line } from '../text';
import { bracketed, hostPortText, isLocalOnly } from '../words';
import { columns, contentTop } from './columns';
import type { NetworkContext } from './context';
import { addRow, stageHeading, stageInset, wrap } from './stage';

/** A published port where it stands in the host's stage. */
export interface PlacedPort {
  readonly port: PublishedPort;
  readonly box: Box;
}

/** Ports that are bound to the same addresses of the host. */
interface PortGroup {
  readonly title: string;
  readonly localOnly: boolean;
  readonly ports: readonly PublishedPort[];
}

export interface PortArea {
  readonly ports: readonly PlacedPort[];
  readonly groups: readonly { readonly box: Box; readonly localOnly: boolean }[];
  readonly bottom: number;
}

export const hostStageId = 'stage:host';

const rowHeight = 26;
const rowGap = 6;

/** The host's stage, once its height is known. It goes before its rows, so that it lies below them. */
export function addHostStage({ draft, topology }: NetworkContext, height: number, words?: string): Box {
  const { x, w } = columns.host;
  const name = topology.host.name ?? '';
  const lines = stageHeading('Interfaces', name, w);
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
    label: `Network interfaces of the host ${name}`.trim(),
    subject: { kind: 'host' },
  });
}

/** Published ports in groups by the host addresses they are bound to, those that all may reach first. */
export function addPorts(context: NetworkContext, ports: readonly PublishedPort[], top: number): PortArea {
  const placed: PlacedPort[] = [];
  const groups: PortArea['groups'][number][] = [];
  let y = top;
  for (const group of groupPorts(ports)) {
    const height = 24 + group.ports.length * (rowHeight + rowGap);
    const box = addGroup(context, group, y, height);
    groups.push({ box, localOnly: group.localOnly });
    group.ports.forEach((port, index) =>
      placed.push(addPort(context, port, box, y + 24 + index * (rowHeight + rowGap))),
    );
    y += height + 8;
  }
  return { ports: placed, groups, bottom: y };
}

function groupPorts(ports: readonly PublishedPort[]): PortGroup[] {
  const byAddress = new Map<string, PublishedPort[]>();
  for (const port of ports) {
    const title = port.hostIps.some(isWildcard) ? 'every address' : port.hostIps.map(bracketed).join(', ');
    byAddress.set(title, [...(byAddress.get(title) ?? []), port]);
  }
  const groups = [...byAddress].map(([title, members]) => ({
    title,
    localOnly: members.every(isLocalOnly),
    ports: members,
  }));
  return groups.sort(
    (a, b) =>
      Number(a.localOnly) - Number(b.localOnly) ||
      Number(b.title === 'every address') - Number(a.title === 'every address'),
  );
}

function addGroup({ draft }: NetworkContext, group: PortGroup, y: number, h: number): Box {
  const { x, w } = columns.host;
  const words = group.localOnly ? `${group.title} · this host only` : group.title;
  return addBox(draft, {
    id: `bind:${group.title}`,
    kind: 'section',
    parent: hostStageId,
    x: x + stageInset,
    y,
    w: w - 2 * stageInset,
    h,
    lines: [line(words, 4, 14, w - 2 * stageInset - 6, { font: 'small', tone: 'muted' })],
    label: `Bound to ${words}`,
  });
}

function addPort(
  { draft, topology }: NetworkContext,
  port: PublishedPort,
  group: Box,
  y: number,
): PlacedPort {
  const name = topology.containerById.get(port.containerId)?.name ?? port.containerId;
  const box = addRow(draft, {
    id: `port:${port.id}`,
    parent: group.id,
    x: group.x,
    y,
    w: group.w,
    h: rowHeight,
    text: `${port.hostPort}/${port.protocol}`,
    tone: 'port',
    label: `Published port ${hostPortText(port)} of ${name}, container port ${port.containerPort}/${port.protocol}`,
    subject: { kind: 'port', id: port.id },
  });
  return { port, box };
}

const lan = { id: 'client:lan', title: 'LAN / Internet', words: 'other machines' };
const local = { id: 'client:local', title: 'This host', words: 'its own programs' };

/** Who may ask: other machines and the host's own programs, wired to the groups of ports that they reach. */
export function addClients(context: NetworkContext, groups: PortArea['groups']): void {
  const open = groups.filter(({ localOnly }) => !localOnly);
  if (groups.length === 0) {
    return;
  }
  const firstY = (groups[0]?.box.y ?? contentTop) - 10;
  const lanBox = open.length > 0 ? addClient(context, lan, firstY) : undefined;
  const localTop = localClientTop(groups, lanBox);
  const localBox = addClient(context, local, localTop);
  if (lanBox) {
    open.forEach(({ box }, index) =>
      addRequest(context, lanBox, box, Math.min(18 + index * 4, 40), Math.min(10 + index * 4, 20), 8),
    );
  }
  groups.forEach(({ box }, index) =>
    addRequest(context, localBox, box, 24, 24, lanBox && index < open.length ? 20 : 14),
  );
}

function localClientTop(groups: PortArea['groups'], lanBox: Box | undefined): number {
  const lastLocal = groups.find(({ localOnly }) => localOnly)?.box.y ?? 0;
  return lanBox ? Math.max(lanBox.y + lanBox.h + 28, lastLocal - 10) : lastLocal - 10;
}

export function addClient({ draft }: NetworkContext, who: typeof lan, y: number): Box {
  const { x, w } = columns.client;
  const middle = { anchor: 'middle' } as const;
  return addBox(draft, {
    id: who.id,
    kind: 'client',
    x,
    y,
    w,
    h: 48,
    lines: [
      line(who.title, w / 2, 21, w - 8, { font: 'title', ...middle }),
      line(who.words, w / 2, 37, w - 8, { font: 'small', tone: 'muted', ...middle }),
    ],
    label: `${who.title}, ${who.words}`,
  });
}

/** A wire from a client to what it may ask, turning in a lane of its own between the two columns. */
export function addRequest(
  { draft }: NetworkContext,
  client: Box,
  target: Box,
  leave: number,
  lane: number,
  arrive: number,
): void {
  const startX = client.x + client.w;
  const laneX = startX + lane;
  addWire(draft, {
    kind: 'request',
    from: client.id,
    to: target.id,
    points: [
      { x: startX, y: client.y + leave },
      { x: laneX, y: client.y + leave },
      { x: laneX, y: target.y + arrive },
      { x: target.x, y: target.y + arrive },
    ],
    label: `${client.label} may ask: ${target.label}`,
    arrow: true,
  });
}
