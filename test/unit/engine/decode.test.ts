import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeSnapshot } from '../../../src/engine/decode';
import { buildTopology, natRules } from '../../../src/model';
import overlayContainers from '../../fixtures/containers-swarm-services.json';
import containers from '../../fixtures/containers.json';
import gateways from '../../fixtures/network-docker_gwbridge-services.json';
import info from '../../fixtures/info.json';
import networks from '../../fixtures/networks.json';
import overlay from '../../fixtures/network-ov-verbose.json';
import version from '../../fixtures/version.json';
import a2 from '../../fixtures/container-fx-a2.json';
import richContainers from '../../fixtures/containers-rich.json';
import richNetworks from '../../fixtures/networks-rich.json';

describe('decodeSnapshot', () => {
  it('reads host, engine and swarm', () => {
    const { host } = decodeSnapshot({ version, info, networks, containers });
    assert.deepEqual(host, {
      name: 'vm',
      engineVersion: '20.10.24+dfsg1',
      apiVersion: '1.41',
      operatingSystem: 'Debian GNU/Linux 12 (bookworm)',
      drivers: ['bridge', 'host', 'ipvlan', 'macvlan', 'null', 'overlay'],
      addressPools: [],
      swarm: {
        state: 'active',
        nodeAddress: '127.0.0.1',
        manager: true,
        nodeId: 'd92up7c62j6sjivfuitslgd8r',
        managerAddresses: ['127.0.0.1:2377'],
        addressPools: [],
        problem: undefined,
      },
      flannel: undefined,
    });
  });

  it('takes peers and the engine’s own endpoints from a verbose inspect', () => {
    const snapshot = decodeSnapshot({ version, info, networks, containers, inspected: [overlay] });
    const ov = snapshot.networks.find(({ name }) => name === 'ov');
    assert.deepEqual(ov?.infrastructure, [{ id: 'lb-ov', name: 'ov-endpoint', ipv4: '10.0.1.3' }]);
    assert.deepEqual(ov.peers, [{ name: 'bf18614f5a32', address: '127.0.0.1' }]);
  });

  it('takes aliases from a container’s inspect, and says that it does not know them without', () => {
    const raw = { version, info, networks: richNetworks, containers: richContainers };
    const aliasesOf = (inspected: readonly unknown[]) =>
      decodeSnapshot({ ...raw, inspected })
        .containers.find(({ name }) => name === 'fx-a2')
        ?.attachments.map(({ network, aliases }) => [network, aliases]);
    assert.deepEqual(aliasesOf([]), [['fx-bra', undefined]]);
    assert.deepEqual(aliasesOf([a2]), [['fx-bra', a2.NetworkSettings.Networks['fx-bra'].Aliases]]);
  });

  it('finds where a port published from an overlay leads, in docker_gwbridge', () => {
    const snapshot = decodeSnapshot({
      version,
      info,
      networks,
      containers: overlayContainers,
      inspected: [gateways],
    });
    const topology = buildTopology(snapshot);
    const port = topology.ports.find(({ target }) => target?.networkId === gateways.Id);
    assert.match(port?.target?.ipv4 ?? '', /^172\.20\.0\.\d+$/);
    assert.ok(natRules(topology).some(({ kind, networkId }) => kind === 'dnat' && networkId === gateways.Id));
  });

  it('believes the networks where the mode says otherwise', () => {
    const modeOf = (mode: string, names: readonly string[]) =>
      decodeSnapshot({
        version,
        info,
        networks: [],
        containers: [
          {
            Id: 'a',
            HostConfig: { NetworkMode: mode },
            NetworkSettings: { Networks: Object.fromEntries(names.map((name) => [name, {}])) },
          },
        ],
      }).containers[0]?.networkMode;
    assert.equal(modeOf('default', ['ov']), 'ov');
    assert.equal(modeOf('default', ['bridge', 'ov']), 'bridge');
    assert.equal(modeOf('default', []), 'bridge');
    assert.equal(modeOf('host', ['podman']), 'podman');
    assert.equal(modeOf('host', ['host']), 'host');
    assert.equal(modeOf('0123abcd', ['shop_front']), 'shop_front');
    assert.equal(modeOf('container:abc', []), 'container:abc');
  });

  it('keeps the other containers when one is malformed', () => {
    const odd = [
      null,
      7,
      [],
      {},
      { Id: 'b', Names: 'x', Ports: {}, NetworkSettings: 3, Labels: [1], State: 9 },
    ];
    const snapshot = decodeSnapshot({
      version: null,
      info: 'x',
      networks: null,
      containers: [...odd, ...containers],
    });
    assert.equal(snapshot.containers.length, containers.length + 1);
    assert.deepEqual(snapshot.networks, []);
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.array(fc.anything()),
        fc.array(fc.anything()),
        (info, networks, containers) => {
          const raw = { version: info, info, networks, containers, inspected: containers };
          assert.ok(natRules(buildTopology(decodeSnapshot(raw))).length >= 0);
        },
      ),
    );
  });

  it('never throws on recorded answers with any field replaced', () => {
    const paths = fc.constantFrom(
      'Id',
      'Names',
      'Ports',
      'State',
      'Labels',
      'HostConfig',
      'NetworkSettings',
      'IPAM',
      'Options',
      'Driver',
    );
    fc.assert(
      fc.property(paths, fc.nat(), fc.anything(), (field, index, value) => {
        const replace = <T>(items: readonly T[]) =>
          items.map((item, at) => (at === index % items.length ? { ...item, [field]: value } : item));
        const raw = { version, info, networks: replace(networks), containers: replace(containers) };
        const topology = buildTopology(decodeSnapshot(raw));
        assert.ok(topology.containers.length >= containers.length - 1);
      }),
    );
  });
});
