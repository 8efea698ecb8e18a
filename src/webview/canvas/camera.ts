import type { Point, Rect } from '../../diagram';
import type { View } from '../picture';

/** Where the picture stands in its window. Plain data in and out; a view maps a place `p` to the pixel `p * k + x`. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

const largest = 4;
const smallest = 0.02;
const largestFit = 1.15;
/** From this scale on a whole picture is better than a part of it at its own size. */
const readable = 0.85;
/** Pixels at the border of a picture with nothing in them: whoever does not see them misses nothing. */
const margin = 20;
const topRoom = 24;
/** So much of the picture stays in its window, wherever it is moved. */
const held = 48;

/** The part of the picture that a window shows. */
export function seenRect({ x, y, k }: View, { width, height }: Size): Rect {
  return { x: -x / k, y: -y / k, w: width / k, h: height / k };
}

/** A rectangle with some room around it. */
export function inflate({ x, y, w, h }: Rect, dx: number, dy: number): Rect {
  return { x: x - dx, y: y - dy, w: w + 2 * dx, h: h + 2 * dy };
}

export function holds(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  );
}

/** The whole picture. */
export function fitView(picture: Size, window: Size): View {
  return fitTo(picture, window, 0);
}

/** The whole picture where it can be read; else the top left part of it, at its own size. */
export function fitReadable(picture: Size, window: Size): View {
  const whole = fitView(picture, window);
  return whole.k >= readable ? whole : fitTo(picture, window, 1);
}

/** Whether nothing of a picture is out of sight. */
export function showsAll(view: View, picture: Size, window: Size): boolean {
  const { width, height } = picture;
  return holds(inflate(seenRect(view, window), margin, margin), { x: 0, y: 0, w: width, h: height });
}

function fitTo(picture: Size, window: Size, least: number): View {
  const whole = Math.min(window.width / picture.width, window.height / picture.height, largestFit);
  const k = Math.max(whole, least) || 1;
  const x = Math.max(0, (window.width - picture.width * k) / 2);
  const y = Math.max(0, Math.min((window.height - picture.height * k) / 2, topRoom));
  return { x, y, k };
}

/** As near to a place as shows it whole, but no nearer than its texts need. */
export function viewOf({ x, y, w, h }: Rect, window: Size): View {
  const room = 32;
  const k = clampScale(
    Math.min((window.width - 2 * room) / w, (window.height - 2 * room) / h, largestFit),
    smallest,
  );
  return { x: (window.width - w * k) / 2 - x * k, y: (window.height - h * k) / 2 - y * k, k };
}

/** Zooms by a factor; the place under a pixel of the window stays there. `whole` is the scale at which all is in sight. */
export function zoomAt(
  view: View,
  factor: number,
  at: { readonly x: number; readonly y: number },
  whole = 1,
): View {
  const k = clampScale(view.k * factor, Math.min(smallest, whole));
  const ratio = k / view.k;
  return { x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio, k };
}

function clampScale(k: number, least: number): number {
  return Math.min(Math.max(k, least), largest);
}

/** Moves by pixels, but never so far that the picture is lost. */
export function panBy({ x, y, k }: View, dx: number, dy: number): View {
  return { x: x + dx, y: y + dy, k };
}

/** The nearest view that still shows a part of the picture. */
export function keepInside({ x, y, k }: View, picture: Size, window: Size): View {
  const clamp = (start: number, length: number, room: number): number =>
    Math.min(Math.max(start, held - length), room - held);
  return { x: clamp(x, picture.width * k, window.width), y: clamp(y, picture.height * k, window.height), k };
}

/**
 * Moves just so far that a box is seen; of one that is larger than the window, its beginning. `corner` is what something else
 * covers at the bottom right of the window.
 */
export function revealIn(view: View, box: Rect, window: Size, corner: Size = { width: 0, height: 0 }): View {
  const { k } = view;
  const [w, h] = [box.w * k, box.h * k];
  const dx = shift(box.x * k + view.x, w, window.width);
  const dy = shift(box.y * k + view.y, h, window.height);
  const seen = { x: view.x + dx, y: view.y + dy, k };
  const aside = leaveCorner({ x: box.x * k + seen.x, y: box.y * k + seen.y, w, h }, window, corner);
  return panBy(seen, aside.x, aside.y);
}

/** The shorter way out of the covered corner that does not push the box out of the window on the other side. */
function leaveCorner({ x, y, w, h }: Rect, window: Size, corner: Size): Point {
  const across = x + w - (window.width - corner.width);
  const down = y + h - (window.height - corner.height);
  const ways = [
    { far: across + edge, room: x - edge, by: { x: -across - edge, y: 0 } },
    { far: down + edge, room: y - edge, by: { x: 0, y: -down - edge } },
  ].filter(({ far, room }) => far <= room);
  const [first, second] = ways;
  if (corner.width === 0 || across <= 0 || down <= 0 || !first) {
    return { x: 0, y: 0 };
  }
  return second && second.far < first.far ? second.by : first.by;
}

const edge = 16;

function shift(start: number, length: number, room: number): number {
  const seen = Math.min(length, room - 2 * edge);
  if (start < edge) {
    // What is too large for the window and covers it is seen well enough.
    return length > seen && start + length > room - edge ? 0 : edge - start;
  }
  return start + seen > room - edge ? room - edge - start - seen : 0;
}

/** A view in the middle of which a place of the picture stands. */
export function centreOn({ k }: View, at: { readonly x: number; readonly y: number }, window: Size): View {
  return { x: window.width / 2 - at.x * k, y: window.height / 2 - at.y * k, k };
}
