import { addWire } from '../draft';
import { level } from '../route';
import type { Box } from '../scene';
import { count } from '../words';
import type { NetworkContext } from './context';
import { portKey, portSpan, portWords, rowHeight, rowStep } from './hostStage';
import type { PortGroup } from './ports';
import { addRow, stageInset } from './stage';

/** Where published ports stand that do nothing, and what keeps them from it. */
export interface BlockedPlace {
  readonly parent: string;
  readonly x: number;
  readonly w: number;
  readonly top: number;
  /** The box that their requests never reach, and where its wires end. */
  readonly target: Pick<Box, 'id' | 'x' | 'y' | 'h'>;
  readonly reason: string;
}

/** Height that rows of published ports without effect need. */
export function blockedHeight(groups: readonly PortGroup[]): number {
  return groups.reduce((sum, { items }) => sum + items.length * rowStep, 0);
}

/** Red rows for ports that are published and do nothing, each with a broken wire that ends before its goal. */
export function addBlockedPorts(
  context: NetworkContext,
  groups: readonly PortGroup[],
  place: BlockedPlace,
): void {
  let y = place.top;
  for (const { title, items } of groups) {
    for (const item of items) {
      const single = item.kind === 'port';
      const words = single
        ? portWords(context, item.port)
        : `${count(item.ports.length, 'port')}, ${portSpan(item.ports)}`;
      const box = addRow(context.draft, {
        id: `port:${portKey(item, title)}`,
        parent: place.parent,
        x: place.x + stageInset,
        y,
        w: place.w - 2 * stageInset,
        h: rowHeight,
        text: single
          ? `${item.port.hostPort}/${item.port.protocol} ✕`
          : `${count(item.ports.length, 'port')} ✕`,
        tone: 'error',
        label: `${words}: does nothing, ${place.reason}`,
        subject: single ? { kind: 'port', id: item.port.id } : { kind: 'fold', id: item.foldId },
        ...(single ? {} : { expanded: item.open }),
      });
      wireBlocked(context, box, place);
      y += rowStep;
    }
  }
}

function wireBlocked({ draft }: NetworkContext, box: Box, { target }: BlockedPlace): void {
  const y = box.y + box.h / 2;
  const startX = box.x + box.w;
  const end = Math.min(Math.max(y, target.y + 12), target.y + target.h - 8);
  const points =
    end === y
      ? level(y, startX, target.x)
      : [
          { x: startX, y },
          { x: target.x - 10, y },
          { x: target.x - 10, y: end },
          { x: target.x, y: end },
        ];
  addWire(draft, { kind: 'blocked', tone: 'error', from: box.id, to: target.id, points, label: box.label });
}
