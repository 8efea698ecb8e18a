import { addWire, type Draft } from '../draft';
import { laneAt, laneOrder } from '../route';
import { count, networkTone } from '../words';
import { innerSpan, type Block } from './block';
import { cardRowTop, foldRowTop, rowStep, type Cell } from './cells';
import type { Side } from './clusters';
import type { Region } from './region';
import { isWired } from './stack';

/** One network's wires to the containers in the middle: they share a lane, and each leaves it level with its address. */
interface Bus {
  readonly region: Region;
  readonly taps: readonly Tap[];
  /** Height at which all leave the region. */
  readonly y: number;
}

interface Tap {
  readonly cell: Cell;
  readonly y: number;
}

/** One wire for each network of the containers in the middle. */
export function emitAttachments(draft: Draft, block: Block, side: Side): void {
  const tapsOf = collectTaps(block);
  const levels = new Set([...tapsOf.values()].flatMap((taps) => taps.map(({ y }) => y)));
  const buses = block[side].flatMap((region): Bus[] => {
    const taps = tapsOf.get(region.network?.id ?? '');
    return taps ? [{ region, taps, y: leaveAt(region, taps, levels) }] : [];
  });
  const lanes = laneOrder(
    buses.map(({ y, taps }) => {
      const mean = taps.reduce((sum, tap) => sum + tap.y, 0) / taps.length;
      return side === 'left' ? { left: y, right: mean } : { left: mean, right: y };
    }),
  );
  const channel = channelOf(block, side);
  buses.forEach((bus, index) => {
    const lane = laneAt(lanes[index] ?? 0, buses.length, channel.start, channel.size);
    drawBus(draft, bus, side, lane);
  });
}

/** By network id, from top to bottom. */
function collectTaps({ between }: Block): ReadonlyMap<string, readonly Tap[]> {
  const found = new Map<string, Tap[]>();
  for (const { cells, networkIds } of between) {
    for (const cell of cells.filter(isWired)) {
      const first = cell.y + (cell.spec.kind === 'fold' ? foldRowTop : cardRowTop);
      networkIds.forEach((id, index) => {
        const taps = found.get(id) ?? [];
        taps.push({ cell, y: first + index * rowStep });
        found.set(id, taps);
      });
    }
  }
  return found;
}

/** Level with one of its own taps where the region has one beside it, else beside the nearest, off the others' levels. */
function leaveAt({ y, h }: Region, taps: readonly Tap[], levels: ReadonlySet<number>): number {
  const [top, bottom] = [y + 14, y + h - 14];
  const beside = taps.find((tap) => tap.y >= top && tap.y <= bottom);
  if (beside) {
    return beside.y;
  }
  const below = (taps[0]?.y ?? top) > bottom;
  let place = below ? bottom : top;
  while (levels.has(place) && place > top - 4 && place < bottom + 4) {
    place += below ? -2 : 2;
  }
  return place;
}

function channelOf(block: Block, side: Side): { readonly start: number; readonly size: number } {
  const [region] = block[side];
  const cells = block.between.flatMap((stack) => stack.cells);
  if (side === 'left') {
    const start = (region?.x ?? 0) + (region?.w ?? 0);
    return { start, size: innerSpan(block).start - start };
  }
  // Cards in open folds stand farther in, and no lane may run through others.
  const start = cells.reduce((edge, { x, spec }) => Math.max(edge, x + spec.w), 0);
  return { start, size: (region?.x ?? start) - start };
}

function drawBus(draft: Draft, bus: Bus, side: Side, lane: number): void {
  const { region, taps, y } = bus;
  for (const tap of taps) {
    const { cell } = tap;
    addWire(draft, {
      kind: 'attachment',
      tone: region.network ? networkTone(region.network) : 'muted',
      from: region.id,
      to: cell.id,
      points: [
        { x: side === 'left' ? region.x + region.w : region.x, y },
        { x: lane, y },
        { x: lane, y: tap.y },
        { x: side === 'left' ? cell.x : cell.x + cell.spec.w, y: tap.y },
      ],
      label: `${namesOf(cell)} on ${region.title}`,
      faded: !isAttached(cell, region),
    });
  }
}

function namesOf({ containers }: Cell): string {
  const [only] = containers;
  return only && containers.length === 1 ? only.name : count(containers.length, 'container');
}

function isAttached({ containers }: Cell, { network }: Region): boolean {
  return containers.some(({ endpoints }) =>
    endpoints.some(({ networkId, attached }) => attached && networkId === network?.id),
  );
}
