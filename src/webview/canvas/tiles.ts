import type { Box, Rect, Scene, SvgNode } from '../../diagram';
import { cuts, type Grid } from './grid';
import { squareSize } from './levels';
import { drawLines, drawSpecks, isSpeck } from './specks';

/**
 * Parcels of a picture that is seen from far away, or has too many wires: all boxes or all wires of one square, drawn as one
 * path for each look. Squares do not follow the view: moving draws those that come, and a change touches its own alone.
 */
export interface Tiles {
  /** Keys of the squares with boxes that may be seen in a rectangle. */
  boxesIn(look: string, rect: Rect): readonly string[];
  /** Keys of the squares that may have wires in a rectangle. */
  wiresIn(look: string, rect: Rect): readonly string[];
  /** Where it stands among the others: wires come first, specks of boxes lie above them. Undefined where there is none. */
  numberOf(key: string): number | undefined;
  /** The squares of a look that a box or a wire is drawn in. */
  keysOf(id: string, look: string): readonly string[];
  /** `marksOf` adds classes to those of the tone. */
  draw(key: string, marksOf: (id: string) => string): SvgNode;
}

interface Square {
  readonly kind: string;
  readonly size: number;
  readonly column: number;
  readonly row: number;
}

/** The boxes whose corner is in a square, and the place that they take. */
interface Parcel {
  readonly rect: Rect;
  readonly boxes: Box[];
}

type Parcels = ReadonlyMap<string, Parcel>;

export function makeTiles(scene: Scene, wires: Grid): Tiles {
  const bySize = new Map<number, Parcels>();
  const parcels = (size: number): Parcels => {
    const known = bySize.get(size) ?? parcelBoxes(scene, size);
    bySize.set(size, known);
    return known;
  };
  const whole: Rect = { x: 0, y: 0, w: scene.width, h: scene.height };
  const wireById = new Map(scene.wires.map((wire) => [wire.id, wire]));
  const boxById = new Map(scene.boxes.map((box) => [box.id, box]));
  return {
    boxesIn: (look, rect) =>
      [...parcels(squareSize(look))].filter(([, parcel]) => cuts(parcel.rect, rect)).map(([key]) => key),
    wiresIn: (look, rect) => (cuts(rect, whole) ? wireSquares(squareSize(look), cut(rect, whole)) : []),
    numberOf: (key) => {
      const { kind, size } = readKey(key);
      return kind === 'wire' ? 0 : parcels(size).has(key) ? 1 : undefined;
    },
    keysOf: (id, look) => {
      const size = squareSize(look);
      const box = boxById.get(id);
      return box
        ? [boxKey(box, size)]
        : segmentsOf(wireById.get(id)?.points ?? []).flatMap((rect) => wireSquares(size, rect));
    },
    draw: (key, marksOf) => {
      const square = readKey(key);
      if (square.kind === 'wire') {
        const found = wires.query(rectOf(square)).flatMap((number) => scene.wires[number] ?? []);
        return drawLines(key, found, rectOf(square), square.size, marksOf);
      }
      return drawSpecks(key, parcels(square.size).get(key)?.boxes ?? [], square.size, marksOf);
    },
  };
}

function keyOf({ kind, size, column, row }: Square): string {
  return `${kind} ${size} ${column} ${row}`;
}

function readKey(key: string): Square {
  const [kind = '', ...numbers] = key.split(' ');
  const [size = 1, column = 0, row = 0] = numbers.map(Number);
  return { kind, size, column, row };
}

function rectOf({ size, column, row }: Square): Rect {
  return { x: column * size, y: row * size, w: size, h: size };
}

function boxKey({ x, y }: Box, size: number): string {
  return keyOf({ kind: 'box', size, column: Math.floor(x / size), row: Math.floor(y / size) });
}

function parcelBoxes({ boxes }: Scene, size: number): Parcels {
  const parcels = new Map<string, Parcel>();
  for (const box of boxes.filter(isSpeck)) {
    const key = boxKey(box, size);
    const parcel = parcels.get(key);
    const inside = parcel?.boxes ?? [];
    inside.push(box);
    parcels.set(key, { rect: around(parcel?.rect ?? box, box), boxes: inside });
  }
  return parcels;
}

function around(a: Rect, b: Rect): Rect {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y };
}

function cut(a: Rect, b: Rect): Rect {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  return { x, y, w: Math.min(a.x + a.w, b.x + b.w) - x, h: Math.min(a.y + a.h, b.y + b.h) - y };
}

/** All squares that a rectangle comes into. */
function wireSquares(size: number, { x, y, w, h }: Rect): string[] {
  const keys: string[] = [];
  for (let row = Math.floor(y / size); row <= Math.floor((y + h) / size); row++) {
    for (let column = Math.floor(x / size); column <= Math.floor((x + w) / size); column++) {
      keys.push(keyOf({ kind: 'wire', size, column, row }));
    }
  }
  return keys;
}

function segmentsOf(points: readonly { readonly x: number; readonly y: number }[]): Rect[] {
  return points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    return around({ ...from, w: 0, h: 0 }, { ...to, w: 0, h: 0 });
  });
}
