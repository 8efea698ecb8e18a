import assert from 'node:assert/strict';
import { specOf } from '../../../src/model';
import { networkNamed, rich } from '../fixture';

describe('specOf', () => {
  it('gives what the network was made with, and not what is derived', () => {
    assert.deepEqual(specOf(networkNamed(rich, 'fx-v6')), {
      name: 'fx-v6',
      driver: 'bridge',
      pools: [
        { subnet: '10.88.60.0/24', gateway: undefined, range: undefined, auxiliary: {} },
        { subnet: 'fd00:88:60::/64', gateway: undefined, range: undefined, auxiliary: {} },
      ],
      ipv6: true,
      internal: false,
      attachable: false,
      options: {},
      labels: {},
    });
    const range = { gateway: '10.88.80.254', range: '10.88.80.128/25', auxiliary: { nas: '10.88.80.5' } };
    assert.deepEqual(specOf(networkNamed(rich, 'fx-rng')).pools, [{ subnet: '10.88.80.0/24', ...range }]);
  });

  it('leaves out the numbers that a swarm gave', () => {
    const { driver, attachable, options } = specOf(networkNamed(rich, 'ov'));
    assert.deepEqual([driver, attachable, options], ['overlay', true, {}]);
  });
});
