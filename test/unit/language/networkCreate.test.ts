import assert from 'node:assert/strict';
import { parseSubnets, say } from '../../../src/language';
import { hoverFacts } from './hoverWorld';
import { usesOf, wordsAt } from './marker';

describe('a subnet', () => {
  const rows: readonly (readonly [string, string?])[] = [
    ['10.1.0.0/24'],
    ['10.1.0.5/24'],
    ['10.1.0.0/024'],
    ['fd00::/64'],
    ['10.1.0.0/24,10.2.0.0/24'],
    [''],
    ...['foo', '10.1.0.0', '10.1.0.0/33', '010.1.0.0/24', ' 10.1.0.0/24'].map(
      (text) => [text, `Invalid subnet ${text} : invalid CIDR address: ${text}`] as const,
    ),
  ];
  for (const [text, words] of rows) {
    it(`"${text}": ${words ?? 'taken'}`, () => {
      const value = parseSubnets(text);
      assert.equal(value.ok ? undefined : say(value.problem).docker, words);
    });
  }
});

describe('the making of a network', () => {
  const networks = (...lines: readonly string[]) =>
    ['networks:', '  front:', ...lines.map((line) => `    ${line}`), ''].join('\n');
  const found: readonly (readonly [language: string, text: string, ...uses: readonly string[]])[] = [
    [
      'shellscript',
      'docker network create -d bridge --subnet 10.0.0.0/8 --gateway 10.0.0.1 --ip-range 10.1.0.0/16 --aux-address a=10.0.0.5 front',
      'networkDriver -d «bridge»',
      'subnet --subnet «10.0.0.0/8»',
      'gateway --gateway «10.0.0.1»',
      'ipRange --ip-range «10.1.0.0/16»',
      'auxAddress --aux-address «a=10.0.0.5»',
    ],
    [
      'shellscript',
      'docker network create --internal --attachable --ingress --ipv6 --ipv4=false --config-only --config-from a --scope swarm --label b --ipam-driver c --ipam-opt d=e -o f=g --driver=overlay x',
      'internal --internal',
      'attachable --attachable',
      'ingress --ingress',
      'families --ipv6',
      'families --ipv4 «false»',
      'configOnly --config-only',
      'configOnly --config-from «a»',
      'networkScope --scope «swarm»',
      'networkLabel --label «b»',
      'ipam --ipam-driver «c»',
      'ipam --ipam-opt «d=e»',
      'driverOption -o «f=g»',
      'networkDriver --driver «overlay»',
    ],
    [
      'markdown',
      'First `docker network create --internal back`, then `docker network ls -f name=back`.',
      'internal --internal',
      'networkFilter -f «name=back»',
    ],
    [
      'shellscript',
      "docker network ls --filter driver=bridge --format '{{.Name}}' --no-trunc -q; docker network list -f name=a",
      'networkFilter --filter «driver=bridge»',
      'networkFormat --format «{{.Name}}»',
      'networkDetail --no-trunc',
      'networkDetail -q',
      'networkFilter -f «name=a»',
    ],
    ['shellscript', 'docker network inspect -v -f json a', 'networkDetail -v', 'networkFormat -f «json»'],
    [
      'shellscript',
      'docker network prune -f --filter until=24h',
      'networkForce -f',
      'networkFilter --filter «until=24h»',
    ],
    [
      'shellscript',
      'docker network rm -f a; docker network remove --force b',
      'networkForce -f',
      'networkForce --force',
    ],
    ['shellscript', 'docker network disconnect -f a b', 'networkForce -f'],
    ['dockerfile', 'RUN docker network create --subnet 10.0.0.0/8 a', 'subnet --subnet «10.0.0.0/8»'],
    ['dockerfile', '# docker network create --subnet 10.0.0.0/8 a', 'subnet --subnet «10.0.0.0/8»'],
    [
      'dockercompose',
      networks(
        'driver: bridge',
        'driver_opts:',
        '  a: b',
        'attachable: true',
        'internal: false',
        'enable_ipv6: true',
        'enable_ipv4: false',
        'external: false',
        'name: x',
        'labels: [a=b]',
      ),
      'network networks',
      'network in front «front»',
      'networkDriver driver «bridge»',
      'driverOption driver_opts',
      'driverOption in driver_opts «a: b»',
      'attachable attachable «true»',
      'internal internal «false»',
      'families enable_ipv6 «true»',
      'families enable_ipv4 «false»',
      'externalNetwork external «false»',
      'networkName name «x»',
      'networkLabel labels',
      'networkLabel in labels «a=b»',
    ],
    [
      'dockercompose',
      networks(
        'ipam:',
        '  driver: default',
        '  options: { a: b }',
        '  config:',
        '    - subnet: 10.0.0.0/8',
        '      gateway: 10.0.0.1',
        '      ip_range: 10.1.0.0/16',
        '      aux_addresses: { r: 10.0.0.5 }',
      ),
      'network networks',
      'network in front «front»',
      'ipam ipam',
      'ipam driver «default»',
      'ipam options',
      'ipam in options «a»',
      'ipam config',
      'subnet subnet «10.0.0.0/8»',
      'gateway gateway «10.0.0.1»',
      'ipRange ip_range «10.1.0.0/16»',
      'auxAddress aux_addresses',
      'auxAddress in aux_addresses «r: 10.0.0.5»',
    ],
    ['shellscript', 'docker service create --endpoint-mode dnsrr x', 'endpointMode --endpoint-mode «dnsrr»'],
    ['dockercompose', 'volumes:\n  a:\n    driver: local\n'],
  ];
  for (const [language, text, ...uses] of found) {
    it(`is found in ${language}: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(usesOf(language, text), uses);
    });
  }

  const create = (marked: string) =>
    wordsAt('shellscript', `docker network create ${marked} lan`, hoverFacts).slice(1);

  it('tells the size of a subnet, and whose it overlaps with', () => {
    assert.deepEqual(create('--subnet |10.7.0.5/24'), [
      '`10.7.0.0/24` has 256 addresses: 253 for containers, without the two outermost ones and the gateway.',
      '- Gateway: `10.7.0.1`, unless another one is given\n- Containers: `10.7.0.2` to `10.7.0.254`',
      '**Careful:** Engines from 25.0 on refuse host bits: write `10.7.0.0/24`.',
      '**Now:** No network of this engine overlaps with it. What else the host reaches is not seen.',
    ]);
    assert.equal(
      create('--subnet |172.28.5.0/24').at(-1),
      '**Now:** It **overlaps** with `shop_front`, `172.28.0.0/16`.',
    );
    assert.equal(
      create('--subnet |172.28.0.0/16')[0],
      '`172.28.0.0/16` has 65,536 addresses: 65,533 for containers, without the two outermost ones and the gateway.',
    );
    assert.equal(create('--subnet |fd09::/64')[0], '`fd09::/64` has 2^64 addresses.');
    assert.match(
      create('--subnet |10.7.0.0/32').join(),
      /1 address: 0 for containers.*no room for a gateway/,
    );
    const own = 'networks:\n  front:\n    ipam:\n      config: [{ subnet: |172.28.0.0/16 }]\n';
    assert.match(
      wordsAt('dockercompose', own, hoverFacts).at(-1) ?? '',
      /^\*\*Now:\*\* No network of this engine/,
    );
    assert.deepEqual(create('--subnet |foo'), [
      '**Docker refuses it:** `Invalid subnet foo : invalid CIDR address: foo`',
      'An address and the length of its prefix: `172.28.0.0/16`.',
    ]);
  });

  it('looks for the subnet of a gateway, a range and a reserved address', () => {
    const refused = (words: string, advice: string) => [`**Docker refuses it:** \`${words}\``, advice];
    const give = 'Give the subnet too: `--subnet 172.28.0.0/16`.';
    assert.deepEqual(
      create('--gateway |10.0.0.1'),
      refused('every ip-range or gateway must have a corresponding subnet', give),
    );
    assert.deepEqual(
      create('--subnet 10.7.0.0/24 --gateway |10.0.0.1'),
      refused('no matching subnet for gateway 10.0.0.1', 'It must lie in `10.7.0.0/24`.'),
    );
    assert.deepEqual(
      create('--subnet 10.7.0.0/24 --aux-address |a'),
      refused(' no matching subnet for aux-address  ', 'It must lie in `10.7.0.0/24`.'),
    );
    assert.deepEqual(
      create('--subnet 10.7.0.0/24 --ip-range |foo'),
      refused('invalid CIDR address: foo', 'An address and the length of its prefix: `172.28.5.0/24`.'),
    );
    assert.deepEqual(create('--subnet 10.7.0.0/24 --gateway |10.7.0.9'), [
      '`10.7.0.9` is the way to all that is not on the network itself.',
      'The engine gives this address to the bridge device of the host, and from there NAT leads out.',
    ]);
    assert.deepEqual(
      create('-d macvlan --subnet 10.7.0.0/24 --gateway |10.7.0.9').at(-1),
      'With `macvlan` it is the router of the network outside: Docker does not make it.',
    );
    assert.deepEqual(
      create('--subnet $S --gateway |10.7.0.9')[0],
      '`10.7.0.9` is the way to all that is not on the network itself.',
    );
    assert.deepEqual(
      create('--subnet 10.7.0.0/24 --ip-range |10.7.0.128/25')[0],
      'Containers get addresses from `10.7.0.128` to `10.7.0.255` by themselves.',
    );
    assert.deepEqual(
      create('--subnet 10.7.0.0/24 --aux-address |r=10.7.0.5')[0],
      'No container gets `10.7.0.5`: it is kept for `r`.',
    );
  });

  it('tells of drivers and switches', () => {
    assert.match(create('-d |macvlan')[0] ?? '', /MAC address/);
    assert.deepEqual(
      create('-d |host')[0],
      '**The engine refuses it:** `only one instance of "host" network is allowed`',
    );
    assert.deepEqual(
      create('-d |nosuch')[0],
      'A plugin `nosuch` carries the packets. Where it is not installed, the engine says `plugin "nosuch" not found`.',
    );
    assert.match(create('-d |nosuch')[1] ?? '', /^\*\*Now:\*\* This engine does not list it; it has `/);
    assert.deepEqual(create('--|internal'), [
      '**On:** no way out, and no way in from other machines.',
      '**Careful:**\n- Ports of a container that is on such networks alone are not published, and the engine says nothing.\n- What listens on the host at the address of the bridge is reached all the same, and the host reaches the containers.\n' +
        '- Engines before 27 let IPv6 out and in, unless they are told to filter it.',
    ]);
    assert.deepEqual(create('--internal=|0'), ['**Off:** a way out, on a bridge by NAT.']);
    assert.deepEqual(create('--scope |swarm'), [
      '`swarm`: every node that runs a task on it; needs a swarm.',
    ]);
    assert.match(
      create('-o |com.docker.network.bridge.name=docker0').at(-1) ?? '',
      /^\*\*Careful:\*\* Engines before 25\.0 accept/,
    );
  });
});
