import { make } from './dom';

/** Pixels. */
const least = 220;
const most = 720;
const first = 320;
const keyStep = 24;

/** The handle between picture and details: dragged, or moved with the arrow keys. */
export function makeHandle(resized: HTMLElement): HTMLElement {
  const handle = make('div', 'handle');
  handle.tabIndex = 0;
  handle.setAttribute('role', 'separator');
  handle.setAttribute('aria-label', 'Width of the details');
  handle.setAttribute('aria-orientation', 'vertical');
  handle.setAttribute('aria-valuemin', String(least));
  handle.setAttribute('aria-valuemax', String(most));
  let width = first;
  const set = (wanted: number): void => {
    width = Math.round(Math.min(most, Math.max(least, wanted)));
    handle.setAttribute('aria-valuenow', String(width));
    resized.style.setProperty('--details-width', `${width}px`);
  };
  set(first);
  handle.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener('pointermove', (event) => {
    if (event.buttons !== 0 && handle.hasPointerCapture(event.pointerId)) {
      set(resized.getBoundingClientRect().right - event.clientX);
    }
  });
  handle.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: keyStep, ArrowRight: -keyStep }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      set(width + by);
    }
  });
  return handle;
}
