import type { Topology } from '../../model';
import { addBox, addBoxAt, addWire, type Draft } from '../draft';
import { laneAt, laneOrder, spread } from '../route';
import type { Box } from '../scene';
import { count, networkTone } from '../words';
import type { Block } from './block';
import { cardRowTop, foldRowTop, hungIndent, rowStep, type Cell } from './cells';
import { regionLines, type Region } from './region';
import { isWired } from './stack';
import { groupBy, innerSpan } from './routes';

export const hostId = 'host';

/** Boxes of a placed block, and the wires inside it. */
export function emitBlock(draft: Draft, topology: Topology, block: Block): void {
  for (const region of [...block.left, ...block.right]) {
    emitRegion(draft, topology, region);
  }
  for (const { cells } of block.between) {
    for (const cell of cells) {
      emitCell(draft, topology, cell, cell.parent ?? hostId);
    }
  }
  if (block.between.length > 0) {
    emitAttachments(draft, topology, block, 'left');
    emitAttachments(draft, topology, block, 'right');
  }
}

function emitRegion(draft: Draft, topology: Topology, region: Region): void {
  const { id, x, y, w, h, tone, title, tag, words, network } = region;
  addBox(draft, {
    id,
    kind: 'region',
    parent: hostId,
    tone,
    x,
    y,
    w,
    h,
    lines: regionLines(region),
    label: [network ? `network ${title}` : title, tag, words].filter(Boolean).join(', '),
    subject: region.subject,
    faded: network?.configOnly ?? false,
  });
  for (const cell of region.cells) {
    emitCell(draft, topology, cell, cell.parent ?? id);
  }
  emitLinks(draft, topology, region);
}

/** A card, and those that hang on it. */
export function emitCell(draft: Draft, topology: Topology, cell: Cell, parent: string): void {
  const owner = addBoxAt(draft, cell.spec, parent, cell.x, cell.y);
  for (const { spec, offset } of cell.hung) {
    const hung = addBoxAt(draft, spec, parent, cell.x + hungIndent, cell.y + offset);
    const middle = hung.y + Math.min(18, hung.h / 2);
    const x = owner.x + hungIndent / 2;
    addWire(draft, {
      kind: 'shared',
      from: owner.id,
      to: hung.id,
      points: [
        { x, y: owner.y + owner.h },
        { x, y: middle },
        { x: hung.x, y: middle },
      ],
      label: `${nameOf(hung, topology)} runs in the network namespace of ${nameOf(owner, topology)}`,
      faded: hung.faded,
    });
  }
}

function nameOf({ subject }: Box, { containerById }: Topology): string {
  return subject?.kind === 'container' ? (containerById.get(subject.id)?.name ?? subject.id) : '';
}

interface Attachment {
  readonly cell: Cell;
  readonly region: Region;
  /** Height of the address's line on the container's card. */
  readonly lineY: number;
  regionY: number;
}

/** One wire for each network of the containers in the middle, level with the address's line. */
function emitAttachments(draft: Draft, topology: Topology, block: Block, side: 'left' | 'right'): void {
  const regions = new Map(block[side].map((region) => [region.network?.id ?? '', region]));
  const attachments: Attachment[] = [];
  for (const { cells, networkIds } of block.between) {
    for (const cell of cells.filter(isWired)) {
      const first = cell.y + (cell.spec.kind === 'fold' ? foldRowTop : cardRowTop);
      networkIds.forEach((id, index) => {
        const region = regions.get(id);
        const lineY = first + index * rowStep;
        if (region) {
          attachments.push({ cell, region, lineY, regionY: lineY });
        }
      });
    }
  }
  for (const group of groupBy(attachments, ({ region }) => region.id)) {
    const region = group[0]?.region;
    if (region) {
      const heights = spread(
        group.map(({ lineY }) => lineY),
        10,
        region.y + 14,
        region.y + region.h - 14,
      );
      group.forEach((attachment, index) => (attachment.regionY = heights[index] ?? attachment.lineY));
    }
  }
  drawAttachments(draft, topology, block, side, attachments);
}

function drawAttachments(
  draft: Draft,
  topology: Topology,
  block: Block,
  side: 'left' | 'right',
  attachments: readonly Attachment[],
): void {
  const bent = attachments.filter(({ lineY, regionY }) => lineY !== regionY);
  const lanes = laneOrder(
    bent.map(({ lineY, regionY }) =>
      side === 'left' ? { left: regionY, right: lineY } : { left: lineY, right: regionY },
    ),
  );
  const rank = new Map(bent.map((attachment, index) => [attachment, lanes[index] ?? 0]));
  const incomingStart = side === 'left' && block.incoming > 0 ? innerSpan(block).start : Infinity;
  const outer = outerEdge(block, side);
  for (const attachment of attachments) {
    const { cell, region, lineY, regionY } = attachment;
    const cardX = side === 'left' ? cell.x : cell.x + cell.spec.w;
    const regionX = side === 'left' ? region.x + region.w : region.x;
    const start = side === 'left' ? regionX : outer;
    const size = (side === 'left' ? Math.min(incomingStart, outer) : regionX) - start;
    const laneX = laneAt(rank.get(attachment) ?? 0, bent.length, start, size);
    addWire(draft, {
      kind: 'attachment',
      tone: region.network ? networkTone(region.network) : 'muted',
      from: region.id,
      to: cell.id,
      points: [
        { x: regionX, y: regionY },
        { x: laneX, y: regionY },
        { x: laneX, y: lineY },
        { x: cardX, y: lineY },
      ],
      label: `${namesOf(topology, cell)} on ${region.title}`,
      faded: !isAttached(topology, cell, region),
    });
  }
}

/** Where the channel beside the stacks ends: cards in open folds stand farther in, and no lane may run through others. */
function outerEdge({ between }: Block, side: 'left' | 'right'): number {
  const cells = between.flatMap((stack) => stack.cells);
  return side === 'left'
    ? cells.reduce((edge, { x }) => Math.min(edge, x), Infinity)
    : cells.reduce((edge, { x, spec }) => Math.max(edge, x + spec.w), 0);
}

function namesOf({ containerById }: Topology, { containerIds }: Cell): string {
  const [only = ''] = containerIds;
  return containerIds.length > 1
    ? count(containerIds.length, 'container')
    : (containerById.get(only)?.name ?? only);
}

function isAttached({ containerById }: Topology, { containerIds }: Cell, { network }: Region): boolean {
  return containerIds.some((id) =>
    containerById.get(id)?.endpoints.some(({ networkId, attached }) => attached && networkId === network?.id),
  );
}

/** Legacy links between cards of one region, through the gaps below their rows. */
function emitLinks(draft: Draft, topology: Topology, region: Region): void {
  if (topology.links.length === 0 || region.network?.driver !== 'bridge') {
    return;
  }
  const cells = new Map(
    region.cells
      .filter(({ hung, spec }) => hung.length === 0 && spec.kind === 'container')
      .map((cell) => [cell.id, cell]),
  );
  const bottoms = new Map(groupBy(region.cells, ({ parent }) => parent ?? '').map(rowBottoms));
  for (const { linkerId, targetId, alias } of topology.links) {
    const from = cells.get(`container:${linkerId}`);
    const to = cells.get(`container:${targetId}`);
    if (from && to && from.parent === to.parent) {
      addWire(draft, {
        kind: 'link',
        tone: 'link',
        from: from.id,
        to: to.id,
        points: linkPoints(from, to, bottoms.get(from.parent) ?? []),
        label: `Link: ${topology.containerById.get(linkerId)?.name ?? linkerId} finds ${topology.containerById.get(targetId)?.name ?? targetId} as ${alias}`,
        arrow: true,
        mark: alias,
      });
    }
  }
}

/** Of the rows of one parent: each open fold counts its own. */
function rowBottoms(cells: readonly Cell[]): [Cell['parent'], number[]] {
  const bottoms: number[] = [];
  for (const { row, y, height } of cells) {
    bottoms[row] = Math.max(bottoms[row] ?? 0, y + height);
  }
  return [cells[0]?.parent, bottoms];
}

function linkPoints(from: Cell, to: Cell, bottoms: readonly number[]) {
  const below = (cell: Cell): number => (bottoms[cell.row] ?? 0) + 5;
  const start = { x: from.x + from.spec.w - 28, y: from.y + from.spec.h };
  const end = { x: to.x + 28 + 10 * Math.abs(from.column - to.column), y: to.y + to.spec.h };
  const gapX = to.x - 8;
  return [
    start,
    { x: start.x, y: below(from) },
    { x: from.row === to.row ? end.x : gapX, y: below(from) },
    { x: from.row === to.row ? end.x : gapX, y: below(to) },
    { x: end.x, y: below(to) },
    end,
  ];
}
