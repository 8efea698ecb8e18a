import type { Duplex } from 'node:stream';
import type { ShellSession, TerminalSize } from './calls';
import { withDeadline } from './deadline';
import type { CallOptions, DockerContainer, DockerExec } from './dockerApi';
import { decodeStream, onAbort, TextStream } from './logs';
import { flag, integer, object } from './wire';

/** bash where the image has it. A constant: nothing of a name or a label is ever part of it. */
const SHELL = ['/bin/sh', '-c', 'command -v bash >/dev/null 2>&1 && exec bash || exec sh'];

/** An engine that needs longer to make or start the shell is stalled. */
const SHELL_LIMIT_MS = 10_000;

/** The engine notes the exit a moment after the stream has ended: asked so often, with a pause of so many ms. */
const EXIT = { times: 20, pauseMs: 50 };

/**
 * A shell whose connection is gone stays behind in the container (seen on engine 20.10), so it is asked to go as a person
 * would: drop the line or the program that runs, then end the input, again for a shell below a shell.
 */
const LEAVE = { first: '\u0003\u0004', then: '\u0004', times: 10, pauseMs: 100 };

/**
 * Opens a shell in a running container: `POST /containers/{id}/exec`, then `POST /exec/{id}/start` with the connection
 * taken over. Rejects with the engine's words where the container does not run; an image without a shell has them in
 * the output (seen on engine 20.10). The signal closes the shell.
 */
export async function openShell(
  container: DockerContainer,
  size: TerminalSize,
  signal: AbortSignal,
): Promise<ShellSession> {
  const limited = <T>(call: (options: CallOptions) => Promise<T>): Promise<T> =>
    withDeadline(signal, SHELL_LIMIT_MS, (abortSignal) => call({ abortSignal }));
  const attach = { AttachStdin: true, AttachStdout: true, AttachStderr: true };
  const exec = await limited((options) => container.exec({ ...options, ...attach, Tty: true, Cmd: SHELL }));
  const stream = await limited((options) =>
    exec.start({ ...options, hijack: true, stdin: true, _body: { Detach: false, Tty: true } }),
  );
  const session = shellSession(exec, stream, signal);
  // A terminal of another size than the engine's own 80 × 24 is told of before anything is drawn.
  await session.resize(size);
  return session;
}

function shellSession(exec: DockerExec, stream: Duplex, signal: AbortSignal): ShellSession {
  const limited = <T>(call: (options: CallOptions) => Promise<T>): Promise<T> =>
    withDeadline(new AbortController().signal, SHELL_LIMIT_MS, (abortSignal) => call({ abortSignal }));
  const close = (): void => {
    leave(stream, LEAVE.times);
  };
  onAbort(signal, stream, close);
  return {
    output: decodeStream(stream, new TextStream(), signal),
    write: (input) => {
      stream.write(input);
    },
    resize: async ({ columns, rows }) => {
      // A shell that has just ended has no size; its output tells.
      await limited((options) => exec.resize({ ...options, w: columns, h: rows })).catch(() => undefined);
    },
    exitCode: () => exitCodeOf(() => limited((options) => exec.inspect(options))),
    close,
  };
}

/** Ends the shell, or after a second the connection alone: a program that takes these keys for itself stays. */
function leave(stream: Duplex, times: number): void {
  if (stream.destroyed || stream.readableEnded) {
    return;
  }
  if (times === 0) {
    stream.destroy();
    return;
  }
  stream.write(times === LEAVE.times ? LEAVE.first : LEAVE.then);
  stream.resume();
  setTimeout(() => {
    leave(stream, times - 1);
  }, LEAVE.pauseMs).unref();
}

/** The exit code of a program whose output has ended; undefined where the engine does not come to note it. */
export async function exitCodeOf(inspect: () => Promise<unknown>): Promise<number | undefined> {
  for (let time = 0; time < EXIT.times; time++) {
    const { Running, ExitCode } = object(await inspect());
    if (!flag(Running)) {
      return integer(ExitCode);
    }
    await new Promise((resolve) => setTimeout(resolve, EXIT.pauseMs));
  }
  return undefined;
}
