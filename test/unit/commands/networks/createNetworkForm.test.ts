import assert from 'node:assert/strict';
import {
  emptyDraft,
  readPair,
  specOfDraft,
  withDriver,
  withPair,
  withSwitch,
  withText,
  type NetworkDraft,
} from '../../../../src/commands/networks/createNetworkDraft';
import { createForm, pressRow, type RowId } from '../../../../src/commands/networks/createNetworkForm';
import type { Topology } from '../../../../src/model';
import { plain } from '../../fixture';

function draft(changes: Partial<NetworkDraft>): NetworkDraft {
  return { ...emptyDraft, name: 'shop', ...changes };
}

/** `label: description`, with the detail behind a bar and `!` before a row that the engine would refuse. */
function rowsOf(changes: Partial<NetworkDraft>, topology: Topology = plain): readonly string[] {
  return createForm(draft(changes), topology).rows.map(({ label, description, detail, state }) => {
    const mark = state === 'error' ? '! ' : state === 'warning' ? '? ' : '';
    return `${mark}${label}: ${description}${detail === undefined ? '' : ` | ${detail}`}`;
  });
}

function press(changes: Partial<NetworkDraft>, id: RowId) {
  return pressRow(draft(changes), id, createForm(draft(changes), plain));
}

describe('the form of a new network', () => {
  it('shows every field, with what the engine would choose, and the command that does the same', () => {
    assert.deepEqual(rowsOf({}), [
      'Create shop:  | docker network create --driver bridge shop',
      'Copy the Command: ',
      'Name: shop',
      'Driver: Bridge',
      'Subnet: chosen by the engine, next free: 172.21.0.0/16',
      'Gateway: chosen by the engine',
      'IP range: the whole subnet',
      'IPv6: no',
      'Reserved addresses: none',
      'Internal: no',
      'Attachable: no',
      'Driver options: none',
      'Labels: none',
    ]);
  });

  it('shows what was typed, and derives the gateway from it', () => {
    const rows = rowsOf({
      subnet: '10.9.0.0/16',
      range: '10.9.4.0/24',
      auxiliary: { router: '10.9.0.2', printer: '10.9.0.3' },
      internal: true,
      attachable: true,
      options: { 'com.docker.network.driver.mtu': '1400' },
      labels: { team: 'shop', empty: '' },
    });
    assert.deepEqual(rows, [
      'Create shop:  | docker network create --driver bridge --internal --attachable --subnet 10.9.0.0/16 ' +
        '--ip-range 10.9.4.0/24 --aux-address router=10.9.0.2 --aux-address printer=10.9.0.3 ' +
        '--opt com.docker.network.driver.mtu=1400 --label team=shop --label empty= shop',
      'Copy the Command:  | … 10.9.0.0/16 --ip-range 10.9.4.0/24 --aux-address router=10.9.0.2 ' +
        '--aux-address printer=10.9.0.3 --opt com.docker.network.driver.mtu=1400 --label team=shop --label empty= shop',
      'Name: shop',
      'Driver: Bridge',
      'Subnet: 10.9.0.0/16',
      'Gateway: chosen by the engine: 10.9.4.0',
      'IP range: 10.9.4.0/24',
      'IPv6: no',
      'Reserved addresses: router=10.9.0.2, printer=10.9.0.3',
      'Internal: yes: no way out, and published ports do nothing',
      'Attachable: yes',
      'Driver options: com.docker.network.driver.mtu=1400',
      'Labels: team=shop, empty',
    ]);
  });

  it('says of an internal bridge with IPv6 that older engines close IPv4 alone', () => {
    const internalRow = (change: object): string | undefined =>
      rowsOf({ internal: true, ipv6: true, ...change }).find((row) => row.startsWith('Internal'));
    assert.equal(
      internalRow({}),
      'Internal: yes: no way out (engines before 27: over IPv4 alone), and published ports do nothing',
    );
    assert.equal(
      internalRow({ driver: 'overlay' }),
      'Internal: yes: no way out, and published ports do nothing',
    );
  });

  it('has rows for the parent and the mode of macvlan and ipvlan, and not among the options', () => {
    const options = { parent: 'eth0.10', ipvlan_mode: 'l3', ipvlan_flag: 'private' };
    assert.deepEqual(
      rowsOf({ driver: 'ipvlan', options }).filter((row) => /Driver|Parent|Mode|options/.test(row)),
      ['Driver: IPvlan', 'Parent interface: eth0.10', 'Mode: l3', 'Driver options: ipvlan_flag=private'],
    );
    assert.ok(rowsOf({ driver: 'macvlan' }).includes('Mode: bridge (default)'));
  });

  it('asks for IPv6 only where it is on, and keeps what was typed while it is off', () => {
    const typed = draft({ ipv6: true, subnet6: 'fd00:9::/64', gateway6: 'fd00:9::1' });
    assert.deepEqual(
      rowsOf(typed).filter((row) => row.startsWith('IPv6')),
      ['IPv6: yes', 'IPv6 subnet: fd00:9::/64', 'IPv6 gateway: fd00:9::1', 'IPv6 range: the whole subnet'],
    );
    const off = withSwitch(typed, 'ipv6');
    assert.deepEqual(specOfDraft(off).pools, []);
    assert.equal(specOfDraft(withSwitch(off, 'ipv6')).pools[0]?.subnet, 'fd00:9::/64');
  });

  it('puts each reserved address into the subnet of its family', () => {
    const both = { subnet: '10.9.0.0/16', ipv6: true, subnet6: 'fd00:9::/64' };
    const spec = specOfDraft(draft({ ...both, auxiliary: { a: '10.9.0.2', b: 'fd00:9::2' } }));
    assert.deepEqual(
      spec.pools.map(({ subnet, auxiliary }) => [subnet, auxiliary]),
      [
        ['10.9.0.0/16', { a: '10.9.0.2' }],
        ['fd00:9::/64', { b: 'fd00:9::2' }],
      ],
    );
  });
});

describe('errors of a new network', () => {
  it('stand on the row they are about, and “Create” says how many', () => {
    const rows = rowsOf({ name: 'ov', subnet: '10.9.0.0/16', gateway: '10.8.0.1' });
    assert.deepEqual(
      rows.filter((row) => /^!|^Create/.test(row)),
      [
        'Create ov: after 2 fields are put right | docker network create --driver bridge --subnet 10.9.0.0/16 --gateway 10.8.0.1 ov',
        '! Name: ov | A network with the name ov already exists.',
        '! Gateway: 10.8.0.1 | The gateway 10.8.0.1 is not in the subnet 10.9.0.0/16.',
      ],
    );
  });

  it('find the row of the family', () => {
    const six = { ipv6: true, subnet: '10.9.0.0/16', subnet6: 'fd00:9::/64', gateway6: 'fd00:8::1' };
    assert.equal(createForm(draft(six), plain).firstError, 'gateway6');
    assert.equal(createForm(draft({ ...six, subnet: '' }), plain).firstError, 'gateway6');
    assert.equal(createForm(draft({ ipv6: true }), plain).firstError, 'subnet6');
  });

  it('say that a gateway, a range or a reserved address needs a subnet', () => {
    const needs = (what: string): string =>
      `Needs a subnet: the engine takes ${what} only together with the subnet it lies in.`;
    assert.deepEqual(
      rowsOf({ gateway: '10.9.0.1', range: '10.9.1.0/24', auxiliary: { a: '10.9.0.2' } }).filter((row) =>
        row.startsWith('!'),
      ),
      [
        `! Gateway: 10.9.0.1 | ${needs('a gateway')}`,
        `! IP range: 10.9.1.0/24 | ${needs('a range')}`,
        `! Reserved addresses: a=10.9.0.2 | ${needs('reserved addresses')}`,
      ],
    );
  });

  it('of options stand on the row that the option has', () => {
    const parent = createForm(draft({ driver: 'macvlan', options: { parent: 'lo' } }), plain);
    assert.equal(parent.firstError, 'parent');
    const mode = createForm(draft({ driver: 'macvlan', options: { macvlan_mode: 'upside' } }), plain);
    assert.equal(mode.rows.find(({ id }) => id === 'mode')?.state === undefined, false);
    const icc = { 'com.docker.network.bridge.enable_icc': 'maybe' };
    assert.equal(createForm(draft({ options: icc }), plain).firstError, 'options');
  });

  it('hold “Create” and lead to the first of them; warnings do not', () => {
    assert.deepEqual(press({ gateway: '10.8.0.1' }, 'create'), { kind: 'refused', at: 'gateway' });
    assert.deepEqual(press({}, 'create'), { kind: 'asked', id: 'create' });
    const warned = createForm(draft({ driver: 'weave' }), plain);
    assert.equal(warned.rows.find(({ id }) => id === 'driver')?.state, 'warning');
    assert.deepEqual(press({ driver: 'weave' }, 'create'), { kind: 'asked', id: 'create' });
  });
});

describe('Enter on a row', () => {
  it('turns a switch over and asks for anything else', () => {
    assert.deepEqual(press({}, 'internal'), { kind: 'changed', draft: draft({ internal: true }) });
    assert.deepEqual(press({ ipv6: true }, 'ipv6'), { kind: 'changed', draft: draft({}) });
    assert.deepEqual(press({}, 'subnet'), { kind: 'asked', id: 'subnet' });
  });

  it('changes one field and no other', () => {
    const start = draft({ options: { a: '1', b: '2' }, labels: { x: 'y' } });
    assert.deepEqual(withText(start, 'subnet', ' 10.9.0.0/16 '), { ...start, subnet: '10.9.0.0/16' });
    assert.deepEqual(Object.entries(withPair(start, 'options', 'a', '3').options), [
      ['a', '3'],
      ['b', '2'],
    ]);
    assert.deepEqual(withPair(start, 'options', 'a', undefined).options, { b: '2' });
    assert.deepEqual(start.options, { a: '1', b: '2' });
  });

  it('gives up the options of a driver with it, but for the interface of macvlan and ipvlan', () => {
    const start = draft({ driver: 'macvlan', options: { parent: 'eth0', macvlan_mode: 'vepa' } });
    assert.deepEqual(withDriver(start, 'ipvlan').options, { parent: 'eth0' });
    assert.deepEqual(withDriver(start, 'bridge').options, {});
    assert.equal(withDriver(start, 'macvlan'), start);
  });

  it('reads a pair as docker does: everything behind the first sign is the value', () => {
    assert.deepEqual(readPair('a=b=c'), { key: 'a', value: 'b=c' });
    assert.deepEqual(readPair(' encrypted '), { key: 'encrypted', value: '' });
    assert.equal(readPair('=x'), undefined);
    assert.equal(readPair('  '), undefined);
  });
});
