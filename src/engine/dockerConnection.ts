import type { Connection } from './connection';
import { withDeadline } from './deadline';
import { dialOptions } from './dial';
import type { DockerApi } from './dockerApi';
import { dockerCalls } from './dockerCalls';
import type { ResolvedEndpoint } from './endpoint';
import { eventsOf } from './events';
import { EngineFault } from './problem';
import { readLists } from './readLists';
import { object, text } from './wire';

/** The newest API version this code was written for (engine 29); older engines are asked in theirs. */
const NEWEST_API = '1.52';

/** A list call on a busy engine with 500 networks takes milliseconds: an engine that needs longer is stalled. */
const CALL_LIMIT_MS = 10_000;

/** Opens a connection to a real engine: agrees on an API version and reads what rarely changes. dockerode loads here. */
export async function connectDocker(resolved: ResolvedEndpoint, signal: AbortSignal): Promise<Connection> {
  const { default: Dockerode } = await import('dockerode');
  const docker = new Dockerode(await dialOptions(resolved)) as unknown as DockerApi;
  const version = await withDeadline(signal, CALL_LIMIT_MS, (abortSignal) => docker.version({ abortSignal }));
  docker.modem.version = `v${agreeOnApi(version)}`;
  const info = await withDeadline(signal, CALL_LIMIT_MS, (abortSignal) => docker.info({ abortSignal }));
  return {
    read: (reading) =>
      withDeadline(reading, CALL_LIMIT_MS, (abortSignal) => readLists(docker, version, info, abortSignal)),
    // The stream itself has no end; its first bytes must come in time.
    changes: (streaming) => withDeadline(streaming, CALL_LIMIT_MS, () => openEvents(docker, streaming)),
    calls: dockerCalls(docker),
  };
}

/** The lower of ours and the engine's: asking too high is refused by the engine. */
function agreeOnApi(version: unknown): string {
  const theirs = text(object(version).ApiVersion);
  if (theirs === undefined || !/^\d+\.\d+$/.test(theirs)) {
    throw new EngineFault({ reason: 'badAnswer', detail: 'GET /version named no API version' });
  }
  return minor(theirs) < minor(NEWEST_API) ? theirs : NEWEST_API;
}

function minor(version: string): number {
  return Number(version.split('.')[1]);
}

async function openEvents(docker: DockerApi, signal: AbortSignal): Promise<AsyncIterable<unknown>> {
  const filters = { type: ['network', 'container'] };
  return eventsOf(await docker.getEvents({ filters, abortSignal: signal }));
}
