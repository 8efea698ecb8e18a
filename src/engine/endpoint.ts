import type { EndpointChoice } from './choice';
import { configFolder, contextName, currentContext, readContext } from './contexts';
import { defaultSocket, type SocketSources } from './sockets';
import type { Endpoint, EngineProblem } from './state';
import { normaliseHost } from './transport';

/** What decides where the engine is; given in, so that a test can be another user on another system. */
export interface EndpointSources extends SocketSources {
  /** What the user picked for the workspace. */
  readonly choice?: EndpointChoice | undefined;
  /** The `portolan.host` setting; empty when unset. */
  readonly setting: string;
}

/** An endpoint, and where its certificates are if TLS is asked for. */
export interface ResolvedEndpoint {
  readonly endpoint: Endpoint;
  readonly tls?: TlsFiles;
  /** Why it can't even be tried: a context that is gone. */
  readonly problem?: EngineProblem;
}

export interface TlsFiles {
  /** With `ca.pem`, and for a client that must prove itself `cert.pem` and `key.pem`. */
  readonly folder: string;
  /** False accepts any server certificate (a context's SkipTLSVerify). */
  readonly verify: boolean;
  /** A context without `ca.pem` trusts the authorities that everybody trusts; the environment must name one. */
  readonly caOptional?: boolean;
}

/**
 * Finds the engine as the docker CLI does, without running it: the user's choice, the setting, DOCKER_HOST,
 * DOCKER_CONTEXT, the current context of the docker config folder, else the first default socket that exists. Never
 * rejects: a context that can't be read is an endpoint with a `problem`.
 */
export async function resolveEndpoint(sources: EndpointSources): Promise<ResolvedEndpoint> {
  const { choice, setting, env } = sources;
  if (choice) {
    return choice.kind === 'context'
      ? readContext(sources, choice.name, 'chosen')
      : atHost(choice.url, 'chosen', sources);
  }
  if (setting !== '') {
    return atHost(setting, 'setting', sources);
  }
  if (env.DOCKER_HOST) {
    return atHost(env.DOCKER_HOST, 'DOCKER_HOST', sources);
  }
  if (env.DOCKER_CONTEXT) {
    const named = contextName(env.DOCKER_CONTEXT);
    return named === undefined ? atDefault(sources) : readContext(sources, named, 'DOCKER_CONTEXT');
  }
  const current = await currentContext(sources);
  return current === undefined ? atDefault(sources) : readContext(sources, current, 'context');
}

async function atDefault(sources: EndpointSources): Promise<ResolvedEndpoint> {
  return { endpoint: { url: await defaultSocket(sources), origin: 'default' } };
}

async function atHost(
  host: string,
  origin: Endpoint['origin'],
  sources: EndpointSources,
): Promise<ResolvedEndpoint> {
  return { endpoint: { url: await locate(host, sources), origin }, ...environmentTls(sources, host) };
}

/** `unix://` alone is the default socket, as for the docker CLI. */
async function locate(host: string, sources: EndpointSources): Promise<string> {
  const url = normaliseHost(host);
  return url === 'unix://' || url === 'npipe://' ? defaultSocket(sources) : url;
}

function environmentTls(sources: EndpointSources, host: string): { tls?: TlsFiles } {
  const { env } = sources;
  const wanted = Boolean(env.DOCKER_TLS_VERIFY) || Boolean(env.DOCKER_TLS);
  if (!wanted || !normaliseHost(host).startsWith('tcp://')) {
    return {};
  }
  return {
    tls: { folder: env.DOCKER_CERT_PATH ?? configFolder(sources), verify: Boolean(env.DOCKER_TLS_VERIFY) },
  };
}
