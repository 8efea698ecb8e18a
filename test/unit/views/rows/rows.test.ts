import assert from 'node:assert/strict';
import type { Topology } from '../../../../src/model';
import { containerRow, networkFlags, networkRow, runningFirst } from '../../../../src/views/rows/rows';
import { containerNamed, networkNamed, oneNetwork, plain, rich } from '../../fixture';

function rowOn(topology: Topology, container: string, network: string) {
  const { id } = networkNamed(topology, network);
  const found = containerNamed(topology, container);
  return containerRow(
    found,
    found.endpoints.find(({ networkId }) => networkId === id),
    topology,
  );
}

describe('rows', () => {
  it('says a network’s driver, what is not the default, and subnets', () => {
    const describe = (name: string) => networkRow(networkNamed(rich, name)).description;
    assert.equal(describe('bridge'), 'bridge · 172.17.0.0/16 · 4 containers');
    assert.equal(describe('fx-v6'), 'bridge · 10.88.60.0/24 · fd00:88:60::/64 · 2 containers');
    assert.equal(describe('fx-int'), 'bridge · internal · 10.88.3.0/24 · 2 containers');
    assert.equal(describe('fx-noicc'), 'bridge · icc off · 10.88.4.0/24 · 2 containers');
    assert.equal(describe('fx-nomasq'), 'bridge · masquerade off · 10.88.6.0/24 · 1 container');
    assert.equal(describe('fx-hb'), 'bridge · publishes on 127.0.0.1 · 10.88.7.0/24 · 1 container');
    assert.equal(describe('fx-mv'), 'macvlan · parent fxmvp0 · 10.89.9.0/24 · 2 containers');
    assert.equal(describe('fx-cfg'), 'config only · 10.88.40.0/24');
    assert.equal(describe('fx-cf'), 'bridge · config from fx-cfg · 10.88.40.0/24');
    assert.equal(describe('ov'), 'overlay · swarm · attachable · 10.0.1.0/24 · 2 containers');
    assert.equal(describe('ingress'), 'overlay · swarm · ingress · 10.0.0.0/24');
    assert.equal(describe('none'), 'none · 2 containers');
    assert.equal(
      networkRow(networkNamed(rich, 'fx-int'), 'driver').description,
      'internal · 10.88.3.0/24 · 2 containers',
    );
  });

  it('says flags that an engine gives as options', () => {
    const flagsOf = (wire: object) => networkFlags(oneNetwork(wire));
    assert.deepEqual(flagsOf({ Driver: 'overlay', Options: { encrypted: '' } }), ['encrypted']);
    assert.deepEqual(flagsOf({ Driver: 'overlay', Options: { encrypted: 'false' } }), []);
    assert.deepEqual(flagsOf({ Driver: 'bridge', EnableIPv6: true }), ['IPv6 without subnet']);
    assert.deepEqual(
      flagsOf({ Driver: 'bridge', Options: { 'com.docker.network.bridge.gateway_mode_ipv4': 'routed' } }),
      ['gateway mode routed'],
    );
  });

  it('says a container’s address, state and published ports', () => {
    assert.equal(rowOn(plain, 'my-nginx', 'bridge').description, '172.17.0.2 · running · 8080→80');
    assert.equal(rowOn(plain, 'u2', 'mybridge').description, '172.28.0.3 · running · 127.0.0.1:9090→80');
    assert.equal(
      rowOn(rich, 'fx-6a', 'fx-v6').description,
      '10.88.60.2 · fd00:88:60::2 · running · 18120→80 · [::1]:18121→80 · 18125→81/udp · 18126→82/udp · 127.0.0.1:32768→80',
    );
    assert.equal(rowOn(rich, 'fx-created', 'fx-bra').description, '10.88.1.99 when started · created');
    assert.equal(rowOn(rich, 'fx-h3', 'host').description, 'exited · joins when started');
    assert.equal(rowOn(plain, 'u1', 'mybridge').description, '172.28.0.2 · running · shared by c1');
    assert.equal(rowOn(plain, 'c1', 'mybridge').description, 'running · in u1’s network');
    assert.equal(rowOn(plain, 'h1', 'host').description, 'running');
    assert.equal(
      rowOn(rich, 'fx-a1', 'bridge').description,
      'running · not attached · shared by 2 containers',
    );
  });

  it('shortens the ids in the name of a swarm’s task, and nobody else’s', () => {
    const name = 'web.1.v6m7389qcvkuzmsp956k5p524';
    const task = { ...containerNamed(plain, 'u1'), name, labels: { 'com.docker.swarm.task.id': 'x' } };
    assert.equal(containerRow(task, undefined).label, 'web.1.v6m73…');
    assert.match(containerRow(task, undefined).spoken, /^container web\.1\.v6m7389qcvkuzmsp956k5p524,/);
    assert.equal(containerRow({ ...task, labels: {} }, undefined).label, name);
  });

  it('speaks whole words to a screen reader', () => {
    assert.equal(
      networkRow(networkNamed(plain, 'mybridge')).spoken,
      'network mybridge, bridge, 172.28.0.0/16, 2 containers',
    );
    assert.equal(rowOn(plain, 'u1', 'mybridge').spoken, 'container u1, 172.28.0.2, running, shared by c1');
  });

  it('lists what runs before what is stopped, and loses nothing', () => {
    const { endpoints } = networkNamed(rich, 'fx-bra');
    const names = runningFirst(endpoints, rich).map(
      ({ containerId }) => rich.containerById.get(containerId)?.name,
    );
    assert.equal(names.length, endpoints.length);
    assert.equal(names.at(-1), 'fx-created');
    assert.equal(names[0], 'fx-a1');
  });
});
