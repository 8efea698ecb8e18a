import type { Box, Scene, Wire } from '../diagram';
import { sameData } from '../model';

/**
 * What makes one scene of another: most updates leave nearly all boxes and wires as they are, and those need not be sent. What is
 * built of it has the very objects of the scene before wherever they are equal.
 */
export interface SceneChange {
  readonly head: Omit<Scene, 'boxes' | 'wires'>;
  readonly boxes: ListChange<Box>;
  readonly wires: ListChange<Wire>;
}

/** The list in pieces: a stretch of the list before, by its first place and its length, or items that were not there so. */
export type ListChange<T> = readonly (
  { readonly from: number; readonly count: number } | { readonly items: readonly T[] }
)[];

/** The change from one scene to another. `applyScene(before, sceneChange(before, after))` equals `after`. */
export function sceneChange(before: Scene, after: Scene): SceneChange {
  const { boxes, wires, ...head } = after;
  return { head, boxes: listChange(before.boxes, boxes), wires: listChange(before.wires, wires) };
}

/** The scene that a change makes of the one before. */
export function applyScene(before: Scene, { head, boxes, wires }: SceneChange): Scene {
  return { ...head, boxes: applyList(before.boxes, boxes), wires: applyList(before.wires, wires) };
}

/** How much of a scene a change leaves as it is, from 0 to 1. */
export function keptPart({ boxes, wires }: SceneChange): number {
  let [kept, all] = [0, 0];
  for (const piece of [...boxes, ...wires]) {
    kept += 'from' in piece ? piece.count : 0;
    all += 'from' in piece ? piece.count : piece.items.length;
  }
  return all === 0 ? 1 : kept / all;
}

function listChange<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): ListChange<T> {
  const places = new Map(before.map(({ id }, place) => [id, place]));
  const pieces: ({ from: number; count: number } | { items: T[] })[] = [];
  for (const item of after) {
    const place = places.get(item.id);
    const last = pieces.at(-1);
    if (place !== undefined && sameData(before[place], item)) {
      if (last && 'from' in last && last.from + last.count === place) {
        last.count += 1;
      } else {
        pieces.push({ from: place, count: 1 });
      }
    } else if (last && 'items' in last) {
      last.items.push(item);
    } else {
      pieces.push({ items: [item] });
    }
  }
  return pieces;
}

function applyList<T>(before: readonly T[], pieces: ListChange<T>): readonly T[] {
  return pieces.flatMap((piece) =>
    'from' in piece ? before.slice(piece.from, piece.from + piece.count) : piece.items,
  );
}
