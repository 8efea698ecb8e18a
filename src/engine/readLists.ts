import type { RawSnapshot } from './decode';
import { isList } from './decode';
import type { DockerApi } from './dockerApi';
import { EngineFault } from './problem';
import type { SlowFacts } from './slowFacts';
import { list, object } from './wire';

/**
 * Reads what the picture is made of: two list calls in parallel, docker_gwbridge where ports are published from an
 * overlay, and of what rarely changes that which is old.
 */
export async function readLists(
  docker: DockerApi,
  version: unknown,
  facts: SlowFacts,
  abortSignal: AbortSignal,
): Promise<RawSnapshot> {
  const [networks, containers, slow] = await Promise.all([
    docker.listNetworks({ abortSignal }),
    docker.listContainers({ all: true, abortSignal }),
    facts.read(abortSignal),
  ]);
  if (!isList(networks) || !isList(containers)) {
    throw new EngineFault({
      reason: 'badAnswer',
      detail: 'GET /networks or /containers/json did not answer with a list',
    });
  }
  const inspected = needsGatewayAddresses(networks, containers)
    ? await inspectGateways(docker, abortSignal)
    : [];
  const answers = facts.noteNetworks(networks) ? await facts.read(abortSignal) : slow;
  return { version, ...answers, networks, containers, inspected };
}

/** Ports published from an overlay lead to addresses that only docker_gwbridge itself knows. */
function needsGatewayAddresses(networks: unknown, containers: unknown): boolean {
  const overlays = new Set(
    list(networks).flatMap((network) => (object(network).Driver === 'overlay' ? [object(network).Name] : [])),
  );
  return list(containers).some(
    (container) =>
      list(object(container).Ports).some((port) => object(port).PublicPort !== undefined) &&
      Object.keys(object(object(object(container).NetworkSettings).Networks)).some((name) =>
        overlays.has(name),
      ),
  );
}

/** Without it only those addresses are unknown: no error status of the engine, nor of a proxy, costs the picture. */
async function inspectGateways(docker: DockerApi, abortSignal: AbortSignal): Promise<readonly unknown[]> {
  try {
    return [await docker.getNetwork('docker_gwbridge').inspect({ abortSignal })];
  } catch (error) {
    if (object(error).statusCode !== undefined) {
      return [];
    }
    throw error;
  }
}
