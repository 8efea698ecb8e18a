import type { Facts, Scene, Subject } from './diagram';

/** What a diagram panel shows. */
export type DiagramTarget = { readonly kind: 'topology' } | { readonly kind: 'network'; readonly id: string };

/** What the reader chose to see; the panel lays out accordingly. */
export interface DiagramOptions {
  readonly hideEmpty: boolean;
  readonly hideDefault: boolean;
  /** Ids of networks whose containers are all shown. */
  readonly unfolded: readonly string[];
}

export const plainOptions: DiagramOptions = { hideEmpty: false, hideDefault: false, unfolded: [] };

/** Draw this picture, or say why there is none. `old` words mark a picture that is no longer true for sure. */
export interface SceneMessage {
  readonly type: 'scene';
  readonly target: DiagramTarget;
  readonly options: DiagramOptions;
  readonly scene: Scene;
  readonly old: string | undefined;
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

/** The facts of what is selected; undefined when it is gone. */
export interface DetailsMessage {
  readonly type: 'details';
  readonly facts: Facts | undefined;
}

export type ToWebview = SceneMessage | NoticeMessage | DetailsMessage;

/** The page is there and listens; it speaks first, with what it kept from before a reload. */
export interface ReadyMessage {
  readonly type: 'ready';
  readonly options: DiagramOptions;
  readonly selected: Subject | undefined;
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

export interface RefreshMessage {
  readonly type: 'refresh';
}

export type FromWebview = ReadyMessage | SelectMessage | OpenMessage | OptionsMessage | RefreshMessage;

/** What the webview keeps over hiding and reloading; `target` is what the panel is restored to. */
export interface SavedState {
  readonly target: DiagramTarget;
  readonly options: DiagramOptions;
  readonly selected: Subject | undefined;
  readonly view: { readonly x: number; readonly y: number; readonly k: number } | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** Reads a message from a webview; undefined for anything that is none. */
export function decodeFromWebview(value: unknown): FromWebview | undefined {
  const message = fields(value);
  switch (message.type) {
    case 'ready':
      return {
        type: 'ready',
        options: decodeOptions(message.options),
        selected: decodeSubject(message.selected),
      };
    case 'select':
      return { type: 'select', subject: decodeSubject(message.subject) };
    case 'open': {
      const target = decodeTarget(message.target);
      return target && { type: 'open', target };
    }
    case 'options':
      return { type: 'options', options: decodeOptions(message.options) };
    case 'refresh':
      return { type: 'refresh' };
    default:
      return undefined;
  }
}

/** Reads what a webview kept; undefined where nothing usable is in it. */
export function decodeSavedState(value: unknown): SavedState | undefined {
  const state = fields(value);
  const target = decodeTarget(state.target);
  if (!target) {
    return undefined;
  }
  const { x, y, k } = fields(state.view);
  const view = isFinite(x) && isFinite(y) && isFinite(k) ? { x, y, k } : undefined;
  return { target, options: decodeOptions(state.options), selected: decodeSubject(state.selected), view };
}

function isFinite(value: unknown): value is number {
  return Number.isFinite(value);
}

function decodeTarget(value: unknown): DiagramTarget | undefined {
  const { kind, id } = fields(value);
  if (kind === 'topology') {
    return { kind };
  }
  return kind === 'network' && typeof id === 'string' ? { kind, id } : undefined;
}

function decodeOptions(value: unknown): DiagramOptions {
  const { hideEmpty, hideDefault, unfolded } = fields(value);
  const ids: readonly unknown[] = Array.isArray(unfolded) ? unfolded : [];
  return {
    hideEmpty: hideEmpty === true,
    hideDefault: hideDefault === true,
    unfolded: ids.filter((id) => typeof id === 'string'),
  };
}

function decodeSubject(value: unknown): Subject | undefined {
  const { kind, id } = fields(value);
  if (kind === 'host') {
    return { kind };
  }
  const known = kind === 'network' || kind === 'container' || kind === 'port' || kind === 'fold';
  return known && typeof id === 'string' ? { kind, id } : undefined;
}
