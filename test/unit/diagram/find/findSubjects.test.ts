import assert from 'node:assert/strict';
import { findSubjects, type DiagramTarget, type Subject } from '../../../../src/diagram';
import type { Topology } from '../../../../src/model';
import { networkNamed, rich, small } from '../fixtures';
import { swarm } from '../readersFixtures';

const whole: DiagramTarget = { kind: 'topology' };

function nameOf(topology: Topology, subject: Subject): string {
  switch (subject.kind) {
    case 'network':
      return `network ${topology.networkById.get(subject.id)?.name}`;
    case 'container':
      return `container ${topology.containerById.get(subject.id)?.name}`;
    case 'port':
      return `port ${topology.ports.find(({ id }) => id === subject.id)?.hostPort}`;
    case 'service':
      return `service ${topology.services.find(({ id }) => id === subject.id)?.name}`;
    case 'node':
      return `node ${topology.nodes.find(({ id }) => id === subject.id)?.hostname}`;
    case 'host':
    case 'fold':
      return subject.kind;
  }
}

function found(topology: Topology, text: string, target = whole): readonly string[] {
  return findSubjects(topology, target, text).map((subject) => nameOf(topology, subject));
}

describe('findSubjects', () => {
  it('finds by name, whatever its case, in reading order', () => {
    assert.deepEqual(found(small, 'U'), ['container u1', 'container u2']);
    assert.deepEqual(found(small, ' MyBridge '), ['network mybridge']);
    assert.deepEqual(found(small, 'fx'), []);
  });

  it('finds networks by subnet, device and driver, containers by address and MAC', () => {
    assert.deepEqual(found(small, '172.28.'), ['network mybridge', 'container u1', 'container u2']);
    assert.deepEqual(found(small, 'br-72ca'), ['network mybridge']);
    assert.deepEqual(found(small, 'overlay'), ['network ov', 'network ingress']);
    assert.deepEqual(found(small, '02:42:AC:1c:00:03'), ['container u2']);
    assert.deepEqual(found(rich, 'fd00:88:60::2'), ['container fx-6a']);
  });

  it('finds ports of the host and of containers', () => {
    assert.deepEqual(found(small, ':8080'), ['port 8080']);
    assert.deepEqual(found(small, '9090'), ['port 9090']);
    assert.deepEqual(found(small, '127.0.0.1:9090'), ['port 9090']);
    assert.deepEqual(found(rich, '18125/udp'), ['port 18125']);
    assert.deepEqual(found(rich, ':82/udp'), ['container fx-6a']);
  });

  it('finds by image, alias of a link, and the beginning of an id, not its middle', () => {
    assert.deepEqual(found(small, 'nginx'), ['container my-nginx']);
    assert.deepEqual(found(rich, 'web'), ['container my-nginx']);
    const u1 = small.containers.find(({ name }) => name === 'u1')?.id ?? '';
    assert.deepEqual(found(small, u1.slice(0, 12)), ['container u1']);
    assert.deepEqual(found(small, u1.slice(1, 13)), []);
  });

  it('finds compose projects and services', () => {
    const containers = small.containers.map((one) =>
      one.name === 'u1' ? { ...one, composeProject: 'Shop', composeService: 'api' } : one,
    );
    const topology = {
      ...small,
      containers,
      containerById: new Map(containers.map((one) => [one.id, one])),
    };
    assert.deepEqual(found(topology, 'shop/api'), ['container u1']);
  });

  it('finds services, nodes and the host of a swarm', () => {
    assert.deepEqual(found(swarm, 'fx-svc3'), [
      'container fx-svc3.1.4w5arj1fjiljj4ejtvua0kgjs',
      'service fx-svc3',
    ]);
    assert.deepEqual(found(swarm, '10.0.0.3'), ['service fx-svc3']);
    assert.deepEqual(found(swarm, ':18201'), ['service fx-svc3']);
    assert.deepEqual(found(swarm, 'node-2'), ['node node-2']);
    assert.deepEqual(found(swarm, 'node-1'), ['host', 'node node-1']);
  });

  it('finds what a network’s diagram shows there, with those that share a sandbox', () => {
    const target: DiagramTarget = { kind: 'network', id: networkNamed(small, 'mybridge').id };
    assert.deepEqual(found(small, '1', target), [
      'host',
      'network mybridge',
      'container u1',
      'container c1',
      'container u2',
      'port 9090',
    ]);
    assert.deepEqual(found(small, 'my-nginx', target), []);
  });

  it('finds nothing for nothing', () => {
    assert.deepEqual(found(small, ''), []);
    assert.deepEqual(found(small, '   '), []);
  });
});
