import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { delimiter } from 'node:path';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { startSshd, type Sshd } from '../../scripts/testbed/sshd.mjs';
import { probeEndpoint } from '../../src/engine/probe';
import type { EngineProblem } from '../../src/engine/state';
import type { EngineStore } from '../../src/engine/store';
import { stateWith, storeOn, topologyWith } from './live';

const { PATH } = process.env;

describe('an engine behind ssh', function () {
  this.timeout(120_000);
  let engine: Engine;
  let sshd: Sshd;
  let store: EngineStore;

  before(async () => {
    engine = await startEngine();
    sshd = await startSshd({ DOCKER_HOST: engine.host, DOCKER_CONFIG: engine.folder });
    process.env.PATH = `${sshd.bin}${delimiter}${PATH ?? ''}`;
  });

  after(async () => {
    process.env.PATH = PATH;
    await sshd.stop();
    await engine.stop();
  });

  afterEach(async () => {
    store.dispose();
    await untilEnded(sshd.started());
  });

  async function problemAt(host: string): Promise<EngineProblem> {
    store = storeOn(host);
    const watch = store.watch();
    const { problem } = await stateWith(store, (seen) => seen.kind === 'unavailable', 20_000);
    watch.dispose();
    return problem;
  }

  it('is read and followed through a few processes of ssh, none of which outlives the watch', async () => {
    store = storeOn('ssh://box');
    const before = sshd.started().length;
    const watch = store.watch();
    await topologyWith(store, ({ networks }) => networks.length === 3);
    // The event stream, the two lists, and what rarely changes.
    const started = sshd.started().slice(before);
    assert.ok(started.length <= 4, `${started.length} processes`);
    for (const name of ['one', 'two', 'three']) {
      await engine.docker('network', 'create', name);
      await topologyWith(store, ({ networks }) => networks.some((network) => network.name === name));
    }
    await engine.docker('network', 'rm', 'one', 'two', 'three');
    await topologyWith(store, ({ networks }) => networks.length === 3);
    assert.deepEqual(sshd.started().slice(before), started, 'a refresh starts none');
    assert.deepEqual(alive(started), started, 'each of them is kept for the next refresh');
    watch.dispose();
    await untilEnded(started);
  });

  it('is found by the path of its socket too', async () => {
    store = storeOn(`ssh://box${engine.socket}`);
    const watch = store.watch();
    await topologyWith(store, ({ networks }) => networks.length === 3);
    watch.dispose();
  });

  it('comes back after its connections were cut, and after it was down', async () => {
    store = storeOn('ssh://box');
    const watch = store.watch();
    await topologyWith(store, ({ networks }) => networks.length === 3);
    alive(sshd.started()).forEach((pid) => process.kill(pid, 'SIGKILL'));
    await engine.docker('network', 'create', 'meanwhile');
    await topologyWith(store, ({ networks }) => networks.length === 4);
    await engine.kill('SIGTERM');
    const lost = await stateWith(store, (state) => state.kind === 'unavailable');
    assert.equal(lost.problem.reason, 'notRunning');
    assert.match(lost.problem.detail, /dial unix .*docker\.sock: connect: no such file or directory$/);
    await engine.restart();
    await engine.docker('network', 'rm', 'meanwhile');
    await topologyWith(store, ({ networks }) => networks.length === 3, 30_000);
    watch.dispose();
  });

  it('says why ssh does not lead there, in ssh’s own words', async () => {
    const mute = createServer().listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const words: Readonly<Record<string, RegExp>> = {
      'ssh://nowhere': /^ssh: Could not resolve hostname nowhere\.\.invalid: /,
      'ssh://closed': /^ssh: connect to host 127\.0\.0\.1 port 9: Connection refused$/,
      'ssh://stranger': /^\w+@127\.0\.0\.1: Permission denied \(publickey\)\.$/,
      'ssh://unproven': /^Host key verification failed\.$/,
      'ssh://bare': /docker: (command )?not found$/,
      [`ssh://127.0.0.1:${(mute.address() as AddressInfo).port}`]:
        /^Connection (to 127\.0\.0\.1 port \d+ )?timed out/,
    };
    for (const [host, expected] of Object.entries(words)) {
      const { reason, detail } = await problemAt(host);
      assert.equal(reason, 'ssh', `${host}: ${detail}`);
      assert.match(detail, expected);
    }
    mute.close();
  });

  it('is not asked by a name that could be an option of ssh', async () => {
    const before = sshd.started().length;
    const { reason } = await problemAt('ssh://-oProxyCommand=x');
    assert.equal(reason, 'badEndpoint');
    assert.equal(sshd.started().length, before);
  });

  it('is probed by one process, which ends with the probe', async () => {
    const before = sshd.started().length;
    const endpoint = { url: 'ssh://box', origin: 'chosen' } as const;
    const probe = await probeEndpoint({ endpoint }, new AbortController().signal);
    assert.match(probe.ok ? (probe.value.engineVersion ?? '') : probe.problem.detail, /^\d+\.\d+\.\d+/);
    assert.equal(sshd.started().length, before + 1);
    await untilEnded(sshd.started());
  });

  it('leaves no process when a probe is given up', async () => {
    const end = new AbortController();
    const probe = probeEndpoint({ endpoint: { url: 'ssh://box', origin: 'chosen' } }, end.signal);
    end.abort();
    assert.equal((await probe).ok, false);
    await untilEnded(sshd.started());
  });
});

function alive(pids: readonly number[]): readonly number[] {
  return pids.filter((pid) => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  });
}

/** Fails after five seconds: mocha's own limit is for the slow things. */
async function untilEnded(pids: readonly number[]): Promise<void> {
  const deadline = Date.now() + 5000;
  while (alive(pids).length > 0) {
    assert.ok(Date.now() < deadline, `ssh ${alive(pids).join(', ')} is left behind`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
