import type { Connection } from './connection';
import { onConfigChange } from './contextWatch';
import { follow } from './deadline';
import { connectDocker } from './dockerConnection';
import { resolveEndpoint, type EndpointSources, type ResolvedEndpoint } from './endpoint';
import { connectSample, sampleEndpoint } from './sampleConnection';
import type { Source } from './store';

/**
 * The user's engine; the sources are asked anew at each connection, as choice, setting and context can change. `limitMs`
 * is what each call may take; only tests are less patient.
 */
export function dockerSource(sources: () => EndpointSources, limitMs?: number): Source {
  return {
    async locate() {
      const from = sources();
      const resolved = await resolveEndpoint(from);
      return {
        endpoint: resolved.endpoint,
        connect: (signal) => connectWhileNamed(resolved, from, signal, limitMs),
      };
    },
  };
}

/** A connection whose event stream ends when the docker settings name another endpoint: the store then asks where to. */
async function connectWhileNamed(
  resolved: ResolvedEndpoint,
  sources: EndpointSources,
  signal: AbortSignal,
  limitMs: number | undefined,
): Promise<Connection> {
  const connection = await connectDocker(resolved, signal, limitMs);
  const moved = new AbortController();
  onConfigChange(sources, signal, () => {
    void resolveEndpoint(sources).then((now) => {
      if (!isSame(now, resolved)) {
        moved.abort();
      }
    });
  });
  return {
    ...connection,
    changes: (streaming) => {
      const either = new AbortController();
      follow(streaming, either);
      follow(moved.signal, either);
      return connection.changes(either.signal);
    },
  };
}

function isSame(a: ResolvedEndpoint, b: ResolvedEndpoint): boolean {
  return a.endpoint.url === b.endpoint.url && a.endpoint.context === b.endpoint.context;
}

/** The recorded sample engine. */
export function sampleSource(file: string): Source {
  return { locate: () => Promise.resolve({ endpoint: sampleEndpoint, connect: () => connectSample(file) }) };
}
