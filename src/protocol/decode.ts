import type { Subject } from '../diagram';
import {
  MOST_UNFOLDED,
  type ActMessage,
  type DiagramOptions,
  type DiagramTarget,
  type FromWebview,
  type PaintedMessage,
  type ReadyMessage,
  type SavedState,
} from '../protocol';

type Fields = Readonly<Record<string, unknown>>;

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** Reads a message from a webview; undefined for anything that is none. */
export function decodeFromWebview(value: unknown): FromWebview | undefined {
  const message = fields(value);
  const { type } = message;
  switch (type) {
    case 'ready':
      return { type, ...decodeReady(message) };
    case 'select':
      return { type, subject: decodeSubject(message.subject) };
    case 'open': {
      const target = decodeTarget(message.target);
      return target && { type, target };
    }
    case 'options':
      return { type, options: decodeOptions(message.options) };
    case 'back':
    case 'refresh':
    case 'again':
    case 'export':
    case 'copyPicture':
      return { type };
    case 'find':
    case 'copy':
      return typeof message.text === 'string' ? { type, text: message.text } : undefined;
    case 'show': {
      const subject = decodeSubject(message.subject);
      return subject && { type, subject };
    }
    case 'act':
      return decodeAct(message);
    case 'colours':
      return { type, colours: decodeColours(message.colours), dark: message.dark === true };
    case 'painted':
      return { type, ...decodePainted(message) };
    default:
      return undefined;
  }
}

function decodeAct({ command, subject }: Fields): ActMessage | undefined {
  const known = decodeSubject(subject);
  return known && typeof command === 'string' ? { type: 'act', command, subject: known } : undefined;
}

function decodeReady({ options, selected, engine }: Fields): Omit<ReadyMessage, 'type'> {
  return {
    options: decodeOptions(options),
    selected: decodeSubject(selected),
    ...given('engine', textOf(engine)),
  };
}

function decodePainted({ picture, problem, remark }: Fields): Omit<PaintedMessage, 'type'> {
  return { picture: textOf(picture), problem: textOf(problem), ...given('remark', textOf(remark)) };
}

/** A field that is left out where there is nothing to say. */
function given<K extends string>(key: K, value: string | undefined): Readonly<Partial<Record<K, string>>> {
  return (value === undefined ? {} : { [key]: value }) as Readonly<Partial<Record<K, string>>>;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** They are written into stylesheets: nothing but a colour may pass. */
function decodeColours(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields(value)).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && /^#(?:[0-9a-f]{6}|[0-9a-f]{8})$/.test(entry[1]),
    ),
  );
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
  return {
    target,
    options: decodeOptions(state.options),
    selected: decodeSubject(state.selected),
    view,
    ...given('engine', textOf(state.engine)),
    ...given('find', textOf(state.find)),
  };
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
  const { hideEmpty, hideDefault, hideStopped, unfolded, shows } = fields(value);
  const ids: readonly unknown[] = Array.isArray(unfolded) ? unfolded : [];
  return {
    hideEmpty: hideEmpty === true,
    hideDefault: hideDefault === true,
    hideStopped: hideStopped === true,
    unfolded: ids.filter((id) => typeof id === 'string').slice(-MOST_UNFOLDED),
    shows: shows === 'tables' ? 'tables' : 'picture',
  };
}

const subjectKinds = new Set<unknown>(['network', 'container', 'port', 'service', 'node', 'fold']);

function decodeSubject(value: unknown): Subject | undefined {
  const { kind, id } = fields(value);
  if (kind === 'host') {
    return { kind };
  }
  return subjectKinds.has(kind) && typeof id === 'string' ? ({ kind, id } as Subject) : undefined;
}
