import assert from 'node:assert/strict';
import { buildTopology, type Snapshot } from '../../../src/model';
import { decodeSnapshot } from '../../../src/engine/decode';
import containers from '../../fixtures/containers-rich.json';
import info from '../../fixtures/info.json';
import networks from '../../fixtures/networks-rich.json';
import version from '../../fixtures/version.json';
import { containerNamed, networkNamed, plain, rich } from '../fixture';

describe('buildTopology', () => {
  it('lists the default bridge, the users’ networks by name, then what the engine made', () => {
    assert.deepEqual(
      plain.networks.map(({ name, driver }) => [name, driver]),
      [
        ['bridge', 'bridge'],
        ['mv', 'macvlan'],
        ['mybridge', 'bridge'],
        ['ov', 'overlay'],
        ['host', 'host'],
        ['none', 'none'],
        ['ingress', 'overlay'],
        ['docker_gwbridge', 'bridge'],
      ],
    );
  });

  it('says subnet and gateway, and whether the gateway is derived', () => {
    assert.deepEqual(networkNamed(rich, 'fx-rng').subnets, [
      {
        cidr: '10.88.80.0/24',
        family: 4,
        gateway: '10.88.80.254',
        gatewayDerived: false,
        range: '10.88.80.128/25',
        auxiliary: { nas: '10.88.80.5' },
      },
    ]);
    assert.deepEqual(
      networkNamed(rich, 'fx-v6').subnets.map(({ family, gateway, gatewayDerived }) => [
        family,
        gateway,
        gatewayDerived,
      ]),
      [
        [4, '10.88.60.1', true],
        [6, 'fd00:88:60::1', true],
      ],
    );
  });

  it('reads the options that change what a network does', () => {
    assert.equal(networkNamed(rich, 'fx-noicc').icc, false);
    assert.equal(networkNamed(rich, 'fx-nomasq').masquerade, false);
    assert.equal(networkNamed(rich, 'fx-nomasq').device, 'fxnomasq0');
    assert.equal(networkNamed(rich, 'fx-int').internal, true);
    assert.equal(networkNamed(rich, 'fx-mv').parent, 'fxmvp0');
    assert.equal(networkNamed(rich, 'fx-cfg').driver, 'config');
    assert.equal(networkNamed(rich, 'ov').vxlanId, 4097);
    assert.equal(networkNamed(rich, 'bridge').device, 'docker0');
    assert.match(networkNamed(rich, 'mybridge').device ?? '', /^br-[0-9a-f]{12}$/);
    assert.equal(networkNamed(rich, 'ov').device, undefined);
  });

  it('attaches created and stopped containers by name, without an address', () => {
    const created = networkNamed(rich, 'fx-bra').endpoints.find(
      ({ containerId }) => containerId === containerNamed(rich, 'fx-created').id,
    );
    assert.deepEqual(
      [created?.ipv4, created?.requestedIpv4, created?.defaultRoute],
      [undefined, '10.88.1.99', false],
    );
  });

  it('knows a running container that a failed connect left without an endpoint', () => {
    assert.deepEqual(
      containerNamed(rich, 'fx-a1').endpoints.map(({ networkName, attached }) => [networkName, attached]),
      [
        ['bridge', false],
        ['fx-bra', true],
      ],
    );
    assert.deepEqual(
      networkNamed(plain, 'host').endpoints.map(({ attached }) => attached),
      [true],
    );
    assert.deepEqual(
      containerNamed(rich, 'fx-created').endpoints.map(({ attached }) => attached),
      [false],
    );
  });

  it('gives a container on two bridges one endpoint each and one default route, by name', () => {
    assert.deepEqual(
      containerNamed(rich, 'fx-both').endpoints.map(({ networkName, ipv4, defaultRoute }) => [
        networkName,
        ipv4,
        defaultRoute,
      ]),
      [
        ['fx-bra', '10.88.1.6', true],
        ['fx-brb', '10.88.2.3', false],
      ],
    );
  });

  it('joins the two wildcard entries of one publish, and keeps other addresses apart', () => {
    assert.deepEqual(
      containerNamed(rich, 'fx-6a').published.map(
        ({ hostIps, hostPort, containerPort, protocol }) =>
          `${hostIps.join('+')}:${hostPort}->${containerPort}/${protocol}`,
      ),
      [
        '0.0.0.0+:::18120->80/tcp',
        '::1:18121->80/tcp',
        '0.0.0.0+:::18125->81/udp',
        '0.0.0.0+:::18126->82/udp',
        '127.0.0.1:32768->80/tcp',
      ],
    );
  });

  it('hangs containers that share a network namespace on their owner', () => {
    const owner = containerNamed(plain, 'u1');
    const sharer = containerNamed(plain, 'c1');
    assert.deepEqual(sharer.mode, { kind: 'container', target: owner.id, owner: owner.id });
    assert.deepEqual(owner.sharedBy, [sharer.id]);
    assert.deepEqual(sharer.endpoints, []);
  });

  it('reads legacy links from the extra names of their target', () => {
    const names = new Map(rich.containers.map(({ id, name }) => [id, name]));
    assert.deepEqual(
      rich.links
        .map(({ linkerId, targetId, alias }) => [names.get(linkerId), names.get(targetId), alias])
        .sort(),
      [
        ['fx-ln2', 'my-nginx', 'web'],
        ['linked', 'my-nginx', 'nginx'],
      ],
    );
  });

  it('says mode host and none for what they are', () => {
    assert.deepEqual(containerNamed(plain, 'h1').mode, { kind: 'host' });
    assert.deepEqual(containerNamed(plain, 'n1').mode, { kind: 'none' });
    assert.deepEqual(containerNamed(plain, 'my-nginx').mode, { kind: 'network', network: 'bridge' });
    assert.deepEqual(
      networkNamed(plain, 'host').endpoints.map(({ ipv4 }) => ipv4),
      [undefined],
    );
  });

  it('gives an equal topology whatever the order of the lists', () => {
    const turned = decodeSnapshot({
      version,
      info,
      networks: [...networks].reverse(),
      containers: [...containers].reverse(),
    });
    assert.deepEqual(buildTopology(turned), rich);
  });

  it('leaves out an attachment to a network that went between the two lists', () => {
    const snapshot: Snapshot = decodeSnapshot({ version, info, networks: [], containers });
    assert.deepEqual(
      buildTopology(snapshot).containers.flatMap(({ endpoints }) => endpoints),
      [],
    );
  });
});
