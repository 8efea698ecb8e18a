import type { Point } from '../../diagram';

/** What the reader does with wheel, mouse and fingers. Pixels are those of the window that the picture stands in. */
export interface Gestures {
  pan(dx: number, dy: number): void;
  zoom(factor: number, at: Point): void;
  /** The hand is still or has let go: the picture may settle. */
  rest(): void;
}

/** So long after the last turn of a wheel the gesture is over. */
const wheelRestMs = 250;
/** So far the mouse moves in a click. */
const clickRoom = 4;
/** Pixels of a line, for mice that scroll by lines. */
const linePixels = 16;

/**
 * The usual ways of diagram editors: wheel and two fingers on a touchpad pan, with Ctrl or Cmd (and by pinching) they zoom at the
 * pointer, dragging pans. A double click is left to the page.
 */
export function listenToGestures(element: HTMLElement, gestures: Gestures): void {
  listenToWheel(element, gestures);
  listenToPointers(element, gestures);
}

function listenToWheel(element: HTMLElement, gestures: Gestures): void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  // Turns come with frames, and a late frame brings late turns: only one that brings none says that the hand is still.
  const restUnlessTurned = (): void => {
    frame = requestAnimationFrame(() => gestures.rest());
  };
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      cancelAnimationFrame(frame);
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? linePixels : 1;
      if (event.ctrlKey || event.metaKey) {
        gestures.zoom(wheelFactor(event.deltaY * unit), placeIn(element, event));
      } else {
        const sideways = event.shiftKey && event.deltaX === 0;
        const [dx, dy] = sideways ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
        gestures.pan(-dx * unit, -dy * unit);
      }
      clearTimeout(resting);
      resting = setTimeout(restUnlessTurned, wheelRestMs);
    },
    { passive: false },
  );
}

/** A notch of a mouse wheel is 100 or 120, a pinch sends small steps: both feel the same to the hand. */
export function wheelFactor(delta: number): number {
  const bounded = Math.min(Math.max(delta, -60), 60);
  return Math.exp(-bounded / 160);
}

function placeIn(element: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  const { left, top } = element.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

function listenToPointers(element: HTMLElement, gestures: Gestures): void {
  const down = new Map<number, Point>();
  let start: Point | undefined;
  let dragging = false;
  const release = (event: PointerEvent): void => {
    if (down.delete(event.pointerId) && down.size === 0) {
      element.classList.remove('dragging');
      if (dragging) {
        dragging = false;
        if (event.type === 'pointerup') {
          swallowClick(element);
        }
        gestures.rest();
      }
    }
  };
  element.addEventListener('pointerdown', (event) => {
    if (event.button > 1) {
      return;
    }
    down.set(event.pointerId, placeIn(element, event));
    start = down.size === 1 ? placeIn(element, event) : start;
    dragging = down.size > 1;
  });
  element.addEventListener('pointermove', (event) => {
    const before = down.get(event.pointerId);
    if (!before || !start) {
      return;
    }
    if (event.buttons === 0) {
      // It was let go where nobody told: over a menu of the system, or outside of the window.
      release(event);
      return;
    }
    const now = placeIn(element, event);
    if (!dragging && Math.hypot(now.x - start.x, now.y - start.y) < clickRoom) {
      return;
    }
    if (!dragging) {
      dragging = true;
      element.classList.add('dragging');
      // From here on the mouse may leave the picture; a mere click goes to the box it is on.
      element.setPointerCapture(event.pointerId);
    }
    down.set(event.pointerId, now);
    const still = [...down].find(([id]) => id !== event.pointerId)?.[1];
    move(gestures, before, now, still);
  });
  for (const name of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
    element.addEventListener(name, release);
  }
}

/** One pointer drags; of two the one that moves pulls the other's distance along. */
function move(gestures: Gestures, before: Point, now: Point, still: Point | undefined): void {
  if (!still) {
    gestures.pan(now.x - before.x, now.y - before.y);
    return;
  }
  const old = Math.hypot(before.x - still.x, before.y - still.y);
  const wide = Math.hypot(now.x - still.x, now.y - still.y);
  gestures.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
  if (old > 0 && wide > 0) {
    gestures.zoom(wide / old, { x: (now.x + still.x) / 2, y: (now.y + still.y) / 2 });
  }
}

/** The click that ends a drag selects nothing. */
function swallowClick(element: HTMLElement): void {
  const swallow = (event: Event): void => event.stopPropagation();
  element.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => element.removeEventListener('click', swallow, { capture: true }));
}
