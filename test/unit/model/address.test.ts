import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareAddresses, firstAddress, networkOf } from '../../../src/model';
import { formatRange, parseRange } from '../../../src/model/ranges';

describe('addresses', () => {
  it('takes the first usable address of a subnet as its gateway', () => {
    assert.equal(firstAddress('172.28.0.0/16'), '172.28.0.1');
    assert.equal(firstAddress('10.0.0.5/24'), '10.0.0.1');
    assert.equal(firstAddress('10.0.0.192/26'), '10.0.0.193');
    assert.equal(firstAddress('fd00:88:60::/64'), 'fd00:88:60::1');
    assert.equal(firstAddress('10.0.0.1/32'), undefined);
    assert.equal(firstAddress('not a subnet'), undefined);
  });

  it('takes the first address of the range, which may be a round one', () => {
    assert.equal(firstAddress('10.121.213.0/24', '10.121.213.128/25'), '10.121.213.128');
    assert.equal(firstAddress('10.121.213.0/24', '10.121.213.0/25'), '10.121.213.1');
    assert.equal(firstAddress('10.121.213.0/24', 'odd'), '10.121.213.1');
  });

  it('puts the first address of any subnet inside that subnet', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 31 }), (address, prefix) => {
        const cidr = `${address}/${prefix}`;
        const first = firstAddress(cidr) ?? '';
        assert.equal(networkOf(`${first}/${prefix}`), networkOf(cidr));
        assert.notEqual(`${first}/${prefix}`, networkOf(cidr));
      }),
    );
  });

  it('takes the host bits off a subnet', () => {
    assert.equal(networkOf('10.1.2.7/24'), '10.1.2.0/24');
    assert.equal(networkOf('172.28.255.255/12'), '172.16.0.0/12');
    assert.equal(networkOf('fd00:88:60::77/64'), 'fd00:88:60::/64');
    assert.equal(networkOf('odd'), 'odd');
  });

  it('knows a subnet by the rules by which the engine reads it', () => {
    for (const odd of [
      '10.01.0.5/16',
      '0x0a.1.0.5/16',
      '10.1/16',
      'fe80::5%eth0/64',
      '10.1.0.5/33',
      '/',
      '',
    ]) {
      assert.equal(networkOf(odd), odd);
      assert.equal(firstAddress(odd), undefined, odd);
    }
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789abcdef.:/%x'), maxLength: 22 });
    const near = fc.tuple(fc.ipV6(), fc.integer({ min: 0, max: 140 })).map(([ip, bits]) => `${ip}/${bits}`);
    fc.assert(
      fc.property(fc.oneof(digits, near), (text) => {
        const range = parseRange(text);
        assert.equal(networkOf(text), range === undefined ? text : formatRange(range));
      }),
    );
  });

  it('orders addresses by value, IPv4 first', () => {
    const sorted = ['::', '10.0.0.10', 'x', '10.0.0.9', '::1', '9.9.9.9'].sort(compareAddresses);
    assert.deepEqual(sorted, ['9.9.9.9', '10.0.0.9', '10.0.0.10', '::', '::1', 'x']);
  });
});
