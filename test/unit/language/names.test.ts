import assert from 'node:assert/strict';
import { parseAddHost, parseDnsSearch, parseDnsServer, parseSysctl, say } from '../../../src/language';
import { hoverFacts } from './hoverWorld';
import { service, usesOf, wordsAt } from './marker';

type Value = { readonly ok: true } | { readonly ok: false; readonly problem: Parameters<typeof say>[0] };

function table(
  title: string,
  parse: (text: string) => Value,
  rows: readonly (readonly [string, string?])[],
): void {
  describe(title, () => {
    for (const [text, words] of rows) {
      it(`"${text}": ${words ?? 'taken'}`, () => {
        const value = parse(text);
        assert.equal(value.ok ? undefined : say(value.problem).docker, words);
      });
    }
  });
}

table('a host entry', parseAddHost, [
  ['h:1.2.3.4'],
  ['h=1.2.3.4'],
  ['h:::1'],
  ['h:[::1]'],
  ['h=[1.2.3.4]'],
  ['h:host-gateway'],
  ['h: 1.2.3.4'],
  ['a b:1.2.3.4'],
  ['foo', 'bad format for add-host: "foo"'],
  [':1.2.3.4', 'bad format for add-host: ":1.2.3.4"'],
  ['a:b=1.2.3.4', 'bad format for add-host: "a:b=1.2.3.4"'],
  ['', 'bad format for add-host: ""'],
  ['h:bar', 'invalid IP address in add-host: "bar"'],
  ['h:', 'invalid IP address in add-host: ""'],
  ['h:Host-Gateway', 'invalid IP address in add-host: "Host-Gateway"'],
  ['a=b:1.2.3.4', 'invalid IP address in add-host: "b:1.2.3.4"'],
  ['h:[::1', 'invalid IP address in add-host: "[::1"'],
]);

table('a DNS server', parseDnsServer, [
  ['1.1.1.1'],
  ['::1'],
  [' 1.1.1.1 '],
  ['foo', 'IP address is not correctly formatted: foo'],
  ['', 'IP address is not correctly formatted: '],
  ['1.1.1.1:53', 'IP address is not correctly formatted: 1.1.1.1:53'],
  ['fe80::1%eth0', 'IP address is not correctly formatted: fe80::1%eth0'],
  ['[::1]', 'IP address is not correctly formatted: [::1]'],
]);

table('a search domain', parseDnsSearch, [
  ['a.b.c'],
  ['a.'],
  ['.'],
  [' a '],
  [':a'],
  ['a:.b'],
  ['a'.repeat(70)],
  ['a..b', 'a..b is not a valid domain'],
  ['...', '... is not a valid domain'],
  ['-a', '-a is not a valid domain'],
  ['A_b', 'A_b is not a valid domain'],
  ['1', '1 is not a valid domain'],
  ['', ' is not a valid domain'],
]);

table('a kernel setting', parseSysctl, [
  ['net.ipv4.ip_forward=1'],
  ['net.ipv4.ip_forward='],
  ['kernel.shm_rmid_forced=1'],
  ['fs.mqueue.x=1'],
  ['net.ipv4.ip_forward', "sysctl 'net.ipv4.ip_forward' is not allowed"],
  ['vm.x=1', "sysctl 'vm.x=1' is not allowed"],
  ['kernel.domainname=a', "sysctl 'kernel.domainname=a' is not allowed"],
  ['=1', "sysctl '=1' is not allowed"],
  ['', "sysctl '' is not allowed"],
]);

describe('names of a container', () => {
  const found: readonly (readonly [language: string, text: string, ...uses: readonly string[]])[] = [
    [
      'shellscript',
      'docker run --add-host a:1.1.1.1 --dns 1.1.1.1 --dns-search a --dns-option b --dns-opt c -h d --domainname e --sysctl net.a=1 x',
      'addHost --add-host «a:1.1.1.1»',
      'dnsServer --dns «1.1.1.1»',
      'dnsSearch --dns-search «a»',
      'dnsOption --dns-option «b»',
      'dnsOption --dns-opt «c»',
      'hostname -h «d»',
      'domainname --domainname «e»',
      'sysctl --sysctl «net.a=1»',
    ],
    ['shellscript', 'docker create -ith web x', 'hostname -ith «web»'],
    ['shellscript', 'docker build --add-host a:1.1.1.1 .', 'addHost --add-host «a:1.1.1.1»'],
    [
      'shellscript',
      'docker service create --host a:1.1.1.1 --dns 1.1.1.1 --hostname b --sysctl net.a=1 x',
      'addHost --host «a:1.1.1.1»',
      'dnsServer --dns «1.1.1.1»',
      'hostname --hostname «b»',
      'sysctl --sysctl «net.a=1»',
    ],
    [
      'shellscript',
      'docker service update --host-add a:1.1.1.1 --dns-add 1.1.1.1 --dns-search-add a --dns-option-add b --sysctl-add net.a=1 web',
      'addHost --host-add «a:1.1.1.1»',
      'dnsServer --dns-add «1.1.1.1»',
      'dnsSearch --dns-search-add «a»',
      'dnsOption --dns-option-add «b»',
      'sysctl --sysctl-add «net.a=1»',
    ],
    ['markdown', 'Use `docker run --dns 1.1.1.1 x`.', 'dnsServer --dns «1.1.1.1»'],
    [
      'dockerfile',
      '# run with --add-host db:1.1.1.1, --dns 1.1.1.1 and --sysctl net.core.somaxconn=1',
      'addHost --add-host «db:1.1.1.1»',
      'dnsServer --dns «1.1.1.1»',
      'sysctl --sysctl «net.core.somaxconn=1»',
    ],
    ['dockerfile', 'RUN docker run --hostname a x', 'hostname --hostname «a»'],
    [
      'dockercompose',
      service(
        'extra_hosts:',
        '  - a:1.1.1.1',
        'dns: 1.1.1.1',
        'dns_search: [a]',
        'dns_opt: [b]',
        'hostname: c',
        'domainname: d',
      ),
      'addHost extra_hosts',
      'addHost in extra_hosts «a:1.1.1.1»',
      'dnsServer dns «1.1.1.1»',
      'dnsSearch dns_search',
      'dnsSearch in dns_search «a»',
      'dnsOption dns_opt',
      'dnsOption in dns_opt «b»',
      'hostname hostname «c»',
      'domainname domainname «d»',
    ],
    [
      'dockercompose',
      service(
        'extra_hosts: { a: 1.1.1.1, b: [1.1.1.2] }',
        'sysctls:',
        '  net.a: 1',
        'build:',
        '  extra_hosts: ["c=1.1.1.1"]',
      ),
      'addHost extra_hosts',
      'addHost in extra_hosts «a: 1.1.1.1»',
      'addHost in extra_hosts «b»',
      'sysctl sysctls',
      'sysctl in sysctls «net.a: 1»',
      'addHost extra_hosts',
      'addHost in extra_hosts «c=1.1.1.1»',
    ],
    ['shellscript', 'dig --dns 1.1.1.1; hostname -h a'],
  ];
  for (const [language, text, ...uses] of found) {
    it(`are found in ${language}: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(usesOf(language, text), uses);
    });
  }
});

describe('a hover on a name', () => {
  const run = (marked: string) => wordsAt('shellscript', `docker run ${marked} x`, hoverFacts).slice(1);

  it('says what is written into the hosts file', () => {
    assert.deepEqual(run('--add-host |db:[fd00::5]'), [
      '/etc/hosts of the container gets a line with `fd00::5 db`.',
      'Programs there find `db` without asking any DNS.',
    ]);
    assert.deepEqual(run('--add-host |h=host-gateway'), [
      '/etc/hosts of the container gets a line with the address by which containers reach the host, and `h`.',
      'Programs there find `h` without asking any DNS.',
      '**Now:** `172.17.0.1`, the address of the default bridge, unless the engine was started with `--host-gateway-ip`.',
    ]);
    assert.deepEqual(
      run('--add-host |h:127.0.0.1').at(-1),
      '**Careful:** `127.0.0.1` is the container itself there, not the host.',
    );
    assert.deepEqual(wordsAt('dockercompose', service('extra_hosts: { d|b: 10.0.0.5 }')).slice(1), [
      '/etc/hosts of the container gets a line with `10.0.0.5 db`.',
      'Programs there find `db` without asking any DNS.',
    ]);
    assert.deepEqual(wordsAt('dockercompose', service('extra_hosts: [d|b]')).slice(1), [
      '**Not valid.** Write the name, a colon, and the address: `db:10.0.0.5`.',
    ]);
    assert.deepEqual(run('--net container:db --add-host |h:1.1.1.1'), [
      '**The engine refuses it:** `conflicting options: custom host-to-IP mapping and the network mode`',
      'It belongs to the container whose network is shared.',
    ]);
  });

  it('says who is asked', () => {
    assert.deepEqual(run('--dns |127.0.0.1'), [
      'The container asks `127.0.0.1` at port 53, in the place of the servers of the host.',
      'On the default bridge it stands in /etc/resolv.conf; on a network of your own that names 127.0.0.11, the DNS of the engine, which asks it in turn.',
      '**Careful:** `127.0.0.1` is the container itself, not the host.',
    ]);
    assert.deepEqual(run('--dns |1.1.1.1:53'), [
      '**Docker refuses it:** `IP address is not correctly formatted: 1.1.1.1:53`',
      'An IP address alone, such as `9.9.9.9`: no name, and no port.',
    ]);
    assert.deepEqual(run('--dns-search |example.com'), [
      'A short name such as `db` is looked up as `db.example.com` too.',
    ]);
    assert.deepEqual(run('--dns-search |.'), ['No search domains: short names are looked up as they are.']);
    assert.deepEqual(run('--dns-option |ndots:2'), [
      'A name with `2` or more dots is looked up as it is first; others with the search domains first.',
    ]);
    assert.deepEqual(run('--dns-option |toString'), [
      'The resolver alone knows `toString`; Docker writes it down as it is.',
    ]);
  });

  it('says what the container calls itself', () => {
    assert.deepEqual(run('-h |a_b'), [
      'Programs in the container see `a_b` as the name of their machine.',
      'On a network of your own other containers find it under this name too.',
      '**Careful:** It is no name of RFC 1123 (letters, digits and dashes): Docker takes it, DNS and many programs do not.',
    ]);
    assert.deepEqual(
      run(`-h |${'a'.repeat(64)}`).at(-1),
      '**Careful:** DNS takes 63 characters between dots, Linux 64 in all; these are 64.',
    );
    assert.deepEqual(
      run('--net container:a -h |b')[0],
      '**The engine refuses it:** `conflicting options: hostname and the network mode`',
    );
    assert.deepEqual(run('--domainname |a.b'), [
      'The kernel gives `a.b` as the NIS domain of the container.',
      'No look-up uses it: for short names there is `--dns-search`, in compose `dns_search`.',
    ]);
  });

  it('says what a kernel setting does, and where it can not be had', () => {
    assert.deepEqual(run('--sysctl |net.core.somaxconn=1024'), [
      'In the network of the container `net.core.somaxconn` is `1024`; the host keeps its own.',
      'The longest queue of connections that a program has not taken yet.',
    ]);
    assert.deepEqual(run('--net host --sysctl |net.a=1'), [
      '**The container does not start:** `sysctl "net.a" not allowed in host network namespace`',
      'On the host network it would change the host itself.',
    ]);
    assert.deepEqual(run('--sysctl |vm.max_map_count=1'), [
      "**Docker refuses it:** `sysctl 'vm.max_map_count=1' is not allowed`",
      'Only what a container has for itself can be set: `net.`, `fs.mqueue.` and a few of `kernel.`. All else belongs to the host.',
    ]);
    assert.match(
      run('--sysctl |net.ipv4.conf.eth0.arp_ignore=1').at(-1) ?? '',
      /^\*\*Careful:\*\* Which network has `eth0` depends/,
    );
  });
});
