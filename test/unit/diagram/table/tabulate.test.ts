import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { tabulate, type DiagramTarget, type LayoutOptions, type Table } from '../../../../src/diagram';
import type { Topology } from '../../../../src/model';
import { networkNamed, rich, small } from '../fixtures';
import { topologies } from '../random';
import { runs } from '../sights';
import { swarm } from '../readersFixtures';

const whole: DiagramTarget = { kind: 'topology' };

function tablesOf(topology: Topology, target = whole, options: LayoutOptions = {}): Record<string, Table> {
  return Object.fromEntries(tabulate(topology, target, options).map((table) => [table.id, table]));
}

function names(table: Table | undefined): readonly (string | undefined)[] {
  return (table?.rows ?? []).map(({ cells }) => cells[0]);
}

/** A row's cells by the titles of their columns; empty ones left out. */
function rowOf(table: Table | undefined, name: string): Record<string, string> {
  const row = table?.rows.find(({ cells }) => cells[0] === name);
  assert.ok(table && row, `no row ${name}`);
  return Object.fromEntries(
    table.columns
      .map(({ title }, index) => [title, row.cells[index] ?? ''])
      .filter(([, cell]) => cell !== ''),
  ) as Record<string, string>;
}

describe('tabulate', () => {
  it('lists networks, containers and ports of the whole topology', () => {
    const tables = tablesOf(small);
    assert.deepEqual(Object.keys(tables), ['networks', 'containers', 'ports']);
    assert.deepEqual(rowOf(tables.networks, 'mybridge'), {
      Network: 'mybridge',
      Driver: 'bridge',
      Scope: 'local',
      Subnets: '172.28.0.0/16',
      Gateways: '172.28.0.1 · derived',
      'Device or parent': 'br-72ca87a5de14 · derived',
      Containers: '2',
    });
    assert.deepEqual(rowOf(tables.containers, 'u2'), {
      Container: 'u2',
      State: 'running',
      Network: 'mybridge',
      IPv4: '172.28.0.3',
      MAC: '02:42:ac:1c:00:03',
      Ports: '127.0.0.1:9090→80',
      Image: 'bb',
    });
    assert.deepEqual(
      tables.ports?.rows.map(({ cells }) => cells),
      [
        [
          '0.0.0.0, ::',
          '8080',
          'tcp',
          'my-nginx',
          '80',
          'bridge',
          '172.17.0.2:80',
          'every machine that reaches the host',
        ],
        ['127.0.0.1', '9090', 'tcp', 'u2', '80', 'mybridge', '172.28.0.3:80', 'this host only'],
      ],
    );
  });

  it('has a row for each endpoint, and one for who has none', () => {
    const { containers } = tablesOf(rich);
    const both = containers?.rows
      .filter(({ cells }) => cells[0] === 'fx-both')
      .map(({ cells }) => cells.slice(2, 4));
    assert.deepEqual(both, [
      ['fx-bra', '10.88.1.6'],
      ['fx-brb', '10.88.2.3'],
    ]);
    assert.equal(rowOf(containers, 'c1').Network, 'shares u1');
    assert.equal(rowOf(containers, 'h1').Network, 'host');
    assert.equal(rowOf(containers, 'n1').Network, 'none');
  });

  it('leaves out what is hidden', () => {
    const stopped = rich.containers.filter(({ state }) => state !== 'running').map(({ name }) => name);
    assert.deepEqual(stopped, ['fx-created', 'fx-h3', 'fx-ipv1', 'fx-share2']);
    const shown = names(tablesOf(rich, whole, { hideStopped: true }).containers);
    stopped.forEach((name) => assert.equal(shown.includes(name), false, name));
    assert.equal(names(tablesOf(small, whole, { hideEmpty: true }).networks).includes('ingress'), false);
    const bare = { ...small, networks: small.networks.map((one) => ({ ...one, endpoints: [] })) };
    assert.deepEqual(names(tablesOf(bare, whole, { hideDefault: true }).networks), [
      'mv',
      'mybridge',
      'ov',
      'ingress',
      'docker_gwbridge',
    ]);
  });

  it('tells the same of one network, with its rules and who shares an address', () => {
    const tables = tablesOf(small, { kind: 'network', id: networkNamed(small, 'mybridge').id });
    assert.deepEqual(Object.keys(tables), ['networks', 'containers', 'ports', 'rules']);
    assert.deepEqual(names(tables.networks), ['mybridge']);
    assert.deepEqual(names(tables.containers), ['u1', 'c1', 'u2']);
    assert.deepEqual(rowOf(tables.containers, 'c1'), {
      Container: 'c1',
      State: 'running',
      Network: 'shares u1',
      IPv4: '172.28.0.2',
      MAC: '02:42:ac:1c:00:02',
      Image: 'bb',
    });
    assert.deepEqual(names(tables.rules), ['masquerade', 'return', 'dnat', 'hairpin']);
    assert.equal(
      rowOf(tables.rules, 'dnat')['Rule, derived'],
      '-A DOCKER -d 127.0.0.1/32 ! -i br-72ca87a5de14 -p tcp -m tcp --dport 9090 -j DNAT --to-destination 172.28.0.3:80',
    );
    assert.deepEqual(tabulate(small, { kind: 'network', id: 'gone' }), []);
  });

  it('lists services and nodes of a swarm', () => {
    const tables = tablesOf(swarm);
    assert.deepEqual(rowOf(tables.services, 'fx-svc'), {
      Service: 'fx-svc',
      Mode: 'replicated',
      Tasks: '1 wanted',
      Networks: 'ov',
      'Virtual addresses': '10.0.1.5',
      Ports: '18200→80 host',
      Image: 'bb:latest',
    });
    assert.deepEqual(
      tables.nodes?.rows.map(({ cells }) => cells),
      [
        ['node-1', 'manager, leader', 'ready', 'active', '192.0.2.1', '20.10.24+dfsg1'],
        ['node-2', 'worker', 'ready', 'active', '192.0.2.2', '20.10.24+dfsg1'],
      ],
    );
    const own = tablesOf(swarm, { kind: 'network', id: networkNamed(swarm, 'ov').id });
    assert.deepEqual(names(own.services), ['fx-svc', 'fx-svc2']);
    assert.deepEqual(names(own.peers), ['bf18614f5a32']);
  });

  it('has as many cells as columns, on one line each', () => {
    fc.assert(
      fc.property(topologies, (topology) => {
        const targets = [
          whole,
          ...topology.networks.map(({ id }): DiagramTarget => ({ kind: 'network', id })),
        ];
        for (const { columns, rows } of targets.flatMap((target) => tabulate(topology, target))) {
          for (const { cells } of rows) {
            assert.equal(cells.length, columns.length);
            cells.forEach((cell) => assert.equal(/[\p{Cc}]|undefined/u.test(cell), false, cell));
          }
        }
      }),
      runs(12),
    );
  });
});
