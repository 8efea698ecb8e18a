import assert from 'node:assert/strict';
import { decodeSnapshot } from '../../../../src/engine/decode';
import { buildTopology } from '../../../../src/model';
import { VethNames } from '../../../../src/views/diagram/vethNames';
import { containerNamed, rich } from '../../fixture';

const empty = buildTopology(decodeSnapshot({ version: {}, info: {}, networks: [], containers: [] }));

describe('veth names that were asked for', () => {
  const container = containerNamed(rich, 'fx-a2');
  const endpoint = container.endpoints.find(({ attached }) => attached);

  it('hold while the container is on the network as it was', () => {
    assert.ok(endpoint);
    let changes = 0;
    const names = new VethNames(() => changes++);
    names.add(endpoint, 'veth8c6ee2b');
    assert.deepEqual(names.of(rich), { [`${container.id}@${endpoint.networkId}`]: 'veth8c6ee2b' });
    assert.equal(changes, 1);
  });

  it('are forgotten with another connect or start, and with the container', () => {
    assert.ok(endpoint);
    const names = new VethNames();
    names.add({ ...endpoint, endpointId: 'of an earlier run' }, 'veth1');
    assert.deepEqual(names.of(rich), {});
    names.add(endpoint, 'veth2');
    assert.deepEqual(names.of(empty), {});
    assert.deepEqual(names.of(rich), {});
  });
});
