import { subjectKey, type Box, type Scene, type Subject } from '../diagram';

/** Questions to a scene that the page asks: who is beside whom, what is found, what changed. Plain data in and out. */

/** Boxes that can be selected, in the order in which they are reached. */
export function selectableBoxes(scene: Scene): readonly Box[] {
  return scene.boxes.filter(({ subject }) => subject !== undefined);
}

/** Boxes and wires that light up with a box: those it is wired to, what it holds, and what stands for the same object. */
export interface Neighbourhood {
  readonly boxes: ReadonlySet<string>;
  readonly wires: ReadonlySet<string>;
}

export function neighbourhood(scene: Scene, boxId: string): Neighbourhood {
  const origin = scene.boxes.find(({ id }) => id === boxId);
  const key = origin?.subject && subjectKey(origin.subject);
  const own = new Set([boxId]);
  for (const { id, subject, parent } of scene.boxes) {
    const sameObject =
      key !== undefined && key !== 'host' && subject !== undefined && subjectKey(subject) === key;
    if (sameObject || (parent === boxId && origin?.kind === 'region')) {
      own.add(id);
    }
  }
  const boxes = new Set(own);
  const wires = new Set<string>();
  for (const { id, from, to } of scene.wires) {
    if (own.has(from) || own.has(to)) {
      wires.add(id);
      boxes.add(from);
      boxes.add(to);
    }
  }
  return { boxes, wires };
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The selectable box that lies next in a direction: near, and rather ahead than aside. */
export function nextBox(scene: Scene, fromId: string, direction: Direction): Box | undefined {
  const from = scene.boxes.find(({ id }) => id === fromId);
  if (!from) {
    return selectableBoxes(scene)[0];
  }
  let best: Box | undefined;
  let least = Infinity;
  for (const box of selectableBoxes(scene)) {
    const far = box.id === fromId ? Infinity : distanceTowards(from, box, direction);
    if (far < least) {
      least = far;
      best = box;
    }
  }
  return best;
}

function distanceTowards(from: Box, to: Box, direction: Direction): number {
  const dx = to.x + Math.min(to.w / 2, 90) - (from.x + Math.min(from.w / 2, 90));
  const dy = to.y + Math.min(to.h / 2, 24) - (from.y + Math.min(from.h / 2, 24));
  const ahead = { left: -dx, right: dx, up: -dy, down: dy }[direction];
  const aside = Math.abs(direction === 'left' || direction === 'right' ? dy : dx);
  return ahead <= 1 ? Infinity : ahead + aside * 2.5;
}

/** Boxes whose name, address, port, MAC or image holds the text; none for an empty text. */
export function findBoxes(scene: Scene, text: string): readonly Box[] {
  const wanted = text.trim().toLowerCase();
  return wanted === ''
    ? []
    : selectableBoxes(scene).filter(({ label }) => label.toLowerCase().includes(wanted));
}

/** What came and went between two pictures, in words for a screen reader; empty where nothing did. */
export function changeWords(before: Scene | undefined, after: Scene): string {
  if (!before) {
    return `${after.title}, ${after.subtitle}`;
  }
  const old = objects(before);
  const now = objects(after);
  const words = [
    ...[...now].filter(([key]) => !old.has(key)).map(([, label]) => `new: ${label}`),
    ...[...old].filter(([key]) => !now.has(key)).map(([, label]) => `gone: ${label}`),
    ...[...now]
      .filter(([key, label]) => old.has(key) && old.get(key) !== label)
      .map(([, label]) => `changed: ${label}`),
  ];
  return words.length > 3 ? `${words.length} changes, ${after.subtitle}` : words.join('; ');
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
