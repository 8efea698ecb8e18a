import type { SvgNode } from '../diagram';

/** The few operations on elements that a drawing needs; the DOM's own elements have them. */
export interface DrawnElement<Self> {
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  insertBefore(child: Self, before: Self | null): unknown;
  remove(): void;
  textContent: string | null;
}

/** An element with the node that it was drawn from. */
export interface Drawn<E extends DrawnElement<E>> {
  readonly element: E;
  node: SvgNode;
  children: Map<string, Drawn<E>>;
}

export type CreateElement<E extends DrawnElement<E>> = (tag: string) => E;

/** Turns a drawing into elements. Text becomes text, never markup. */
export function mount<E extends DrawnElement<E>>(node: SvgNode, create: CreateElement<E>): Drawn<E> {
  const element = create(node.tag);
  for (const [name, value] of Object.entries(node.attributes)) {
    element.setAttribute(name, value);
  }
  if (node.text !== undefined) {
    element.textContent = node.text;
  }
  const children = new Map<string, Drawn<E>>();
  for (const child of node.children) {
    const drawn = mount(child, create);
    element.insertBefore(drawn.element, null);
    children.set(child.key, drawn);
  }
  return { element, node, children };
}

/** Brings elements up to date with a new drawing; what did not change is not touched. */
export function patch<E extends DrawnElement<E>>(
  drawn: Drawn<E>,
  node: SvgNode,
  create: CreateElement<E>,
): void {
  const before = drawn.node;
  drawn.node = node;
  patchAttributes(drawn.element, before.attributes, node.attributes);
  if (node.text !== undefined && node.text !== before.text) {
    drawn.element.textContent = node.text;
  }
  patchChildren(drawn, node, create);
}

function patchAttributes<E extends DrawnElement<E>>(
  element: E,
  before: SvgNode['attributes'],
  after: SvgNode['attributes'],
): void {
  for (const [name, value] of Object.entries(after)) {
    if (before[name] !== value) {
      element.setAttribute(name, value);
    }
  }
  for (const name of Object.keys(before)) {
    if (!(name in after)) {
      element.removeAttribute(name);
    }
  }
}

function patchChildren<E extends DrawnElement<E>>(
  drawn: Drawn<E>,
  node: SvgNode,
  create: CreateElement<E>,
): void {
  const old = drawn.children;
  const next = new Map<string, Drawn<E>>();
  for (const child of node.children) {
    const known = old.get(child.key);
    if (known && isAlike(known.node, child)) {
      patch(known, child, create);
      next.set(child.key, known);
    } else {
      next.set(child.key, mount(child, create));
    }
  }
  for (const [key, gone] of old) {
    if (next.get(key) !== gone) {
      gone.element.remove();
    }
  }
  placeChildren(drawn, [...old.values()], [...next.values()]);
  drawn.children = next;
}

/** Puts the children in order, from the last; those that already stand right are left alone. */
function placeChildren<E extends DrawnElement<E>>(
  drawn: Drawn<E>,
  old: readonly Drawn<E>[],
  next: readonly Drawn<E>[],
): void {
  const kept = new Set(next);
  const standing = old.filter((child) => kept.has(child));
  let after: E | null = null;
  let last = standing.length - 1;
  for (const child of [...next].reverse()) {
    if (standing[last] === child) {
      last -= 1;
    } else {
      drawn.element.insertBefore(child.element, after);
      const moved = standing.lastIndexOf(child, last);
      if (moved >= 0) {
        standing.splice(moved, 1);
        last -= 1;
      }
    }
    after = child.element;
  }
}

/** One can become the other by a change of attributes and content. */
function isAlike(a: SvgNode, b: SvgNode): boolean {
  return a.tag === b.tag && (a.text === undefined) === (b.text === undefined);
}
