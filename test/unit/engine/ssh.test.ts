import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseSshUrl, sshArguments } from '../../../src/engine/ssh';
import { lastLine, openSshStream, sshProblem } from '../../../src/engine/sshStream';
import { problemOf } from '../../../src/engine/problem';

const options = [
  '-o',
  'BatchMode=yes',
  '-o',
  'ClearAllForwardings=yes',
  '-o',
  'ConnectTimeout=8',
  '-o',
  'ServerAliveInterval=15',
];

function argumentsOf(url: string): readonly string[] {
  const parsed = parseSshUrl(url);
  assert.ok(parsed.kind === 'ssh', JSON.stringify(parsed));
  return sshArguments(parsed.target);
}

describe('an ssh endpoint', () => {
  it('is docker’s dial-stdio on the far side', () => {
    const dial = ['docker', 'system', 'dial-stdio'];
    assert.deepEqual(argumentsOf('ssh://box'), ['-T', ...options, '--', 'box', ...dial]);
    assert.deepEqual(argumentsOf('ssh://box/'), ['-T', ...options, '--', 'box', ...dial]);
    assert.deepEqual(argumentsOf('ssh://me@box.example:2222'), [
      '-T',
      ...options,
      '-l',
      'me',
      '-p',
      '2222',
      '--',
      'box.example',
      ...dial,
    ]);
    assert.deepEqual(argumentsOf('ssh://[fe80::1%25eth0]').slice(-5), ['--', 'fe80::1%eth0', ...dial]);
  });

  it('names the far socket where its path is given, safe from the far shell', () => {
    const socketOf = (url: string) => argumentsOf(url).at(-3);
    assert.equal(socketOf('ssh://box/run/user/1000/docker.sock'), 'unix:///run/user/1000/docker.sock');
    assert.equal(socketOf('ssh://box/a;reboot'), `'unix:///a;reboot'`);
    assert.equal(socketOf(`ssh://box/it's%20here`), `'unix:///it'\\''s here'`);
    assert.equal(parseSshUrl('ssh://box/a%0Areboot').kind, 'unusable');
  });

  it('is refused where user or host could be an option or a command', () => {
    for (const url of [
      'ssh://-oProxyCommand=x',
      'ssh://%2DoProxyCommand=x',
      'ssh://me@-oProxyCommand=x',
      'ssh://-oProxyCommand=x@box',
      'ssh://$(reboot)@box',
      'ssh://me@`reboot`',
      'ssh://me@box;reboot',
      'ssh://a b',
      'ssh://@box',
    ]) {
      const parsed = parseSshUrl(url);
      assert.deepEqual(
        [parsed.kind, 'why' in parsed && parsed.why],
        ['unusable', 'its user or host is none that ssh may be given'],
      );
    }
    for (const url of ['ssh://', 'ssh://box:port', 'ssh://box?x', 'ssh://box#x', 'ssh:///path']) {
      assert.equal(parseSshUrl(url).kind, 'unusable', url);
    }
  });

  it('never has more than its own options before the `--`, whatever the address', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (user, host) => {
        for (const url of [
          `ssh://${user}@${host}`,
          `ssh://${host}`,
          `ssh://${encodeURIComponent(user)}@box`,
        ]) {
          const parsed = parseSshUrl(url);
          if (parsed.kind === 'ssh') {
            const before = sshArguments(parsed.target).slice(0, sshArguments(parsed.target).indexOf('--'));
            const own = before.filter((word) => word.startsWith('-'));
            assert.deepEqual(
              own.filter((word) => !['-T', '-o', '-l', '-p'].includes(word)),
              [],
            );
            assert.equal(own.filter((word) => word === '-o').length, 4);
          }
        }
      }),
    );
  });

  it('tells whose words they are by the exit code', () => {
    const unknown = 'ssh: Could not resolve hostname far: Name or service not known';
    assert.deepEqual(sshProblem(255, unknown), { reason: 'ssh', detail: unknown });
    const missing = 'bash: line 1: docker: command not found';
    assert.deepEqual(sshProblem(127, missing), { reason: 'ssh', detail: missing });
    const down =
      'failed to open the raw stream connection: dial unix /var/run/docker.sock: connect: no such file';
    assert.deepEqual(sshProblem(1, down), { reason: 'notRunning', detail: down });
    assert.deepEqual(sshProblem(3, ''), { reason: 'ssh', detail: 'ssh ended with code 3' });
    assert.deepEqual(sshProblem(null, ''), { reason: 'ssh', detail: 'ssh ended with a signal' });
  });

  it('takes the last line that was written', () => {
    assert.equal(
      lastLine('Warning: x\r\nHost key verification failed.\r\n'),
      'Host key verification failed.',
    );
    assert.equal(lastLine(''), '');
  });
});

describe('a process as a connection', () => {
  const node = (script: string) => openSshStream(process.execPath, ['-e', script]);

  async function failureOf(stream: ReturnType<typeof node>): Promise<unknown> {
    const error = await new Promise((resolve) => {
      stream.once('error', resolve);
      stream.resume();
    });
    return problemOf(error);
  }

  it('hands bytes on both ways, and ends when the process does', async () => {
    const stream = node('process.stdin.pipe(process.stdout)');
    stream.end('x'.repeat(1_000_000));
    let length = 0;
    for await (const chunk of stream) {
      length += (chunk as Buffer).length;
    }
    assert.equal(length, 1_000_000);
  });

  it('fails in the words that the process wrote last', async () => {
    const stream = node('console.error("first"); console.error("last"); process.exitCode = 255');
    assert.deepEqual(await failureOf(stream), { reason: 'ssh', detail: 'last' });
  });

  it('says that the program is missing', async () => {
    const stream = openSshStream('no-such-ssh', []);
    assert.deepEqual(await failureOf(stream), {
      reason: 'ssh',
      detail: 'no program no-such-ssh is on the PATH',
    });
  });

  it('ends the process when it is destroyed', async () => {
    const stream = node('console.log(process.pid); setInterval(() => 0, 1000)');
    const pid = await new Promise<number>((resolve) => {
      stream.once('data', (chunk) => {
        resolve(Number(String(chunk)));
      });
    });
    stream.destroy();
    const isGone = (): boolean => {
      try {
        process.kill(pid, 0);
        return false;
      } catch {
        return true;
      }
    };
    while (!isGone()) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
});
