import { laneAt, laneOrder } from '../route';
import type { Point } from '../scene';
import { blockParts } from './block';
import type { EdgeRow, Target } from './entries';
import { channelKey, isDirect, type Grid, type Span } from './place';

/** A wire from the host's edge on its way. */
export interface Route {
  readonly row: EdgeRow;
  readonly target: Target;
  /** Where it ends, and the height at which it leaves its vertical channel. */
  readonly end: Point;
  turn: number;
  /** The x of its vertical channel's lane; not for direct ones, which turn in the edge's own channel. */
  lane: number;
  /** The y of its lane above the shelf. */
  above: number;
}

/** All wires of the edge with their lanes, in the order in which they leave it so that they need not cross. */
export function makeRoutes(rows: readonly EdgeRow[], grid: Grid): Route[] {
  const places = new Map<string, number>();
  const routes = rows.flatMap((row) =>
    row.targets.map((target): Route => {
      const key = target.cell?.id ?? target.region?.id ?? '';
      const place = places.get(key) ?? 0;
      places.set(key, place + 1);
      const end = endOf(target, place);
      return { row, target, end, turn: end.y, lane: 0, above: 0 };
    }),
  );
  assignGaps(routes);
  assignChannels(routes, grid);
  routes.sort(compareRoutes);
  assignAbove(routes, grid);
  return routes;
}

/** Wires that end at one box stand beside each other, as far as it has room. */
function endOf(target: Target, place: number): Point {
  const { region, cell, approach } = target;
  const sidePlace = (top: number, h: number): number => top + Math.min(18 + place * 6, h - 8);
  if (!cell) {
    const x = region ? (approach === 'right' ? region.x + region.w : region.x) : 0;
    return { x, y: region ? sidePlace(region.y, region.h) : 0 };
  }
  const { h, w } = cell.spec;
  if (entersAtSide(target)) {
    return { x: approach === 'right' ? cell.x + w : cell.x, y: sidePlace(cell.y, h) };
  }
  return { x: cell.x + Math.min(24 + place * 8, w - 16), y: cell.y };
}

/** Cards at the region's near edge are entered from the side, the others from above, through the gap between rows. */
function entersAtSide({ region, cell, approach }: Target): boolean {
  if (!region || !cell) {
    return !cell;
  }
  if (approach === 'left') {
    return cell.column === 0;
  }
  return cell.last;
}

/** Lanes in the gap above a row of cards: the farther a wire goes, the higher it runs. */
function assignGaps(routes: readonly Route[]): void {
  const gaps = groupBy(
    routes.filter(({ target }) => !entersAtSide(target)),
    ({ target }) => `${target.region?.id ?? target.cell?.id ?? ''}:${target.cell?.row ?? 0}`,
  );
  for (const gap of gaps) {
    const leftwards = gap[0]?.target.approach === 'right';
    gap.sort((a, b) => (leftwards ? a.end.x - b.end.x : b.end.x - a.end.x));
    gap.forEach((route, rank) => (route.turn = laneAt(rank, gap.length, route.end.y - 14, 13)));
  }
}

function assignChannels(routes: readonly Route[], grid: Grid): void {
  const channels = groupBy(
    routes.filter(({ target }) => !isDirect(target)),
    ({ target }) => channelKey(target),
  );
  for (const channel of channels) {
    // Those that turn left keep left, the deepest innermost; so do those that turn right on their side.
    channel.sort((a, b) => side(a) - side(b) || (side(a) === 0 ? a.turn - b.turn : b.turn - a.turn));
    const span = channelSpan(channel[0]?.target, grid);
    channel.forEach((route, rank) => (route.lane = laneAt(rank, channel.length, span.start, span.size)));
  }
}

const side = ({ target }: Route): number => (target.approach === 'right' ? 0 : 1);

function channelSpan(target: Target | undefined, grid: Grid): Span {
  if (!target) {
    return { start: 0, size: 0 };
  }
  if (target.approach !== 'inner') {
    return (
      grid.shelves[target.shelf]?.columns[target.approach === 'left' ? target.column : target.column + 1] ?? {
        start: 0,
        size: 0,
      }
    );
  }
  return innerSpan(target.block);
}

/** The part of a block's left channel that is kept for wires from outside: next to the containers. */
export function innerSpan(block: Target['block']): Span {
  const leftEdge = (block.left[0]?.x ?? 0) + (block.left[0]?.w ?? 0);
  const end = block.between
    .flatMap(({ cells }) => cells.map(({ x }) => x))
    .reduce((a, b) => Math.min(a, b), Infinity);
  const { wires } = blockParts(block);
  const size = Math.round(((end - leftEdge) * (block.incoming + 1)) / (block.incoming + wires.left + 2));
  return block.incoming === 0 ? { start: end, size: 0 } : { start: end - size, size };
}

/** By shelf from the top, the farthest first, those straight into the first column last. */
function compareRoutes(a: Route, b: Route): number {
  const direct = Number(isDirect(a.target)) - Number(isDirect(b.target));
  return a.target.shelf - b.target.shelf || direct || b.lane - a.lane || a.turn - b.turn;
}

function assignAbove(routes: readonly Route[], grid: Grid): void {
  const shelves = groupBy(
    routes.filter(({ target }) => !isDirect(target)),
    ({ target }) => `${target.shelf}`,
  );
  for (const shelf of shelves) {
    const span = grid.shelves[shelf[0]?.target.shelf ?? 0]?.above ?? { start: 0, size: 0 };
    shelf.forEach((route, rank) => (route.above = laneAt(rank, shelf.length, span.start, span.size)));
  }
}

/** The corners of each route, from the places where the rows of the edge stand. */
export function routePoints(routes: readonly Route[], starts: readonly Point[], edge: Span): Point[][] {
  const first = (route: Route): number => (isDirect(route.target) ? route.turn : route.above);
  const lanes = laneOrder(
    routes.map((route, index) => ({ left: starts[index]?.y ?? 0, right: first(route) })),
  );
  return routes.map((route, index) => {
    const start = starts[index] ?? { x: 0, y: 0 };
    const edgeLane = laneAt(lanes[index] ?? 0, routes.length, edge.start, edge.size);
    const { turn, lane, above, end, target } = route;
    const way: Point[] = [start, { x: edgeLane, y: start.y }, { x: edgeLane, y: first(route) }];
    if (!isDirect(target)) {
      way.push({ x: lane, y: above }, { x: lane, y: turn });
    }
    return [...way, { x: end.x, y: turn }, end];
  });
}

export function groupBy<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group) {
      group.push(item);
    } else {
      groups.set(name, [item]);
    }
  }
  return [...groups.values()];
}
