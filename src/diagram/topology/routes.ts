import { laneAt, laneOrder } from '../route';
import type { Point } from '../scene';
import { innerSpan, stackGap } from './block';
import { boxIdOf, type EdgeRow, type Target } from './entries';
import { cardGap } from './grid';
import { groupBy } from './groupBy';
import { afterGap, channelKey, isDirect, type Grid, type Span } from './place';
import type { Rise } from './rise';

/** A wire between a place in the picture and its channel below the shelf. */
export interface Route {
  readonly target: Target;
  /** Where it ends at the target, and the height at which it leaves its vertical channel. */
  readonly end: Point;
  turn: number;
  /** The x of its vertical channel's lane; not for direct ones, which turn in the edge's own channel. */
  lane: number;
  /** The y of its lane below the shelf. */
  below: number;
}

/** A wire from the host's edge on its way. */
export interface EdgeRoute extends Route {
  readonly row: EdgeRow;
}

/** All wires of the edge with their lanes, in the order in which they leave it so that they need not cross. */
export function makeRoutes(
  rows: readonly EdgeRow[],
  leaving: readonly Target[],
  grid: Grid,
): { readonly routes: readonly EdgeRoute[]; readonly exits: readonly Route[] } {
  const places = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const { targets } of rows) {
    targets.forEach((target) => counts.set(boxIdOf(target), (counts.get(boxIdOf(target)) ?? 0) + 1));
  }
  const route = (target: Target): Route => {
    if (target.rise) {
      return risingRoute(target, target.rise);
    }
    const key = boxIdOf(target);
    const place = places.get(key) ?? 0;
    places.set(key, place + 1);
    const end = endOf(target, place, (counts.get(key) ?? 1) - 1 - place);
    return { target, end, turn: end.y, lane: 0, below: 0 };
  };
  const routes = rows.flatMap((row) => row.targets.map((target): EdgeRoute => ({ ...route(target), row })));
  const exits = leaving.map(route);
  assignGaps(routes);
  assignChannels([...routes, ...exits], grid);
  routes.sort(compareRoutes);
  assignBelow(routes, exits, grid);
  return { routes, exits };
}

/** Straight up from the channel below, to the bottom of its end or through the gap beside it. */
function risingRoute(target: Target, { x, side }: Rise): Route {
  const { region, cell } = target;
  const lane = (region?.x ?? 0) + x;
  const box = cell ? { x: cell.x, y: cell.y, h: cell.spec.h } : region;
  const bottom = (box?.y ?? 0) + (box?.h ?? 0);
  // Those that come up farther out end higher, so that they do not cross.
  const end = side
    ? { x: box?.x ?? lane, y: bottom - 6 - ((box?.x ?? lane) - lane) }
    : { x: lane, y: bottom };
  return { target, end, turn: end.y, lane, below: 0 };
}

/** Wires that end at one box stand beside each other, as far as it has room; `after` is how many come after this one. */
function endOf({ block, region, cell, approach, leaves }: Target, place: number, after: number): Point {
  const sidePlace = (top: number, h: number): number => top + Math.min(18 + place * 6, h - 8);
  if (!cell) {
    const { x, y, w, h } = region ?? block;
    if (leaves && approach === 'inner') {
      // Below the wires to the containers beside it, which it would cross on its way down.
      return { x: x + w, y: y + Math.max(18, h - 8 - place * 6) };
    }
    return { x: approach === 'right' || leaves ? x + w : x, y: sidePlace(y, h) };
  }
  const { h, w } = cell.spec;
  if (!region) {
    // From below, level with the ports it names: above them the wires of its networks come in.
    return { x: cell.x, y: cell.y + Math.max(18, h - 9 - after * 6) };
  }
  if (entersAtSide({ region, cell, approach })) {
    return { x: approach === 'right' ? cell.x + w : cell.x, y: sidePlace(cell.y, h) };
  }
  return { x: cell.x + Math.min(24 + place * 8, w - 16), y: cell.y };
}

/** Cards at the near edge are entered from the side, the others from above, through the gap between rows. */
function entersAtSide({ region, cell, approach }: Pick<Target, 'region' | 'cell' | 'approach'>): boolean {
  if (!region || !cell) {
    return true;
  }
  return approach === 'right' ? cell.last : cell.column === 0;
}

/** Lanes in the gap above a row of cards: the farther a wire goes, the higher it runs. */
function assignGaps(routes: readonly Route[]): void {
  const gaps = groupBy(
    routes.filter(({ target }) => !target.rise && !entersAtSide(target)),
    ({ target }) => `${target.region?.id ?? target.cell?.id ?? ''}:${target.cell?.row ?? 0}`,
  );
  for (const gap of gaps) {
    const leftwards = gap[0]?.target.approach === 'right';
    gap.sort((a, b) => (leftwards ? a.end.x - b.end.x : b.end.x - a.end.x));
    const room = (gap[0]?.target.cell?.gapAbove ?? cardGap) - 5;
    gap.forEach((route, rank) => (route.turn = laneAt(rank, gap.length, route.end.y - room - 1, room)));
  }
}

function assignChannels(routes: readonly Route[], grid: Grid): void {
  const channels = groupBy(
    routes.filter(({ target }) => !target.rise && !isDirect(target)),
    ({ target }) => channelKey(target),
  );
  for (const channel of channels) {
    // Those that turn left keep left, the deepest innermost; so do those that turn right on their side.
    channel.sort((a, b) => side(a) - side(b) || (side(a) === 0 ? b.turn - a.turn : a.turn - b.turn));
    const span = channelSpan(channel[0]?.target, grid);
    channel.forEach((route, rank) => (route.lane = laneAt(rank, channel.length, span.start, span.size)));
  }
}

const side = ({ target }: Route): number => (target.approach === 'right' || target.leaves ? 0 : 1);

function channelSpan(target: Target | undefined, grid: Grid): Span {
  if (!target) {
    return { start: 0, size: 0 };
  }
  const { block, approach } = target;
  if (approach === 'inner') {
    return innerSpan(block);
  }
  if (approach === 'below') {
    return { start: (afterGap(target)?.x ?? 0) - stackGap, size: stackGap };
  }
  const columns = grid.shelves[block.shelf]?.columns;
  return columns?.[approach === 'left' ? block.column : block.column + 1] ?? { start: 0, size: 0 };
}

/** By shelf from the top, those straight into the first column first, then the nearest first. */
function compareRoutes(a: Route, b: Route): number {
  const [first, second] = [isDirect(a.target), isDirect(b.target)];
  return (
    a.target.block.shelf - b.target.block.shelf ||
    Number(second) - Number(first) ||
    (first ? 0 : a.lane - b.lane) ||
    a.turn - b.turn
  );
}

/** The farther a wire comes from the left, the lower it runs; those that leave run lowest, the first of them below all. */
function assignBelow(routes: readonly Route[], exits: readonly Route[], grid: Grid): void {
  const leaving: Route[] = [];
  for (const route of exits) {
    if (leavesStraight(route.target, grid)) {
      route.below = route.end.y;
    } else {
      leaving.push(route);
    }
  }
  leaving.sort((a, b) => b.lane - a.lane);
  const shelves = groupBy(
    [...routes, ...leaving].filter(({ target }) => !isDirect(target)),
    ({ target }) => `${target.block.shelf}`,
  );
  for (const shelf of shelves) {
    const span = grid.shelves[shelf[0]?.target.block.shelf ?? 0]?.below ?? { start: 0, size: 0 };
    shelf.forEach((route, rank) => (route.below = laneAt(rank, shelf.length, span.start, span.size)));
  }
}

/** Nothing stands between the right side of a shelf's last column and the other nodes. */
function leavesStraight({ block, approach }: Target, { shelves }: Grid): boolean {
  return approach === 'right' && block.column + 2 === shelves[block.shelf]?.columns.length;
}

/** The height at which a wire leaves the edge's own channel. */
export function firstTurn(route: Route): number {
  return isDirect(route.target) ? route.turn : route.below;
}

/** The corners of each route, from the places where the rows of the edge stand. */
export function routePoints(routes: readonly EdgeRoute[], starts: readonly Point[], edge: Span): Point[][] {
  const lanes = laneOrder(
    routes.map((route, index) => ({ left: starts[index]?.y ?? 0, right: firstTurn(route) })),
  );
  return routes.map((route, index) => {
    const start = starts[index] ?? { x: 0, y: 0 };
    const edgeLane = laneAt(lanes[index] ?? 0, routes.length, edge.start, edge.size);
    const { turn, lane, below, end, target } = route;
    const way: Point[] = [start, { x: edgeLane, y: start.y }, { x: edgeLane, y: firstTurn(route) }];
    if (!isDirect(target)) {
      way.push({ x: lane, y: below }, { x: lane, y: turn });
    }
    return [...way, { x: end.x, y: turn }, end];
  });
}
