import { readFile } from 'node:fs/promises';
import type { Connection } from './connection';
import type { RawSnapshot } from './decode';
import { sampleCalls } from './sampleCalls';
import type { Endpoint } from './state';
import { list, object } from './wire';

/** The sample engine: a recorded snapshot with every driver, for a newcomer without Docker. */
export const sampleEndpoint: Endpoint = { url: 'sample:', origin: 'sample' };

/** Opens the sample engine, which goes the way of a real one: raw answers, decoded like any other. */
export async function connectSample(file: string): Promise<Connection> {
  const raw = object(JSON.parse(await readFile(file, 'utf8')));
  const snapshot: RawSnapshot = {
    version: raw.version,
    info: raw.info,
    networks: raw.networks,
    containers: raw.containers,
    services: raw.services,
    nodes: raw.nodes,
    inspected: list(raw.inspected),
  };
  return {
    read: () => Promise.resolve(snapshot),
    changes: (signal) => Promise.resolve(nothingUntil(signal)),
    calls: sampleCalls(snapshot),
  };
}

/** A stream on which nothing ever happens. */
async function* nothingUntil(signal: AbortSignal): AsyncGenerator<never> {
  await new Promise<void>((resolve) => {
    if (signal.aborted) {
      resolve();
    } else {
      signal.addEventListener(
        'abort',
        () => {
          resolve();
        },
        { once: true },
      );
    }
  });
  yield* [];
}
