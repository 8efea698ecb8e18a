import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeSnapshot } from '../../../src/engine/decode';
import { decodeNodes, decodeServices } from '../../../src/engine/decodeSwarm';
import { buildTopology } from '../../../src/model';
import swarm from '../../fixtures/info-swarm.json';
import nodes from '../../fixtures/nodes.json';
import counted from '../../fixtures/services-status.json';
import services from '../../fixtures/services.json';

const MESH = 'zjlw33x2u8nn4g1tnu0hh879q';

function hostOf(Swarm: unknown, swarmProblem?: string) {
  return decodeSnapshot({ version: {}, info: { Swarm }, networks: [], containers: [], swarmProblem }).host;
}

describe('decodeServices', () => {
  it('reads a service as a manager tells it, with its tasks counted', () => {
    assert.deepEqual(decodeServices(counted)[0], {
      id: '3nby3whd77n6fphlo37kbuaxo',
      name: 'web',
      image: 'web:latest',
      mode: 'replicated',
      running: 2,
      desired: 2,
      job: undefined,
      endpointMode: 'vip',
      addresses: [{ networkId: MESH, ipv4: '10.0.1.2', prefix: 24 }],
      networkIds: [MESH],
      ports: [{ publishedPort: 8125, targetPort: 80, protocol: 'tcp', mode: 'host' }],
      labels: {},
    });
  });

  it('counts what is wanted and not what runs where the engine does not tell (before API 1.41)', () => {
    assert.deepEqual(
      decodeServices(services).map(({ name, running, desired }) => [name, running, desired]),
      [
        ['fx-svc', undefined, 1],
        ['fx-svc2', undefined, 2],
        ['fx-svc3', undefined, 1],
      ],
    );
  });

  it('knows dnsrr, ingress, and the ingress network that nobody asked for', () => {
    const [, dnsrr, ingress] = decodeServices(services);
    assert.deepEqual([dnsrr?.endpointMode, dnsrr?.addresses], ['dnsrr', []]);
    assert.deepEqual(ingress?.networkIds, ['wc0li8b1zuf2e3001tey0dtuj']);
    assert.deepEqual(ingress.ports, [
      { publishedPort: 18201, targetPort: 80, protocol: 'tcp', mode: 'ingress' },
    ]);
  });

  it('names every mode, and an image without its digest', () => {
    const decode = (Mode: object) =>
      decodeServices([
        { ID: 'a', Spec: { Mode, TaskTemplate: { ContainerSpec: { Image: 'nginx:1.27@sha256:0123' } } } },
      ])[0];
    assert.equal(decode({ Global: {} })?.mode, 'global');
    assert.equal(decode({ ReplicatedJob: { MaxConcurrent: 1 } })?.mode, 'replicated-job');
    assert.equal(decode({ GlobalJob: {} })?.mode, 'global-job');
    assert.equal(decode({})?.mode, '');
    assert.equal(decode({})?.image, 'nginx:1.27');
  });

  it('counts what a job has completed (seen on engine 20.10)', () => {
    const jobOf = (Mode: object, ServiceStatus?: object) =>
      decodeServices([{ ID: 'a', Spec: { Mode }, ServiceStatus }])[0]?.job;
    const status = (RunningTasks: number, DesiredTasks: number, CompletedTasks: number) => ({
      RunningTasks,
      DesiredTasks,
      CompletedTasks,
    });
    const replicated = { ReplicatedJob: { MaxConcurrent: 1, TotalCompletions: 3 } };
    assert.deepEqual(jobOf(replicated, status(0, 1, 2)), { completed: 2, total: 3 });
    assert.deepEqual(jobOf({ GlobalJob: {} }, status(0, 0, 1)), { completed: 1, total: 1 });
    assert.deepEqual(jobOf({ GlobalJob: {} }, status(1, 1, 0)), { completed: 0, total: 1 });
    assert.equal(jobOf({ Replicated: { Replicas: 1 } }, status(1, 1, 0)), undefined);
    assert.equal(jobOf(replicated), undefined);
  });

  it('leaves out what is no service and no port, and keeps the rest', () => {
    const odd = [
      null,
      7,
      {},
      { ID: '' },
      {
        ID: 'a',
        Endpoint: { Ports: [{ TargetPort: 0 }, { TargetPort: 80, Protocol: 'x' }, { TargetPort: 81 }] },
      },
    ];
    const [only, ...more] = decodeServices(odd);
    assert.deepEqual(more, []);
    assert.equal(only?.name, 'a');
    assert.deepEqual(only.ports, [
      { publishedPort: undefined, targetPort: 81, protocol: 'tcp', mode: 'ingress' },
    ]);
  });

  it('never throws, whatever comes', () => {
    const wild = fc.anything();
    fc.assert(
      fc.property(wild, wild, wild, (Spec, Endpoint, raw) => {
        decodeServices([{ ID: 'a', Spec, Endpoint, ServiceStatus: raw }]);
        decodeNodes([{ ID: 'a', Spec, Description: Endpoint, Status: raw, ManagerStatus: raw }]);
        decodeServices(raw);
        decodeNodes(raw);
        hostOf(raw);
      }),
    );
  });
});

describe('decodeNodes', () => {
  it('reads the nodes as a manager tells them', () => {
    const engineVersion = '20.10.24+dfsg1';
    assert.deepEqual(decodeNodes(nodes), [
      {
        id: '97e295wxu1jasvkross36f64j',
        hostname: 'node-1',
        role: 'manager',
        leader: true,
        availability: 'active',
        state: 'ready',
        address: '192.0.2.1',
        engineVersion,
      },
      {
        id: 'znvs8erqqbl6ofbcs40x7qbn3',
        hostname: 'node-2',
        role: 'worker',
        leader: false,
        availability: 'active',
        state: 'ready',
        address: '192.0.2.2',
        engineVersion,
      },
    ]);
  });

  it('believes a manager’s management address, of either family', () => {
    const addressOf = (Addr: string) =>
      decodeNodes([{ ID: 'a', Status: { Addr: '0.0.0.0' }, ManagerStatus: { Addr } }])[0]?.address;
    assert.equal(addressOf('192.0.2.1:2377'), '192.0.2.1');
    assert.equal(addressOf('[fd00::1]:2377'), 'fd00::1');
    assert.equal(addressOf(''), '0.0.0.0');
  });
});

describe('the swarm of an engine', () => {
  it('is there for a manager and a worker, with whom to ask', () => {
    const of = ({ swarm: seen }: ReturnType<typeof hostOf>) => [
      seen?.manager,
      seen?.nodeAddress,
      seen?.managerAddresses,
    ];
    assert.deepEqual(of(hostOf(swarm.manager)), [true, '192.0.2.1', ['192.0.2.1:2377']]);
    assert.deepEqual(of(hostOf(swarm.worker)), [false, '192.0.2.2', ['192.0.2.1:2377']]);
  });

  it('is not there for an engine in none', () => {
    assert.equal(hostOf({ LocalNodeState: 'inactive' }).swarm, undefined);
    assert.equal(hostOf(undefined).swarm, undefined);
  });

  it('says what is wrong: the engine’s own words first, then those of the failed call', () => {
    assert.equal(hostOf(swarm.manager, 'no leader').swarm?.problem, 'no leader');
    const failed = { LocalNodeState: 'error', Error: 'certificate expired' };
    assert.deepEqual(
      [hostOf(failed, 'x').swarm?.state, hostOf(failed, 'x').swarm?.problem],
      ['error', 'certificate expired'],
    );
  });

  it('gives the topology its services by name and its nodes with managers first', () => {
    const topology = buildTopology(
      decodeSnapshot({
        version: {},
        info: { Swarm: swarm.manager },
        networks: [],
        containers: [],
        services: counted,
        nodes: [...nodes].reverse(),
      }),
    );
    assert.deepEqual(
      topology.services.map(({ name }) => name),
      ['front', 'web'],
    );
    assert.deepEqual(
      topology.nodes.map(({ hostname }) => hostname),
      ['node-1', 'node-2'],
    );
  });
});

describe('the address pools of an engine', () => {
  const poolsOf = (info: unknown) =>
    decodeSnapshot({ version: {}, info, networks: [], containers: [] }).host.addressPools;

  it('are those of its configuration, and none where it uses its built-in ones', () => {
    const DefaultAddressPools = [{ Base: '10.10.0.0/16', Size: 24 }, { Base: '10.20.0.0/16' }, null];
    assert.deepEqual(poolsOf({ DefaultAddressPools }), [{ base: '10.10.0.0/16', size: 24 }]);
    assert.deepEqual(poolsOf({}), []);
    assert.deepEqual(poolsOf(null), []);
  });
});
