import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from './wire';

/** Whose sockets are looked for; given in, so that a test can be another user on another system. */
export interface SocketSources {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  /** The system's own socket, `/var/run/docker.sock` but in tests. */
  readonly systemSocket?: string;
  /** The socket of Podman as a system service, `/run/podman/podman.sock` but in tests. */
  readonly podmanSocket?: string;
}

/** A socket where an engine listens by default. */
export interface KnownSocket {
  /** `Docker Desktop` */
  readonly name: string;
  /** `unix:///…` or `npipe:////…` */
  readonly url: string;
}

const SYSTEM_SOCKET = '/var/run/docker.sock';
const PODMAN_SOCKET = '/run/podman/podman.sock';

/** Docker's own pipe, the one of Docker Desktop's Linux engine, and Podman's (`podman machine`). */
const PIPES: readonly KnownSocket[] = [
  { name: 'Docker', url: 'npipe:////./pipe/docker_engine' },
  { name: 'Docker Desktop', url: 'npipe:////./pipe/dockerDesktopLinuxEngine' },
  { name: 'Podman', url: 'npipe:////./pipe/podman-machine-default' },
];

/** Every place where an engine listens by default, whether one does or not; the system's own first, Podman last. */
function candidates(sources: SocketSources): readonly KnownSocket[] {
  if (sources.platform === 'win32') {
    return PIPES;
  }
  const { env, home, systemSocket = SYSTEM_SOCKET, podmanSocket = PODMAN_SOCKET } = sources;
  const runtime = text(env.XDG_RUNTIME_DIR);
  const inRuntime = (name: string, path: string): readonly (readonly [string, string])[] =>
    runtime === undefined ? [] : [[name, join(runtime, path)]];
  const places: readonly (readonly [string, string])[] = [
    ['Docker', systemSocket],
    ...inRuntime('Docker (rootless)', 'docker.sock'),
    ['Docker Desktop', join(home, '.docker/run/docker.sock')],
    ['Docker Desktop', join(home, '.docker/desktop/docker.sock')],
    ['Colima', join(home, '.colima/default/docker.sock')],
    ['OrbStack', join(home, '.orbstack/run/docker.sock')],
    ['Rancher Desktop', join(home, '.rd/docker.sock')],
    ...inRuntime('Podman (rootless)', 'podman/podman.sock'),
    ['Podman', podmanSocket],
  ];
  return places.map(([name, path]) => ({ name, url: `unix://${path}` }));
}

/** The default sockets that are there. */
export async function existingSockets(sources: SocketSources): Promise<readonly KnownSocket[]> {
  const known = candidates(sources);
  const there = await Promise.all(known.map(({ url }) => exists(pathOf(url))));
  return known.filter((_, index) => there[index]);
}

/** The first default socket that exists; the system's own where none does, so that the message names it. */
export async function defaultSocket(sources: SocketSources): Promise<string> {
  // On Windows there is no order among engines: the pipe is Docker's, as for the docker CLI.
  const [first] = sources.platform === 'win32' ? [] : await existingSockets(sources);
  return first?.url ?? candidates(sources)[0]?.url ?? '';
}

function pathOf(url: string): string {
  return url.replace(/^(unix|npipe):\/\//, '');
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
