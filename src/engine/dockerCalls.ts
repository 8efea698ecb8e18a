import type { EngineCalls } from './calls';
import { networkChanges } from './changes';
import { withDeadline } from './deadline';
import type { DockerApi } from './dockerApi';
import { followLogs } from './logs';
import { readFiles } from './readFiles';
import { openShell } from './shell';

/** An engine that needs longer to show one object is stalled. */
const INSPECT_LIMIT_MS = 10_000;

/** The calls of a real engine. */
export function dockerCalls(docker: DockerApi): EngineCalls {
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
    ...networkChanges(docker),
    openShell: (id, size, signal) => openShell(docker.getContainer(id), size, signal),
    readFiles: (id, paths, signal) => readFiles(docker.getContainer(id), paths, signal),
    followLogs: (id, signal) => followLogs(docker.getContainer(id), signal),
  };
}
