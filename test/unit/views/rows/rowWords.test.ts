import assert from 'node:assert/strict';
import {
  containerWords,
  heardWords,
  networkWords,
  portWords,
  ROW_WORDS,
  toContextValue,
} from '../../../../src/views/rows/rowWords';
import { containerNamed, networkNamed, oneNetwork, plain, rich } from '../../fixture';

function wordsOn(container: string, network: string): string {
  const [found, place] = [containerNamed(rich, container), networkNamed(rich, network)];
  const endpoint = found.endpoints.find(({ networkId }) => networkId === place.id);
  return toContextValue(containerWords(found, endpoint, place));
}

describe('words that menus ask rows for', () => {
  it('say which networks can be removed, and which a container can be connected to', () => {
    const words = rich.networks.map((network) => [network.name, toContextValue(networkWords(network))]);
    const others = words.filter(([, value]) => value !== 'network;removable;connectable');
    assert.deepEqual(others, [
      ['bridge', 'network;connectable'],
      ['fx-cfg', 'network;removable'],
      ['host', 'network'],
      ['none', 'network'],
      ['ingress', 'network'],
      ['docker_gwbridge', 'network;connectable'],
    ]);
    assert.equal(words.length, 22);
  });

  it('offer an overlay for containers only where it is attachable', () => {
    const overlay = { Driver: 'overlay', Scope: 'swarm' };
    assert.deepEqual(networkWords(oneNetwork(overlay)), ['network', 'removable']);
    assert.deepEqual(networkWords(oneNetwork({ ...overlay, Attachable: true })), [
      'network',
      'removable',
      'connectable',
    ]);
  });

  it('say which containers run, and which can leave the network', () => {
    assert.equal(wordsOn('fx-a2', 'fx-bra'), 'container;running;browsable;addressed;disconnectable;plugged');
    assert.equal(wordsOn('fx-created', 'fx-bra'), 'container;disconnectable');
    assert.equal(wordsOn('fx-h2', 'host'), 'container;running');
    assert.equal(wordsOn('n1', 'none'), 'container;running');
    assert.equal(wordsOn('fx-share', 'fx-bra'), 'container;running;addressed');
  });

  it('say which containers hang on a bridge by a veth pair now', () => {
    const plugged = rich.networks.flatMap((network) =>
      network.endpoints.filter((endpoint) => {
        const container = rich.containerById.get(endpoint.containerId);
        return container && containerWords(container, endpoint, network).includes('plugged');
      }),
    );
    const drivers = plugged.map(({ networkId }) => rich.networkById.get(networkId)?.driver);
    assert.deepEqual([...new Set(drivers)], ['bridge']);
    assert.ok(plugged.every(({ attached }) => attached));
    assert.ok(plugged.length > 10);
  });

  it('offer the address of a service that was heard of where it has one', () => {
    const service = { name: 'web', tasks: [] };
    assert.deepEqual(heardWords({ ...service, address: '10.0.1.5' }), ['fact']);
    assert.deepEqual(heardWords({ ...service, address: undefined }), []);
  });

  it('offer a browser where a port speaks TCP', () => {
    const container = containerNamed(rich, 'fx-6a');
    const words = container.published.map((port) => [
      port.hostPort,
      toContextValue(portWords(port, container)),
    ]);
    assert.deepEqual(words, [
      [18120, 'port;browsable'],
      [18121, 'port;browsable'],
      [18125, 'port'],
      [18126, 'port'],
      [32768, 'port;browsable'],
    ]);
  });

  it('are all in the list that menus are compared with', () => {
    const all = plain.networks.flatMap((network) => networkWords(network));
    assert.deepEqual(
      all.filter((word) => !ROW_WORDS.network.includes(word)),
      [],
    );
  });
});
