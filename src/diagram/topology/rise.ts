import type { Block } from './block';
import type { Cell } from './cells';
import type { EdgeRow, Target } from './entries';
import type { Region } from './region';

/** How far from the left end of a region a wire comes up into it, and where it then ends. */
export interface Rise {
  readonly x: number;
  /** At the left side of the card, from the gap beside it; else at the bottom of the card or of the region. */
  readonly side: boolean;
}

/** Wires that come up into one region keep this distance. */
const apart = 3;
/** Places left of a card, the best first; the gap is as wide as `cardGap`, or `padding` at the border of a region. */
const besideCard = [6, 12, 15, 3] as const;
const borderWidth = 3;

/**
 * Lets wires to a region behind others come straight up from the channel below the shelf, as far as there is
 * room; the others go round it. By the region's own places, before the packing: what is decided here shapes the channels.
 */
export function riseFromBelow(rows: readonly EdgeRow[]): EdgeRow[] {
  const taken = new Map<Region, number[]>();
  const targets = rows.flatMap((row) => row.targets);
  const risen = [...targets];
  // The lowest first: it gets the place beside it, and those above pass farther out.
  const top = (index: number): number => targets[index]?.cell?.y ?? 0;
  for (const index of targets.map((_, place) => place).sort((a, b) => top(b) - top(a) || a - b)) {
    risen.splice(index, 1, ...targets.slice(index, index + 1).map((target) => rise(target, taken)));
  }
  let next = 0;
  return rows.map((row) => ({ ...row, targets: risen.slice(next, (next += row.targets.length)) }));
}

function rise(target: Target, taken: Map<Region, number[]>): Target {
  const { region, block, cell } = target;
  if (!region || !isLowest(block, region)) {
    return target;
  }
  const used = taken.get(region) ?? [];
  const found = (cell ? waysToCard(region, cell) : waysToRegion(region)).find(({ x }) =>
    used.every((other) => Math.abs(other - x) >= apart),
  );
  if (!found) {
    return target;
  }
  taken.set(region, [...used, found.x]);
  return { ...target, approach: 'below', rise: found };
}

/** Nothing of its block stands between it and the channel below. */
function isLowest({ right, left, inRow }: Block, region: Region): boolean {
  return right.at(-1) === region || (inRow && region !== left[0]);
}

function waysToRegion({ w }: Region): Rise[] {
  return Array.from({ length: 8 }, (_, index) => ({ x: 7 + index * 6, side: false })).filter(
    ({ x }) => x < w - 7,
  );
}

/** From the middle of its bottom to both sides, then beside it. */
function waysToCard(region: Region, cell: Cell): Rise[] {
  const { w, h } = cell.spec;
  // An odd place: links start and end at even ones.
  const middle = cell.x + Math.floor(w / 2) - 1;
  const bottom = Array.from(
    { length: 15 },
    (_, index) => middle + Math.ceil(index / 2) * (index % 2 === 0 ? -8 : 8),
  );
  const free = cell.hung.length === 0 ? bottom.filter((x) => isClear(region, cell, x, cell.y + h)) : [];
  const beside = besideCard
    .map((gap) => cell.x - gap)
    .filter((x) => x >= borderWidth && isClear(region, cell, x, cell.y));
  return [...free.map((x) => ({ x, side: false })), ...beside.map((x) => ({ x, side: true }))];
}

/** Whether a line down from there leaves the region through no card, and no frame but those that the card is in. */
function isClear({ cells }: Region, own: Cell, x: number, top: number): boolean {
  return cells.every(
    (cell) =>
      cell === own ||
      cell.y + cell.height <= top ||
      x <= cell.x - 1 ||
      x >= cell.x + cell.spec.w + 1 ||
      (cell.spec.kind === 'group' && cell.y < own.y && cell.y + cell.height > own.y),
  );
}
