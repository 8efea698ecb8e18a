import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The first printed line that matches; fails when the program ends without one. */
async function lineOf(output: NodeJS.ReadableStream, pattern: RegExp): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const [found] = pattern.exec(line) ?? [];
    if (found !== undefined) {
      return found;
    }
  }
  throw new Error(`nothing printed that matches ${pattern.source}`);
}

describe('npm start', function () {
  this.timeout(180_000);

  it('prints the address of a VS Code that answers to who has its token, and ends when told', async () => {
    const program = spawn(process.execPath, ['scripts/start.mjs', '--server'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(program, 'exit');
    try {
      const url = await lineOf(program.stdout, /http:\/\/127\.0\.0\.1:\d+\/\S*/);
      const home = new URL('/', url);
      assert.equal((await fetch(home)).status, 403);
      // The token is taken once and becomes a cookie, as in a browser.
      const welcome = await fetch(url, { redirect: 'manual' });
      const cookie = welcome.headers
        .getSetCookie()
        .map((header) => header.split(';')[0])
        .join('; ');
      assert.equal((await fetch(home, { headers: { cookie } })).status, 200);
    } finally {
      program.kill('SIGINT');
    }
    program.stdout.resume();
    assert.deepEqual(await ended, [0, null]);
  });
});
