import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { Duplex, type Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { EngineFault } from './problem';
import type { EngineProblem } from './state';

/** What ssh itself ends with, whatever went wrong before the far side's command ran (ssh(1), EXIT STATUS). */
const SSH_FAILED = 255;

/** What a shell ends with for a command that is not there, or may not be run. */
const NO_SUCH_COMMAND: readonly (number | null)[] = [126, 127];

/** ssh is given that long to end by itself, ms. */
const GRACE = 2000;

/** Words that came in time are those of the end: a master process of ssh can hold its standard error open for ever. ms */
const WORDS_LIMIT = 200;

/** More than the last line is never shown. */
const LONGEST_WORDS = 4000;

/**
 * A process whose standard input and output are one end of a connection. The stream fails with an {@link EngineFault} in
 * the words that the process wrote last; destroying the stream ends the process.
 */
export function openSshStream(command: string, args: readonly string[]): Duplex {
  const child = spawn(command, args, { stdio: 'pipe', windowsHide: true });
  const words = lastWords(child);
  const stream = new Duplex({
    read: () => void child.stdout.resume(),
    // A pipe that broke says less than what the process says when it ends.
    write: (chunk, _encoding, done) => {
      child.stdin.write(chunk, () => {
        done();
      });
    },
    final: (done) => {
      child.stdin.end(() => {
        done();
      });
    },
    destroy: (error, done) => {
      end(child);
      done(error);
    },
  });
  child.stdout.on('data', (chunk) => {
    if (!stream.push(chunk)) {
      child.stdout.pause();
    }
  });
  child.stdin.on('error', () => undefined);
  child.once('error', (error) => stream.destroy(new EngineFault(notStarted(command, error))));
  child.once('exit', (code) => void settle(stream, child, code, words));
  return asSocket(stream);
}

/** What an http agent does with a socket and a pipe has no use for. */
function asSocket(stream: Duplex): Duplex {
  const nothing = (): Duplex => stream;
  return Object.assign(stream, {
    setKeepAlive: nothing,
    setNoDelay: nothing,
    setTimeout: nothing,
    ref: nothing,
    unref: nothing,
  });
}

async function settle(
  stream: Duplex,
  child: ChildProcessWithoutNullStreams,
  code: number | null,
  words: () => string,
): Promise<void> {
  await Promise.all([closed(child.stdout), Promise.race([closed(child.stderr), delay(WORDS_LIMIT)])]);
  if (stream.destroyed) {
    return;
  }
  if (code === 0) {
    stream.push(null);
  } else {
    stream.destroy(new EngineFault(sshProblem(code, words())));
  }
}

async function closed(pipe: Readable): Promise<void> {
  if (!pipe.closed) {
    await once(pipe, 'close');
  }
}

/** Tells by the exit code whose words they are: ssh's own, the far shell's, or docker's, which does not reach its engine. */
export function sshProblem(code: number | null, words: string): EngineProblem {
  if (words === '') {
    return { reason: 'ssh', detail: `ssh ended with ${code === null ? 'a signal' : `code ${code}`}` };
  }
  const ssh = code === null || code === SSH_FAILED || NO_SUCH_COMMAND.includes(code);
  return { reason: ssh ? 'ssh' : 'notRunning', detail: words };
}

function notStarted(command: string, error: Error): EngineProblem {
  const missing = 'code' in error && error.code === 'ENOENT';
  const detail = missing ? `no program ${command} is on the PATH` : error.message;
  return { reason: 'ssh', detail };
}

/** Keeps the last line that a process writes to its standard error. */
function lastWords(child: ChildProcessWithoutNullStreams): () => string {
  let written = '';
  child.stderr.on('data', (chunk) => {
    written = (written + String(chunk)).slice(-LONGEST_WORDS);
  });
  return () => lastLine(written);
}

/** `Warning: …\r\nHost key verification failed.\r\n` → `Host key verification failed.` */
export function lastLine(written: string): string {
  return (
    written
      .trimEnd()
      .split(/[\r\n]+/)
      .at(-1)
      ?.trim() ?? ''
  );
}

function end(child: ChildProcessWithoutNullStreams): void {
  child.stdout.destroy();
  child.stdin.destroy();
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), GRACE);
    force.unref();
    child.once('exit', () => {
      clearTimeout(force);
    });
  }
}
