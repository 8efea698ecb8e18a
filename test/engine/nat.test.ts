import assert from 'node:assert/strict';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImage } from '../../scripts/testbed/image.mjs';
import { natRules } from '../../src/model';
import { storeOn, topologyWith } from './live';
import { addHostAddress, randomWorld, type Commands } from './randomWorld';

/** Rules that every engine has whatever its networks, and chain headers. */
const constant = /^-[PN] |^-A (PREROUTING|OUTPUT) .*-j DOCKER$/;

/** Random worlds: NAT_SEED=… makes that one alone (a failure names it), with NAT_WORLDS=… so many from it on. */
const first = Number(process.env.NAT_SEED ?? 4100);
const count = Number(process.env.NAT_WORLDS ?? (process.env.NAT_SEED === undefined ? 12 : 1));
const seeds = Array.from({ length: count }, (_, index) => first + index);

describe('natRules against the engine’s own table', function () {
  this.timeout(120_000);
  let engine: Engine;

  before(async () => {
    engine = await startEngine();
    await loadImage(engine, 'web');
  });

  after(() => engine.stop());

  async function tables(
    containers: number,
  ): Promise<{ derived: readonly string[]; real: readonly string[] }> {
    const store = storeOn(engine.host);
    const watch = store.watch();
    const topology = await topologyWith(store, (seen) => seen.containers.length === containers);
    watch.dispose();
    store.dispose();
    const real = (await engine.netns('iptables', '-t', 'nat', '-S')).split('\n').map((rule) => rule.trim());
    return {
      derived: natRules(topology)
        .map(({ text }) => text)
        .sort(),
      real: real.filter((rule) => !constant.test(rule)).sort(),
    };
  }

  it('is equal for an empty engine', async () => {
    const { derived, real } = await tables(0);
    assert.equal(real.length, 2);
    assert.deepEqual(derived, real);
  });

  it('is equal, rule by rule, for networks and ports of many shapes', async () => {
    const { docker } = engine;
    await docker('network', 'create', '--subnet', '172.28.0.0/16', 'front');
    await docker('network', 'create', '--internal', 'back');
    await docker('network', 'create', '-o', 'com.docker.network.bridge.enable_ip_masquerade=false', 'plain');
    await docker('network', 'create', '-o', 'com.docker.network.bridge.enable_icc=false', 'apart');
    await docker('network', 'create', '-o', 'com.docker.network.bridge.name=named0', 'named');
    await docker(
      'network',
      'create',
      '--ipv6',
      '--subnet',
      '10.88.60.0/24',
      '--subnet',
      'fd00:88:60::/64',
      'dual',
    );
    await docker('run', '-d', '--name', 'c-a', '-p', '8080:80', '-p', '127.0.0.1:8081:80', 'web');
    await docker('run', '-d', '--name', 'c-b', '--network', 'front', '-p', '5300-5302:53-55/udp', 'web');
    await docker('run', '-d', '--name', 'c-c', '--network', 'back', '-p', '5432:5432', 'web');
    await docker('run', '-d', '--name', 'c-d', '--network', 'plain', '-p', '8082:80', 'web');
    await docker('run', '-d', '--name', 'c-e', '--network', 'apart', '-p', '8083:80/udp', 'web');
    await docker(
      'run',
      '-d',
      '--name',
      'c-f',
      '--network',
      'dual',
      '-p',
      '[::1]:8084:80',
      '-p',
      '8085:80',
      'web',
    );
    await docker('create', '--name', 'c-g', '--network', 'front', '-p', '9999:80', 'web');
    await docker('run', '-d', '--name', 'c-h', '--network', 'container:c-a', 'web', 'sleep', '1000');
    await docker('run', '-d', '--name', 'c-i', '--network', 'back', '-p', '8086:80', 'web');
    await docker('network', 'connect', 'named', 'c-b');
    await docker('network', 'connect', 'front', 'c-i');
    await docker('network', 'create', '--subnet', '10.1.2.7/24', 'loose');
    await docker('run', '-d', '--name', 'c-j', '--network', 'front', '-p', '8087:80', 'web');
    await docker('network', 'connect', 'back', 'c-j');
    // What is left is internal: the engine lists the port and has no rule for it.
    await docker('network', 'disconnect', 'front', 'c-j');
    // An engine before 27 does not know the option, and takes it.
    await docker('network', 'create', '-o', 'com.docker.network.bridge.gateway_mode_ipv4=routed', 'modes');
    await docker('run', '-d', '--name', 'c-k', '--network', 'modes', '-p', '8088:80', 'web');
    const { derived, real } = await tables(11);
    assert.ok(real.length > 20, `${real.length} rules`);
    assert.deepEqual(derived, real);
  });

  describe('is equal, rule by rule, in a random world', () => {
    before(async () => {
      await addHostAddress(engine);
    });

    beforeEach(async () => {
      const left = (await engine.docker('ps', '-aq')).split('\n').filter(Boolean);
      await (left.length > 0 ? engine.docker('rm', '-f', ...left) : undefined);
      await engine.docker('network', 'prune', '-f');
    });

    for (const seed of seeds) {
      it(`of seed ${seed}`, async () => {
        const commands = randomWorld(seed);
        const answers = await make(commands);
        const made = (await engine.docker('ps', '-aq')).split('\n').filter(Boolean).length;
        const { derived, real } = await tables(made);
        assert.deepEqual(derived, real, `NAT_SEED=${seed}:\n${answers.join('\n')}`);
      });
    }
  });

  /** What the engine refuses (to pause what has stopped) is part of the world: its words stand in a failure. */
  async function make(commands: Commands): Promise<readonly string[]> {
    const answers: string[] = [];
    for (const words of commands) {
      const refusal = await engine.docker(...words).then(
        () => '',
        (problem: unknown) => ` # ${String(problem).split('\n').at(-1)}`,
      );
      answers.push(`docker ${words.join(' ')}${refusal}`);
    }
    return answers;
  }
});
