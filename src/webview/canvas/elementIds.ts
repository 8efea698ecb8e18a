/** Ids for the document: those of boxes may hold any sign. A box keeps its own for as long as it is in the picture. */
export interface ElementIds {
  of(key: string): string;
  /** Forgets all others: a page can live for days, and boxes come and go. */
  keepOnly(isThere: (key: string) => boolean): void;
  size(): number;
}

export function makeElementIds(): ElementIds {
  const ids = new Map<string, string>();
  let given = 0;
  return {
    of: (key) => {
      const id = ids.get(key) ?? `item-${given++}`;
      ids.set(key, id);
      return id;
    },
    keepOnly: (isThere) => keepOnly(ids, isThere),
    size: () => ids.size,
  };
}

export function keepOnly(map: Map<string, unknown>, isThere: (key: string) => boolean): void {
  for (const key of map.keys()) {
    if (!isThere(key)) {
      map.delete(key);
    }
  }
}
