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

/**
 * A connection whose event stream ends when the docker settings name another endpoint: the store then asks where to.
 * What changed while it was made ends the stream at once.
 */
async function connectWhileNamed(
  resolved: ResolvedEndpoint,
  sources: EndpointSources,
  signal: AbortSignal,
  limitMs: number | undefined,
): Promise<Connection> {
  const connection = await connectDocker(resolved, signal, limitMs);
  const moved = new AbortController();
  const compare = async (): Promise<void> => {
    if (!isSame(await resolveEndpoint(sources), resolved)) {
      moved.abort();
    }
  };
  onConfigChange(sources, resolved.endpoint.context, signal, () => void compare());
  await compare();
  return {
    ...connection,
    changes: async (streaming) => {
      const either = new AbortController();
      follow(streaming, either);
      const changes = await connection.changes(either.signal);
      // Only now: a stream that ends is followed by the next dial, and one that can't be opened is a problem.
      follow(moved.signal, either);
      return changes;
    },
  };
}

/** Certificates that were renewed in their folder are read at the next connection. */
function isSame(a: ResolvedEndpoint, b: ResolvedEndpoint): boolean {
  return (
    a.endpoint.url === b.endpoint.url &&
    a.endpoint.context === b.endpoint.context &&
    a.tls?.folder === b.tls?.folder &&
    a.tls?.verify === b.tls?.verify
  );
}

/** The recorded sample engine. */
export function sampleSource(file: string): Source {
  return { locate: () => Promise.resolve({ endpoint: sampleEndpoint, connect: () => connectSample(file) }) };
}
