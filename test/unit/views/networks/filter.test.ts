import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Topology } from '../../../../src/model';
import { filterNetwork, parseFilter } from '../../../../src/views/networks/filter';
import { arrange, sayFilter, type NetworksChoice } from '../../../../src/views/networks/grouping';
import { containerNamed, networkNamed, plain, rich } from '../../fixture';

const all: NetworksChoice = { groupBy: 'none', hideDefault: false, hideEmpty: false, filter: '' };

/** `network: container, container` for each network that a filter leaves. */
function found(filter: string, topology: Topology = rich): readonly string[] {
  const { groups, endpoints } = arrange(topology, { ...all, filter });
  return groups
    .flatMap(({ networks }) => networks)
    .map(({ id, name }) => {
      const names = endpoints
        .get(id)
        ?.map(({ containerId }) => topology.containerById.get(containerId)?.name);
      return `${name}: ${names?.join(', ') ?? ''}`;
    });
}

describe('the filter of networks', () => {
  it('finds a network by name, driver, subnet and the beginning of its id, with all of its containers', () => {
    assert.deepEqual(found('FX-NOICC'), ['fx-noicc: fx-x1, fx-x2']);
    assert.deepEqual(found('ipvlan'), ['fx-ipv: fx-ipv1']);
    assert.deepEqual(found('10.88.3.0/24'), ['fx-int: fx-i1, fx-i2']);
    assert.deepEqual(found('config only'), ['fx-cfg: ']);
    assert.deepEqual(found(networkNamed(rich, 'fx-int').id.slice(0, 12)), ['fx-int: fx-i1, fx-i2']);
  });

  it('finds a container by name, image, address, MAC, port and id, and leaves out its neighbours', () => {
    assert.deepEqual(found('fx-a2'), ['fx-bra: fx-a2']);
    assert.deepEqual(found('10.88.1.3'), ['fx-bra: fx-a2']);
    assert.deepEqual(found('02:42:0a:58:01:03'), ['fx-bra: fx-a2']);
    assert.deepEqual(found('18120'), ['fx-v6: fx-6a']);
    assert.deepEqual(found('127.0.0.1:9090'), ['mybridge: u2']);
    assert.deepEqual(found('fd00:88:60::77'), ['fx-v6: fx-6b']);
    assert.deepEqual(found(containerNamed(rich, 'fx-i1').id.slice(0, 12)), ['fx-int: fx-i1']);
    assert.deepEqual(found('10.88.1.99'), ['fx-bra: fx-created'], 'the address that it asked for');
  });

  it('takes every word, of the network or of the container', () => {
    assert.deepEqual(found('fx-b fx-both'), ['fx-bra: fx-both', 'fx-brb: fx-both']);
    assert.deepEqual(found('fx-bra fx-both'), ['fx-bra: fx-both']);
    assert.deepEqual(found('fx-bra nowhere'), []);
  });

  it('finds the owner of a network namespace by the container that shares it', () => {
    assert.deepEqual(found('c1', plain), ['mybridge: u1']);
  });

  it('takes two or three letters for a word, not for the beginning of an id', () => {
    const { id } = containerNamed(rich, 'fx-a2');
    assert.equal(
      found(id.slice(0, 3)).some((line) => line.includes('fx-a2')),
      false,
    );
  });

  it('says how many are left', () => {
    assert.equal(sayFilter(arrange(rich, { ...all, filter: '  API ' })), 'filter: api, 0 of 22 networks');
    assert.equal(sayFilter(arrange(rich, { ...all, filter: 'mv' })), 'filter: mv, 3 of 22 networks');
    assert.equal(sayFilter(arrange(rich, { ...all, filter: ' ' })), undefined);
  });

  it('never shows a network in which a word is nowhere', () => {
    const texts = new Map(rich.networks.map((network) => [network.id, textOf(rich, network.id)]));
    const word = fc.oneof(
      fc.constantFrom('fx', 'bridge', 'mv', '10.88', 'a1', 'web', '172.', ':80', 'a', '18', 'over', 'LINK'),
      fc.string({ minLength: 1, maxLength: 3 }).filter((text) => /^\S+$/.test(text)),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), (words) => {
        const { endpoints } = arrange(rich, { ...all, filter: words.join(' ') });
        for (const id of endpoints.keys()) {
          assert.ok(
            words.every((one) => texts.get(id)?.includes(one.toLowerCase())),
            `${words.join(' ')} in ${texts.get(id) ?? ''}`,
          );
        }
      }),
    );
  });

  it('leaves of a network only endpoints that it has, each once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rich.networks), fc.string({ maxLength: 4 }), (network, text) => {
        const left = filterNetwork(network, rich, parseFilter(text)) ?? [];
        assert.equal(new Set(left).size, left.length);
        assert.ok(left.every((endpoint) => network.endpoints.includes(endpoint)));
      }),
    );
  });
});

/** Everything of a network and of all that is on it, told apart from the filter. */
function textOf(topology: Topology, networkId: string): string {
  const network = topology.networkById.get(networkId);
  const members = topology.containers.filter(({ endpoints }) =>
    endpoints.some((endpoint) => endpoint.networkId === networkId),
  );
  const sharers = topology.containers.filter(
    ({ mode }) => mode.kind === 'container' && members.some(({ id }) => id === mode.owner),
  );
  const ports = members.flatMap(({ published }) =>
    published.flatMap(({ hostIps, hostPort, containerPort }) => [
      ...hostIps.map((address) => `${address}:${hostPort}`),
      `${hostPort}:${containerPort}`,
    ]),
  );
  return JSON.stringify([network, members, sharers, ports, 'none config only']).toLowerCase();
}
