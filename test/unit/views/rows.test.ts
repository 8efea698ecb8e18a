import assert from 'node:assert/strict';
import { drivers } from '../../../src/catalog';
import type { Topology } from '../../../src/model';
import { containerRow, driverRow, networkRow, runningFirst } from '../../../src/views/rows';
import { containerNamed, networkNamed, plain, rich } from '../fixture';

function rowOn(topology: Topology, container: string, network: string) {
  const { id } = networkNamed(topology, network);
  const found = containerNamed(topology, container);
  return containerRow(
    found,
    found.endpoints.find(({ networkId }) => networkId === id),
  );
}

describe('rows', () => {
  it('says a network’s driver, subnets and what is not the default', () => {
    const describe = (name: string) => networkRow(networkNamed(rich, name)).description;
    assert.equal(describe('bridge'), 'bridge · 172.17.0.0/16');
    assert.equal(describe('fx-v6'), 'bridge · 10.88.60.0/24 · fd00:88:60::/64');
    assert.equal(describe('fx-int'), 'bridge · 10.88.3.0/24 · internal');
    assert.equal(describe('fx-noicc'), 'bridge · 10.88.4.0/24 · icc off');
    assert.equal(describe('fx-nomasq'), 'bridge · 10.88.6.0/24 · masquerade off');
    assert.equal(describe('fx-mv'), 'macvlan · 10.89.9.0/24 · parent fxmvp0');
    assert.equal(describe('fx-cfg'), 'config only · 10.88.40.0/24');
    assert.equal(describe('none'), 'null');
  });

  it('says a container’s address, state and published ports', () => {
    assert.equal(rowOn(plain, 'my-nginx', 'bridge').description, '172.17.0.2 · running · 8080→80');
    assert.equal(rowOn(plain, 'u2', 'mybridge').description, '172.28.0.3 · running · 127.0.0.1:9090→80');
    assert.equal(
      rowOn(rich, 'fx-6a', 'fx-v6').description,
      '10.88.60.2 · running · 18120→80 · [::1]:18121→80 · 18125→81/udp · 18126→82/udp · 127.0.0.1:32768→80',
    );
    assert.equal(rowOn(rich, 'fx-created', 'fx-bra').description, 'created');
    assert.equal(rowOn(plain, 'h1', 'host').description, 'running');
    assert.equal(rowOn(rich, 'fx-a1', 'bridge').description, 'running · not attached');
  });

  it('speaks whole words to a screen reader', () => {
    assert.equal(
      networkRow(networkNamed(plain, 'mybridge')).spoken,
      'network mybridge, bridge, 172.28.0.0/16, 2 containers',
    );
    assert.equal(rowOn(plain, 'u1', 'mybridge').spoken, 'container u1, 172.28.0.2, running');
  });

  it('says of each driver whether this engine has it', () => {
    const said = new Map(drivers.map((driver) => [driver.id, driverRow(driver, plain).description]));
    assert.deepEqual(
      [...said],
      [
        ['bridge', '3 networks'],
        ['host', '1 network'],
        ['none', '1 network'],
        ['container', 'a mode, used by 1 container'],
        ['overlay', '2 networks'],
        ['macvlan', '1 network'],
        ['ipvlan', 'no network'],
        ['weave', 'not on this engine'],
        ['flannel', 'works beside Docker’s drivers'],
        ['openvswitch', 'not on this engine'],
        ['calico', 'not on this engine'],
        ['kuryr', 'not on this engine'],
        ['plugin', 'not on this engine'],
        ['config', 'no network'],
      ],
    );
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
