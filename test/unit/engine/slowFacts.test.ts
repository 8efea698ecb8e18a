import assert from 'node:assert/strict';
import type { DockerApi } from '../../../src/engine/dockerApi';
import { SlowFacts } from '../../../src/engine/slowFacts';
import { staleBy } from '../../../src/engine/staleFacts';
import swarm from '../../fixtures/info-swarm.json';
import { ManualClock } from '../manualClock';

const BUILT_IN = ['bridge', 'host', 'null', 'overlay'];
const NODE_EVENT = { Type: 'node', Action: 'update' };
const SERVICE_EVENT = { Type: 'service', Action: 'update' };
const CONTAINER_EVENT = { Type: 'container', Action: 'start', Actor: { Attributes: { name: 'web' } } };

/** An engine whose answers a test sets; it notes what it is asked. */
class FakeEngine {
  readonly asked: string[] = [];
  readonly life = new AbortController();
  readonly clock = new ManualClock();
  changes = 0;
  Swarm: object = { LocalNodeState: 'inactive' };
  Network = BUILT_IN;
  services: unknown = [];
  nodes: unknown = [];
  failure: Error | undefined;
  infoFailure: Error | undefined;
  /** Services and nodes are not answered, as by a swarm that looks for a leader. */
  silent = false;
  readonly facts: SlowFacts;

  constructor(api = '1.41') {
    const docker = {
      modem: { version: `v${api}` },
      info: () => this.answer('info', { Swarm: this.Swarm, Plugins: { Network: this.Network } }),
      listServices: (options: { readonly status?: true }) =>
        this.failing(options.status ? 'services with status' : 'services', this.services),
      listNodes: () => this.failing('nodes', this.nodes),
    };
    this.facts = new SlowFacts(docker as unknown as DockerApi, this.clock, this.life.signal, () => {
      this.changes++;
    });
  }

  read() {
    return this.facts.read(new AbortController().signal);
  }

  /** What was asked since this was asked the last time. */
  since(): readonly string[] {
    return this.asked.splice(0);
  }

  private answer(name: string, value: unknown): Promise<unknown> {
    this.asked.push(name);
    return this.infoFailure ? Promise.reject(this.infoFailure) : Promise.resolve(value);
  }

  private failing(name: string, value: unknown): Promise<unknown> {
    this.asked.push(name);
    if (this.silent) {
      return new Promise((_, reject) => {
        this.answerLate = () => {
          reject(this.failure ?? new Error('late'));
        };
      });
    }
    return this.failure ? Promise.reject(this.failure) : Promise.resolve(value);
  }

  answerLate = (): void => undefined;
}

describe('slow facts', () => {
  let engine: FakeEngine;

  beforeEach(() => {
    engine = new FakeEngine();
  });

  afterEach(() => {
    engine.life.abort();
  });

  it('are read once outside a swarm, whatever containers do, and never looked at again', async () => {
    await engine.read();
    engine.facts.note(CONTAINER_EVENT);
    await engine.read();
    await engine.clock.advance(600_000);
    assert.deepEqual(engine.since(), ['info']);
    assert.equal(engine.changes, 0);
  });

  it('of a manager are three calls, and none at the next read', async () => {
    engine.Swarm = swarm.manager;
    await engine.read();
    assert.deepEqual(engine.since(), ['info', 'services with status', 'nodes']);
    await engine.read();
    assert.deepEqual(engine.since(), []);
  });

  it('ask for the count of tasks only where the engine counts (API 1.41)', async () => {
    const old = new FakeEngine('1.40');
    old.Swarm = swarm.manager;
    await old.read();
    assert.deepEqual(old.since(), ['info', 'services', 'nodes']);
    old.life.abort();
  });

  it('are asked for again by the events that make them old, and those alone', async () => {
    engine.Swarm = swarm.manager;
    await engine.read();
    engine.since();
    engine.facts.note(SERVICE_EVENT);
    await engine.read();
    assert.deepEqual(engine.since(), ['services with status']);
    engine.facts.note(NODE_EVENT);
    await engine.read();
    assert.deepEqual(engine.since(), ['info', 'services with status', 'nodes']);
    engine.facts.note(CONTAINER_EVENT);
    await engine.read();
    assert.deepEqual(engine.since(), []);
  });

  it('forget services and nodes when the engine is no manager any more', async () => {
    engine.Swarm = swarm.manager;
    engine.services = [{ ID: 'a' }];
    assert.deepEqual((await engine.read()).services, [{ ID: 'a' }]);
    engine.Swarm = swarm.worker;
    engine.facts.note(NODE_EVENT);
    const { services, nodes, swarmProblem } = await engine.read();
    assert.deepEqual([services, nodes, swarmProblem], [undefined, undefined, undefined]);
  });

  it('say why a manager does not tell, ask again by themselves, and keep the picture', async () => {
    engine.Swarm = swarm.manager;
    engine.failure = new Error('The swarm does not have a leader.');
    const failed = await engine.read();
    assert.equal(failed.swarmProblem, 'The swarm does not have a leader.');
    assert.equal(failed.services, undefined);
    engine.since();
    await engine.clock.advance(1000);
    assert.deepEqual(engine.since(), ['info', 'services with status', 'nodes']);
    assert.equal(engine.changes, 0);
    engine.failure = undefined;
    await engine.clock.advance(2000);
    assert.equal(engine.changes, 1);
    const healed = await engine.read();
    assert.deepEqual([healed.services, healed.swarmProblem], [[], undefined]);
  });

  it('do not ask a failing swarm at each refresh', async () => {
    engine.Swarm = swarm.manager;
    engine.failure = new Error('no leader');
    await engine.read();
    engine.since();
    await engine.read();
    await engine.read();
    assert.deepEqual(engine.since(), []);
  });

  it('make no picture wait for a swarm that does not answer, and keep its own words', async () => {
    engine.Swarm = swarm.manager;
    engine.failure = new Error('The swarm does not have a leader.');
    await engine.read();
    engine.since();
    engine.silent = true;
    for (let task = 0; task < 20; task++) {
      engine.facts.note(SERVICE_EVENT);
      const { swarmProblem } = await engine.read();
      assert.equal(swarmProblem, 'The swarm does not have a leader.');
    }
    assert.deepEqual(engine.since(), []);
  });

  it('look at a swarm that does not answer in the midst of a storm of events, one look at a time', async () => {
    engine.Swarm = swarm.manager;
    engine.failure = new Error('no leader');
    await engine.read();
    engine.since();
    engine.silent = true;
    for (let ms = 0; ms < 6000; ms += 250) {
      engine.facts.note(SERVICE_EVENT);
      await engine.read();
      await engine.clock.advance(250);
    }
    assert.deepEqual(engine.since(), ['info', 'services with status', 'nodes']);
    engine.silent = false;
    engine.failure = undefined;
    engine.answerLate();
    await engine.clock.advance(1000);
    assert.deepEqual(engine.since(), ['info', 'services with status', 'nodes']);
    assert.equal(engine.changes > 0, true);
    assert.deepEqual((await engine.read()).services, []);
  });

  it('go on without an /info that is forbidden, and ask for it again only after an event', async () => {
    const forbidden = Object.assign(new Error('Forbidden'), { statusCode: 403 });
    engine.infoFailure = forbidden;
    assert.equal((await engine.read()).info, undefined);
    await engine.read();
    assert.deepEqual(engine.since(), ['info']);
    engine.infoFailure = undefined;
    engine.facts.note(NODE_EVENT);
    assert.notEqual((await engine.read()).info, undefined);
    engine.infoFailure = Object.assign(new Error('no'), { statusCode: 500 });
    const other = new FakeEngine();
    other.infoFailure = engine.infoFailure;
    await assert.rejects(other.read(), /no/);
  });

  it('look soon where tasks are missing, seldom where none is', async () => {
    engine.Swarm = swarm.manager;
    engine.services = [{ ID: 'a', ServiceStatus: { RunningTasks: 0, DesiredTasks: 2 } }];
    await engine.read();
    engine.since();
    await engine.clock.advance(1000);
    assert.equal(engine.since().length, 3);
    engine.services = [{ ID: 'a', ServiceStatus: { RunningTasks: 2, DesiredTasks: 2 } }];
    await engine.clock.advance(2000);
    assert.equal(engine.changes, 1);
    assert.equal(engine.since().length, 3);
    await engine.clock.advance(29_000);
    assert.equal(engine.since().length, 0);
    await engine.clock.advance(1000);
    assert.equal(engine.since().length, 3);
    assert.equal(engine.changes, 1);
  });

  it('look soon where a node has not described itself yet', async () => {
    engine.Swarm = swarm.manager;
    engine.nodes = [{ ID: 'a' }];
    await engine.read();
    engine.nodes = [{ ID: 'a', Description: { Hostname: 'node-1' } }];
    await engine.clock.advance(1000);
    assert.equal(engine.changes, 1);
  });

  it('see that the engine left the swarm, of which no event tells', async () => {
    engine.Swarm = swarm.worker;
    await engine.read();
    engine.Swarm = { LocalNodeState: 'inactive' };
    await engine.clock.advance(30_000);
    assert.equal(engine.changes, 1);
    engine.since();
    // The networks of the swarm go a moment later, as silently.
    await engine.clock.advance(1000);
    assert.equal(engine.changes, 2);
    await engine.clock.advance(600_000);
    assert.equal(engine.changes, 3);
    assert.deepEqual(engine.since(), []);
  });

  it('end with the connection', async () => {
    engine.Swarm = swarm.manager;
    await engine.read();
    engine.since();
    engine.life.abort();
    await engine.clock.advance(600_000);
    assert.deepEqual(engine.since(), []);
  });

  it('find a plugin by its network, and its end by the network’s', async () => {
    const networks = (...drivers: readonly string[]) => drivers.map((Driver) => ({ Driver }));
    await engine.read();
    assert.equal(engine.facts.noteNetworks(networks('bridge', 'macvlan')), false);
    assert.equal(engine.facts.noteNetworks(networks('bridge', 'fxnet')), true);
    engine.Network = [...BUILT_IN, 'fxnet'];
    await engine.read();
    assert.equal(engine.facts.noteNetworks(networks('bridge', 'fxnet', 'fxnet')), false);
    assert.equal(engine.facts.noteNetworks(networks('bridge')), true);
  });

  it('ask once only for a driver that the engine never names', async () => {
    await engine.read();
    const networks = [{ Driver: 'unnamed' }];
    assert.equal(engine.facts.noteNetworks(networks), true);
    await engine.read();
    assert.equal(engine.facts.noteNetworks(networks), false);
  });
});

describe('what an event makes old', () => {
  const event = (Type: string, name: string, more: object = {}) => ({
    Type,
    Action: 'create',
    Actor: { Attributes: { name } },
    ...more,
  });

  it('is named per kind', () => {
    assert.deepEqual(staleBy(event('service', 'web')), ['services']);
    assert.deepEqual(staleBy(event('node', 'node-1')), ['info', 'nodes', 'services']);
    assert.deepEqual(staleBy(event('plugin', 'x')), ['info']);
    assert.deepEqual(staleBy(event('daemon', 'x')), ['info']);
    assert.deepEqual(staleBy(event('network', 'ingress')), ['info']);
    assert.deepEqual(staleBy(event('network', 'docker_gwbridge')), ['info']);
    assert.deepEqual(staleBy(event('network', 'mesh', { scope: 'swarm' })), ['services']);
    assert.deepEqual(staleBy(event('network', 'front', { scope: 'local' })), []);
    assert.deepEqual(staleBy(event('container', 'web')), []);
  });

  it('is the services’ for a task, and nothing for a container that joins ingress', () => {
    const task = { name: 'web.1', 'com.docker.swarm.service.id': '3nby3whd77n6fphlo37kbuaxo' };
    assert.deepEqual(staleBy({ Type: 'container', Actor: { Attributes: task } }), ['services']);
    const joined = { name: 'ingress', container: 'dc213b67' };
    assert.deepEqual(staleBy({ Type: 'network', Actor: { Attributes: joined }, scope: 'local' }), []);
  });

  it('is nothing for what is no event', () => {
    for (const odd of [undefined, null, 7, 'x', [], {}, { Type: 'network', Actor: 3 }]) {
      assert.deepEqual(staleBy(odd), []);
    }
  });
});
