import { createHash } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineFault } from './problem';
import type { Endpoint } from './state';
import { object, text, type Wire } from './wire';

/** What decides where the engine is; given in, so that a test can be another user on another system. */
export interface EndpointSources {
  /** The `portolan.host` setting; empty when unset. */
  readonly setting: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  /** The system's own socket, `/var/run/docker.sock` but in tests. */
  readonly systemSocket?: string;
}

const SYSTEM_SOCKET = '/var/run/docker.sock';

/** An endpoint, and the folder with `ca.pem`, `cert.pem` and `key.pem` where TLS is asked for. */
export interface ResolvedEndpoint {
  readonly endpoint: Endpoint;
  readonly tls?: TlsFiles;
}

export interface TlsFiles {
  readonly folder: string;
  /** False accepts any server certificate (a context's SkipTLSVerify). */
  readonly verify: boolean;
}

/**
 * Finds the engine as the docker CLI does, without running it: the setting, DOCKER_HOST, DOCKER_CONTEXT, the current
 * context of the docker config folder, else the first default socket that exists.
 * Throws {@link EngineFault} `badEndpoint` for a context that is not there or has no docker endpoint.
 */
export async function resolveEndpoint(sources: EndpointSources): Promise<ResolvedEndpoint> {
  const { setting, env } = sources;
  if (setting !== '') {
    const endpoint: Endpoint = { url: await locate(setting, sources), origin: 'setting' };
    return { endpoint, ...environmentTls(sources, setting) };
  }
  if (env.DOCKER_HOST) {
    const endpoint: Endpoint = { url: await locate(env.DOCKER_HOST, sources), origin: 'DOCKER_HOST' };
    return { endpoint, ...environmentTls(sources, env.DOCKER_HOST) };
  }
  const folder = configFolder(sources);
  const named = text(env.DOCKER_CONTEXT);
  const context = named ?? (await currentContext(folder));
  if (context !== undefined && context !== 'default') {
    return readContext(folder, context, named === undefined ? 'context' : 'DOCKER_CONTEXT');
  }
  return { endpoint: { url: await defaultSocket(sources), origin: 'default' } };
}

/**
 * `host:2375` → `tcp://host:2375`, `/run/docker.sock` → `unix:///run/docker.sock`. A password is dropped here, before
 * anything is shown or logged: no endpoint that Portolan opens takes one.
 */
function normalise(host: string): string {
  const url = /^\w+:\/\//.test(host) ? host : host.startsWith('/') ? `unix://${host}` : `tcp://${host}`;
  return url.replace(/^(\w+:\/\/[^/@:]*):.*@/, '$1@');
}

/** `unix://` alone is the default socket, as for the docker CLI. */
async function locate(host: string, sources: EndpointSources): Promise<string> {
  const url = normalise(host);
  return url === 'unix://' || url === 'npipe://' ? defaultSocket(sources) : url;
}

function environmentTls(sources: EndpointSources, host: string): { tls?: TlsFiles } {
  const { env } = sources;
  const wanted = Boolean(env.DOCKER_TLS_VERIFY) || Boolean(env.DOCKER_TLS);
  if (!wanted || !normalise(host).startsWith('tcp://')) {
    return {};
  }
  return {
    tls: { folder: env.DOCKER_CERT_PATH ?? configFolder(sources), verify: Boolean(env.DOCKER_TLS_VERIFY) },
  };
}

function configFolder({ env, home }: EndpointSources): string {
  return text(env.DOCKER_CONFIG) ?? join(home, '.docker');
}

async function currentContext(folder: string): Promise<string | undefined> {
  try {
    return text(object(JSON.parse(await readFile(join(folder, 'config.json'), 'utf8'))).currentContext);
  } catch {
    // No config, or one that the docker CLI could not read either: the default applies.
    return undefined;
  }
}

/** Contexts lie under the SHA-256 of their name (docker CLI's context store). */
async function readContext(
  folder: string,
  context: string,
  origin: 'DOCKER_CONTEXT' | 'context',
): Promise<ResolvedEndpoint> {
  const digest = createHash('sha256').update(context).digest('hex');
  const docker = object(object((await readMeta(folder, digest, context)).Endpoints).docker);
  const host = text(docker.Host);
  if (host === undefined) {
    throw new EngineFault({
      reason: 'badEndpoint',
      detail: `the docker context "${context}" has no docker endpoint`,
    });
  }
  const endpoint: Endpoint = { url: normalise(host), origin, context };
  const tlsFolder = join(folder, 'contexts', 'tls', digest, 'docker');
  if (!endpoint.url.startsWith('tcp://') || !(await exists(tlsFolder))) {
    return { endpoint };
  }
  return { endpoint, tls: { folder: tlsFolder, verify: docker.SkipTLSVerify !== true } };
}

async function readMeta(folder: string, digest: string, context: string): Promise<Wire> {
  try {
    return object(JSON.parse(await readFile(join(folder, 'contexts', 'meta', digest, 'meta.json'), 'utf8')));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new EngineFault({
      reason: 'badEndpoint',
      detail: `the docker context "${context}" can't be read: ${why}`,
    });
  }
}

/** The first socket that exists; the system's own where none does, so that the message names it. */
async function defaultSocket({
  env,
  home,
  platform,
  systemSocket = SYSTEM_SOCKET,
}: EndpointSources): Promise<string> {
  if (platform === 'win32') {
    return 'npipe:////./pipe/docker_engine';
  }
  const runtime = env.XDG_RUNTIME_DIR;
  const sockets = [
    systemSocket,
    ...(runtime ? [join(runtime, 'docker.sock')] : []),
    join(home, '.docker/run/docker.sock'),
    join(home, '.docker/desktop/docker.sock'),
    join(home, '.colima/default/docker.sock'),
    ...(runtime ? [join(runtime, 'podman/podman.sock')] : []),
  ];
  for (const socket of sockets) {
    if (await exists(socket)) {
      return `unix://${socket}`;
    }
  }
  return `unix://${systemSocket}`;
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
