import { object, text } from './wire';

/**
 * The events that change the picture (seen on engine 20.10; Podman's libpod sends the same names). Services and nodes
 * have events from API 1.30 on; a type that an engine does not know is asked for in vain, and harms nothing.
 */
const CHANGES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['network', new Set(['create', 'connect', 'disconnect', 'destroy', 'remove', 'update'])],
  ['container', new Set(['create', 'start', 'die', 'destroy', 'rename', 'pause', 'unpause'])],
  ['service', new Set(['create', 'update', 'remove'])],
  ['node', new Set(['create', 'update', 'remove'])],
  ['plugin', new Set(['install', 'enable', 'disable', 'remove'])],
  ['daemon', new Set(['reload'])],
]);

/** The types to ask an event stream for. */
export const EVENT_TYPES: readonly string[] = [...CHANGES.keys()];

/** A line without an end that is longer than this is no event: the stream is given up. */
const LONGEST_LINE = 1_000_000;

/** Reads an event stream (one JSON object a line) and gives those that change the picture; odd lines are passed over. */
export async function* eventsOf(stream: AsyncIterable<Buffer | string>): AsyncGenerator<unknown> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of stream) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) {
      throw new Error('the event stream sent a line without an end');
    }
    yield* lines.map(parseLine).filter(changesPicture);
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Whether an event asks for a refresh; `exec_start` and health checks, the bulk of a stream, do not. */
export function changesPicture(event: unknown): boolean {
  const { Type, Action } = object(event);
  return CHANGES.get(text(Type) ?? '')?.has(text(Action) ?? '') ?? false;
}
