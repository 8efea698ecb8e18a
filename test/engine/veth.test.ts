import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImage } from '../../scripts/testbed/image.mjs';
import type { Disposable } from '../../src/engine/state';
import type { EngineStore } from '../../src/engine/store';
import { findVeth, sayVethProblem, type VethAnswer, type VethSource } from '../../src/engine/veth';
import type { Topology } from '../../src/model';
import { storeOn, topologyWith } from './live';

interface Link {
  readonly ifname: string;
  readonly ifindex: number;
  readonly link_index?: number;
  readonly master?: string;
}

describe('the host’s end of a veth pair', function () {
  this.timeout(120_000);
  let engine: Engine;
  let store: EngineStore;
  let watch: Disposable;
  let topology: Topology;
  let source: VethSource;
  const asked: string[] = [];

  before(async () => {
    engine = await startEngine();
    await loadImage(engine, 'web');
    await importSilent(engine);
    await build(engine);
    // The engine's own interfaces, as its host shows them: this process is in another network namespace.
    const sys = join(engine.folder, 'sys');
    mkdirSync(sys);
    await engine.netns('mount', '-t', 'sysfs', 'sysfs', sys);
    store = storeOn(engine.host);
    watch = store.watch();
    topology = await topologyWith(store, ({ containers }) => containers.length === 6);
    source = {
      url: engine.host,
      sysPath: join(sys, 'class/net'),
      readFiles: (id, paths) => {
        asked.push(id);
        return store.ask((calls, signal) => calls.readFiles(id, paths, signal));
      },
    };
  });

  after(async () => {
    watch.dispose();
    store.dispose();
    await engine.stop();
  });

  function idsOf(container: string, network: string): readonly [string, string] {
    const one = topology.containers.find(({ name }) => name === container);
    const other = topology.networks.find(({ name }) => name === network);
    assert.ok(one && other);
    return [one.id, other.id];
  }

  function find(container: string, network: string, other: Partial<VethSource> = {}): Promise<VethAnswer> {
    return findVeth(topology, ...idsOf(container, network), { ...source, ...other });
  }

  async function wordsOf(answer: Promise<VethAnswer>): Promise<string> {
    const found = await answer;
    return found.ok ? found.name : sayVethProblem(found.problem);
  }

  /** As iproute2 tells it: the container's interface with that MAC, then the host's with the number of its other end. */
  async function realName(container: string, network: string): Promise<string> {
    const [id, networkId] = idsOf(container, network);
    const endpoint = topology.containerById.get(id)?.endpoints.find((one) => one.networkId === networkId);
    const pid = await engine.docker('inspect', '-f', '{{.State.Pid}}', id);
    const inside = linksIn(execFileSync('nsenter', [`--net=/proc/${pid}/ns/net`, 'ip', '-j', 'link'], TEXT));
    const own = inside.find((link) => link.address === endpoint?.mac);
    assert.ok(own, `${container} has no ${endpoint?.mac}`);
    const hosts = linksIn(await engine.netns('ip', '-j', 'link'));
    const end = hosts.find(({ ifindex }) => ifindex === own.link_index);
    assert.ok(end, `no other end of ${own.ifname}`);
    assert.equal(end.master, topology.networkById.get(networkId)?.device);
    const bridged = linksIn(await engine.netns('bridge', '-j', 'link'));
    assert.ok(bridged.some(({ ifname, master }) => ifname === end.ifname && master === end.master));
    return end.ifname;
  }

  it('is named exactly, for each container on each of its networks', async () => {
    const places = [
      ['c-a', 'front'],
      ['c-a', 'back'],
      ['c-b', 'front'],
      ['c-b', 'named'],
      ['c-c', 'bridge'],
    ] as const;
    const real = await Promise.all(places.map(([container, network]) => realName(container, network)));
    const found = await Promise.all(places.map(([container, network]) => find(container, network)));
    assert.deepEqual(
      found,
      real.map((name) => ({ ok: true, name })),
    );
    assert.equal(new Set(real).size, 5);
    assert.ok(real.every((name) => /^veth[0-9a-f]{7}$/.test(name)));
  });

  it('is found by what the bridge has heard where the image has no cat, and else is said not to be', async () => {
    // Nothing that the bridge had heard by chance is left.
    const ends = await Promise.all([realName('c-silent', 'front'), realName('c-paused', 'front')]);
    const device = topology.networkById.get(idsOf('c-silent', 'front')[1])?.device ?? '';
    await engine.netns('ip', 'link', 'set', device, 'type', 'bridge', 'fdb_flush');
    const mac = macOf('c-silent', 'front');
    assert.equal(
      await wordsOf(find('c-silent', 'front')),
      'The container’s interfaces can’t be read: OCI runtime exec failed: exec failed: unable to start container ' +
        `process: exec: "cat": executable file not found in $PATH: unknown. The bridge has not heard of ${mac} either.`,
    );
    assert.match(
      await wordsOf(find('c-paused', 'front')),
      /^The container’s interfaces can’t be read: Container \w{64} is paused, unpause the container before exec\. The bridge has not heard of [\da-f:]{17} either\.$/,
    );
    await speak('c-silent');
    await engine.docker('unpause', 'c-paused');
    await speak('c-paused');
    await engine.docker('pause', 'c-paused');
    const found = await Promise.all([find('c-silent', 'front'), find('c-paused', 'front')]);
    assert.deepEqual(
      found,
      ends.map((name) => ({ ok: true, name })),
    );
  });

  function macOf(container: string, network: string): string {
    const [id, networkId] = idsOf(container, network);
    const endpoints = topology.containerById.get(id)?.endpoints ?? [];
    return endpoints.find((one) => one.networkId === networkId)?.mac ?? '';
  }

  /** A frame from the container's own interface: the bridge learns where it comes from. */
  async function speak(container: string): Promise<void> {
    const pid = await engine.docker('inspect', '-f', '{{.State.Pid}}', container);
    const [id] = idsOf(container, 'front');
    const own = topology.containerById.get(id)?.endpoints[0]?.ipv4 ?? '';
    const call = ['busybox', 'arping', '-c', '1', '-U', '-I', 'eth0', own];
    execFileSync('nsenter', [`--net=/proc/${pid}/ns/net`, ...call], { stdio: 'ignore' });
  }

  it('is not looked for where none can be: nothing is run in a container', async () => {
    const before = asked.length;
    const [id] = idsOf('c-a', 'front');
    assert.equal(
      await wordsOf(find('c-stopped', 'front')),
      'c-stopped is not on front now. A veth pair is there while its container runs.',
    );
    assert.equal(
      await wordsOf(find('c-c', 'front')),
      'c-c is not on front now. A veth pair is there while its container runs.',
    );
    assert.equal(
      await wordsOf(find('c-a', 'host')),
      'host is no bridge network: no veth pair of it ends on the host.',
    );
    for (const url of ['tcp://127.0.0.1:2375', 'ssh://me@there', 'npipe:////./pipe/docker_engine']) {
      assert.deepEqual(await find('c-a', 'front', { url }), {
        ok: false,
        problem: { kind: 'notLocal', url },
      });
    }
    const gone = await findVeth(topology, id, 'gone', source);
    assert.deepEqual(gone, {
      ok: false,
      problem: { kind: 'notAttached', container: 'c-a', network: 'gone' },
    });
    // This process's own interfaces: the engine is in another network namespace, as a rootless one is.
    const device = topology.networkById.get(idsOf('c-a', 'front')[1])?.device;
    assert.deepEqual(await find('c-a', 'front', { sysPath: '/sys/class/net' }), {
      ok: false,
      problem: { kind: 'otherMachine', device },
    });
    assert.equal(asked.length, before);
  });

  it('of a container on another kernel is not believed, though a bridge has the same name', async () => {
    const other: Partial<VethSource> = {
      readFiles: async (id, paths) => {
        const answer = await source.readFiles(id, paths);
        return answer.ok ? { ok: true, value: answer.value.replace(/^[\da-f]/, 'x') } : answer;
      },
    };
    assert.deepEqual(await find('c-c', 'bridge', other), {
      ok: false,
      problem: { kind: 'otherMachine', device: 'docker0' },
    });
  });

  it('that went meanwhile is said not to be found', async () => {
    const cut = engine.docker('network', 'disconnect', 'back', 'c-a');
    await cut;
    assert.deepEqual(await find('c-a', 'back'), {
      ok: false,
      problem: { kind: 'notFound', device: topology.networkById.get(idsOf('c-a', 'back')[1])?.device },
    });
  });
});

const TEXT = { encoding: 'utf8' } as const;

function linksIn(json: string): readonly (Link & { readonly address?: string })[] {
  return JSON.parse(json) as (Link & { readonly address?: string })[];
}

/** An image with busybox and nothing else: no `cat` by that name. */
async function importSilent(engine: Engine): Promise<void> {
  const archive = join(engine.folder, 'silent.tar');
  execFileSync('tar', ['-c', '-f', archive, '-C', '/bin', '--dereference', 'busybox']);
  await engine.docker('import', archive, 'silent');
}

async function build({ docker }: Engine): Promise<void> {
  await docker('network', 'create', 'front');
  await docker('network', 'create', '--internal', 'back');
  await docker('network', 'create', '-o', 'com.docker.network.bridge.name=named0', 'named');
  await docker('run', '-d', '--name', 'c-a', '--network', 'front', 'web');
  await docker('network', 'connect', 'back', 'c-a');
  await docker('run', '-d', '--name', 'c-b', '--network', 'named', 'web');
  await docker('network', 'connect', 'front', 'c-b');
  await docker('run', '-d', '--name', 'c-c', 'web');
  await docker(
    'run',
    '-d',
    '--name',
    'c-silent',
    '--network',
    'front',
    'silent',
    '/busybox',
    'sleep',
    '9999',
  );
  await docker('run', '-d', '--name', 'c-paused', '--network', 'front', 'web');
  await docker('pause', 'c-paused');
  await docker('create', '--name', 'c-stopped', '--network', 'front', 'web');
}
