import type { Box, Rect, Scene, Wire } from '../../diagram';
import { hasGround } from '../../diagram';
import { buildGrid, type Grid, type Placed } from './grid';
import { farScale, isFar } from './levels';
import { makeTiles, type Tiles } from './tiles';
import { treePlaces, type TreePlace } from './tree';

/** A scene with its ways in, built once for each scene. Boxes and wires are named by their number in it. */
export interface Model {
  readonly scene: Scene;
  readonly boxNumber: ReadonlyMap<string, number>;
  readonly wireNumber: ReadonlyMap<string, number>;
  readonly boxes: Grid;
  readonly wires: Grid;
  /** Boxes and wires in parcels, for a far view. */
  readonly tiles: Tiles;
  readonly places: ReadonlyMap<string, TreePlace>;
}

export function buildModel(scene: Scene): Model {
  const wires = buildGrid(scene.wires.flatMap(wireParts), wireCell);
  return {
    scene,
    boxNumber: new Map(scene.boxes.map(({ id }, index) => [id, index])),
    wireNumber: new Map(scene.wires.map(({ id }, index) => [id, index])),
    boxes: buildGrid(scene.boxes.map(({ x, y, w, h }, item) => ({ item, x, y, w, h }))),
    wires,
    tiles: makeTiles(scene, wires),
    places: treePlaces(scene),
  };
}

/** Wires are long: larger cells hold them in fewer places. */
const wireCell = 2048;
/** More wires than this are drawn in parcels: single ones could not be told apart, and elements are dear. */
const mostSingle = 300;
/** Pixels: a frame that is drawn smaller has no room for its name. */
const leastFrame = 18;
/** Room for a wire's width and its arrow head. */
const wireRoom = 4;

function wireParts({ points }: Wire, item: number): Placed[] {
  return points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    return {
      item,
      x: Math.min(from.x, to.x) - wireRoom,
      y: Math.min(from.y, to.y) - wireRoom,
      w: Math.abs(from.x - to.x) + 2 * wireRoom,
      h: Math.abs(from.y - to.y) + 2 * wireRoom,
    };
  });
}

export function boxOf(model: Model, id: string | undefined): Box | undefined {
  return id === undefined ? undefined : model.scene.boxes[model.boxNumber.get(id) ?? -1];
}

export function wireOf(model: Model, id: string): Wire | undefined {
  return model.scene.wires[model.wireNumber.get(id) ?? -1];
}

/** The last drawn box at a place: what lies on top there. */
export function boxUnder(model: Model, x: number, y: number): Box | undefined {
  const [last] = model.boxes.query({ x, y, w: 0, h: 0 }).slice(-1);
  return last === undefined ? undefined : model.scene.boxes[last];
}

/** The place that boxes and wires take together. */
export function boundsOf(model: Model, ids: readonly string[]): Rect | undefined {
  const rects = ids.flatMap((id): Rect[] => {
    const box = boxOf(model, id);
    const wire = box ? undefined : wireOf(model, id);
    return box ? [box] : (wire?.points ?? []).map(({ x, y }) => ({ x, y, w: 0, h: 0 }));
  });
  if (rects.length === 0) {
    return undefined;
  }
  const left = Math.min(...rects.map(({ x }) => x));
  const top = Math.min(...rects.map(({ y }) => y));
  const right = Math.max(...rects.map(({ x, w }) => x + w));
  const bottom = Math.max(...rects.map(({ y, h }) => y + h));
  return { x: left, y: top, w: right - left, h: bottom - top };
}

/** What has elements at a view: numbers of boxes and wires, and keys of tiles. */
export interface Plan {
  readonly boxes: readonly number[];
  readonly wires: readonly number[];
  readonly tiles: readonly string[];
}

/**
 * What is drawn in a rectangle at a look. Far away only boxes with a ground are drawn on their own, and of these only such
 * as have room for their name: the rest are specks.
 */
export function planAt(model: Model, rect: Rect, look: string): Plan {
  const far = isFar(look);
  const boxes = model.boxes.query(rect);
  const wires = far ? [] : model.wires.query(rect);
  const together = far || wires.length > mostSingle;
  const { tiles } = model;
  const least = leastFrame * farScale(look);
  const framed = (number: number): boolean => {
    const box = model.scene.boxes[number];
    return box !== undefined && hasGround(box) && box.h >= least && box.w >= least * 2;
  };
  return {
    boxes: far ? boxes.filter(framed) : boxes,
    wires: together ? [] : wires,
    tiles: [...(together ? tiles.wiresIn(look, rect) : []), ...(far ? tiles.boxesIn(look, rect) : [])],
  };
}
