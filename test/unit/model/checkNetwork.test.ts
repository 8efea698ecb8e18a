import assert from 'node:assert/strict';
import {
  checkNetwork,
  sayNetworkFinding,
  type HostRecord,
  type NetworkSpec,
  type PoolSpec,
  type Topology,
} from '../../../src/model';
import { rich } from '../fixture';

const BRIDGE = 'com.docker.network.bridge.';

/** The engine of the fixtures is 20.10, a manager of its swarm. */
function on(host: Partial<HostRecord>): Topology {
  return { ...rich, host: { ...rich.host, ...host } };
}

const e25 = on({ engineVersion: '25.0.3' });
const e28 = on({ engineVersion: '28.1.1' });

function network(more: Partial<NetworkSpec>): NetworkSpec {
  const none = { pools: [], ipv6: false, internal: false, attachable: false, options: {}, labels: {} };
  return { name: 'new', driver: 'bridge', ...none, ...more };
}

function pool(subnet: string, more: Partial<PoolSpec> = {}): PoolSpec {
  return { subnet, gateway: undefined, range: undefined, auxiliary: {}, ...more };
}

/** Each finding as a form would show it: severity, field, index of the pool, words. */
function found(more: Partial<NetworkSpec>, topology: Topology = rich): readonly string[] {
  return checkNetwork(network(more), topology).map((finding) => {
    const place = finding.pool === undefined ? finding.field : `${finding.field} ${finding.pool}`;
    return `${finding.severity} ${place}: ${sayNetworkFinding(finding)}`;
  });
}

const option = (key: string, value: string, topology = rich) =>
  found({ options: { [key]: value } }, topology);
const subnets = (...pools: readonly (string | PoolSpec)[]) => ({
  pools: pools.map((one) => (typeof one === 'string' ? pool(one) : one)),
});

describe('checkNetwork', () => {
  it('has nothing to say of what the engine takes and does', () => {
    assert.deepEqual(found({}), []);
    assert.deepEqual(found({ driver: '' }), []);
    const whole = pool('10.1.0.0/16', {
      gateway: '10.1.0.9',
      range: '10.1.5.0/24',
      auxiliary: { nas: '10.1.5.1', printer: '10.1.7.1' },
    });
    assert.deepEqual(found({ ipv6: true, ...subnets(whole, 'fd01::/64') }), []);
  });

  it('checks names', () => {
    const needed = 'error name: A network needs a name.';
    assert.deepEqual([...found({ name: '' }), ...found({ name: ' ' })], [needed, needed]);
    assert.deepEqual(found({ name: 'default' }), [
      "error name: default is one of Docker's own names. Choose another one.",
    ]);
    assert.deepEqual(found({ name: 'fx-int' }), [
      'error name: A network with the name fx-int already exists.',
    ]);
    assert.deepEqual(found({ name: 'a b' }), []);
    assert.deepEqual(found({ name: 'a b', driver: 'overlay' }), [
      'error name: A swarm takes letters, digits, - and _ in the name of a network; the first and the last are a letter or a digit.',
    ]);
    assert.deepEqual(found({ name: 'x'.repeat(64), driver: 'overlay' }), [
      'error name: A swarm takes at most 63 characters in the name of a network; these are 64.',
    ]);
  });

  it('checks drivers', () => {
    assert.deepEqual(found({ driver: 'host' }), [
      'error driver: An engine has one network of the driver host, and it is there: host.',
    ]);
    assert.deepEqual(found({ driver: 'null' }), [
      'error driver: An engine has one network of the driver null, and it is there: none.',
    ]);
    assert.deepEqual(found({ driver: 'weave' }), [
      'warning driver: The engine does not list the driver weave; it has bridge, ipvlan, macvlan and overlay. A plugin is not listed before its first network.',
    ]);
    assert.deepEqual(found({ driver: 'overlay' }), []);
    assert.deepEqual(found({ driver: 'overlay' }, on({ swarm: undefined })), [
      'error driver: Overlay networks need a swarm, and this engine is in none: docker swarm init makes one.',
    ]);
    assert.ok(rich.host.swarm);
    const worker = { ...rich.host.swarm, manager: false, managerAddresses: ['192.0.2.1:2377'] };
    assert.deepEqual(found({ driver: 'overlay' }, on({ swarm: worker })), [
      'error driver: This engine is a worker of its swarm: make overlay networks on a manager (192.0.2.1:2377).',
    ]);
  });

  it('checks the form of subnets', () => {
    assert.deepEqual(found(subnets('foo')), [
      'error subnet 0: foo is no subnet: write an address and the length of its prefix, such as 10.1.0.0/16 or fd00:1::/64.',
    ]);
    assert.deepEqual(found(subnets('')), [
      'error subnet 0: A subnet is an address and the length of its prefix, such as 10.1.0.0/16 or fd00:1::/64.',
    ]);
    const bits =
      '10.1.0.5/24 has bits behind its prefix: the subnet is 10.1.0.0/24. Engines from 25.0 on refuse it.';
    assert.deepEqual(found(subnets('10.1.0.5/24')), [`warning subnet 0: ${bits}`]);
    assert.deepEqual(found(subnets('10.1.0.5/24'), e25), [`error subnet 0: ${bits}`]);
    assert.deepEqual(found(subnets('10.1.0.0/31')), [
      'error subnet 0: 10.1.0.0/31 is too small: no address is left for the gateway.',
    ]);
    assert.deepEqual(found({ ipv6: true, ...subnets('ff02::/64') }), [
      'error subnet 0: ff02::/64 is for multicast: no bridge can have an address in it.',
    ]);
    assert.deepEqual(found(subnets('fd01::/64')), [
      'warning subnet 0: fd01::/64 has no effect: IPv6 is off for this network.',
    ]);
  });

  it('names the network that a subnet overlaps', () => {
    assert.deepEqual(found(subnets('10.1.0.0/24', '10.88.1.128/25')), [
      'error subnet 1: A bridge network has one IPv4 subnet.',
      'error subnet 1: 10.88.1.128/25 overlaps 10.88.1.0/24 of the network fx-bra.',
    ]);
    assert.deepEqual(found(subnets('10.88.0.0/16')).slice(0, 1), [
      'error subnet 0: 10.88.0.0/16 overlaps 10.88.1.0/24 of the network fx-bra.',
    ]);
    assert.deepEqual(
      found({ driver: 'macvlan', options: { parent: 'eth9' }, ...subnets('10.1.0.0/24', '10.1.0.0/25') }),
      ['error subnet 1: 10.1.0.0/25 overlaps 10.1.0.0/24, which this network has too.'],
    );
    assert.deepEqual(found({ ipv6: true, ...subnets('fd00:88::/32') }), [
      'error subnet 0: fd00:88::/32 overlaps fd00:88:60::/64 of the network fx-v6.',
    ]);
  });

  it('knows that overlay networks have an address space of their own', () => {
    assert.deepEqual(found({ driver: 'overlay', ...subnets('10.0.1.0/25') }), [
      'error subnet 0: 10.0.1.0/25 overlaps 10.0.1.0/24 of the network ov. The swarm takes it, and the network never gets a subnet.',
    ]);
    assert.deepEqual(found(subnets('10.0.1.0/24')), [
      "warning subnet 0: 10.0.1.0/24 overlaps 10.0.1.0/24 of the network ov. The engine takes it, as overlay networks have an address space of their own; a container on both can't tell their addresses apart.",
    ]);
    assert.deepEqual(
      found({ driver: 'overlay', ...subnets(pool('192.0.2.0/24', { auxiliary: { a: '192.0.2.9' } })) }),
      ['warning auxiliary 0: Overlay networks keep no addresses back: auxiliary addresses have no effect.'],
    );
  });

  it('tells of the pools of the engine', () => {
    assert.deepEqual(found(subnets('172.30.5.0/24')), [
      'information subnet 0: The engine chooses subnets from 172.28.0.0/14 itself, and will pass over this one.',
    ]);
    const full = on({
      addressPools: [
        { base: '172.17.0.0/16', size: 16 },
        { base: '172.28.0.0/16', size: 16 },
      ],
    });
    assert.deepEqual(found({}, full), [
      'error subnet: No subnet is free in the pools of this engine (172.17.0.0/16 and 172.28.0.0/16): give one, or remove networks.',
    ]);
    const noPool =
      'error ipv6: This engine has no IPv6 pool to choose from: give an IPv6 subnet, such as fd00:1::/64.';
    assert.deepEqual(found({ ipv6: true }), [noPool]);
    assert.deepEqual(found({ ipv6: true }, e28), []);
    assert.deepEqual(
      found(
        { ipv6: true },
        on({
          addressPools: [
            { base: '10.3.0.0/16', size: 24 },
            { base: 'fd30::/48', size: 64 },
          ],
        }),
      ),
      [],
    );
  });

  it('checks gateways', () => {
    const at = (gateway: string) => found(subnets(pool('10.1.0.0/24', { gateway })));
    assert.deepEqual(at('10.1.0.1/24'), [
      'error gateway 0: 10.1.0.1/24 is no address: the gateway is one of the subnet, without the length of a prefix.',
    ]);
    assert.deepEqual(at('10.2.0.1'), [
      'error gateway 0: The gateway 10.2.0.1 is not in the subnet 10.1.0.0/24.',
    ]);
    assert.deepEqual(at('10.1.0.0'), [
      "error gateway 0: 10.1.0.0 is the address of the subnet 10.1.0.0/24 and can't be its gateway.",
    ]);
    assert.deepEqual(at('10.1.0.255'), [
      "error gateway 0: 10.1.0.255 is the broadcast address of the subnet 10.1.0.0/24 and can't be its gateway.",
    ]);
  });

  it('checks ranges', () => {
    const at = (range: string, topology = rich) => found(subnets(pool('10.1.0.0/24', { range })), topology);
    assert.deepEqual(at('foo'), [
      'error range 0: foo is no range: write an address and the length of its prefix, such as 10.1.5.0/24.',
    ]);
    assert.deepEqual(at('10.2.0.0/25'), [
      'error range 0: The range 10.2.0.0/25 is not in the subnet 10.1.0.0/24.',
    ]);
    const large =
      'The range 10.1.0.0/16 is larger than the subnet 10.1.0.0/24. Engines from 25.0 on refuse it.';
    assert.deepEqual(
      [...at('10.1.0.0/16'), ...at('10.1.0.0/16', e25)],
      [`warning range 0: ${large}`, `error range 0: ${large}`],
    );
    const bits =
      '10.1.0.5/25 has bits behind its prefix: the range is 10.1.0.0/25. Engines from 25.0 on refuse it.';
    assert.deepEqual(
      [...at('10.1.0.5/25'), ...at('10.1.0.5/25', e25)],
      [`warning range 0: ${bits}`, `error range 0: ${bits}`],
    );
    assert.deepEqual(at('10.1.0.255/32'), [
      'error range 0: The range 10.1.0.255/32 has no address for the gateway: give a gateway, or a larger range.',
    ]);
  });

  it('checks auxiliary addresses, and tells what they cost engines before 25', () => {
    const at = (auxiliary: Readonly<Record<string, string>>, gateway?: string, topology = rich) =>
      found(subnets(pool('10.1.0.0/24', { auxiliary, gateway })), topology);
    const keeps = 'This engine then keeps the subnet from all networks until it is started anew.';
    assert.deepEqual(at({ nas: 'foo' }), [`error auxiliary 0: foo is no address for nas. ${keeps}`]);
    assert.deepEqual(at({ nas: '' }, undefined, e25), ['error auxiliary 0: Nothing is no address for nas.']);
    assert.deepEqual(at({ nas: '10.2.0.1' }), [
      `error auxiliary 0: 10.2.0.1 of nas is not in the subnet 10.1.0.0/24. ${keeps}`,
    ]);
    assert.deepEqual(at({ nas: '10.1.0.255' }), [
      'error auxiliary 0: 10.1.0.255 of nas is the broadcast address of the subnet 10.1.0.0/24.',
    ]);
    assert.deepEqual(at({ nas: '10.1.0.1' }), [
      'error auxiliary 0: 10.1.0.1 of nas is what the engine chooses as gateway: name another gateway.',
    ]);
    assert.deepEqual(at({ nas: '10.1.0.9' }, '10.1.0.9'), [
      'error auxiliary 0: 10.1.0.9 of nas is the gateway.',
    ]);
    assert.deepEqual(at({ nas: '10.1.0.9', tv: '10.1.0.9' }), [
      'error auxiliary 0: 10.1.0.9 is both of nas and of tv.',
    ]);
  });

  it('checks parents', () => {
    const at = (
      parent: string,
      driver = 'macvlan',
      topology = rich,
      more: Readonly<Record<string, string>> = {},
    ) => found({ driver, options: { parent, ...more } }, topology);
    assert.deepEqual(found({ driver: 'ipvlan' }), [
      'warning parent: Without a parent the network stands on a dummy interface: its containers reach one another and nothing else.',
    ]);
    assert.deepEqual(at('lo'), ["error parent: The loopback interface lo can't be a parent."]);
    assert.deepEqual(at('eth0 '), [
      'error parent: eth0  is no name of an interface: it has at most 15 characters, no space, / or :.',
    ]);
    assert.deepEqual(at('eth0.4095'), [
      'warning parent: eth0.4095 has to be there: the engine makes an interface only with a VLAN from 1 to 4094 behind the dot, as in eth0.10.',
    ]);
    assert.deepEqual(at('eth0.'), [
      'warning parent: eth0. has to be there: the engine makes an interface only with a VLAN from 1 to 4094 behind the dot, as in eth0.10.',
    ]);
    assert.deepEqual([...at('eth0.1'), ...at('eth0.4094'), ...at('eth0')], []);
    assert.deepEqual(at('mvp0'), ['error parent: The macvlan network mv stands on mvp0 already.']);
    assert.deepEqual(at('mvp0', 'macvlan', e28), []);
    assert.deepEqual(at('mvp0', 'macvlan', e28, { macvlan_mode: 'passthru' }), [
      'error parent: The macvlan network mv stands on mvp0 already, and passthru wants the parent for itself.',
    ]);
    assert.deepEqual(at('mvp0', 'ipvlan'), [
      'warning parent: The macvlan network mv stands on mvp0 already: containers of only one of the two can be on it at a time.',
    ]);
    assert.deepEqual(at('fxmvp0', 'ipvlan', e28), [
      'error parent: The ipvlan network fx-ipv stands on fxmvp0 already.',
    ]);
  });

  it('checks modes by the engine’s version', () => {
    const mode = (driver: string, key: string, value: string, topology = rich) =>
      found({ driver, options: { parent: 'eth9', [key]: value } }, topology);
    assert.deepEqual(mode('macvlan', 'macvlan_mode', 'l2'), [
      'error option:macvlan_mode: macvlan_mode is bridge, private, vepa or passthru, and not l2.',
    ]);
    assert.deepEqual(mode('ipvlan', 'ipvlan_mode', 'l3s'), [
      'error option:ipvlan_mode: ipvlan_mode is l2 or l3, and not l3s.',
    ]);
    assert.deepEqual(mode('ipvlan', 'ipvlan_mode', 'l3s', e25), []);
    assert.deepEqual(mode('ipvlan', 'ipvlan_flag', 'foo'), []);
    assert.deepEqual(mode('ipvlan', 'ipvlan_flag', 'foo', e25), [
      'error option:ipvlan_flag: ipvlan_flag is bridge, private or vepa, and not foo.',
    ]);
    assert.deepEqual(mode('ipvlan', 'macvlan_mode', 'foo'), []);
  });

  it('keeps docker0 for the default network, on every engine', () => {
    const words = `error option:${BRIDGE}name: The bridge docker0 belongs to the default network: engines before 25.0 accept this and lose it, later ones refuse.`;
    assert.deepEqual(option(`${BRIDGE}name`, 'docker0'), [words]);
    assert.deepEqual(option(`${BRIDGE}name`, 'docker0', e28), [words]);
    assert.deepEqual(option(`${BRIDGE}default_bridge`, 'true'), [
      `error option:${BRIDGE}default_bridge: The engine makes its default network itself: with this option it would take this one for it.`,
    ]);
    assert.deepEqual(option(`${BRIDGE}default_bridge`, 'false'), []);
  });

  it('checks the names of bridges', () => {
    const at = (name: string) => option(`${BRIDGE}name`, name);
    assert.deepEqual(at('ééééééé-long'), [
      `error option:${BRIDGE}name: ééééééé-long is too long for an interface: it has 19 bytes, and 15 is the most.`,
    ]);
    assert.deepEqual(at('br/0'), [`error option:${BRIDGE}name: br/0 can't be the name of a bridge.`]);
    assert.deepEqual(at('fxnomasq0'), [
      `error option:${BRIDGE}name: The bridge fxnomasq0 belongs to the network fx-nomasq.`,
    ]);
    assert.deepEqual([...at(''), ...at('x'.repeat(15))], []);
  });

  it('checks options by their types, and leaves those of other drivers alone', () => {
    assert.deepEqual(option(`${BRIDGE}enable_icc`, 'maybe'), [
      `error option:${BRIDGE}enable_icc: ${BRIDGE}enable_icc is true or false, and not maybe.`,
    ]);
    const mtu = 'com.docker.network.driver.mtu';
    assert.deepEqual(option(mtu, ''), [
      `error option:${mtu}: ${mtu} is a whole number from 0 upwards, and not empty.`,
    ]);
    assert.deepEqual(option(`${BRIDGE}host_binding_ipv4`, 'foo'), [
      `error option:${BRIDGE}host_binding_ipv4: ${BRIDGE}host_binding_ipv4 is an IP address, and not foo.`,
    ]);
    const gateways = `${BRIDGE}gateway_mode_ipv4`;
    assert.deepEqual(option(gateways, 'foo'), []);
    assert.deepEqual(option(gateways, 'foo', e28), [
      `error option:${gateways}: ${gateways} is nat, nat-unprotected, routed or isolated, and not foo.`,
    ]);
    assert.deepEqual(found({ driver: 'overlay', options: { [mtu]: 'x' } }), []);
  });
});
