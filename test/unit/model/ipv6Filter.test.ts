import assert from 'node:assert/strict';
import { filtersIpv4Only, type Topology } from '../../../src/model';
import { networkNamed } from '../diagram/fixtures';
import { ipv6, withVersion } from '../diagram/networkWorlds';

/** What is said of the recorded networks. */
function said(topology: Topology): readonly boolean[] {
  return ['moat', 'dual-quiet', 'dual', 'plain', 'cells'].map((name) =>
    filtersIpv4Only(topology, networkNamed(topology, name)),
  );
}

describe('filtersIpv4Only', () => {
  it('holds of bridges with IPv6 before engine 27 alone', () => {
    assert.deepEqual(said(ipv6), [true, true, true, false, false]);
    assert.deepEqual(said(withVersion('26.1.4')), [true, true, true, false, false]);
    assert.deepEqual(said(withVersion('27.0.0')), [false, false, false, false, false]);
  });

  it('takes an engine that does not say its version for the newest', () => {
    assert.deepEqual(said(withVersion(undefined)), [false, false, false, false, false]);
  });
});
