import assert from 'node:assert/strict';
import { ipv6, ipv6Newer } from '../networkWorlds';
import { traceSubject } from '../../../../src/diagram';
import { containerSubject, networkScene, stepsOf } from '../readersFixtures';

/** The steps of a container, on the recorded engine 20.10 unless said otherwise. */
function steps(name: string, topology = ipv6): readonly string[] {
  return stepsOf(topology, containerSubject(topology, name));
}

/** The rows of one network's drawing that each step lights. */
function rowsLit(network: string, name: string, topology = ipv6): readonly (readonly string[])[] {
  const scene = networkScene(topology, network);
  const trace = traceSubject(topology, scene, containerSubject(topology, name));
  return (trace?.steps ?? []).map(({ boxes }) =>
    boxes.filter((id) => /^(drop|masquerade|unchanged|out):/.test(id)),
  );
}

describe('traceSubject of a container with IPv6', () => {
  it('leaves an internal bridge over IPv6 where the engine does not filter it', () => {
    assert.deepEqual(steps('fort'), [
      'On moat, from 10.22.0.2: to fort-2 over br-77efb1187f34, every port. Names are resolved by DNS at 127.0.0.11.',
      'To the outside: nowhere. moat is internal, packets to other networks are dropped.',
      '~ That holds for IPv4: IPv6 it leaves with fd00:22::2, as engines before 27 drop none unless told to.',
      '~ To programs of docker-01: at 10.22.0.1, where they listen on that address.',
      '~ To containers on other networks: not at all over IPv4; over IPv6 yes, as engines before 27 keep none apart unless told to.',
    ]);
    assert.deepEqual(steps('fort', ipv6Newer).slice(1), [
      'To the outside: nowhere. moat is internal, packets to other networks are dropped.',
      '~ To programs of docker-01: at 10.22.0.1, where they listen on that address.',
      '~ To containers on other networks: not at all.',
    ]);
  });

  it('lights the rows of the family that a step tells of', () => {
    assert.deepEqual(rowsLit('moat', 'fort').slice(1, 3), [
      ['drop:out:10.22.0.0/24'],
      ['unchanged:fd00:22::/64', 'out:fd00:22::/64'],
    ]);
    assert.deepEqual(rowsLit('moat', 'fort', ipv6Newer)[1], [
      'drop:out:10.22.0.0/24',
      'drop:out:fd00:22::/64',
    ]);
    const { networkName } = ipv6.containers.find(({ name }) => name === 'six')?.endpoints[0] ?? {};
    assert.deepEqual(rowsLit(networkName ?? '', 'six').slice(2, 4), [
      ['masquerade:10.20.0.0/24', 'out:10.20.0.0/24'],
      ['unchanged:fd00:20::/64', 'out:fd00:20::/64'],
    ]);
    assert.deepEqual(rowsLit(networkName ?? '', 'six', ipv6Newer)[2], [
      'masquerade:10.20.0.0/24',
      'out:10.20.0.0/24',
      'masquerade:fd00:20::/64',
      'out:fd00:20::/64',
    ]);
  });

  it('talks over IPv6 where icc is off', () => {
    const apart =
      'On dual-quiet, from 10.21.0.2: not to hush-2. Names resolve, but containers may not talk to each other here (icc off), but for what they publish.';
    assert.equal(
      steps('hush-1')[0],
      `${apart} That holds for IPv4: engines before 27 let IPv6 pass, unless told to filter it.`,
    );
    assert.equal(steps('hush-1', ipv6Newer)[0], apart);
  });

  it('keeps its IPv6 address outside, and reaches other bridges with it', () => {
    assert.deepEqual(steps('six').slice(2), [
      '~ MASQUERADE gives it an address of docker-01: -A POSTROUTING -s 10.20.0.0/24 ! -o br-20401634e2ac -j MASQUERADE.',
      '~ IPv6 it leaves with fd00:20::2, as engines before 27 translate none unless told to: an answer comes only where others have a route back.',
      '~ To programs of docker-01: at 10.20.0.1, where they listen on that address.',
      '~ To containers on other bridges: not directly over IPv4; over IPv6 yes, as engines before 27 keep none apart unless told to. What they publish beyond 127.0.0.1 it reaches at the host’s addresses.',
    ]);
    assert.deepEqual(steps('six', ipv6Newer).slice(3), [
      '~ To programs of docker-01: at 10.20.0.1, where they listen on that address.',
      '~ To containers on other bridges: not directly. What they publish beyond 127.0.0.1 it reaches at the host’s addresses.',
    ]);
  });
});

describe('traceSubject of a container', () => {
  it('does not reach what other bridges publish, where masquerade is off', () => {
    assert.equal(
      steps('routed').at(-1),
      '~ To containers on other bridges: not directly. Nor does it reach what they publish: with masquerade off, DNAT sends it to their bridge, where it is dropped.',
    );
    assert.equal(
      steps('routed', ipv6Newer).at(-1),
      '~ To containers on other bridges: not directly. What they publish beyond 127.0.0.1 it reaches at the host’s addresses.',
    );
  });

  it('does not hear the other members of a private macvlan', () => {
    assert.deepEqual(steps('cell-1'), [
      'On cells, from 10.31.0.2: not to cell-2, as macvlan private keeps them apart; to machines beside cell0, straight. Names are resolved by DNS at 127.0.0.11.',
      'To the outside: through cells, to the gateway 10.31.0.1.',
      'It leaves by cell0 with 10.31.0.2: no NAT, no bridge.',
      'To docker-01: not at its addresses on cell0. The kernel keeps them apart, both ways.',
    ]);
  });
});
