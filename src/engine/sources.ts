import { connectDocker } from './dockerConnection';
import { resolveEndpoint, type EndpointSources } from './endpoint';
import { connectSample, sampleEndpoint } from './sampleConnection';
import type { Source } from './store';

/** The user's engine; the sources are asked anew at each connection, as setting and context can change. */
export function dockerSource(sources: () => EndpointSources): Source {
  return {
    async locate() {
      const resolved = await resolveEndpoint(sources());
      return { endpoint: resolved.endpoint, connect: (signal) => connectDocker(resolved, signal) };
    },
  };
}

/** The recorded sample engine. */
export function sampleSource(file: string): Source {
  return { locate: () => Promise.resolve({ endpoint: sampleEndpoint, connect: () => connectSample(file) }) };
}
