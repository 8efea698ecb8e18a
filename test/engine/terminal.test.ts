import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImage } from '../../scripts/testbed/image.mjs';
import type { ShellSession, TerminalSize } from '../../src/engine/calls';
import type { Disposable } from '../../src/engine/state';
import type { EngineStore } from '../../src/engine/store';
import { askWatched } from '../../src/views/objects/askWatched';
import { storeOn } from './live';

const SIZE: TerminalSize = { columns: 100, rows: 30 };

/** Reads a stream in the background, so that a test can wait for what it says. */
class Reader {
  text = '';
  readonly end: Promise<void>;
  private readonly waiting = new Set<() => void>();

  constructor(stream: AsyncIterable<string>) {
    this.end = this.read(stream);
  }

  async untilText(expected: RegExp, limitMs = 10_000): Promise<void> {
    const deadline = Date.now() + limitMs;
    while (!expected.test(this.text)) {
      const left = Math.max(1, deadline - Date.now());
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => {
          reject(new Error(`${String(expected)} not seen in ${JSON.stringify(this.text)}`));
        }, left);
        this.waiting.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  private async read(stream: AsyncIterable<string>): Promise<void> {
    for await (const text of stream) {
      this.text += text;
      this.waiting.forEach((resolve) => {
        resolve();
      });
      this.waiting.clear();
    }
  }
}

describe('terminals of a real engine', () => {
  let engine: Engine;
  let store: EngineStore;
  let lease: Disposable;
  let running: string;

  before(async () => {
    engine = await startEngine();
    await loadImage(engine, 'web');
    running = await engine.docker('run', '-d', '--name', 'web', '--hostname', 'harbour', 'web');
    store = storeOn(engine.host);
    lease = store.watch();
  });

  after(async () => {
    lease.dispose();
    store.dispose();
    await engine.stop();
  });

  async function shell(id: string, signal?: AbortSignal): Promise<ShellSession> {
    const answer = await store.ask((calls, asked) => calls.openShell(id, SIZE, asked), signal);
    assert.ok(answer.ok, answer.ok ? '' : answer.problem.detail);
    return answer.value;
  }

  async function logs(id: string, signal?: AbortSignal): Promise<Reader> {
    const answer = await store.ask((calls, asked) => calls.followLogs(id, asked), signal);
    assert.ok(answer.ok, answer.ok ? '' : answer.problem.detail);
    return new Reader(answer.value);
  }

  /** The commands that run in a container beside its own. */
  async function programsIn(id: string): Promise<readonly string[]> {
    const [, ...lines] = (await engine.docker('top', id, '-o', 'pid,args')).split('\n');
    return lines.map((line) => line.trim().replace(/^\d+\s+/, '')).filter((args) => !args.includes('httpd'));
  }

  async function untilPrograms(id: string, count: number): Promise<readonly string[]> {
    const deadline = Date.now() + 5000;
    for (;;) {
      const programs = await programsIn(id);
      if (programs.length === count || Date.now() > deadline) {
        assert.equal(programs.length, count, programs.join(', '));
        return programs;
      }
    }
  }

  describe('a shell', () => {
    it('runs what is typed, in the size that was asked for, and tells its exit code', async () => {
      const session = await shell(running);
      const reader = new Reader(session.output);
      session.write('hostname; stty size\r');
      await reader.untilText(/harbour\r\n30 100\r\n/);
      await session.resize({ columns: 132, rows: 43 });
      session.write('stty size\r');
      await reader.untilText(/43 132\r\n/);
      session.write('echo é한🚢\r');
      await reader.untilText(/\né한🚢\r\n/);
      session.write('exit 7\r');
      await reader.end;
      assert.equal(await session.exitCode(), 7);
    });

    it('does not stay behind in the container when it is closed, nor what runs in it', async () => {
      const session = await shell(running);
      const reader = new Reader(session.output);
      session.write('sleep 1000\r');
      await untilPrograms(running, 2);
      session.close();
      await reader.end;
      await untilPrograms(running, 0);
    });

    it('goes on while nobody watches the engine, as does a log', async () => {
      const unwatched = storeOn(engine.host);
      const asked = new AbortController().signal;
      const script = 'while [ ! -e /tmp/go ]; do usleep 10000; done; echo late; sleep 1000';
      const id = await engine.docker('run', '-d', 'web', 'sh', '-c', script);
      const opened = await askWatched(unwatched, (calls, signal) => calls.openShell(id, SIZE, signal), asked);
      const followed = await askWatched(unwatched, (calls, signal) => calls.followLogs(id, signal), asked);
      assert.ok(opened.ok && followed.ok);
      assert.equal(unwatched.live, false);
      const [session, log] = [opened.value, new Reader(followed.value)];
      const reader = new Reader(session.output);
      session.write('touch /tmp/go\r');
      await log.untilText(/late/);
      await session.resize({ columns: 132, rows: 43 });
      session.write('stty size\r');
      await reader.untilText(/43 132\r\n/);
      session.write('exit 7\r');
      await reader.end;
      assert.equal(await session.exitCode(), 7);
      await engine.docker('rm', '-f', id);
      await log.end;
    });

    it('is closed by the signal', async () => {
      const closing = new AbortController();
      const session = await shell(running, closing.signal);
      const reader = new Reader(session.output);
      session.write('hostname\r');
      await reader.untilText(/harbour\r\n/);
      closing.abort();
      await reader.end;
      await untilPrograms(running, 0);
    });

    it('ends when the container stops', async () => {
      const id = await engine.docker('run', '-d', 'web');
      const session = await shell(id);
      const reader = new Reader(session.output);
      session.write('hostname\r');
      await reader.untilText(new RegExp(`${id.slice(0, 12)}\r\n`));
      await engine.docker('rm', '-f', id);
      await reader.end;
    });

    it('says in the engine’s own words that the container does not run', async () => {
      const id = await engine.docker('create', 'web');
      const answer = await store.ask((calls, signal) => calls.openShell(id, SIZE, signal));
      assert.deepEqual(answer, {
        ok: false,
        problem: {
          reason: 'engineError',
          detail: `Container ${id} is not running`,
        },
      });
    });

    it('prints the engine’s own words where the image has no shell', async () => {
      const archive = join(engine.folder, 'no-shell.tar');
      execFileSync('tar', ['-c', '-f', archive, '-C', '/bin', '--dereference', 'busybox']);
      await engine.docker('import', archive, 'no-shell');
      const id = await engine.docker('run', '-d', 'no-shell', '/busybox', 'sleep', '1000');
      const session = await shell(id);
      const reader = new Reader(session.output);
      await reader.end;
      assert.match(reader.text, /exec: "\/bin\/sh": stat \/bin\/sh: no such file or directory/);
      assert.notEqual(await session.exitCode(), 0);
    });
  });

  describe('the log', () => {
    it('has the lines of both streams, those that come, and ends with the container', async () => {
      const script =
        'echo out; echo err >&2; while [ ! -e /tmp/go ]; do usleep 10000; done; printf "late é한🚢\\n"';
      const id = await engine.docker('run', '-d', 'web', 'sh', '-c', script);
      const reader = await logs(id);
      // Two pipes: which line comes first is not told.
      await reader.untilText(/(?=.*err\n)(?=.*out\n)/s);
      assert.deepEqual(reader.text.split('\n').sort(), ['', 'err', 'out']);
      await engine.docker('exec', id, 'touch', '/tmp/go');
      await reader.end;
      assert.ok(reader.text.endsWith('late é한🚢\n'), reader.text);
    });

    it('of a container with a terminal is read as it is', async () => {
      const id = await engine.docker('run', '-d', '-t', 'web', 'sh', '-c', 'echo one; echo two');
      const reader = await logs(id);
      await reader.end;
      assert.equal(reader.text, 'one\r\ntwo\r\n');
    });

    it('starts with the last 1,000 lines', async () => {
      const id = await engine.docker('run', '-d', 'web', 'seq', '1', '5000');
      await engine.docker('wait', id);
      const reader = await logs(id);
      await reader.end;
      const lines = reader.text.trimEnd().split('\n');
      assert.deepEqual([lines.length, lines[0], lines.at(-1)], [1000, '4001', '5000']);
    });

    it('is ended by the signal while the container runs on', async () => {
      const id = await engine.docker('run', '-d', 'web', 'sh', '-c', 'echo ready; sleep 1000');
      const closing = new AbortController();
      const reader = await logs(id, closing.signal);
      await reader.untilText(/ready\n/);
      closing.abort();
      await reader.end;
      assert.equal(await engine.docker('inspect', '-f', '{{.State.Status}}', id), 'running');
    });

    it('that the engine can’t read is refused in its own words', async () => {
      const id = await engine.docker('run', '-d', '--log-driver', 'none', 'web');
      const answer = await store.ask((calls, signal) => calls.followLogs(id, signal));
      assert.match(
        answer.ok ? 'a log' : answer.problem.detail,
        /configured logging driver does not support reading/,
      );
    });
  });
});
