import type { Connection } from './connection';
import { withDeadline } from './deadline';
import { systemClock } from './debounce';
import type { DockerApi } from './dockerApi';
import { dockerCalls } from './dockerCalls';
import type { ResolvedEndpoint } from './endpoint';
import { EVENT_TYPES, eventsOf } from './events';
import { FLANNEL_FILE, readFlannel } from './flannel';
import { openDocker } from './openDocker';
import { Queue } from './queue';
import { readLists } from './readLists';
import { SlowFacts } from './slowFacts';

/** A list call on a busy engine with 500 networks takes milliseconds: an engine that needs longer is stalled. */
const CALL_LIMIT_MS = 10_000;

/**
 * Opens a connection to a real engine; it ends when the signal fires.
 * `limitMs` is what each call may take; only tests are less patient.
 */
export async function connectDocker(
  resolved: ResolvedEndpoint,
  signal: AbortSignal,
  limitMs = CALL_LIMIT_MS,
): Promise<Connection> {
  const { docker, version } = await openDocker(resolved, signal, limitMs);
  const changes = new Queue<unknown>();
  const facts = new SlowFacts(docker, systemClock, signal, () => {
    changes.push('the swarm');
  });
  // An engine behind a unix socket is taken to run here; that docker0 has flannel's subnet is checked elsewhere.
  const here = resolved.endpoint.url.startsWith('unix://');
  const flannel = here ? await readFlannel(FLANNEL_FILE) : undefined;
  return {
    read: async (reading) => ({
      ...(await withDeadline(reading, limitMs, (abortSignal) =>
        readLists(docker, version, facts, abortSignal),
      )),
      flannel,
    }),
    // The stream itself has no end; its first bytes must come in time.
    changes: async (streaming) => {
      void passOn(
        await withDeadline(streaming, limitMs, () => openEvents(docker, streaming)),
        facts,
        changes,
      );
      return changes;
    },
    calls: dockerCalls(docker),
  };
}

async function openEvents(docker: DockerApi, signal: AbortSignal): Promise<AsyncIterable<unknown>> {
  const filters = { type: EVENT_TYPES };
  return eventsOf(await docker.getEvents({ filters, abortSignal: signal }));
}

/** Hands events on, noting what each makes old. A stream that broke is as lost as one that ended. */
async function passOn(
  events: AsyncIterable<unknown>,
  facts: SlowFacts,
  changes: Queue<unknown>,
): Promise<void> {
  try {
    for await (const event of events) {
      facts.note(event);
      changes.push(event);
    }
  } catch {
    // The next dial says whether the engine is gone, and in which words.
  }
  changes.end();
}
