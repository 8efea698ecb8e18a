import type { IncomingMessage } from 'node:http';
import { EngineFault } from './problem';

/** The part of docker-modem that every call of dockerode goes through. */
export interface Modem {
  dial(call: Dial, callback: DialCallback): void;
}

interface Dial {
  /** `/networks?`: without the API version, with a question mark where a query may follow. */
  readonly path: string;
  readonly method: string;
  readonly isStream?: boolean;
  readonly hijack?: boolean;
  readonly openStdin?: boolean;
  readonly abortSignal?: AbortSignal;
  /** Those that are `true` are no errors. */
  readonly statusCodes: Statuses;
}

type Statuses = Readonly<Record<number, unknown>>;

type DialCallback = (error: unknown, answer: unknown) => void;

/** The lists of 10,000 containers are some 20 MB. More than that many bytes is no list. */
const LARGEST_ANSWER = 256 * 2 ** 20;

/** Of an answer that is no JSON, so much is shown. */
const SHOWN = 80;

/** docker-modem is told that each of them is right: errors are made here, from the whole answer. */
const ANY_STATUS: Statuses = Object.fromEntries(
  Array.from({ length: 500 }, (_, index) => [100 + index, true] as const),
);

/**
 * Makes a modem read each answer to its end, or to its break: by itself, docker-modem 5 waits for ever for the rest of an
 * answer that breaks off, and gives out what it can't parse, `null` too, as bytes. Streams go through.
 */
export function readWholeAnswers(modem: Modem): void {
  const dial = modem.dial.bind(modem);
  modem.dial = (call, callback) => {
    if (call.hijack || call.openStdin) {
      dial(call, callback);
      return;
    }
    dial({ ...call, isStream: true, statusCodes: ANY_STATUS }, (error, answer) => {
      if (error) {
        callback(error, null);
        return;
      }
      const response = answer as IncomingMessage;
      if (call.isStream && isRight(response, call)) {
        callback(null, response);
        return;
      }
      readWhole(response, call).then(
        (value) => {
          callback(null, value);
        },
        (problem: unknown) => {
          callback(problem, null);
        },
      );
    });
  };
}

/** The parsed answer; undefined for one without content. Rejects with faults, and with the engine's error status. */
async function readWhole(answer: IncomingMessage, call: Dial): Promise<unknown> {
  const name = `${call.method} ${call.path.replace(/\?.*/s, '')}`;
  const give = (): void => {
    answer.destroy();
  };
  // The request's own signal has done its work when the answer begins.
  call.abortSignal?.addEventListener('abort', give, { once: true });
  try {
    const body = await readBody(answer, name);
    if (!isRight(answer, call)) {
      throw statusError(answer.statusCode, body);
    }
    return parseBody(body, answer.headers['content-type'] ?? '', name);
  } finally {
    call.abortSignal?.removeEventListener('abort', give);
  }
}

function isRight({ statusCode = 0 }: IncomingMessage, { statusCodes }: Dial): boolean {
  return statusCodes[statusCode] === true;
}

/** As docker-modem makes them: `{ message }` is an engine's own words, other text that of something in front of it. */
function statusError(statusCode: number | undefined, body: string): Error {
  const json = parseJson(body);
  return Object.assign(new Error(`HTTP status ${statusCode ?? 0}: ${body.trim()}`), { statusCode, json });
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

async function readBody(answer: IncomingMessage, name: string): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > LARGEST_ANSWER) {
        break;
      }
    }
  } catch {
    const detail = `the answer to ${name} broke off after ${length} bytes`;
    throw new EngineFault({ reason: 'disconnected', detail });
  }
  if (length > LARGEST_ANSWER) {
    throw new EngineFault({ reason: 'badAnswer', detail: `the answer to ${name} does not end` });
  }
  return Buffer.concat(chunks, length).toString('utf8');
}

/** Everything is JSON but what says that it is not: `_ping` answers `OK` as text/plain. */
function parseBody(body: string, type: string, name: string): unknown {
  const json = parseJson(body);
  if (json !== undefined || body === '') {
    return json;
  }
  if (type.startsWith('text/plain')) {
    return body;
  }
  const shown = body.slice(0, SHOWN).replace(/\s+/g, ' ');
  throw new EngineFault({ reason: 'badAnswer', detail: `${name} answered what is no JSON: ${shown}` });
}
