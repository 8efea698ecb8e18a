import type { EngineCalls } from './calls';
import { withDeadline } from './deadline';
import type { DockerApi } from './dockerApi';
import { EngineFault } from './problem';

/** An engine that needs longer to show one object is stalled. */
const INSPECT_LIMIT_MS = 10_000;

/** The calls of a real engine. */
export function dockerCalls(docker: DockerApi): EngineCalls {
  const notYet = (): Promise<never> =>
    Promise.reject(new EngineFault({ reason: 'engineError', detail: 'not built yet' }));
  return {
    inspectNetwork: (id, signal) =>
      withDeadline(signal, INSPECT_LIMIT_MS, (abortSignal) =>
        docker.getNetwork(id).inspect({ verbose: true, abortSignal }),
      ),
    inspectContainer: (id, signal) =>
      withDeadline(signal, INSPECT_LIMIT_MS, (abortSignal) =>
        docker.getContainer(id).inspect({ abortSignal }),
      ),
    inspectService: (id, signal) =>
      withDeadline(signal, INSPECT_LIMIT_MS, (abortSignal) => docker.getService(id).inspect({ abortSignal })),
    inspectNode: (id, signal) =>
      withDeadline(signal, INSPECT_LIMIT_MS, (abortSignal) => docker.getNode(id).inspect({ abortSignal })),
    createNetwork: notYet,
    removeNetwork: notYet,
    connectContainer: notYet,
    disconnectContainer: notYet,
    openShell: notYet,
    followLogs: notYet,
  };
}
