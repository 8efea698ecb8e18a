import type { DockerOptions } from 'dockerode';
import type { Connection } from './connection';
import { withDeadline } from './deadline';
import { isList, type RawSnapshot } from './decode';
import type { ResolvedEndpoint } from './endpoint';
import { eventsOf } from './events';
import { EngineFault } from './problem';
import { readTls, type TlsOptions } from './tls';
import { list, object, text } from './wire';

/** The newest API version this code was written for (engine 29); older engines are asked in theirs. */
const NEWEST_API = '1.52';

/** A list call on a busy engine with 500 networks takes milliseconds: an engine that needs longer is stalled. */
const CALL_LIMIT_MS = 10_000;

/** What is used of dockerode: its types leave out that every call takes an `abortSignal`. */
interface DockerCalls {
  readonly modem: { version: string };
  version(options: CallOptions): Promise<unknown>;
  info(options: CallOptions): Promise<unknown>;
  listNetworks(options: CallOptions): Promise<unknown>;
  listContainers(options: CallOptions & { readonly all: true }): Promise<unknown>;
  getNetwork(name: string): { inspect(options: CallOptions): Promise<unknown> };
  getEvents(options: CallOptions & { readonly filters: unknown }): Promise<AsyncIterable<Buffer>>;
}

interface CallOptions {
  readonly abortSignal: AbortSignal;
}

/** Opens a connection to a real engine: agrees on an API version and reads what rarely changes. dockerode loads here. */
export async function connectDocker(resolved: ResolvedEndpoint, signal: AbortSignal): Promise<Connection> {
  const { default: Dockerode } = await import('dockerode');
  const docker = new Dockerode(await dialOptions(resolved)) as unknown as DockerCalls;
  const version = await withDeadline(signal, CALL_LIMIT_MS, (abortSignal) => docker.version({ abortSignal }));
  docker.modem.version = `v${agreeOnApi(version)}`;
  const info = await withDeadline(signal, CALL_LIMIT_MS, (abortSignal) => docker.info({ abortSignal }));
  return {
    read: (reading) =>
      withDeadline(reading, CALL_LIMIT_MS, (abortSignal) => readLists(docker, version, info, abortSignal)),
    // The stream itself has no end; its first bytes must come in time.
    changes: (streaming) => withDeadline(streaming, CALL_LIMIT_MS, () => openEvents(docker, streaming)),
  };
}

async function dialOptions({
  endpoint,
  tls,
}: ResolvedEndpoint): Promise<DockerOptions & Partial<TlsOptions>> {
  const { url } = endpoint;
  if (url.startsWith('unix://')) {
    return { socketPath: url.slice('unix://'.length) };
  }
  if (url.startsWith('npipe://')) {
    return { socketPath: url.slice('npipe://'.length) };
  }
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== 'tcp:' || parsed.hostname === '' || parsed.port === '0') {
    const detail = `${url} is not an endpoint Portolan can open: it takes unix://, npipe:// and tcp://`;
    throw new EngineFault({ reason: 'badEndpoint', detail });
  }
  const host = parsed.hostname.replace(/^\[|\]$/g, '');
  const port = parsed.port === '' ? (tls ? 2376 : 2375) : Number(parsed.port);
  return { host, port, protocol: tls ? 'https' : 'http', ...(tls ? await readTls(tls) : {}) };
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

async function readLists(
  docker: DockerCalls,
  version: unknown,
  info: unknown,
  abortSignal: AbortSignal,
): Promise<RawSnapshot> {
  const [networks, containers] = await Promise.all([
    docker.listNetworks({ abortSignal }),
    docker.listContainers({ all: true, abortSignal }),
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
  return { version, info, networks, containers, inspected };
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

async function inspectGateways(docker: DockerCalls, abortSignal: AbortSignal): Promise<readonly unknown[]> {
  try {
    return [await docker.getNetwork('docker_gwbridge').inspect({ abortSignal })];
  } catch (error) {
    if (object(error).statusCode === 404) {
      return [];
    }
    throw error;
  }
}

async function openEvents(docker: DockerCalls, signal: AbortSignal): Promise<AsyncIterable<unknown>> {
  const filters = { type: ['network', 'container'] };
  return eventsOf(await docker.getEvents({ filters, abortSignal: signal }));
}
