import type { Scene } from '../diagram';

/** The visible part of a picture: a translation in pixels, and a scale. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

/**
 * Why boxes and wires stand out: selected by the reader, around what is selected, near the pointer, on the packet's way,
 * found, selected in the sidebar.
 */
export type Mark = 'selected' | 'around' | 'near' | 'lit' | 'found' | 'pointed';

/** What a picture tells the page. */
export interface PictureEvents {
  /** The reader moved or zoomed it. */
  viewChanged(view: View): void;
}

/**
 * The drawing area as the page uses it, made by `makePicture(events)` of canvas/makePicture.ts. Only what is in sight has
 * elements, so ids are all that the page holds: marks, focus and labels are kept here and put on an element when it comes.
 */
export interface Picture {
  /** A `tree` for screen readers, with one stop for Tab; its boxes are the tree's items. */
  readonly element: HTMLElement | SVGElement;
  /**
   * Draws a scene, or brings the drawing up to date with it: what changed moves in a short transition, none with reduced
   * motion. `menus` are `data-vscode-context` words by subject key.
   */
  show(scene: Scene, menus: Readonly<Record<string, string>>): void;
  /** Ids of boxes and wires that carry a mark; those that had it and are not named lose it. */
  mark(mark: Mark, ids: ReadonlySet<string>): void;
  /** Makes a box the tree's active item and brings it into sight; `take` also moves the keyboard's focus to the picture. */
  focus(boxId: string | undefined, take: boolean): void;
  /** Brings a box into sight, and changes nothing else. */
  reveal(boxId: string): void;
  /** The box or the wire's end that an event is about; undefined for the ground. Only boxes with a subject. */
  boxAt(target: EventTarget | null): string | undefined;
  /** The whole picture in sight. */
  fit(): void;
  /** As near as these boxes and wires allow. */
  zoomTo(ids: readonly string[]): void;
  zoomBy(factor: number): void;
  /** Stands where it stood before; without a view as a picture that is shown for the first time. */
  restore(view: View | undefined): void;
}
