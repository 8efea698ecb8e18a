import { createHash } from 'node:crypto';
import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ResolvedEndpoint, TlsFiles } from './endpoint';
import type { Endpoint, EngineProblem } from './state';
import { normaliseHost } from './transport';
import { object, text, type Wire } from './wire';

/** Whose docker settings are read. */
export interface ConfigSources {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** A docker context as its metadata tells it. */
export interface DockerContext {
  readonly name: string;
  readonly description: string | undefined;
}

/** What `docker context` calls the engine of no context. It has no metadata. */
const NO_CONTEXT = 'default';

/** The docker CLI's settings: DOCKER_CONFIG, else `.docker` in the home folder. */
export function configFolder({ env, home }: ConfigSources): string {
  return text(env.DOCKER_CONFIG) ?? join(home, '.docker');
}

/** The context of `docker context use`; undefined for the default one, and where the settings can't be read. */
export async function currentContext(sources: ConfigSources): Promise<string | undefined> {
  try {
    const config = await readFile(join(configFolder(sources), 'config.json'), 'utf8');
    return contextName(text(object(JSON.parse(config)).currentContext));
  } catch {
    // No config, or one that the docker CLI could not read either: the default applies.
    return undefined;
  }
}

/** Undefined for `default`, which is none. */
export function contextName(name: string | undefined): string | undefined {
  return name === NO_CONTEXT ? undefined : text(name);
}

/** Every context of the docker config folder, by name; one whose metadata can't be read is left out. */
export async function listContexts(sources: ConfigSources): Promise<readonly DockerContext[]> {
  const folder = join(configFolder(sources), 'contexts', 'meta');
  const names = await readdir(folder).catch(() => []);
  const contexts = await Promise.all(names.map((name) => describeContext(join(folder, name))));
  return contexts.flatMap((context) => context ?? []).sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function describeContext(folder: string): Promise<DockerContext | undefined> {
  try {
    const meta = await readMeta(folder);
    const name = text(meta.Name);
    return name === undefined ? undefined : { name, description: text(object(meta.Metadata).Description) };
  } catch {
    return undefined;
  }
}

/** The endpoint of a context; one that can't be used is an endpoint without an address, with the problem. */
export async function readContext(
  sources: ConfigSources,
  context: string,
  origin: Endpoint['origin'],
): Promise<ResolvedEndpoint> {
  const unusable = (detail: string): ResolvedEndpoint => ({
    endpoint: { url: '', origin, context },
    problem: { reason: 'badEndpoint', detail },
  });
  try {
    const docker = object(object((await readMeta(metaFolder(sources, context))).Endpoints).docker);
    const host = text(docker.Host);
    if (host === undefined) {
      return unusable(`the docker context "${context}" has no docker endpoint`);
    }
    const endpoint: Endpoint = { url: normaliseHost(host), origin, context };
    const tls = await contextTls(sources, context, docker.SkipTLSVerify !== true);
    return endpoint.url.startsWith('tcp://') && tls ? { endpoint, tls } : { endpoint };
  } catch (error) {
    return unusable(sayUnreadable(context, error));
  }
}

/** TLS is asked for by files of the context's own, or by SkipTLSVerify alone (docker CLI 28). */
async function contextTls(
  sources: ConfigSources,
  context: string,
  verify: boolean,
): Promise<TlsFiles | undefined> {
  const folder = join(contextFolder(sources, 'tls', context), 'docker');
  return !verify || (await isThere(folder)) ? { folder, verify, caOptional: true } : undefined;
}

/** Where the docker CLI keeps a context's `meta.json`. */
export function metaFolder(sources: ConfigSources, context: string): string {
  return contextFolder(sources, 'meta', context);
}

/** Contexts lie under the SHA-256 of their name (docker CLI's context store). */
function contextFolder(sources: ConfigSources, kind: 'meta' | 'tls', context: string): string {
  const digest = createHash('sha256').update(context).digest('hex');
  return join(configFolder(sources), 'contexts', kind, digest);
}

function sayUnreadable(context: string, error: unknown): EngineProblem['detail'] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
    return `there is no docker context "${context}"`;
  }
  return `the docker context "${context}" can't be read: ${error instanceof Error ? error.message : String(error)}`;
}

async function readMeta(folder: string): Promise<Wire> {
  return object(JSON.parse(await readFile(join(folder, 'meta.json'), 'utf8')));
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
