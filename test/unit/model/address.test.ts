import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareAddresses, firstAddress, subnetContains } from '../../../src/model';

describe('addresses', () => {
  it('takes the first usable address of a subnet as its gateway', () => {
    assert.equal(firstAddress('172.28.0.0/16'), '172.28.0.1');
    assert.equal(firstAddress('10.0.0.5/24'), '10.0.0.1');
    assert.equal(firstAddress('10.0.0.192/26'), '10.0.0.193');
    assert.equal(firstAddress('fd00:88:60::/64'), 'fd00:88:60::1');
    assert.equal(firstAddress('10.0.0.1/32'), undefined);
    assert.equal(firstAddress('not a subnet'), undefined);
  });

  it('puts the first address of any subnet inside that subnet', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 31 }), (address, prefix) => {
        const cidr = `${address}/${prefix}`;
        assert.ok(subnetContains(cidr, firstAddress(cidr) ?? ''));
      }),
    );
  });

  it('knows which addresses a subnet contains', () => {
    assert.equal(subnetContains('10.88.1.0/24', '10.88.1.99'), true);
    assert.equal(subnetContains('10.88.1.0/24', '10.88.2.1'), false);
    assert.equal(subnetContains('10.88.1.0/24', '::1'), false);
    assert.equal(subnetContains('fd00::/64', 'fd00::77'), true);
    assert.equal(subnetContains('10.88.1.0/24', ''), false);
  });

  it('orders addresses by value, IPv4 first', () => {
    const sorted = ['::', '10.0.0.10', 'x', '10.0.0.9', '::1', '9.9.9.9'].sort(compareAddresses);
    assert.deepEqual(sorted, ['9.9.9.9', '10.0.0.9', '10.0.0.10', '::', '::1', 'x']);
  });
});
