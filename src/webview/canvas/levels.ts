import { fitText, type Box, type SvgNode, type TextLine } from '../../diagram';

/**
 * How much of a picture is drawn. Far away only frames, their names and specks for the rest, farther in larger and larger
 * squares; in the middle the names of all boxes, larger than they are; near by everything.
 */
export type Level = 'farthest' | 'farther' | 'far' | 'middle' | 'near';

const nearFrom = 0.55;
const middleFrom = 0.3;
const farFrom = 1 / 16;
const fartherFrom = 1 / 64;

/** The side of the squares in which boxes and wires are drawn together: a few hundred pixels of the screen. */
const squareSizes: Readonly<Record<Level, number>> = {
  near: 512,
  middle: 512,
  far: 2048,
  farther: 8192,
  farthest: 32_768,
};
/** Names in the middle are drawn larger by this, so that they are read there. */
const middleScale = 1.6;
/** Height in pixels of the names that are drawn far away. */
const farName = 12;
/** Names shorter than this after cutting tell nothing. */
const leastLetters = 6;

export function levelAt(k: number): Level {
  if (k >= middleFrom) {
    return k >= nearFrom ? 'near' : 'middle';
  }
  return k >= farFrom ? 'far' : k >= fartherFrom ? 'farther' : 'farthest';
}

export function levelOf(look: string): Level {
  return look.split(' ')[0] as Level;
}

export function squareSize(look: string): number {
  return squareSizes[levelOf(look)];
}

/** Whether boxes are specks at a look, but for the frames that have room for their names. */
export function isFar(look: string): boolean {
  return look.startsWith('far');
}

/** Scales at which the same is drawn share a look; far away it also tells the size of the names. */
export function lookAt(k: number): string {
  const level = levelAt(k);
  return isFar(level) ? `${level} ${nameScale(k)}` : level;
}

/**
 * The look while the reader moves, after another one: the size of far names does not change under the hand, but the level does.
 * Names in the middle are many elements, and come when the hand is still.
 */
export function lookWhileMoving(k: number, last: string): string {
  const level = levelAt(k);
  const wanted = level === 'middle' && levelOf(last) !== 'middle' ? 'far' : level;
  if (levelOf(last) === wanted) {
    return last;
  }
  return wanted === level ? lookAt(k) : `far ${nameScale(k)}`;
}

/** How much larger than in the picture names and lines are drawn at a look, so that they are seen from there. */
export function farScale(look: string): number {
  return look === 'near' ? 1 : look === 'middle' ? middleScale : Number(look.split(' ')[1]);
}

/** A name's scale far away, in steps, so that not every turn of the wheel draws all names anew. */
function nameScale(k: number): number {
  const step = 2 ** (Math.floor(Math.log2(k) * 2) / 2);
  return Math.round((farName / 12.5 / step) * 100) / 100;
}

/** What a box says at a look: all, its name alone, or nothing. The whole drawing of the box is `drawn`. */
export function thinOut(drawn: SvgNode, box: Box, look: string): SvgNode {
  if (look === 'near') {
    return drawn;
  }
  const scale = farScale(look);
  const name = drawName(box, scale);
  // A name may be cut: the title beside it says the whole.
  const titled = look === 'middle' || name !== undefined;
  const kept = drawn.children.filter(({ key }) => key === 'shape' || (key === 'title' && titled));
  return { ...drawn, children: name ? [...kept, name] : kept };
}

/** The name of a box: its first title, or its first words. */
function nameLine({ lines }: Box): TextLine | undefined {
  return lines.find(({ font }) => font === 'title' || font === 'heading') ?? lines[0];
}

function drawName(box: Box, scale: number): SvgNode | undefined {
  const line = nameLine(box);
  const size = 12.5 * scale;
  if (!line || box.h < size) {
    return undefined;
  }
  const inset = line.anchor === 'start' ? Math.min(line.x, size) : size / 3;
  const text = fitText(line.whole ?? line.text, 'title', (box.w - 2 * inset) / scale);
  if (text.endsWith('…') && text.length <= leastLetters) {
    return undefined;
  }
  // Cards begin right below the line of a section: it has no room to go down.
  const lowered = box.kind === 'section' ? line.y : Math.max(line.y, size);
  const y = Math.min(lowered, box.h - size * 0.25);
  const attributes = {
    class: `text title name ink-${line.tone}`,
    transform: `translate(${round(inset)} ${round(y)}) scale(${scale})`,
  };
  return { tag: 'text', key: 'name', attributes, children: [], text };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
