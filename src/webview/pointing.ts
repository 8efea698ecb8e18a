import type { Direction } from './reading';

/** What the reader does with mouse and keyboard on the picture. Ids are those of boxes. */
export interface Pointing {
  hover(id: string | undefined): void;
  press(id: string | undefined): void;
  open(id: string | undefined): void;
  move(direction: Direction): void;
  /** Without a factor: fit. */
  zoom(factor: number | undefined): void;
  clear(): void;
  find(): void;
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

const zooms: Readonly<Record<string, number | undefined>> = {
  '+': 1.3,
  '=': 1.3,
  '-': 1 / 1.3,
  '0': undefined,
};

/** Listens once on the whole picture, whatever number of boxes it has. */
export function listenToBoxes(svg: SVGSVGElement, pointing: Pointing): void {
  let hovered: string | undefined;
  svg.addEventListener('pointerover', (event) => {
    const id = boxAt(event.target);
    if (id !== hovered) {
      hovered = id;
      pointing.hover(id);
    }
  });
  svg.addEventListener('pointerleave', () => {
    hovered = undefined;
    pointing.hover(undefined);
  });
  svg.addEventListener('click', (event) => pointing.press(boxAt(event.target)));
  svg.addEventListener('dblclick', (event) => pointing.open(boxAt(event.target)));
  svg.addEventListener('keydown', (event) => handleKey(event, pointing));
}

function boxAt(target: EventTarget | null): string | undefined {
  const box = target instanceof Element ? target.closest<SVGElement>('.box[role=button]') : null;
  return box?.dataset.id;
}

function handleKey(event: KeyboardEvent, pointing: Pointing): void {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const direction = arrows[event.key];
  if (direction) {
    pointing.move(direction);
  } else if (event.key in zooms) {
    pointing.zoom(zooms[event.key]);
  } else if (event.key === 'Enter') {
    pointing.open(boxAt(event.target));
  } else if (event.key === ' ') {
    pointing.press(boxAt(event.target));
  } else if (event.key === 'Escape') {
    pointing.clear();
  } else if (event.key === '/') {
    pointing.find();
  } else {
    return;
  }
  event.preventDefault();
}
