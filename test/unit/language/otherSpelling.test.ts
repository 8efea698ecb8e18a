import assert from 'node:assert/strict';
import { hoverAt } from '../../../src/language';

/** The last paragraph up to the link: the value in the other way of writing. */
function otherOf(marked: string, language = 'shellscript'): string | undefined {
  const hover = hoverAt(marked.replace('|', ''), language, marked.indexOf('|'));
  assert.ok(hover, marked);
  const last = hover.markdown.split('\n\n').at(-1) ?? '';
  return last.includes(' · ') ? last.slice(0, last.lastIndexOf(' · ')) : undefined;
}

function service(lines: string): string {
  return `services:\n  web:\n${lines.replace(/^/gm, '    ')}\n`;
}

const rows: readonly (readonly [marked: string, words: string])[] = [
  ['docker run |-p 8080:80 x', 'In compose: `ports: ["8080:80"]`'],
  ['docker run |--expose 53/udp x', 'In compose: `expose: ["53/udp"]`'],
  ['docker run --network n |--network-alias www x', 'In compose: `aliases: ["www"]`'],
  ['docker run --network n |--ip 10.0.0.2 x', 'In compose: `ipv4_address: 10.0.0.2`'],
  ['docker run --network n |--ip6 fd00::2 x', 'In compose: `ipv6_address: "fd00::2"`'],
  ['docker run |--mac-address 02:42:ac:11:00:02 x', 'In compose: `mac_address: "02:42:ac:11:00:02"`'],
  ['docker run |--add-host db:10.0.0.5 x', 'In compose: `extra_hosts: ["db:10.0.0.5"]`'],
  ['docker run |--dns 9.9.9.9 x', 'In compose: `dns: ["9.9.9.9"]`'],
  ['docker run |--dns-search a.example x', 'In compose: `dns_search: ["a.example"]`'],
  ['docker run |--dns-option ndots:1 x', 'In compose: `dns_opt: ["ndots:1"]`'],
  ['docker run |-h web1 x', 'In compose: `hostname: "web1"`'],
  ['docker run |--sysctl net.core.somaxconn=9 x', 'In compose: `sysctls: { net.core.somaxconn: "9" }`'],
  ['docker network create |-d macvlan n', 'In compose: `driver: macvlan`'],
  ['docker network create |-o parent=eth0 n', 'In compose: `driver_opts: { parent: "eth0" }`'],
  ['docker network create |--subnet 10.7.0.0/24 n', 'In compose: `subnet: "10.7.0.0/24"`'],
  ['docker build |--add-host db:10.0.0.5 .', 'In compose: `extra_hosts: ["db:10.0.0.5"]`'],
];

const none: readonly string[] = [
  'docker run |-p $PORT:80 x',
  'docker run |-p 127.0.0.1:80 x',
  'docker run |-p published=8080,target=80 x',
  'docker run --network host |-p 8080:80 x',
  'docker run --network container:db |--hostname web1 x',
  'docker service create |-p 8080:80 x',
  'podman run |-p 8080:80 x',
  'docker run --network n |--network-alias a"b x',
  `docker run |-h ${'a'.repeat(60)} x`,
];

describe('a value in the other way of writing', () => {
  for (const [marked, words] of rows) it(`of ${marked}`, () => assert.equal(otherOf(marked), words));

  for (const marked of none) it(`is not there for ${marked}`, () => assert.equal(otherOf(marked), undefined));

  it('is a flag for a key', () => {
    assert.equal(otherOf(service('dns: |9.9.9.9'), 'dockercompose'), 'As a flag: `--dns 9.9.9.9`');
    assert.equal(
      otherOf(service('sysctls:\n  |net.core.somaxconn: 9'), 'dockercompose'),
      'As a flag: `--sysctl net.core.somaxconn=9`',
    );
  });
});

/** The paragraphs between the general words and the link. */
function said(marked: string): readonly string[] {
  const hover = hoverAt(marked.replace('|', ''), 'shellscript', marked.indexOf('|'));
  return hover?.markdown.split('\n\n').slice(2, -1) ?? [];
}

describe('what `docker service update` takes away', () => {
  it('is told by port, protocol and mode', () => {
    assert.deepEqual(said('docker service update |--publish-rm 8080:80 web'), [
      'Ends what `mode=ingress` published of port **80**/tcp of the tasks.',
      '**Careful:**\n- Only the port of the tasks counts: `8080` is not looked at.\n- What `mode=host` published stays: `target=80,mode=host` ends that.',
    ]);
    assert.deepEqual(said('docker service update |--publish-rm target=80,mode=host web'), [
      'Ends what `mode=host` published of port **80**/tcp of the tasks.',
    ]);
    assert.equal(
      said('docker service update |--publish-rm 1.2.3.4:80:80 web')[0],
      '**Docker refuses it:** `hostip is not supported`',
    );
  });

  it('is a network, a line, an entry', () => {
    assert.deepEqual(said('docker service update |--network-rm front web'), [
      'The tasks of the service leave `front`.',
    ]);
    assert.deepEqual(said('docker service update |--host-rm db:10.0.0.5 web'), [
      '/etc/hosts of the tasks loses the line of `db`, whatever its address.',
    ]);
    for (const [flag, value] of [
      ['--dns-rm', '9.9.9.9'],
      ['--dns-search-rm', 'a.example'],
      ['--dns-option-rm', 'ndots:1'],
      ['--sysctl-rm', 'net.core.somaxconn'],
    ] as const)
      assert.deepEqual(said(`docker service update |${flag} ${value} web`), [
        `The service loses \`${value}\`. An entry that is written in another way stays.`,
      ]);
  });
});

describe('a list of `docker network connect`', () => {
  it('has commas between its entries', () => {
    assert.equal(
      said('docker network connect |--alias a,b front web')[0],
      'Containers on `front` also find this one as `a` and `b`. The DNS of the engine (127.0.0.11) answers for it; other networks do not know it.',
    );
    assert.equal(
      said('docker network connect |--link-local-ip 169.254.8.8,fe80::8 front web')[0],
      'The interface on `front` also has `169.254.8.8` and `fe80::8`, beside the address that the network gives.',
    );
    assert.deepEqual(said('docker network connect |--driver-opt a=b,c=d front web'), [
      '- The driver alone knows `a`; Docker passes it on as it is.\n- The driver alone knows `c`; Docker passes it on as it is.',
    ]);
    assert.match(
      said('docker network connect |--driver-opt a=b,c front web')[0] ?? '',
      /^\*\*Docker refuses it:/,
    );
  });

  it('is one entry for `docker run`', () => {
    assert.match(said('docker run --network front |--network-alias a,b x')[0] ?? '', / as `a,b`\./);
  });
});

describe('a word of a few', () => {
  it('is explained by its key', () => {
    assert.deepEqual(said('docker network ls |-f name=x'), ['`name=x`: with this in its name.']);
    assert.deepEqual(said('docker network prune |--filter label!=a=b'), [
      '`label!=a=b`: without this label.',
    ]);
  });

  it('of a switch has the pitfalls of its command', () => {
    assert.deepEqual(said('docker network rm |-f front'), [
      '**On:** a missing network is no error.',
      '**Careful:** A network with containers on it stays all the same: `has active endpoints`.',
    ]);
    assert.deepEqual(said('docker network ls |-q'), ['**On:** one id a line.']);
  });
});
