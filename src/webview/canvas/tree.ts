import type { Scene } from '../../diagram';

/** Where a box stands in the tree that a screen reader sees. All count from 1. */
export interface TreePlace {
  readonly level: number;
  readonly position: number;
  readonly size: number;
}

/** The places of all boxes with a subject, by id. Boxes without one are no items: their children belong to what holds them. */
export function treePlaces({ boxes }: Scene): ReadonlyMap<string, TreePlace> {
  const owners = new Map<string, string | undefined>();
  const sizes = new Map<string | undefined, number>();
  const levels = new Map<string | undefined, number>([[undefined, 0]]);
  const items: { readonly id: string; readonly owner: string | undefined; readonly position: number }[] = [];
  for (const { id, parent, subject } of boxes) {
    const owner = parent === undefined ? undefined : owners.get(parent);
    // A box stands for its children if it is an item; else what holds it does.
    owners.set(id, subject ? id : owner);
    if (subject) {
      const position = (sizes.get(owner) ?? 0) + 1;
      sizes.set(owner, position);
      levels.set(id, (levels.get(owner) ?? 0) + 1);
      items.push({ id, owner, position });
    }
  }
  return new Map(
    items.map(({ id, owner, position }) => [
      id,
      { level: levels.get(id) ?? 1, position, size: sizes.get(owner) ?? position },
    ]),
  );
}
