import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeSnapshot } from '../../../src/engine/decode';
import { buildTopology, freeSubnet, type HostRecord, type Topology } from '../../../src/model';
import {
  contains,
  formatAddress,
  formatRange,
  holds,
  parseAddress,
  parseRange,
  rangeAt,
  rangesOverlap,
} from '../../../src/model/ranges';
import { plain } from '../fixture';

/** An engine with these networks, the later ones made later; `*`: the engine chose the subnet. */
function engine(host: Partial<HostRecord>, ...cidrs: readonly string[]): Topology {
  const networks = cidrs.map((text, index) => {
    const cidr = text.replace('*', '');
    const gateway = text.endsWith('*') ? { Gateway: cidr.replace(/0\/\d+$/, '1') } : {};
    const scope = cidr.startsWith('10.0.') ? 'swarm' : 'local';
    const made = `2026-01-01T00:00:0${index}Z`;
    const driver = scope === 'swarm' ? 'overlay' : 'bridge';
    return {
      Id: `n${index}`,
      Name: `n${index}`,
      Driver: driver,
      Scope: scope,
      Created: made,
      IPAM: { Config: [{ Subnet: cidr, ...gateway }] },
    };
  });
  const topology = buildTopology(decodeSnapshot({ version: {}, info: {}, networks, containers: [] }));
  return { ...topology, host: { ...topology.host, engineVersion: '20.10.24', ...host } };
}

describe('freeSubnet', () => {
  it('goes on behind the newest that the engine chose, on engines before 27', () => {
    assert.equal(freeSubnet(engine({}, '172.17.0.0/16'), 4), '172.18.0.0/16');
    assert.equal(freeSubnet(engine({}, '172.17.0.0/16', '172.19.0.0/16*'), 4), '172.20.0.0/16');
    assert.equal(freeSubnet(engine({}, '172.17.0.0/16', '172.19.0.0/16'), 4), '172.18.0.0/16');
    assert.equal(freeSubnet(engine({ engineVersion: '26.1.4' }, '172.31.0.0/16*'), 4), '192.168.0.0/20');
    assert.equal(freeSubnet(engine({}, '172.17.0.0/16', '192.168.240.0/20*'), 4), '172.18.0.0/16');
  });

  it('is the first free one from engine 27 on', () => {
    assert.equal(
      freeSubnet(engine({ engineVersion: '27.0.1' }, '172.17.0.0/16', '172.19.0.0/16*'), 4),
      '172.18.0.0/16',
    );
    assert.equal(
      freeSubnet(engine({ engineVersion: undefined }, '172.17.0.0/16', '172.18.4.0/24*'), 4),
      '172.19.0.0/16',
    );
  });

  it('keeps to the pools of the daemon’s settings, of both families', () => {
    const addressPools = [
      { base: '10.30.0.0/23', size: 24 },
      { base: 'fd30::/63', size: 64 },
    ];
    assert.equal(freeSubnet(engine({ addressPools }, '10.30.0.0/24*'), 4), '10.30.1.0/24');
    assert.equal(freeSubnet(engine({ addressPools }, '10.30.0.0/24*', '10.30.1.0/24*'), 4), undefined);
    assert.equal(freeSubnet(engine({ addressPools }), 6), 'fd30::/64');
    assert.equal(freeSubnet(engine({}), 6), undefined);
    assert.equal(
      freeSubnet(
        engine({
          addressPools: [
            { base: 'odd', size: 24 },
            { base: '10.0.0.0/24', size: 16 },
          ],
        }),
        4,
      ),
      undefined,
    );
  });

  it('keeps the subnets of overlay networks apart', () => {
    const topology = engine({}, '172.17.0.0/16', '10.0.0.0/24*', '10.0.1.0/24*');
    assert.equal(freeSubnet(topology, 4, 'overlay'), '10.0.2.0/24');
    assert.equal(freeSubnet(topology, 4), '172.18.0.0/16');
    assert.equal(freeSubnet(plain, 4, 'overlay'), '10.0.2.0/24');
  });

  it('keeps to the pools of the swarm for overlay networks', () => {
    const Cluster = { DefaultAddrPool: ['10.60.0.0/16', '10.70.0.0/16'], SubnetSize: 26 };
    const ofSwarm = (swarm: object) =>
      decodeSnapshot({ version: {}, info: { Swarm: swarm }, networks: [], containers: [] }).host.swarm;
    const set = ofSwarm({ LocalNodeState: 'active', Cluster });
    assert.equal(freeSubnet(engine({ swarm: set }), 4, 'overlay'), '10.60.0.0/26');
    assert.equal(freeSubnet(engine({ swarm: set }), 4), '172.17.0.0/16');
    const unset = ofSwarm({ LocalNodeState: 'active', Cluster: { DefaultAddrPool: null, SubnetSize: 24 } });
    assert.equal(freeSubnet(engine({ swarm: unset }), 4, 'overlay'), '10.0.0.0/24');
  });

  it('passes over what one network holds of a pool at once', () => {
    const addressPools = [{ base: '11.0.0.0/8', size: 30 }];
    assert.equal(freeSubnet(engine({ addressPools }, '11.0.0.0/9'), 4), '11.128.0.0/30');
    assert.equal(freeSubnet(engine({ addressPools }, '11.0.0.0/8'), 4), undefined);
    const both = [...addressPools, { base: '12.0.0.0/16', size: 16 }];
    assert.equal(freeSubnet(engine({ addressPools: both }, '0.0.0.0/5', '11.0.0.0/8'), 4), '12.0.0.0/16');
  });

  it('overlaps nothing, whatever is there', () => {
    const cidr = fc
      .tuple(fc.integer({ min: 16, max: 31 }), fc.integer({ min: 12, max: 24 }))
      .map(([b, bits]) => `172.${b}.0.0/${bits}`);
    fc.assert(
      fc.property(
        fc.array(cidr, { maxLength: 9 }),
        fc.constantFrom('20.10.24', '28.0.0'),
        (cidrs, engineVersion) => {
          const chosen = parseRange(freeSubnet(engine({ engineVersion }, ...cidrs), 4) ?? '');
          assert.ok(chosen);
          assert.ok(cidrs.every((one) => !rangesOverlap(chosen, parseRange(one) ?? chosen)));
        },
      ),
    );
  });
});

describe('ranges of addresses', () => {
  it('are read as Go reads them', () => {
    assert.deepEqual(parseRange('10.1.2.3/16'), {
      family: 4,
      prefix: 16,
      first: 0x0a010000n,
      last: 0x0a01ffffn,
    });
    assert.deepEqual(parseRange('::1/128'), { family: 6, prefix: 128, first: 1n, last: 1n });
    for (const text of [
      '',
      '/',
      '10.1.0.0',
      '10.1.0.0/',
      '10.1.0.0/33',
      '10.1/16',
      '10.01.0.0/16',
      '0x0a.1.0.0/16',
      'fe80::1%eth0/64',
      'fd00:/64',
      '::/129',
      ' ::/0',
      '10.1.0.0/-1',
    ])
      assert.equal(parseRange(text), undefined, text);
    assert.deepEqual(parseAddress('fd00::10.1.0.1'), { family: 6, value: (0xfd00n << 112n) + 0x0a010001n });
  });

  const range = fc.oneof(
    fc
      .tuple(fc.bigInt(0n, 0xffffffffn), fc.integer({ min: 0, max: 32 }))
      .map(([value, bits]) => rangeAt(4, value, bits)),
    fc
      .tuple(fc.bigInt(0n, (1n << 128n) - 1n), fc.integer({ min: 0, max: 128 }))
      .map(([value, bits]) => rangeAt(6, value, bits)),
  );

  it('come back from what is written', () => {
    fc.assert(
      fc.property(range, (one) => {
        assert.deepEqual(parseRange(formatRange(one)), one);
        const last = { family: one.family, value: one.last };
        assert.deepEqual(parseAddress(formatAddress(last)), last);
      }),
    );
  });

  it('overlap only where one contains the other, as subnets do', () => {
    fc.assert(
      fc.property(range, range, (one, other) => {
        const overlap = rangesOverlap(one, other);
        assert.equal(overlap, contains(one, other) || contains(other, one));
        assert.equal(overlap, rangesOverlap(other, one));
        assert.equal(
          holds(one, { family: other.family, value: other.first }) ||
            holds(other, { family: one.family, value: one.first }),
          overlap,
        );
        assert.ok(contains(one, one));
      }),
    );
  });
});
