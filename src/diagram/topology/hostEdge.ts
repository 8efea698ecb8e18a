import type { Container, Topology } from '../../model';
import { addBox, addWire, type Draft } from '../draft';
import { level } from '../route';
import type { Point, Tone } from '../scene';
import { line } from '../text';
import type { EdgeRow } from './entries';
import { emitCell, hostId } from './emit';
import { foldContainers, gatherProjects, placesFor } from '../folds';
import { arrangeCells, groupInset, measureItems } from './grid';
import { firstTurn, type EdgeRoute } from './routes';

const clientX = 20;
const clientWidth = 116;
/** Left border of the host's frame. */
export const frameX = clientX + clientWidth + 28;
export const edgeX = frameX + 14;
export const edgeWidth = 200;
export const edgeTop = 96;
const inset = 14;
const leastHeight = 84;
const rowHeight = 24;
const rowGap = 6;
const edgeId = 'edge';

/** The rows of the host's edge where they stand. */
export interface Edge {
  readonly bottom: number;
  /** A point for each route, at the right border of its row. */
  readonly starts: readonly Point[];
}

/** The host's interfaces: published ports and parents in the order of their wires, then containers in host mode. */
export function emitEdge(
  draft: Draft,
  topology: Topology,
  rows: readonly EdgeRow[],
  routes: readonly EdgeRoute[],
  onHost: readonly Container[],
  unfolded: ReadonlySet<string>,
): Edge {
  const inner: Draft = { boxes: [], wires: [], captions: [] };
  const places = new Map<string, number>();
  let y = edgeTop + 40;
  for (const [kind, title] of [
    ['port', 'published ports'],
    ['parent', 'parents of networks'],
  ] as const) {
    const own = orderRows(
      rows.filter((row) => row.kind === kind),
      routes,
    );
    if (own.length > 0) {
      draft.captions.push(
        line(title, edgeX + inset, y + 10, edgeWidth - 2 * inset, { font: 'small', tone: 'muted' }),
      );
      y += 18;
      own.forEach((row, index) => {
        places.set(row.id, y + index * (rowHeight + rowGap));
        emitRow(inner, row, y + index * (rowHeight + rowGap));
      });
      y += own.length * (rowHeight + rowGap) + 10;
    }
  }
  y = emitHostMode(inner, topology, onHost, unfolded, y);
  emitFrame(draft, rows, y);
  draft.boxes.push(...inner.boxes);
  draft.wires.push(...inner.wires);
  return { bottom: Math.max(y, edgeTop + leastHeight), starts: startPoints(routes, places) };
}

/** Rows in the order of their wires, those of an open fold below its own row; what has no wire comes last. */
function orderRows(rows: readonly EdgeRow[], routes: readonly EdgeRoute[]): EdgeRow[] {
  const rank = new Map<string, number>();
  routes.forEach(({ row }, index) => rank.has(row.id) || rank.set(row.id, index));
  const inner = new Map<string | undefined, EdgeRow[]>();
  for (const row of [...rows].reverse()) {
    const own = rank.get(row.id) ?? routes.length;
    rank.set(row.id, own);
    if (row.within !== undefined) {
      rank.set(row.within, Math.min(rank.get(row.within) ?? own, own));
    }
    inner.set(row.within, [row, ...(inner.get(row.within) ?? [])]);
  }
  const order = (within: string | undefined): EdgeRow[] =>
    (inner.get(within) ?? [])
      .sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0))
      .flatMap((row) => [row, ...order(row.id)]);
  return order(undefined);
}

/** Tried in this order, from the middle of a row. */
const startShifts = [0, 3, -3, 5, -5] as const;

/** Where wires leave their rows: not at the height of another that comes by on its way to the right. */
function startPoints(routes: readonly EdgeRoute[], places: ReadonlyMap<string, number>): Point[] {
  const used = new Map<string, number>();
  const passing = new Map<number, EdgeRow>();
  for (const route of routes) {
    passing.set(Math.round(firstTurn(route)), route.row);
  }
  const isClear = (row: EdgeRow, y: number): boolean =>
    [-2, -1, 0, 1, 2].every((off) => (passing.get(y + off) ?? row) === row);
  return routes.map(({ row }) => {
    const index = used.get(row.id) ?? 0;
    used.set(row.id, index + 1);
    const first = rowHeight / 2 - Math.min(row.targets.length - 1, 4) * 2;
    const y = (places.get(row.id) ?? edgeTop) + first + Math.min(index, 4) * 4;
    const shift = row.targets.length > 1 ? 0 : startShifts.find((off) => isClear(row, y + off));
    return { x: edgeX + edgeWidth - inset, y: y + (shift ?? 0) };
  });
}

function emitRow(draft: Draft, row: EdgeRow, y: number): void {
  const tone: Tone = row.kind === 'parent' ? 'parent' : row.localOnly ? 'muted' : 'port';
  const w = edgeWidth - 2 * inset;
  addBox(draft, {
    id: row.id,
    kind: row.expanded === false ? 'fold' : 'row',
    parent: edgeId,
    x: edgeX + inset,
    y,
    w,
    h: rowHeight,
    lines: [line(row.text, 8, rowHeight / 2 + 4, w - 16, { font: 'monoSmall' })],
    tone: row.blocked ? 'error' : tone,
    label: row.blocked ? `${row.label}: nothing answers, the network is internal` : row.label,
    subject: row.subject,
    expanded: row.expanded,
  });
}

function emitHostMode(
  draft: Draft,
  topology: Topology,
  members: readonly Container[],
  unfolded: ReadonlySet<string>,
  top: number,
): number {
  const network = topology.networks.find(({ driver }) => driver === 'host');
  if (members.length === 0) {
    return top;
  }
  const id = `network:${network?.id ?? 'host'}`;
  const items = foldContainers('host', gatherProjects(members), unfolded, placesFor(topology, 'host'));
  const { cells, bottom } = arrangeCells(topology, items, {
    rows: hostRows,
    width: Math.max(60, edgeWidth - 2 * inset - 2 * groupInset * measureItems(items).depth),
    left: edgeX + inset,
    top: top + 22,
    columns: 1,
  });
  const height = bottom - top + 10;
  addBox(draft, {
    id,
    kind: 'section',
    parent: edgeId,
    tone: 'host',
    x: edgeX + inset - 4,
    y: top,
    w: edgeWidth - 2 * inset + 8,
    h: height,
    lines: [line('host network', 4, 12, 160, { font: 'small', tone: 'host' })],
    label: `network ${network?.name ?? 'host'}: containers in the host's own network`,
    subject: network ? { kind: 'network', id: network.id } : undefined,
  });
  cells.forEach((cell) => emitCell(draft, topology, cell, cell.parent ?? id));
  return top + height + 6;
}

function hostRows({ state }: Container) {
  return [{ text: state === 'running' ? 'the host’s own ports' : state, font: 'small' } as const];
}

function emitFrame(draft: Draft, rows: readonly EdgeRow[], bottom: number): void {
  addBox(draft, {
    id: edgeId,
    kind: 'stage',
    parent: hostId,
    x: edgeX,
    y: edgeTop,
    w: edgeWidth,
    h: Math.max(bottom - edgeTop, leastHeight),
    lines: [line('Interfaces', inset, 24, edgeWidth - 2 * inset, { font: 'title' })],
    label: 'Network interfaces of the host',
    subject: { kind: 'host' },
  });
  const client = addBox(draft, {
    id: 'client:lan',
    kind: 'client',
    x: clientX,
    y: edgeTop,
    w: clientWidth,
    h: 48,
    lines: [
      line('LAN / Internet', clientWidth / 2, 21, clientWidth - 8, { font: 'title', anchor: 'middle' }),
      line('other machines', clientWidth / 2, 37, clientWidth - 8, {
        font: 'small',
        tone: 'muted',
        anchor: 'middle',
      }),
    ],
    label: 'LAN and Internet, other machines',
  });
  if (rows.some(({ kind, localOnly }) => kind === 'port' && !localOnly)) {
    addWire(draft, {
      kind: 'request',
      from: client.id,
      to: edgeId,
      points: level(edgeTop + 24, clientX + clientWidth, edgeX),
      label: 'Other machines may ask the ports that are not bound to this machine only',
      arrow: true,
    });
  }
}
