import { withDeadline } from './deadline';
import type { CallOptions, DockerContainer, DockerExec } from './dockerApi';
import { LogDecoder } from './logs';
import { EngineFault } from './problem';
import { exitCodeOf } from './shell';

/** An engine that needs longer for a few small files is stalled. */
const READ_LIMIT_MS = 10_000;

/** What is read are a few lines; the program that prints them is the image's own, and not trusted. In characters. */
const MOST = 65_536;

/**
 * Reads files in a running container, one after the other as `cat` prints them: `POST /containers/{id}/exec`, then
 * `POST /exec/{id}/start`. Rejects with the engine's words where the container does not run, and with the program's
 * where the image has no `cat` (exit code 126 or 127, seen on engine 20.10) or a file can't be read.
 */
export async function readFiles(
  container: DockerContainer,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<string> {
  return withDeadline(signal, READ_LIMIT_MS, async (abortSignal) => {
    const options: CallOptions = { abortSignal };
    const command = { AttachStdout: true, AttachStderr: true, Tty: false, Cmd: ['cat', ...paths] };
    const exec = await container.exec({ ...options, ...command });
    const text = await outputOf(exec, options);
    const code = await exitCodeOf(() => exec.inspect(options));
    if (code !== 0) {
      throw fault(text.trim() || `cat ended with ${code ?? 'no exit code'}`);
    }
    return text;
  });
}

async function outputOf(exec: DockerExec, options: CallOptions): Promise<string> {
  const stream = await exec.start({ ...options, _body: { Detach: false, Tty: false } });
  const end = (): void => {
    stream.destroy();
  };
  options.abortSignal.addEventListener('abort', end, { once: true });
  const decoder = new LogDecoder();
  let text = '';
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      text += decoder.push(chunk);
      if (text.length > MOST) {
        throw fault(`cat prints more than ${MOST / 1024} KiB`);
      }
    }
  } finally {
    options.abortSignal.removeEventListener('abort', end);
    stream.destroy();
  }
  return text;
}

function fault(detail: string): EngineFault {
  return new EngineFault({ reason: 'engineError', detail });
}
