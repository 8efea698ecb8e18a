import { hasGround, wireClasses, type Box, type Rect, type SvgNode, type Wire } from '../../diagram';
import { makeRuns, type Runs } from './runs';

/** From far away: boxes as specks, wires as bare lines, one path for each look. */

type MarksOf = (id: string) => string;

/** A note is but words, which are not read far away; a frame around everything is always drawn on its own. */
export function isSpeck({ kind }: Box): boolean {
  return kind !== 'note' && kind !== 'host' && kind !== 'node';
}

/** Of a square this large nothing is seen but where boxes are many: those side by side are drawn as one. */
const gatheredFrom = 32_768;
/** Cards with no more between them are seen as one. */
const gap = 32;

export function drawSpecks(key: string, boxes: readonly Box[], size: number, marksOf: MarksOf): SvgNode {
  const paths = new Map<string, string[]>();
  const draw = (look: string, { x, y, w, h }: Rect): void => add(paths, look, `M${x} ${y}h${w}v${h}h${-w}Z`);
  if (size < gatheredFrom) {
    boxes.forEach((box) => draw(speckLook(box) + marksOf(box.id), box));
  } else {
    const plain = boxes.filter((box) => hasGround(box) || marksOf(box.id) !== '');
    const marked = new Set(plain);
    plain.forEach((box) => draw(speckLook(box) + marksOf(box.id), box));
    gather(boxes.filter((box) => !marked.has(box))).forEach(([box, rect]) => draw(speckLook(box), rect));
  }
  return drawPaths(key, 'spot', new Map([...paths].map(([look, parts]) => [look, parts.join('')])));
}

function speckLook(box: Box): string {
  return `speck${hasGround(box) ? ' ground' : ''} tone-${box.tone}${box.faded ? ' faded' : ''}`;
}

/** Boxes that stand side by side in rows, and rows that stand on top of each other, each with the look of its first. */
function gather(boxes: readonly Box[]): readonly (readonly [Box, Rect])[] {
  const rows: [Box, Rect][] = [];
  for (const box of boxes) {
    const { x, y, w, h } = box;
    const last = rows.at(-1);
    const beside = last?.[1].y === y && isNear(x - last[1].x - last[1].w);
    if (last && beside) {
      last[1] = { ...last[1], w: x + w - last[1].x, h: Math.max(last[1].h, h) };
    } else {
      rows.push([box, { x, y, w, h }]);
    }
  }
  const stacks: [Box, Rect][] = [];
  for (const [box, { x, y, w, h }] of rows) {
    const last = stacks.at(-1);
    const below = last?.[1].x === x && last[1].w === w && isNear(y - last[1].y - last[1].h);
    if (last && below) {
      last[1] = { ...last[1], h: y + h - last[1].y };
    } else {
      stacks.push([box, { x, y, w, h }]);
    }
  }
  return stacks;
}

function isNear(distance: number): boolean {
  return distance >= 0 && distance <= gap;
}

/** Lines are rounded to such a part of their square: far away no more can be told apart. */
const lineStep = 1 / 1024;

export function drawLines(
  key: string,
  wires: readonly Wire[],
  rect: Rect,
  size: number,
  marksOf: MarksOf,
): SvgNode {
  const byLook = new Map<string, Runs>();
  for (const wire of wires) {
    const look = wireClasses('wire', wire) + marksOf(wire.id);
    const runs = byLook.get(look) ?? makeRuns(Math.max(1, Math.round(size * lineStep)));
    byLook.set(look, runs);
    runs.add(wire.points, rect);
  }
  return drawPaths(key, 'line', new Map([...byLook].map(([look, runs]) => [look, runs.path()])));
}

function add(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key);
  if (list) {
    list.push(item);
  } else {
    lists.set(key, [item]);
  }
}

function drawPaths(key: string, name: 'spot' | 'line', paths: ReadonlyMap<string, string>): SvgNode {
  const children = [...paths]
    .filter(([, d]) => d !== '')
    .map(([look, d]): SvgNode => {
      const path = { tag: 'path', key: name, attributes: { class: name, d }, children: [] };
      return { tag: 'g', key: look, attributes: { class: look }, children: [path] };
    });
  return { tag: 'g', key, attributes: { class: 'tile', 'data-tile': key }, children };
}
