import assert from 'node:assert/strict';
import { checkConnect, sayConnectFinding, type ConnectSpec } from '../../../src/model';
import { containerNamed, networkNamed, rich } from '../fixture';

function found(network: string, container: string, more: Partial<ConnectSpec> = {}): readonly string[] {
  const containerId = rich.containers.find(({ name }) => name === container)?.id ?? container;
  const spec = { containerId, ipv4: undefined, ipv6: undefined, aliases: [], ...more };
  return checkConnect(spec, networkNamed(rich, network), rich).map(
    (finding) => `${finding.severity} ${finding.field}: ${sayConnectFinding(finding)}`,
  );
}

describe('checkConnect', () => {
  it('has nothing to say where a container may join', () => {
    assert.deepEqual(found('fx-int', 'u1', { ipv4: '10.88.3.77', aliases: ['www', 'shop'] }), []);
    assert.deepEqual(found('fx-v6', 'u1', { ipv4: '10.88.60.9', ipv6: 'fd00:88:60::9' }), []);
    assert.deepEqual(found('bridge', 'u1'), []);
    assert.deepEqual(found('ov', 'u1', { ipv4: '10.0.1.99' }), []);
  });

  it('knows which networks take no container', () => {
    assert.deepEqual(
      ['host', 'none', 'ingress', 'fx-cfg'].flatMap((network) => found(network, 'u1')),
      [
        "error container: The network host is the host's own network: containers join it when they are made, and at no other time.",
        'error container: The network none stands for no network: containers join it when they are made, and at no other time.',
        'error container: The network ingress carries the published ports of the swarm and takes no container.',
        'error container: The network fx-cfg is a template for other networks and carries no container.',
      ],
    );
    const closed = { ...networkNamed(rich, 'ov'), attachable: false };
    const spec = {
      containerId: containerNamed(rich, 'u1').id,
      ipv4: undefined,
      ipv6: undefined,
      aliases: [],
    };
    assert.deepEqual(checkConnect(spec, closed, rich).map(sayConnectFinding), [
      'The network ov takes tasks of services only: it was made without attachable.',
    ]);
  });

  it('knows which containers join no network', () => {
    assert.deepEqual(
      ['h1', 'n1', 'c1', 'gone', 'fx-i1', 'fx-ipv1'].flatMap((name) =>
        found(name === 'fx-ipv1' ? 'fx-ipv' : 'fx-int', name),
      ),
      [
        "error container: h1 uses the network of the host and can't join another one.",
        "error container: n1 has no network (none) and can't join another one.",
        "error container: c1 uses another container's network and can't join another one.",
        'error container: The engine has no container gone.',
        'error container: fx-i1 is on the network fx-int already.',
        'warning container: fx-ipv1 is on the network fx-ipv already.',
      ],
    );
  });

  it('checks addresses against the subnets, and against those who have them', () => {
    const at = (network: string, ipv4: string) => found(network, 'u1', { ipv4 });
    assert.deepEqual(at('fx-int', 'foo'), ['error ipv4: foo is no IPv4 address.']);
    assert.deepEqual(at('fx-int', ''), ['error ipv4: An IPv4 address is missing.']);
    assert.deepEqual(at('fx-int', 'fd00::1'), ['error ipv4: fd00::1 is no IPv4 address.']);
    assert.deepEqual(at('fx-int', '10.88.9.1'), ['error ipv4: 10.88.9.1 is not in 10.88.3.0/24.']);
    assert.deepEqual(at('fx-int', '10.88.3.255'), [
      'error ipv4: No container can have 10.88.3.255, an outermost address of 10.88.3.0/24.',
    ]);
    assert.deepEqual(at('fx-int', '10.88.3.1'), ['error ipv4: 10.88.3.1 is the gateway.']);
    assert.deepEqual(at('fx-rng', '10.88.80.5'), [
      'error ipv4: 10.88.80.5 is kept for nas (an auxiliary address).',
    ]);
    assert.deepEqual(at('fx-int', '10.88.3.3'), ['error ipv4: fx-i2 has 10.88.3.3 already.']);
    assert.deepEqual(at('fx-bra', '10.88.1.99'), [
      'warning ipv4: fx-created wants 10.88.1.99 too: the one that starts first has it.',
    ]);
    assert.deepEqual(found('fx-int', 'u1', { ipv6: 'fd00::9' }), [
      'error ipv6: The network fx-int has no IPv6 subnet.',
    ]);
  });

  it('knows where the engine gives out the addresses and names itself', () => {
    assert.deepEqual(found('bridge', 'u1', { ipv4: '172.17.0.77', aliases: ['www'] }), [
      'error aliases: The network bridge has no names: aliases need a network that a user made.',
      "error ipv4: On the network bridge the engine gives out the addresses itself: an address of one's own needs a network that a user made.",
    ]);
    assert.deepEqual(found('docker_gwbridge', 'u1', { ipv4: '172.20.0.77' }), [
      'warning ipv4: If the engine chose the subnet 172.20.0.0/16 of docker_gwbridge itself, it gives out its addresses itself too and refuses this.',
    ]);
    assert.deepEqual(found('fx-int', 'u1', { aliases: ['a', ' '] }), [
      'warning aliases: An alias needs a name.',
    ]);
  });
});
