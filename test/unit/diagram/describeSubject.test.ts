import assert from 'node:assert/strict';
import { describeSubject, layoutTarget, type Facts } from '../../../src/diagram';
import { decodeSnapshot } from '../../../src/engine/decode';
import { buildTopology, type Topology } from '../../../src/model';
import { networkNamed, rich, small } from './fixtures';
import { guests } from './gatewayWorld';
import { crowd, ipv6, ipv6Newer } from './networkWorlds';
import { portSubject, swarm } from './readersFixtures';

/** The value of a fact, wherever it stands. */
function valueOf(facts: Facts | undefined, name: string): string | undefined {
  return facts?.groups.flatMap((group) => group.facts).find((fact) => fact.name === name)?.value;
}

describe('describeSubject', () => {
  it('describes a container with its address and its ports', () => {
    const id = small.containers.find(({ name }) => name === 'u2')?.id ?? '';
    const facts = describeSubject(small, { kind: 'container', id });
    assert.equal(facts?.title, 'u2');
    assert.equal(valueOf(facts, 'Address'), '172.28.0.3/16');
    assert.equal(valueOf(facts, '127.0.0.1:9090'), '80/tcp');
  });

  it('leads from a container to the owner of its sandbox', () => {
    const id = small.containers.find(({ name }) => name === 'c1')?.id ?? '';
    assert.equal(valueOf(describeSubject(small, { kind: 'container', id }), 'Network mode'), 'shares u1');
  });

  it('gives the rules of a published port as derived', () => {
    const port = small.ports.find(({ hostPort }) => hostPort === 8080);
    const facts = describeSubject(small, { kind: 'port', id: port?.id ?? '' });
    const rules = facts?.groups.find(({ title }) => title === 'NAT rules')?.facts;
    assert.deepEqual(
      rules?.map(({ name, derived }) => [name, derived]),
      [
        ['dnat', true],
        ['hairpin', true],
      ],
    );
    assert.equal(valueOf(facts, 'Who reaches it'), 'every machine that reaches the host');
  });

  it('marks a gateway that the engine does not name', () => {
    const facts = describeSubject(rich, { kind: 'network', id: networkNamed(rich, 'fx-brb').id });
    const gateway = facts?.groups.flatMap((group) => group.facts).find(({ name }) => name === 'Gateway');
    assert.deepEqual(gateway, { name: 'Gateway', value: '10.88.2.1', code: true, derived: true });
  });

  it('says what internal and icc off leave open, and what is not reached without masquerade', () => {
    const value = (topology: Topology, name: string, fact: string): string | undefined =>
      valueOf(describeSubject(topology, { kind: 'network', id: networkNamed(topology, name).id }), fact);
    const open = 'IPv6: engines before 27 filter IPv4 alone, unless told to';
    assert.deepEqual(
      ['moat', 'dual-quiet', 'dual', 'plain'].map((name) => value(ipv6, name, 'Not kept apart')),
      [open, open, undefined, undefined],
    );
    assert.equal(value(ipv6Newer, 'moat', 'Not kept apart'), undefined);
    const published = 'what other bridges publish, at the host’s addresses';
    assert.deepEqual(
      ['plain', 'dual'].map((name) => value(ipv6, name, 'Not reached')),
      [published, undefined],
    );
    assert.equal(value(ipv6Newer, 'plain', 'Not reached'), undefined);
  });

  it('names who reaches a port, and who does not', () => {
    const reach = (hostPort: number): string | undefined =>
      valueOf(describeSubject(rich, portSubject(rich, hostPort)), 'Who reaches it');
    assert.equal(reach(18082), 'every machine that reaches the host');
    assert.equal(reach(18081), 'this host only');
    assert.equal(reach(18121), 'this host only');
    const [port] = small.ports;
    assert.ok(port);
    const bound = { ...small, ports: [{ ...port, hostIps: ['192.0.2.5'] }] };
    assert.equal(
      valueOf(describeSubject(bound, { kind: 'port', id: port.id }), 'Who reaches it'),
      'every machine that reaches 192.0.2.5',
    );
  });

  it('tells of a network’s services, nodes and the engine’s own endpoints', () => {
    const facts = describeSubject(swarm, { kind: 'network', id: networkNamed(swarm, 'ov').id });
    const groups = new Map(facts?.groups.map((group) => [group.title, group.facts]));
    assert.deepEqual(
      groups.get('Services')?.map(({ name, value }) => [name, value]),
      [
        ['fx-svc', '10.0.1.5'],
        ['fx-svc2', 'dnsrr, no virtual address'],
      ],
    );
    assert.deepEqual(groups.get('Nodes it spans'), [
      { name: 'bf18614f5a32', value: '127.0.0.1', code: true },
    ]);
    assert.deepEqual(groups.get('The engine’s own endpoints'), [
      { name: 'ov-endpoint', value: '10.0.1.3', code: true },
    ]);
    assert.equal(valueOf(facts, 'Names'), 'resolved by DNS 127.0.0.11');
    assert.equal(valueOf(facts, 'VXLAN'), '4097');
  });

  it('leads between a template and the networks that are made from it', () => {
    const template = rich.networks.find(({ configOnly }) => configOnly);
    const user = rich.networks.find(({ configFrom }) => configFrom === template?.name);
    assert.ok(template && user);
    const made = describeSubject(rich, { kind: 'network', id: template.id })?.groups.find(
      ({ title }) => title === 'Networks made from it',
    );
    assert.deepEqual(made?.facts, [
      { name: user.name, value: user.driverName, subject: { kind: 'network', id: user.id } },
    ]);
    const from = describeSubject(rich, { kind: 'network', id: user.id })
      ?.groups.flatMap(({ facts }) => facts)
      .find(({ name }) => name === 'Settings from');
    assert.deepEqual(from?.subject, { kind: 'network', id: template.id });
  });

  it('describes a service with its addresses, ports and tasks', () => {
    const id = swarm.services.find(({ name }) => name === 'fx-svc')?.id ?? '';
    const facts = describeSubject(swarm, { kind: 'service', id });
    assert.equal(facts?.kind, 'service');
    assert.equal(valueOf(facts, 'Tasks'), '1 wanted');
    assert.equal(valueOf(facts, 'ov'), '10.0.1.5');
    assert.equal(valueOf(facts, 'On nodes with a task'), '18200→80 host');
    assert.equal(valueOf(facts, 'fx-svc.1.v6m7389qcvkuzmsp956k5p524'), 'running');
  });

  it('describes a node, and the swarm of the host', () => {
    const id = swarm.nodes.find(({ hostname }) => hostname === 'node-2')?.id ?? '';
    const facts = describeSubject(swarm, { kind: 'node', id });
    assert.equal(facts?.title, 'node-2');
    assert.equal(valueOf(facts, 'Role'), 'worker');
    assert.equal(valueOf(facts, 'Address'), '192.0.2.2');
    const host = describeSubject(swarm, { kind: 'host' });
    assert.equal(valueOf(host, 'Role'), 'manager');
    assert.equal(valueOf(host, 'Nodes'), '2');
    assert.equal(valueOf(host, 'mvp0'), 'mv');
  });

  it('counts and names what is in a fold', () => {
    const networks = [{ Id: 'n', Name: 'net', Driver: 'bridge' }];
    const containers = Array.from({ length: 20 }, (_, index) => ({
      Id: `c${index}`,
      Names: [`/c${index}`],
      State: index === 0 ? 'exited' : 'running',
      Labels: index < 3 ? { 'com.docker.compose.project': 'shop' } : {},
      NetworkSettings: { Networks: { net: { NetworkID: 'n', EndpointID: 'e' } } },
    }));
    const topology = buildTopology(decodeSnapshot({ version: {}, info: {}, networks, containers }));
    const facts = describeSubject(topology, { kind: 'fold', id: 'n/project=shop' });
    assert.equal(facts?.title, 'shop');
    assert.equal(facts.kind, 'compose project');
    assert.equal(valueOf(facts, 'Containers'), '3');
    assert.equal(valueOf(facts, 'Running'), '2');
    assert.deepEqual(
      facts.groups[1]?.facts.map(({ name }) => name),
      ['c0', 'c1', 'c2'],
    );
    const hidden = describeSubject(
      topology,
      { kind: 'fold', id: 'n/project=shop' },
      { kind: 'network', id: 'n' },
      { hideStopped: true, unfolded: ['n/project=shop'] },
    );
    assert.equal(valueOf(hidden, 'Containers'), '2');
    assert.equal(valueOf(hidden, 'Shown'), 'open');
    const rest = describeSubject(topology, { kind: 'fold', id: 'n/rest' });
    assert.equal(rest?.kind, 'folded containers');
    assert.equal(valueOf(rest, 'Containers'), rest.title.slice(1, -' more'.length));
    assert.equal(describeSubject(topology, { kind: 'fold', id: 'n/project=gone' }), undefined);
  });

  it('names the ports in a fold of the host’s edge', () => {
    const id = `ports/${networkNamed(small, 'bridge').id}`;
    const facts = describeSubject(small, { kind: 'fold', id });
    assert.equal(facts?.title, 'Ports of bridge');
    assert.equal(valueOf(facts, '*:8080'), 'my-nginx:80/tcp');
  });

  it('of every fold that a network’s diagram draws, of ports and of docker_gwbridge’s guests', () => {
    const ports = Array.from({ length: 14 }, (_, index) => ({
      IP: '0.0.0.0',
      PrivatePort: 80 + index,
      PublicPort: 8000 + index,
      Type: 'tcp',
    }));
    const told = (topology: Topology, id: string, unfolded: readonly string[] = []) =>
      layoutTarget(topology, { kind: 'network', id }, { unfolded })
        .boxes.filter(({ subject }) => subject?.kind === 'fold')
        .map(({ subject }) => {
          const facts = subject && describeSubject(topology, subject, { kind: 'network', id }, { unfolded });
          const [first, second] = facts?.groups ?? [];
          return [facts?.title, ...(first?.facts ?? []).map(({ value }) => value), second?.title].join(' · ');
        });
    const one = crowd(1, (wire) => ({ ...wire, Ports: ports }));
    const fold = 'Ports of c00000 · folded · c00000 · 14 published ports';
    assert.deepEqual(told(one, 'n'), [fold, fold]);
    assert.equal(told(one, 'n', ['ports/c00000@n'])[0], fold.replace('folded', 'open'));
    const rest = '+9 more · folded · 9 · 9 · 9 · 9 containers';
    assert.deepEqual(told(guests(20), 'gw'), [rest, rest, rest]);
    assert.deepEqual(told(guests(20), 'ov'), [rest, rest, rest]);
  });

  it('says nothing of what is gone', () => {
    assert.equal(describeSubject(small, { kind: 'network', id: 'gone' }), undefined);
    assert.equal(describeSubject(small, { kind: 'container', id: 'gone' }), undefined);
    assert.equal(describeSubject(small, { kind: 'port', id: 'gone' }), undefined);
    assert.equal(describeSubject(small, { kind: 'service', id: 'gone' }), undefined);
    assert.equal(describeSubject(small, { kind: 'node', id: 'gone' }), undefined);
    assert.equal(describeSubject(small, { kind: 'fold', id: 'gone' }), undefined);
  });
});
