import type Dockerode from 'dockerode';
import { agreeOnApi, pingApi, statusOf, type PingModem } from './apiVersion';
import { withDeadline } from './deadline';
import { prepareLine, type Line } from './dial';
import type { DockerApi } from './dockerApi';
import type { ResolvedEndpoint } from './endpoint';
import { EngineFault, problemOf } from './problem';
import { readWholeAnswers } from './wholeAnswers';
import { object, text } from './wire';

/** An engine that has answered, to be asked in the API version that was agreed on. */
export interface OpenedDocker {
  readonly docker: DockerApi;
  /** `GET /version`, raw. */
  readonly version: unknown;
}

/**
 * Reaches an engine and agrees on an API version. dockerode loads here. Its connections, and the processes of ssh, end
 * when the signal fires. `limitMs` is what each call may take.
 */
export async function openDocker(
  resolved: ResolvedEndpoint,
  signal: AbortSignal,
  limitMs: number,
): Promise<OpenedDocker> {
  const line = await prepareLine(resolved);
  closeWith(signal, line);
  const { default: Docker } = await import('dockerode');
  const docker = withoutDockerHost(() => new Docker(line.options)) as unknown as DockerApi;
  readWholeAnswers(docker.modem);
  const modem = docker.modem as unknown as PingModem;
  const ping = withDeadline(signal, limitMs, (abortSignal) => pingApi(modem, abortSignal));
  const pinged = await ping.catch((error: unknown) => {
    throw speaksTls(error, line) ?? error;
  });
  const version = await withDeadline(signal, limitMs, (abortSignal) => docker.version({ abortSignal }));
  docker.modem.version = `v${agreeOnApi(pinged ?? text(object(version).ApiVersion))}`;
  return { docker, version };
}

function closeWith(signal: AbortSignal, line: Line): void {
  signal.addEventListener(
    'abort',
    () => {
      line.close();
    },
    { once: true },
  );
  if (signal.aborted) {
    line.close();
  }
}

/** An engine takes every ping that it can read: what calls one a bad request reads TLS there (seen on engine 20.10). */
function speaksTls(error: unknown, { options }: Line): EngineFault | undefined {
  const plainTcp = options.protocol === 'http' && options.host !== undefined;
  if (statusOf(error) !== 400 || !plainTcp) {
    return undefined;
  }
  const detail = `it was asked without TLS and answered: ${problemOf(error).detail}`;
  return new EngineFault({ reason: 'tls', detail });
}

/** docker-modem reads DOCKER_HOST, and the certificates beside it, even where everything is given: both may be broken. */
function withoutDockerHost(make: () => Dockerode): Dockerode {
  const { DOCKER_HOST } = process.env;
  delete process.env.DOCKER_HOST;
  try {
    return make();
  } finally {
    if (DOCKER_HOST !== undefined) {
      process.env.DOCKER_HOST = DOCKER_HOST;
    }
  }
}
