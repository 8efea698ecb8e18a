import type { SvgNode } from '../../diagram';
import { mount, patch, type CreateElement, type Drawn, type DrawnElement } from '../svgDom';

/** Elements of one layer of the picture, kept in the order of their numbers while they come and go. */
export interface Layer<E extends DrawnElement<E>> {
  readonly element: E;
  has(key: string): boolean;
  keys(): IterableIterator<string>;
  find(key: string): E | undefined;
  /** Draws a node at its place, or brings the one that is there up to date with it. */
  put(key: string, number: number, node: SvgNode): void;
  drop(key: string): void;
  /** Gives all their new numbers, after a change of the scene; those without one go. */
  renumber(numberOf: (key: string) => number | undefined): void;
}

interface Item<E extends DrawnElement<E>> {
  readonly drawn: Drawn<E>;
  number: number;
}

export function makeLayer<E extends DrawnElement<E>>(element: E, create: CreateElement<E>): Layer<E> {
  const items = new Map<string, Item<E>>();
  let order: Item<E>[] = [];
  const insert = (item: Item<E>): void => {
    const at = placeOf(order, item.number);
    element.insertBefore(item.drawn.element, order[at]?.drawn.element ?? null);
    order.splice(at, 0, item);
  };
  const drop = (key: string): void => {
    const item = items.get(key);
    if (item) {
      item.drawn.element.remove();
      items.delete(key);
      order.splice(order.indexOf(item), 1);
    }
  };
  return {
    element,
    has: (key) => items.has(key),
    keys: () => items.keys(),
    find: (key) => items.get(key)?.drawn.element,
    put: (key, number, node) => {
      const known = items.get(key);
      if (known) {
        patch(known.drawn, node, create);
      } else {
        const item = { drawn: mount(node, create), number };
        items.set(key, item);
        insert(item);
      }
    },
    drop,
    renumber: (numberOf) => {
      for (const [key, item] of items) {
        const number = numberOf(key);
        if (number === undefined) {
          drop(key);
        } else {
          item.number = number;
        }
      }
      const moved = strays(order);
      order = order.filter((item) => !moved.has(item));
      moved.forEach(insert);
    },
  };
}

/** Where an item of that number goes. */
function placeOf(order: readonly { readonly number: number }[], number: number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((order[middle]?.number ?? 0) < number) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** As few items as must move for the rest to stand in order: all but the longest rising run (patience sorting). */
export function strays<T extends { readonly number: number }>(order: readonly T[]): Set<T> {
  if (order.every(({ number }, index) => index === 0 || (order[index - 1]?.number ?? 0) <= number)) {
    return new Set();
  }
  interface Link {
    readonly number: number;
    readonly item: T;
    readonly before: Link | undefined;
  }
  const tops: Link[] = [];
  for (const item of order) {
    const at = placeOf(tops, item.number);
    tops[at] = { number: item.number, item, before: tops[at - 1] };
  }
  const moved = new Set(order);
  for (let link = tops.at(-1); link; link = link.before) {
    moved.delete(link.item);
  }
  return moved;
}
