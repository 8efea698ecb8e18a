import type { DiagramTarget, Facts, LayoutOptions, Scene, Subject, Table, Trace } from './diagram';
import type { SceneChange } from './protocol/sceneChange';

export type { DiagramTarget } from './diagram';

/** What the reader chose to see; the panel lays out accordingly, and keeps it over hiding and reloading. */
export interface DiagramOptions {
  readonly hideEmpty: boolean;
  readonly hideDefault: boolean;
  readonly hideStopped: boolean;
  /** Ids of the folds that are open. */
  readonly unfolded: readonly string[];
  /** The same facts as a picture or as tables. */
  readonly shows: 'picture' | 'tables';
}

/** So many folds stay open: of more, those that were opened first close, so that what is kept can't grow for ever. */
export const MOST_UNFOLDED = 500;

export const plainOptions: DiagramOptions = {
  hideEmpty: false,
  hideDefault: false,
  hideStopped: false,
  unfolded: [],
  shows: 'picture',
};

/** The layout's part of the choices. */
export function layoutOptions({
  hideEmpty,
  hideDefault,
  hideStopped,
  unfolded,
}: DiagramOptions): LayoutOptions {
  return { hideEmpty, hideDefault, hideStopped, unfolded };
}

/** What stands around a picture or a table. `old` words mark what is no longer true for sure. */
interface Shown {
  readonly target: DiagramTarget;
  readonly options: DiagramOptions;
  /** The endpoint that was asked: a picture of another one has nothing to do with the one before. */
  readonly engine?: string | undefined;
  readonly old: string | undefined;
  /** What is to be known of the engine: that the sample engine is none. */
  readonly note?: string | undefined;
  /** Name of the diagram that Back leads to; undefined where there is none. */
  readonly back: string | undefined;
}

/** Draw this picture. */
export interface SceneMessage extends Shown {
  readonly type: 'scene';
  readonly scene: Scene;
  /**
   * What the context menu of a subject asks for, by `subjectKey`: the row words of the sidebar (`network;removable`).
   * A subject without an entry has no menu of its own.
   */
  readonly menus: Readonly<Record<string, string>>;
  /** Counts the scenes that a page was sent; what a change follows on. */
  readonly number?: number;
}

/** Draw the picture before with this change: what most updates are. `protocol/thinScenes.ts` makes and takes it. */
export interface SceneChangeMessage extends Shown {
  readonly type: 'sceneChange';
  /** One more than that of the scene that it follows on. */
  readonly number: number;
  readonly change: SceneChange;
  /** Menus that are others now, and subjects that have none any more. */
  readonly menus: {
    readonly other: readonly (readonly [subjectKey: string, words: string])[];
    readonly gone: readonly string[];
  };
}

/** Show these tables. */
export interface TablesMessage extends Shown {
  readonly type: 'tables';
  readonly title: string;
  readonly subtitle: string;
  readonly tables: readonly Table[];
}

/** There is no picture: no engine yet, no engine at all, or the network is gone. */
export interface NoticeMessage {
  readonly type: 'notice';
  readonly target: DiagramTarget;
  readonly title: string;
  readonly detail: string;
  /** What the reader may do about it. */
  readonly offers: readonly ('refresh' | 'topology')[];
}

/** Something that can be done with the selected object: a command of the sidebar. */
export interface DiagramAction {
  /** Id of a VS Code command. */
  readonly command: string;
  readonly title: string;
}

/** The facts of what is selected; undefined when it is gone. */
export interface DetailsMessage {
  readonly type: 'details';
  readonly facts: Facts | undefined;
  readonly actions: readonly DiagramAction[];
  /** The way of a packet in the picture that is shown, for a port or a container. */
  readonly trace: Trace | undefined;
}

/** What the find box found, in reading order; `text` tells which question this answers. */
export interface FoundMessage {
  readonly type: 'found';
  readonly text: string;
  readonly subjects: readonly Subject[];
}

/** The object that is selected in the sidebar, with the box that stands for it; undefined boxes are not drawn. */
export interface PointMessage {
  readonly type: 'point';
  readonly subject: Subject | undefined;
  readonly boxId: string | undefined;
}

/** Go to an object: select its box and bring it into sight. */
export interface GoMessage {
  readonly type: 'go';
  readonly subject: Subject;
  readonly boxId: string | undefined;
}

/** Paint this SVG document as a PNG: to the clipboard, or back to the panel as `picture`. */
export interface PaintMessage {
  readonly type: 'paint';
  readonly svg: string;
  /** Pixels per unit of the drawing. */
  readonly scale: number;
  readonly to: 'clipboard' | 'panel';
}

export type ToWebview =
  | SceneMessage
  | TablesMessage
  | NoticeMessage
  | DetailsMessage
  | FoundMessage
  | PointMessage
  | GoMessage
  | PaintMessage;

/** What is sent to the page. */
export type ToPage = ToWebview | SceneChangeMessage;

/** The page is there and listens; it speaks first, with what it kept from before a reload. */
export interface ReadyMessage {
  readonly type: 'ready';
  readonly options: DiagramOptions;
  readonly selected: Subject | undefined;
  /** The endpoint that these were chosen for; undefined for a page that has shown none. */
  readonly engine?: string | undefined;
}

export interface SelectMessage {
  readonly type: 'select';
  readonly subject: Subject | undefined;
}

export interface OpenMessage {
  readonly type: 'open';
  readonly target: DiagramTarget;
}

export interface OptionsMessage {
  readonly type: 'options';
  readonly options: DiagramOptions;
}

/** To the diagram that the reader came from. */
export interface BackMessage {
  readonly type: 'back';
}

export interface RefreshMessage {
  readonly type: 'refresh';
}

/** The page does not have the scene that a change is of; answered by the whole `scene`. */
export interface AgainMessage {
  readonly type: 'again';
}

/** Look for a text; answered by `found`. */
export interface FindMessage {
  readonly type: 'find';
  readonly text: string;
}

/** Show an object that is folded or hidden, and go there; answered by `scene` and `go`. */
export interface ShowMessage {
  readonly type: 'show';
  readonly subject: Subject;
}

/** Run an action of the selected object; only those that were offered are run. */
export interface ActMessage {
  readonly type: 'act';
  readonly command: string;
  readonly subject: Subject;
}

export interface CopyMessage {
  readonly type: 'copy';
  readonly text: string;
}

/** Take the diagram away: the panel asks for the format. */
export interface ExportMessage {
  readonly type: 'export';
}

/** The picture to the clipboard; answered by `paint`. */
export interface CopyPictureMessage {
  readonly type: 'copyPicture';
}

/** The editor's colours as the page sees them, by their names in `Palette`: what a themed export is drawn with. */
export interface ColoursMessage {
  readonly type: 'colours';
  /** `#rrggbb` or `#rrggbbaa`, by the palette's own names, tones as `tones.bridge`. */
  readonly colours: Readonly<Record<string, string>>;
  /** The theme's ground is dark. */
  readonly dark: boolean;
}

/** A painted PNG, base64, or why there is none; `picture` is undefined where it went to the clipboard. */
export interface PaintedMessage {
  readonly type: 'painted';
  readonly picture: string | undefined;
  readonly problem: string | undefined;
  /** What is to be known of a painting that succeeded: that it is smaller than asked for. */
  readonly remark?: string | undefined;
}

export type FromWebview =
  | ReadyMessage
  | SelectMessage
  | OpenMessage
  | OptionsMessage
  | BackMessage
  | RefreshMessage
  | AgainMessage
  | FindMessage
  | ShowMessage
  | ActMessage
  | CopyMessage
  | ExportMessage
  | CopyPictureMessage
  | ColoursMessage
  | PaintedMessage;

/** What the webview keeps over hiding and reloading; `target` is what the panel is restored to. */
export interface SavedState {
  readonly target: DiagramTarget;
  readonly options: DiagramOptions;
  readonly selected: Subject | undefined;
  readonly view: { readonly x: number; readonly y: number; readonly k: number } | undefined;
  /** The endpoint that all this is of; on another engine the page starts anew. */
  readonly engine?: string | undefined;
  /** The text in the find box. */
  readonly find?: string | undefined;
}
