import { hasGround, type Rect, type Scene, type SvgNode } from '../../diagram';
import { cuts } from './grid';

/** Parcels of a far view: the boxes of one square, drawn as one path for each look. A change touches its parcel alone. */
export interface Tiles {
  /** Keys of the parcels that may be seen in a rectangle. */
  query(rect: Rect): string[];
  has(key: string): boolean;
  /** The parcel that a box is part of. */
  keyOf(id: string): string | undefined;
  /** `marksOf` adds classes to those of the tone. */
  draw(key: string, marksOf: (id: string) => string): SvgNode;
}

const tileSize = 2048;

interface Parcel {
  readonly rect: Rect;
  readonly parts: Part[];
}

/** A piece of a path with the classes it is drawn in. */
export interface Part {
  readonly id: string;
  readonly look: string;
  readonly d: string;
}

export function makeTiles(scene: Scene): Tiles {
  const parcels = new Map<string, Parcel>();
  const keys = new Map<string, string>();
  for (const box of scene.boxes) {
    // A note is but words, which are not read far away; a frame around everything is always drawn on its own.
    if (box.kind === 'note' || box.kind === 'host' || box.kind === 'node') {
      continue;
    }
    const { id, tone, faded, x, y, w, h } = box;
    const key = `boxes ${Math.floor(x / tileSize)} ${Math.floor(y / tileSize)}`;
    const parcel = parcels.get(key);
    const parts = parcel?.parts ?? [];
    const look = `speck${hasGround(box) ? ' ground' : ''} tone-${tone}${faded ? ' faded' : ''}`;
    parts.push({ id, look, d: `M${x} ${y}h${w}v${h}h${-w}Z` });
    parcels.set(key, { rect: parcel ? around(parcel.rect, box) : { x, y, w, h }, parts });
    keys.set(id, key);
  }
  return {
    query: (rect) => [...parcels].filter(([, parcel]) => cuts(parcel.rect, rect)).map(([key]) => key),
    has: (key) => parcels.has(key),
    keyOf: (id) => keys.get(id),
    draw: (key, marksOf) => drawParts(key, parcels.get(key)?.parts ?? [], marksOf, 'spot'),
  };
}

function around(a: Rect, b: Rect): Rect {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y };
}

/** One path for each look, with the marks of its parts in it. */
export function drawParts(
  key: string,
  parts: readonly Part[],
  marksOf: (id: string) => string,
  name: 'spot' | 'line',
): SvgNode {
  const byLook = new Map<string, string[]>();
  for (const { id, look, d } of parts) {
    const marked = look + marksOf(id);
    const same = byLook.get(marked);
    if (same) {
      same.push(d);
    } else {
      byLook.set(marked, [d]);
    }
  }
  const children = [...byLook].map(([look, paths]): SvgNode => {
    const path = { tag: 'path', key: name, attributes: { class: name, d: paths.join('') }, children: [] };
    return { tag: 'g', key: look, attributes: { class: look }, children: [path] };
  });
  return { tag: 'g', key, attributes: { class: 'tile', 'data-tile': key }, children };
}
