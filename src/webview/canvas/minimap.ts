import { hasGround, type Point, type Rect, type Scene } from '../../diagram';
import { createSvg, setAttribute } from '../dom';
import { seenRect, showsAll, type Size } from './camera';
import type { View } from '../picture';

/** The whole picture small in a corner, with a frame around what is in sight. Hidden while all is. */
export interface Minimap {
  readonly element: HTMLElement;
  show(scene: Scene): void;
  follow(view: View, window: Size): void;
  /** How much of the window's corner at the bottom right it covers, in pixels. */
  corner(window: Size): Size;
}

export interface MinimapEvents {
  /** The reader wants to see this place of the picture. */
  go(at: Point): void;
  rest(): void;
}

const largest = { width: 200, height: 140 };

export function makeMinimap(events: MinimapEvents): Minimap {
  const element = document.createElement('div');
  element.className = 'minimap';
  element.setAttribute('aria-hidden', 'true');
  element.hidden = true;
  const map = createSvg('svg');
  map.setAttribute('class', 'scene');
  map.setAttribute('preserveAspectRatio', 'none');
  const frame = document.createElement('div');
  frame.className = 'minimap-frame';
  element.append(map, frame);
  let scene: Scene | undefined;
  let drawn: Scene | undefined;
  let scale = 1;
  listenToMap(element, () => scale, events);
  return {
    element,
    show: (next) => {
      scene = next;
      scale = Math.min(largest.width / next.width, largest.height / next.height);
    },
    follow: (view, window) => {
      if (!scene) {
        return;
      }
      const seen = seenRect(view, window);
      element.hidden = showsAll(view, scene, window);
      if (element.hidden) {
        return;
      }
      if (drawn !== scene) {
        drawMap(map, scene, scale);
        drawn = scene;
      }
      placeFrame(frame, cut(seen, scene), scale);
    },
    corner: ({ width, height }) => {
      const { offsetWidth, offsetLeft, offsetTop } = element;
      return offsetWidth === 0
        ? { width: 0, height: 0 }
        : { width: width - offsetLeft, height: height - offsetTop };
    },
  };
}

function cut({ x, y, w, h }: Rect, { width, height }: Size): Rect {
  const left = Math.min(Math.max(0, x), width);
  const top = Math.min(Math.max(0, y), height);
  return { x: left, y: top, w: Math.min(width, x + w) - left, h: Math.min(height, y + h) - top };
}

function placeFrame({ style }: HTMLElement, { x, y, w, h }: Rect, scale: number): void {
  const width = `${Math.max(4, Math.round(w * scale))}px`;
  const height = `${Math.max(4, Math.round(h * scale))}px`;
  if (style.width !== width || style.height !== height) {
    Object.assign(style, { width, height });
  }
  style.transform = `translate(${x * scale}px, ${y * scale}px)`;
}

function drawMap(map: SVGElement, scene: Scene, scale: number): void {
  setAttribute(map, 'width', `${scene.width * scale}`);
  setAttribute(map, 'height', `${scene.height * scale}`);
  setAttribute(map, 'viewBox', `0 0 ${scene.width} ${scene.height}`);
  const paths = mapPaths(scene);
  const old = new Map([...map.children].map((path) => [path.getAttribute('class') ?? '', path]));
  let before: Element | undefined;
  for (const [look, d] of paths) {
    const path = old.get(look) ?? createSvg('path');
    setAttribute(path, 'class', look);
    setAttribute(path, 'd', d);
    // What stands in its place stays untouched: an update changes few of them.
    if ((before ? before.nextElementSibling : map.firstElementChild) !== path) {
      map.insertBefore(path, before ? before.nextElementSibling : map.firstElementChild);
    }
    old.delete(look);
    before = path;
  }
  old.forEach((path) => path.remove());
}

/** One path for the boxes of each look, frames first. */
export function mapPaths({ boxes }: Scene): ReadonlyMap<string, string> {
  const grounds = new Map<string, string[]>();
  const specks = new Map<string, string[]>();
  for (const box of boxes) {
    const { kind, tone, x, y, w, h } = box;
    if (kind === 'note' || kind === 'section') {
      continue;
    }
    const [paths, look] = hasGround(box)
      ? [grounds, `speck ground tone-${tone}`]
      : [specks, `speck tone-${tone}`];
    const same = paths.get(look) ?? [];
    same.push(`M${x} ${y}h${w}v${h}h${-w}Z`);
    paths.set(look, same);
  }
  return new Map([...grounds, ...specks].map(([look, parts]) => [look, parts.join('')]));
}

function listenToMap(element: HTMLElement, scale: () => number, events: MinimapEvents): void {
  const go = (event: PointerEvent): void => {
    const { left, top } = element.getBoundingClientRect();
    const border = element.clientLeft;
    events.go({
      x: (event.clientX - left - border) / scale(),
      y: (event.clientY - top - border) / scale(),
    });
  };
  element.addEventListener('pointerdown', (event) => {
    event.stopPropagation();
    // The focus stays where it is.
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    go(event);
  });
  element.addEventListener('pointermove', (event) => {
    event.stopPropagation();
    if (event.buttons !== 0 && element.hasPointerCapture(event.pointerId)) {
      go(event);
    }
  });
  element.addEventListener('pointerup', (event) => {
    event.stopPropagation();
    events.rest();
  });
  for (const name of ['click', 'dblclick'] as const) {
    element.addEventListener(name, (event) => event.stopPropagation());
  }
}
