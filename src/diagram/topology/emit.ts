import type { Container, Topology } from '../../model';
import { addBox, addBoxAt, addWire, type Draft } from '../draft';
import { laneAt, laneOrder, spread } from '../route';
import type { Box } from '../scene';
import { networkTone } from '../words';
import type { Between, Block } from './block';
import { hungIndent, regionLines, type Cell, type Region } from './region';
import { groupBy, innerSpan } from './routes';

export const hostId = 'host';

/** Boxes of a placed block, and the wires inside it. */
export function emitBlock(draft: Draft, topology: Topology, block: Block): void {
  for (const region of [...block.left, ...block.right]) {
    emitRegion(draft, topology, region);
  }
  for (const { cell } of block.between) {
    emitCell(draft, topology, cell, hostId);
  }
  if (block.between.length > 0) {
    emitAttachments(draft, block, 'left');
    emitAttachments(draft, block, 'right');
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
    emitCell(draft, topology, cell, id);
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
  readonly one: Between;
  readonly region: Region;
  /** Height of the address's line on the container's card. */
  readonly lineY: number;
  regionY: number;
}

/** One wire for each network of the containers in the middle, level with the address's line. */
function emitAttachments(draft: Draft, block: Block, side: 'left' | 'right'): void {
  const regions = new Map(block[side].map((region) => [region.network?.id ?? '', region]));
  const attachments = block.between.flatMap((one) =>
    one.networkIds.flatMap((id, index): Attachment[] => {
      const region = regions.get(id);
      const lineY = one.cell.y + 36 + index * 17;
      return region ? [{ one, region, lineY, regionY: lineY }] : [];
    }),
  );
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
  drawAttachments(draft, block, side, attachments);
}

function drawAttachments(
  draft: Draft,
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
  for (const attachment of attachments) {
    const { one, region, lineY, regionY } = attachment;
    const cardX = side === 'left' ? one.cell.x : one.cell.x + one.cell.spec.w;
    const regionX = side === 'left' ? region.x + region.w : region.x;
    const start = Math.min(cardX, regionX);
    const size = Math.min(incomingStart, Math.max(cardX, regionX)) - start;
    const laneX = laneAt(rank.get(attachment) ?? 0, bent.length, start, size);
    addWire(draft, {
      kind: 'attachment',
      tone: region.network ? networkTone(region.network) : 'muted',
      from: region.id,
      to: one.cell.id,
      points: [
        { x: regionX, y: regionY },
        { x: laneX, y: regionY },
        { x: laneX, y: lineY },
        { x: cardX, y: lineY },
      ],
      label: `${one.container.name} on ${region.title}`,
      faded: !isAttached(one.container, region),
    });
  }
}

function isAttached(container: Container, region: Region): boolean {
  return container.endpoints.some(({ networkId, attached }) => attached && networkId === region.network?.id);
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
  const bottoms = rowBottoms(region);
  for (const { linkerId, targetId, alias } of topology.links) {
    const from = cells.get(`container:${linkerId}`);
    const to = cells.get(`container:${targetId}`);
    if (from && to) {
      addWire(draft, {
        kind: 'link',
        tone: 'link',
        from: from.id,
        to: to.id,
        points: linkPoints(from, to, bottoms),
        label: `Link: ${topology.containerById.get(linkerId)?.name ?? linkerId} finds ${topology.containerById.get(targetId)?.name ?? targetId} as ${alias}`,
        arrow: true,
        mark: alias,
      });
    }
  }
}

function rowBottoms({ cells }: Region): number[] {
  const bottoms: number[] = [];
  for (const { row, y, height } of cells) {
    bottoms[row] = Math.max(bottoms[row] ?? 0, y + height);
  }
  return bottoms;
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
