import assert from 'node:assert/strict';
import { parseIp, parseLinkLocal, parseMac, parsePriority, say } from '../../../src/language';
import { hoverFacts } from './hoverWorld';
import { service, wordsAt, usesOf } from './marker';

/** Docker's words, or undefined where it takes the value. */
function refusal(
  value: { readonly ok: true } | { readonly ok: false; readonly problem: Parameters<typeof say>[0] },
) {
  return value.ok ? undefined : say(value.problem).docker;
}

describe('an address of a container', () => {
  const rows: readonly (readonly [text: string, four: string | undefined, six: string | undefined])[] = [
    ['10.44.0.9', undefined, 'invalid IPv6 address: 10.44.0.9'],
    ['fd00::5', 'invalid IPv4 address: fd00::5', undefined],
    ['', undefined, undefined],
    ['::ffff:10.44.0.9', undefined, 'invalid IPv6 address: ::ffff:10.44.0.9'],
    ['010.1.1.1', 'invalid IPv4 address: 010.1.1.1', 'invalid IPv6 address: 010.1.1.1'],
    ['10.0.0.1/24', 'invalid IPv4 address: 10.0.0.1/24', 'invalid IPv6 address: 10.0.0.1/24'],
    [' 10.44.0.9', 'invalid IPv4 address:  10.44.0.9', 'invalid IPv6 address:  10.44.0.9'],
    ['foo', 'invalid IPv4 address: foo', 'invalid IPv6 address: foo'],
  ];
  for (const [text, four, six] of rows) {
    it(`"${text}": ${four ?? 'IPv4'}; ${six ?? 'IPv6'}`, () => {
      assert.deepEqual([refusal(parseIp(text, 4)), refusal(parseIp(text, 6))], [four, six]);
    });
  }

  it('may be link-local, which the engine reads at the start', () => {
    assert.equal(refusal(parseLinkLocal('169.254.8.8')), undefined);
    assert.equal(refusal(parseLinkLocal('10.0.0.1')), undefined);
    assert.equal(refusal(parseLinkLocal('foo')), 'Invalid link-local IP address: [foo]');
  });
});

describe('a MAC address', () => {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['02:42:ac:11:00:02', undefined],
    ['02-42-AC-11-00-02', undefined],
    ['0242.ac11.0002', undefined],
    [' 02:42:ac:11:00:02', undefined],
    ['02:42:ac:11:00:02:03:04', undefined],
    ['', undefined],
    ['0242ac110002', '0242ac110002 is not a valid mac address'],
    ['02:42:ac-11:00:02', '02:42:ac-11:00:02 is not a valid mac address'],
    ['zz', 'zz is not a valid mac address'],
  ];
  for (const [text, words] of rows) {
    it(`"${text}": ${words ?? 'taken'}`, () => {
      assert.equal(refusal(parseMac(text)), words);
    });
  }
});

describe('a gateway priority', () => {
  const rows: readonly (readonly [string, number | string])[] = [
    ['1', 1],
    ['-1', -1],
    ['+7', 7],
    ['0x10', 16],
    ['010', 8],
    ['x', 'strconv.ParseInt: parsing "x": invalid syntax'],
    ['1.5', 'strconv.ParseInt: parsing "1.5": invalid syntax'],
    ['99999999999999999999', 'strconv.ParseInt: parsing "99999999999999999999": value out of range'],
  ];
  for (const [text, expected] of rows) {
    it(`"${text}" is ${expected}`, () => {
      const value = parsePriority(text);
      assert.equal(value.ok ? value.priority : say(value.problem).docker, expected);
    });
  }
});

describe('what is said of a container on a network', () => {
  const inService = (...lines: readonly string[]) =>
    service('networks:', '  front:', ...lines.map((line) => `    ${line}`));
  const found: readonly (readonly [language: string, text: string, ...uses: readonly string[]])[] = [
    ['shellscript', 'docker run --ip 10.0.0.2 x', 'address --ip «10.0.0.2»'],
    ['shellscript', 'docker create --ip6=fd00::2 x', 'address --ip6 «fd00::2»'],
    ['shellscript', 'docker run --link-local-ip 169.254.1.1 x', 'linkLocal --link-local-ip «169.254.1.1»'],
    [
      'shellscript',
      'docker run --mac-address 02:42:ac:11:00:02 x',
      'macAddress --mac-address «02:42:ac:11:00:02»',
    ],
    [
      'shellscript',
      'docker run --net-alias=a --network-alias b x',
      'alias --net-alias «a»',
      'alias --network-alias «b»',
    ],
    [
      'shellscript',
      'docker network connect --ip 10.0.0.2 --ip6 fd00::2 --alias a --link-local-ip fe80::1 --gw-priority 1 --driver-opt a=b front web',
      'address --ip «10.0.0.2»',
      'address --ip6 «fd00::2»',
      'alias --alias «a»',
      'linkLocal --link-local-ip «fe80::1»',
      'gatewayPriority --gw-priority «1»',
      'endpointOption --driver-opt «a=b»',
    ],
    [
      'markdown',
      'Try `docker run --net front --ip 10.0.0.2 x`.',
      'network --net «front»',
      'address --ip «10.0.0.2»',
    ],
    [
      'dockerfile',
      '# run with --ip 10.0.0.2 and --mac-address=02:42:ac:11:00:02',
      'address --ip «10.0.0.2»',
      'macAddress --mac-address «02:42:ac:11:00:02»',
    ],
    [
      'dockerfile',
      '# with --network-alias=www, not --network-alias of others',
      'alias --network-alias «www»',
    ],
    [
      'dockerfile',
      'RUN docker run --net a --network-alias b x',
      'network --net «a»',
      'alias --network-alias «b»',
    ],
    [
      'dockercompose',
      service('mac_address: 02:42:ac:11:00:02'),
      'macAddress mac_address «02:42:ac:11:00:02»',
    ],
    [
      'dockercompose',
      inService('ipv4_address: 10.0.0.2', 'ipv6_address: "fd00::2"', 'mac_address: 02:42:ac:11:00:02'),
      'network networks',
      'network in networks «front»',
      'address ipv4_address «10.0.0.2»',
      'address ipv6_address «fd00::2»',
      'macAddress mac_address «02:42:ac:11:00:02»',
    ],
    [
      'dockercompose',
      inService(
        'link_local_ips: [169.254.1.1]',
        'aliases:',
        '  - a',
        '  - "b"',
        'gw_priority: 1',
        'priority: 2',
      ),
      'network networks',
      'network in networks «front»',
      'linkLocal link_local_ips',
      'linkLocal in link_local_ips «169.254.1.1»',
      'alias aliases',
      'alias in aliases «a»',
      'alias in aliases «b»',
      'gatewayPriority gw_priority «1»',
      'gatewayPriority priority «2»',
    ],
    [
      'dockercompose',
      inService('interface_name: eth7', 'driver_opts:', '  a.b: "1"', 'x-own: 1'),
      'network networks',
      'network in networks «front»',
      'interfaceName interface_name «eth7»',
      'endpointOption driver_opts',
      'endpointOption in driver_opts «a.b: "1"»',
    ],
    ['dockercompose', 'services:\n  web:\n    x: { ipv4_address: 1, aliases: [a] }\n'],
    ['shellscript', 'ifconfig eth0 --ip 10.0.0.2'],
  ];
  for (const [language, text, ...uses] of found) {
    it(`is found in ${language}: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(usesOf(language, text), uses);
    });
  }
});

describe('a hover on an address', () => {
  const own =
    'The network must be made with an IPv4 subnet that holds it. Where the engine chose the subnet, it refuses the address.';
  const front =
    '`shop_front` is a `bridge` network, `172.28.0.0/16`, with `api` `172.28.0.3`, `cache` `172.28.0.4`, `web` `172.28.0.2` and `www-2` `172.28.0.5`.';

  it('says where it holds', () => {
    assert.deepEqual(wordsAt('shellscript', 'docker run --net lan --ip |10.0.0.2 x'), [
      'Gives the container a fixed IPv4 address on a network.',
      'The container asks `lan` for `10.0.0.2`, each time it starts.',
      own,
    ]);
  });

  it('says who has it now', () => {
    const now = (address: string) =>
      wordsAt(
        'dockercompose',
        service('networks:', '  front:', `    ipv4_address: |${address}`),
        hoverFacts,
      ).at(-1);
    assert.match(now('172.28.0.3') ?? '', /- `172\.28\.0\.3` is \*\*taken\*\* by `api`\.\n/);
    assert.match(now('172.28.0.1') ?? '', /- `172\.28\.0\.1` is \*\*the gateway\*\* of the network\.\n/);
    assert.match(now('10.0.0.1') ?? '', /- `10\.0\.0\.1` is \*\*not in\*\* `172\.28\.0\.0\/16`\.\n/);
    assert.match(now('172.28.0.0') ?? '', /- `172\.28\.0\.0` is an \*\*outermost address\*\* of `172/);
    assert.match(now('172.28.0.2') ?? '', /- No other container of this engine has `172\.28\.0\.2`\.\n/);
  });

  it('names the network of docker network connect', () => {
    const words = wordsAt(
      'shellscript',
      'docker network connect --ip |172.28.0.9 shop_front web',
      hoverFacts,
    );
    assert.equal(words[1], 'The container asks `shop_front` for `172.28.0.9`, each time it starts.');
    assert.ok(words.at(-1)?.includes('`shop_front` is a `bridge` network'), front);
  });

  it('says that the default bridge has none', () => {
    for (const [flags, why] of [
      ['', 'Without `--network` the container is on the default bridge.'],
      ['--net host ', '`host` is no network of your own.'],
    ]) {
      assert.deepEqual(wordsAt('shellscript', `docker run ${flags}--ip |10.0.0.2 x`).slice(1), [
        '**The engine refuses it:** `user specified IP address is supported on user defined networks only`',
        `${why} Make a network with a subnet and name it: \`--network front\`.`,
      ]);
    }
  });

  it('refuses in the words of the engine', () => {
    assert.deepEqual(wordsAt('shellscript', 'docker run --net a --ip6 |10.0.0.0/8 x').slice(1), [
      '**Docker refuses it:** `invalid IPv6 address: 10.0.0.0/8`',
      'An IPv6 address such as `2001:db8::33`. The prefix length belongs to the subnet of the network.',
    ]);
  });

  it('tells of a link-local one', () => {
    assert.deepEqual(wordsAt('shellscript', 'docker run --net a --link-local-ip |10.0.0.1 x').slice(1), [
      'The interface on `a` also has `10.0.0.1`, beside the address that the network gives.',
      '**Careful:** Link-local are 169.254.0.0/16 and fe80::/10 alone; the engine does not check that.',
    ]);
  });
});

describe('a hover on a MAC address', () => {
  const said = (mac: string) =>
    wordsAt('shellscript', `docker run --mac-address |${mac} x`, hoverFacts).slice(1);

  it('says what it is, and who has it', () => {
    assert.deepEqual(said('02-42-AC-1C-00-03'), [
      'The interface on its network has `02:42:ac:1c:00:03`.',
      '**Now:** `api (shop_front)` has it already: on one network two of them lose packets.',
    ]);
    assert.deepEqual(
      wordsAt('shellscript', 'docker run --net lab --mac-address |02:00:00:00:00:01 x', hoverFacts).at(-1),
      '**Now:** No other container on `lab` has it.',
    );
  });

  it('says which ones no interface can have', () => {
    assert.equal(
      said('ff:ff:ff:ff:ff:ff')[1],
      '**Careful:** An odd first octet is for groups (multicast): Linux gives no interface such an address.',
    );
    assert.equal(said('00:00:00:00:00:00')[1], '**Careful:** Linux gives no interface an address of zeros.');
    assert.equal(
      said('00:11:22:33:44:55')[1],
      '**Careful:** It is in the space of makers of network cards; one of your own starts with `02`, `06`, `0a` or `0e`.',
    );
    assert.equal(
      said('02:42:ac:11:00:02:03:04')[1],
      '**Careful:** Docker takes 8 octets; the interface of a container has six.',
    );
  });
});

describe('a hover on an alias', () => {
  it('says who finds the container, and who shares the name', () => {
    assert.deepEqual(
      wordsAt('dockercompose', service('networks:', '  front:', '    aliases: [a|pi]'), hoverFacts).slice(
        1,
        3,
      ),
      [
        'Containers on `front` also find this one as `api`. The DNS of the engine (127.0.0.11) answers for it; other networks do not know it.',
        '**Now:**\n- `api` is found under `api` there too: a look-up gives the addresses of all.\n- `shop_front` is a `bridge` network, `172.28.0.0/16`, with `api` `172.28.0.3`, `cache` `172.28.0.4`, `web` `172.28.0.2`, `www-2` `172.28.0.5`.',
      ],
    );
  });

  it('says that it needs a network of your own', () => {
    assert.deepEqual(wordsAt('shellscript', 'docker run --network-alias |www x').slice(1), [
      '**Docker refuses it:** `network-scoped aliases are only supported for user-defined networks`',
      'Without `--network` the container is on the default bridge. Make one and name it: `docker network create front`, `--network front`.',
    ]);
  });
});

describe('a hover on other settings of a connection', () => {
  const at = (line: string) =>
    wordsAt('dockercompose', service('networks:', '  front:', `    ${line}`)).slice(1);

  it('tells priorities apart', () => {
    assert.deepEqual(at('gw_priority: |1'), [
      'With **1**, the default route of the container goes through `front`, unless another of its networks has a higher number.',
      'Networks without a number have 0. Among equals an internal network comes last, and then the name decides.',
      '**Careful:** It needs engine 28.0 (API 1.48); older ones do not know it.',
    ]);
    assert.deepEqual(at('priority: |1000'), [
      'With **1000**, the service is connected to `front` before networks with a lower number.',
      '**Careful:** It decides neither the default route nor the names of the interfaces: for these there are `gw_priority` and `interface_name`.',
    ]);
    assert.deepEqual(wordsAt('shellscript', 'docker network connect --gw-priority |x a b').slice(1), [
      '**Docker refuses it:** `strconv.ParseInt: parsing "x": invalid syntax`',
      'A whole number; the highest one gives the default route.',
    ]);
  });

  it('tells of names of interfaces and of options', () => {
    assert.deepEqual(at('interface_name: |a-very-long-name7'), [
      'In the container the interface is called `a-very-long-name7`, not `eth0` or the next free number.',
      '**Careful:** Linux takes 15 characters; these are 17.',
    ]);
    assert.deepEqual(at('driver_opts: { |com.docker.network.endpoint.ifname: eth7 }'), [
      'The name of the interface in the container.',
    ]);
    assert.deepEqual(at('driver_opts: { |a: b }'), [
      'The driver alone knows `a`; Docker passes it on as it is.',
    ]);
  });
});
