import type { Topology } from '../../model';
import { addBox, addBoxAt, addWire, type Draft } from '../draft';
import type { Box } from '../scene';
import { line } from '../text';
import { count } from '../words';
import { emitAttachments } from './attachments';
import { frameId, type Block } from './block';
import { hungIndent, type Cell } from './cells';
import { emitLinks } from './links';
import { regionLines, type Region } from './region';

export const hostId = 'host';

/** Boxes of a placed block, and the wires inside it. */
export function emitBlock(draft: Draft, topology: Topology, block: Block): void {
  const frame = frameId(block);
  const parent = frame === undefined ? hostId : emitFrame(draft, block, frame);
  block.left.forEach((region) => emitRegion(draft, topology, region, parent));
  for (const { cells } of block.between) {
    for (const cell of cells) {
      emitCell(draft, topology, cell, cell.parent ?? parent);
    }
  }
  block.right.forEach((region) => emitRegion(draft, topology, region, parent));
  if (block.between.length > 0) {
    emitAttachments(draft, block, 'left');
    emitAttachments(draft, block, 'right');
  }
}

/** Around the networks of one compose project, with its name. */
function emitFrame(draft: Draft, { left, right, project = '', x, y, w, h }: Block, id: string): string {
  const networks = count(left.length + right.length, 'network');
  const title = line(project, 14, 22, w - 202, { font: 'title' });
  addBox(draft, {
    id,
    kind: 'group',
    parent: hostId,
    tone: 'muted',
    x,
    y,
    w,
    h,
    lines: [
      title,
      line(`compose project · ${networks}`, w - 14, 22, 168, { font: 'small', tone: 'muted', anchor: 'end' }),
    ],
    label: `compose project ${project}, ${networks}`,
  });
  return id;
}

function emitRegion(draft: Draft, topology: Topology, region: Region, parent: string): void {
  const { id, x, y, w, h, tone, title, tag, words, network } = region;
  addBox(draft, {
    id,
    kind: 'region',
    parent,
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
