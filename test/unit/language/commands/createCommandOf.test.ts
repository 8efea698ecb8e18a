import assert from 'node:assert/strict';
import { createCommandOf } from '../../../../src/language';
import { networkNamed, rich } from '../../fixture';

/** What makes the network of that name, without the words that all have. */
function wordsOf(name: string): string | undefined {
  return createCommandOf(networkNamed(rich, name))?.replace(/^docker network create /, '');
}

describe('the command that makes a network', () => {
  it('has the subnets, the addresses and the options that it was given', () => {
    assert.equal(
      wordsOf('fx-rng'),
      '--driver bridge --subnet 10.88.80.0/24 --ip-range 10.88.80.128/25 --gateway 10.88.80.254 --aux-address nas=10.88.80.5 --label owner=fx fx-rng',
    );
    assert.equal(
      wordsOf('fx-mvint'),
      '--driver macvlan --internal --subnet 10.89.16.0/24 --opt parent=fxmvp1 fx-mvint',
    );
    assert.equal(
      wordsOf('fx-v6'),
      '--driver bridge --ipv6 --subnet 10.88.60.0/24 --subnet fd00:88:60::/64 fx-v6',
    );
  });

  it('leaves the VXLAN id of an overlay to the engine', () => {
    assert.equal(wordsOf('ov'), '--driver overlay --attachable --subnet 10.0.1.0/24 --gateway 10.0.1.1 ov');
  });

  it('makes a template of a template, and takes all from one that was used', () => {
    assert.equal(
      wordsOf('fx-cfg'),
      '--config-only --subnet 10.88.40.0/24 --opt com.docker.network.driver.mtu=1400 fx-cfg',
    );
    assert.equal(wordsOf('fx-cf'), '--config-from fx-cfg --driver bridge fx-cf');
  });

  it('is none for what the engine makes itself', () => {
    assert.deepEqual(['bridge', 'host', 'none', 'ingress'].map(wordsOf), [
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('names a scope that the driver does not have by itself', () => {
    const network = {
      ...networkNamed(rich, 'fx-cf'),
      scope: 'swarm',
      driverName: 'macvlan',
      driver: 'macvlan' as const,
    };
    assert.equal(
      createCommandOf(network),
      'docker network create --config-from fx-cfg --scope swarm --driver macvlan fx-cf',
    );
  });
});
