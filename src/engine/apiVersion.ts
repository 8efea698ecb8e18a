import type { IncomingMessage } from 'node:http';
import { EngineFault } from './problem';
import { text } from './wire';

/** The newest API whose changes are known to leave what Portolan reads and asks as it is (engine 29.7). */
const NEWEST_API = '1.55';

/** The oldest API that is read (engine 1.12, of 2016). */
const OLDEST_API = '1.24';

/** What a proxy answers that lets no `/_ping` through. */
const NO_PING: readonly unknown[] = [401, 403, 404, 405, 501];

/** What is used of docker-modem: a call whose answer comes as it is, with its headers. */
export interface PingModem {
  dial(
    call: {
      readonly method: 'GET';
      readonly path: string;
      readonly isStream: true;
      readonly abortSignal: AbortSignal;
      readonly statusCodes: Readonly<Record<number, true>>;
    },
    done: (error: Error | null, answer: unknown) => void,
  ): void;
}

/**
 * Asks `GET /_ping` (outside the API versions) for the newest API of the engine; undefined where the answer names none,
 * or something in front of the engine forbids the question. Rejects with the modem's error.
 */
export async function pingApi(modem: PingModem, abortSignal: AbortSignal): Promise<string | undefined> {
  const call = {
    method: 'GET',
    path: '/_ping',
    isStream: true,
    abortSignal,
    statusCodes: { 200: true },
  } as const;
  return new Promise((resolve, reject) => {
    modem.dial(call, (error: Error | null, answer) => {
      if (!error) {
        const pong = answer as IncomingMessage;
        // An answer that does not end holds its connection.
        abortSignal.addEventListener('abort', () => pong.destroy(), { once: true });
        pong.on('error', reject).on('end', () => {
          resolve(text(pong.headers['api-version']));
        });
        pong.resume();
      } else if (NO_PING.includes(statusOf(error))) {
        resolve(undefined);
      } else {
        reject(error);
      }
    });
  });
}

/** The HTTP status that an error of docker-modem carries. */
export function statusOf(error: unknown): unknown {
  return error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
}

/**
 * The lower of ours and the engine's: an engine refuses to be asked in a newer one than its own. Throws `badAnswer`
 * where there is no version, and `tooOld` below 1.24.
 */
export function agreeOnApi(theirs: string | undefined): string {
  if (theirs === undefined || !/^\d+\.\d+$/.test(theirs)) {
    throw new EngineFault({
      reason: 'badAnswer',
      detail: 'neither /_ping nor /version named an API version',
    });
  }
  if (compareApi(theirs, OLDEST_API) < 0) {
    const detail = `it speaks API ${theirs}, and Portolan reads ${OLDEST_API} and later`;
    throw new EngineFault({ reason: 'tooOld', detail });
  }
  return compareApi(theirs, NEWEST_API) < 0 ? theirs : NEWEST_API;
}

/** Negative where the first is the older one: `1.9` is older than `1.41`. */
function compareApi(a: string, b: string): number {
  const [[majorA = 0, minorA = 0], [majorB = 0, minorB = 0]] = [a, b].map((version) =>
    version.split('.').map(Number),
  ) as [number[], number[]];
  return majorA - majorB || minorA - minorB;
}
