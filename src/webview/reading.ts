import { subjectKey, type Box, type Point, type Rect, type Scene, type Subject, type Wire } from '../diagram';
import { indexScene, type SceneIndex } from './sceneIndex';

/** Questions to a scene that the page asks: who is beside whom, what comes next, what changed. Plain data in and out. */

/**
 * Boxes and wires that light up with a box: those it is wired to, what it holds, the network that holds it, and what
 * stands for the same object.
 */
export interface Neighbourhood {
  readonly boxes: ReadonlySet<string>;
  readonly wires: ReadonlySet<string>;
}

export function neighbourhood(scene: Scene, boxId: string): Neighbourhood {
  const index = indexScene(scene);
  const boxes = new Set<string>();
  const wires = new Set<string>();
  const own = ownBoxes(index, boxId);
  for (const id of own) {
    boxes.add(id);
    const region = regionOf(index, id);
    if (region) {
      boxes.add(region.id);
    }
    for (const wire of index.wires.get(id) ?? []) {
      wires.add(wire.id);
      boxes.add(wire.from);
      boxes.add(wire.to);
    }
  }
  return { boxes, wires };
}

function ownBoxes(index: SceneIndex, boxId: string): readonly string[] {
  const origin = index.boxes.get(boxId);
  const { subject } = origin ?? {};
  const same = subject && subject.kind !== 'host' ? (index.bySubject.get(subjectKey(subject)) ?? []) : [];
  const held = origin?.kind === 'region' || origin?.kind === 'group' ? heldBy(index, boxId) : [];
  return [...new Set([boxId, ...same.map(({ id }) => id), ...held])];
}

/** All that stands in a box, however deep. */
function heldBy({ children }: SceneIndex, boxId: string): readonly string[] {
  const held: string[] = [];
  const open = [boxId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const inner = (children.get(id) ?? []).map((box) => box.id);
    held.push(...inner);
    open.push(...inner);
  }
  return held;
}

/** The network in whose region a box stands. */
function regionOf({ boxes }: Pick<SceneIndex, 'boxes'>, boxId: string): Box | undefined {
  const holder = boxes.get(boxes.get(boxId)?.parent ?? '');
  return holder?.kind === 'group'
    ? regionOf({ boxes }, holder.id)
    : holder?.kind === 'region'
      ? holder
      : undefined;
}

/**
 * What stays as it is while the rest steps back behind a selected object: its neighbourhood, and what it stands in or
 * holds. Empty for the host, which is around everything, and for what is not drawn.
 */
export function surroundings(scene: Scene, subject: Subject): ReadonlySet<string> {
  const index = indexScene(scene);
  const ids = new Set<string>();
  for (const { id } of subject.kind === 'host' ? [] : (index.bySubject.get(subjectKey(subject)) ?? [])) {
    const { boxes, wires } = neighbourhood(scene, id);
    [...boxes, ...wires, ...heldBy(index, id)].forEach((one) => ids.add(one));
    for (let box = index.boxes.get(id); box; box = index.boxes.get(box.parent ?? '')) {
      ids.add(box.id);
    }
  }
  return ids;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The selectable box that an arrow key leads to: the nearest one at the other end of a wire that leaves on that side, else
 * the one that lies next there, near and rather ahead than aside. The first box where there is none to start from.
 */
export function nextBox(scene: Scene, fromId: string | undefined, direction: Direction): Box | undefined {
  const index = indexScene(scene);
  const from = index.boxes.get(fromId ?? '');
  if (!from) {
    return index.selectable[0];
  }
  const wired = wiredBoxes(index, from, direction);
  return nearest(wired, (box) => distance(from, box)) ?? nextInSight(index, from, direction);
}

function nextInSight({ selectable }: SceneIndex, from: Box, direction: Direction): Box | undefined {
  return nearest(
    selectable.filter(({ id }) => id !== from.id),
    (box) => distanceTowards(from, box, direction),
  );
}

/** The first or the last box, as Home and End go. */
export function edgeBox(scene: Scene, edge: 'first' | 'last'): Box | undefined {
  return indexScene(scene).selectable.at(edge === 'first' ? 0 : -1);
}

/** Selectable boxes at the other ends of the wires on one side; boxes that can't be selected are passed through. */
function wiredBoxes(index: SceneIndex, from: Box, direction: Direction): readonly Box[] {
  const seen = new Set([from.id]);
  const found: Box[] = [];
  const visit = (wire: Wire, id: string): void => {
    const other = index.boxes.get(wire.from === id ? wire.to : wire.from);
    if (!other || seen.has(other.id)) {
      return;
    }
    seen.add(other.id);
    if (other.subject) {
      found.push(other);
    } else {
      sideWires(index, other, direction).forEach((next) => visit(next, other.id));
    }
  };
  sideWires(index, from, direction).forEach((wire) => visit(wire, from.id));
  return found;
}

function sideWires(index: SceneIndex, box: Box, direction: Direction): readonly Wire[] {
  return (index.wires.get(box.id) ?? []).filter((wire) => {
    const end = wire.from === box.id ? wire.points[0] : wire.points.at(-1);
    return end !== undefined && sideOf(box, end) === direction;
  });
}

/** The side of a box that a point on its border is on. */
function sideOf({ x, y, w, h }: Rect, point: Point): Direction {
  const gaps: readonly (readonly [Direction, number])[] = [
    ['left', Math.abs(point.x - x)],
    ['right', Math.abs(point.x - x - w)],
    ['up', Math.abs(point.y - y)],
    ['down', Math.abs(point.y - y - h)],
  ];
  return gaps.reduce((best, gap) => (gap[1] < best[1] ? gap : best))[0];
}

function nearest(boxes: readonly Box[], measure: (box: Box) => number): Box | undefined {
  let best: Box | undefined;
  let least = Infinity;
  for (const box of boxes) {
    const far = measure(box);
    if (far < least) {
      least = far;
      best = box;
    }
  }
  return best;
}

/** From centre to centre, the head of a large box being its centre. */
function distance(from: Rect, to: Rect): number {
  return Math.hypot(head(to).x - head(from).x, head(to).y - head(from).y);
}

function distanceTowards(from: Rect, to: Rect, direction: Direction): number {
  const dx = head(to).x - head(from).x;
  const dy = head(to).y - head(from).y;
  const ahead = { left: -dx, right: dx, up: -dy, down: dy }[direction];
  const aside = Math.abs(direction === 'left' || direction === 'right' ? dy : dx);
  return ahead <= 1 ? Infinity : ahead + aside * 2.5;
}

function head({ x, y, w, h }: Rect): Point {
  return { x: x + Math.min(w / 2, 90), y: y + Math.min(h / 2, 24) };
}

/** What came and went between two pictures, in words for a screen reader; empty where nothing did. */
export function changeWords(before: Scene | undefined, after: Scene): string {
  if (!before) {
    return `${after.title}, ${after.subtitle}`;
  }
  const { came, gone, changed } = changes(before, after);
  const words = [
    ...came.map((label) => `new: ${label}`),
    ...gone.map((label) => `gone: ${label}`),
    ...changed.map((label) => `changed: ${label}`),
  ];
  return words.length > 3 ? `${words.length} changes, ${after.subtitle}` : words.join('; ');
}

/** What another choice of the reader showed or hid: nothing of it is news from the engine. */
export function choiceWords(before: Scene, after: Scene): string {
  const { came, gone } = changes(before, after);
  return [came.length > 0 && `${came.length} more shown`, gone.length > 0 && `${gone.length} no longer shown`]
    .filter((words) => words !== false)
    .join(', ');
}

function changes(before: Scene, after: Scene): Record<'came' | 'gone' | 'changed', readonly string[]> {
  const old = objects(before);
  const now = objects(after);
  const labels = (entries: readonly [string, string][]): readonly string[] =>
    entries.map(([, label]) => label);
  return {
    came: labels([...now].filter(([key]) => !old.has(key))),
    gone: labels([...old].filter(([key]) => !now.has(key))),
    changed: labels([...now].filter(([key, label]) => old.has(key) && old.get(key) !== label)),
  };
}

function objects(scene: Scene): Map<string, string> {
  const found = new Map<string, string>();
  for (const { subject, label } of scene.boxes) {
    if (subject?.kind === 'container' || subject?.kind === 'network') {
      found.set(subjectKey(subject), label);
    }
  }
  return found;
}

/** Whether two subjects are the same object. */
export function sameSubject(a: Subject | undefined, b: Subject | undefined): boolean {
  return a !== undefined && b !== undefined && subjectKey(a) === subjectKey(b);
}
