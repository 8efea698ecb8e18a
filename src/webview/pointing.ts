import type { Picture } from './picture';
import type { Direction } from './reading';

/** What the reader does with mouse and keyboard on the picture. Ids are those of boxes; keys are about the active one. */
export interface Pointing {
  hover(id: string | undefined): void;
  /** A click: selects, opens a fold; `heading` where it was on the words of a box. */
  press(id: string | undefined, heading: boolean): void;
  /** A double click. */
  open(id: string | undefined): void;
  /** Enter: opens the active box, or its fold. */
  enter(): void;
  /** Space: selects the active box. */
  choose(): void;
  move(direction: Direction): void;
  moveToEdge(edge: 'first' | 'last'): void;
  /** Without a factor: fit. */
  zoom(factor: number | undefined): void;
  zoomToSelection(): void;
  clear(): void;
  /** The keyboard comes to the picture. */
  arrive(): void;
}

/** Listens once on the whole picture, whatever number of boxes it has. */
export function listenToPicture(picture: Picture, pointing: Pointing): void {
  const element = picture.element as HTMLElement;
  let hovered: string | undefined;
  const hover = (id: string | undefined): void => {
    if (id !== hovered) {
      hovered = id;
      pointing.hover(id);
    }
  };
  // Not pointerover: that one comes also while the picture is moved below a pointer that rests.
  element.addEventListener('pointermove', ({ target }) => hover(picture.boxAt(target)));
  element.addEventListener('pointerleave', () => hover(undefined));
  element.addEventListener('click', ({ target }) => pointing.press(picture.boxAt(target), isText(target)));
  element.addEventListener('dblclick', ({ target }) => pointing.open(picture.boxAt(target)));
  element.addEventListener('focus', () => pointing.arrive());
  element.addEventListener('keydown', (event) => {
    if (!event.defaultPrevented && pressKey(event, element, pointing)) {
      event.preventDefault();
    }
  });
  // The browser's own event for the menu key is about the whole picture: the active box answers it instead.
  element.addEventListener(
    'contextmenu',
    (event) => {
      if (event.isTrusted && event.target === element && !isPointer(event)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        openMenu(element);
      }
    },
    { capture: true },
  );
}

/** On the words of a box, or on the sign that says whether it is open. */
function isText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('text, .sign') !== null;
}

function isPointer(event: Event): boolean {
  return event instanceof PointerEvent && event.pointerType !== '';
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** What each key does; true in the answer of `pressKey` means that it was one of them. */
const keys: Readonly<Record<string, (pointing: Pointing) => void>> = {
  Home: (pointing) => pointing.moveToEdge('first'),
  End: (pointing) => pointing.moveToEdge('last'),
  Enter: (pointing) => pointing.enter(),
  ' ': (pointing) => pointing.choose(),
  Escape: (pointing) => pointing.clear(),
  '+': (pointing) => pointing.zoom(1.3),
  '=': (pointing) => pointing.zoom(1.3),
  '-': (pointing) => pointing.zoom(1 / 1.3),
  '0': (pointing) => pointing.zoom(undefined),
  s: (pointing) => pointing.zoomToSelection(),
};

function pressKey(event: KeyboardEvent, element: HTMLElement, pointing: Pointing): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return false;
  }
  if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
    openMenu(element);
    return true;
  }
  const direction = arrows[event.key];
  if (direction) {
    pointing.move(direction);
    return true;
  }
  const action = keys[event.key];
  action?.(pointing);
  return action !== undefined;
}

/** Asks the editor for the menu of the active box: it listens to this event and reads the element's context. */
function openMenu(element: HTMLElement): void {
  const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
  if (!active) {
    return;
  }
  const { left, top, width, height } = active.getBoundingClientRect();
  active.dispatchEvent(
    new MouseEvent('contextmenu', {
      bubbles: true,
      cancelable: true,
      composed: true,
      clientX: left + Math.min(width / 2, 90),
      clientY: top + Math.min(height / 2, 24),
      view: window,
    }),
  );
}
