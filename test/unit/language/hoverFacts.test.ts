import { buildTopology, type Topology } from '../../../src/model';
import { decodeSnapshot } from '../../../src/engine/decode';
import sample from '../../../media/sample/engine.json';
import { plain } from '../fixture';
import assert from 'node:assert/strict';
import { hoverAt } from '../../../src/language';

const shop: Topology = buildTopology(decodeSnapshot(sample));

/** What the engine adds to the hover at the `|`: its last paragraph before the link. */
function nowOf(language: string, marked: string, topology: Topology): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const without = hoverAt(text, language, offset)?.markdown.split('\n\n') ?? [];
  const paragraphs =
    hoverAt(text, language, offset, { topology, folder: 'Shop' })?.markdown.split('\n\n') ?? [];
  assert.ok(without.length > 0, 'no hover');
  assert.equal(
    without.some((paragraph) => paragraph.startsWith('**Now')),
    false,
  );
  return paragraphs.filter((paragraph) => paragraph.startsWith('**Now')).join();
}

function said(marked: string, words: string, topology: Topology = plain): void {
  it(`${marked} → ${words}`, () => {
    assert.equal(nowOf('shellscript', marked, topology), words);
  });
}

describe('what the engine knows of a port', () => {
  said('docker run |-p 8080:80 x', '**Now:** `8080/tcp` is **taken** by `my-nginx` on all addresses.');
  said(
    'docker run |-p 127.0.0.1:8080:80 x',
    '**Now:** `8080/tcp` is **taken** by `my-nginx` on all addresses.',
  );
  said('docker run |-p [::1]:8080:80 x', '**Now:** `8080/tcp` is **taken** by `my-nginx` on all addresses.');
  said('docker run |-p 9090:80 x', '**Now:** `9090/tcp` is **taken** by `u2` on `127.0.0.1`.');
  const free = (port: string) =>
    `**Now:** No container of this engine publishes \`${port}\`. Other programs of the host are not seen.`;
  said('docker run |-p 127.0.0.2:9090:80 x', free('9090/tcp'));
  said('docker run |-p [::]:9090:80 x', free('9090/tcp'));
  said('docker run |-p 8080:80/udp x', free('8080/udp'));
  said(
    'docker run |-p 7000-7010:80 x',
    '**Now:** No container of this engine publishes a port of `7000-7010/tcp`. Other programs of the host are not seen.',
  );
  said(
    'docker run --name my-nginx |-p 8080:80 x',
    '**Now:** `8080/tcp` is published by `my-nginx` on all addresses.',
  );
  said(
    'docker run |-p 8000-9090:80 x',
    '**Now:** `8080/tcp` is **taken** by `my-nginx` on all addresses and `9090/tcp` is **taken** by `u2` on `127.0.0.1`.',
  );
  said('docker run |-p 80 x', '');
  said('docker run |-p $PORT:80 x', '');
  said('docker run |-p 70000:80 x', '');
  said(
    'docker run --net shop_back |-p 5432:5432 x',
    '**Now:** `shop_back` is internal: the port is not published, and the engine says nothing.',
    shop,
  );
  said(
    'docker run --net mv |-p 8080:80 x',
    '**Now:** `mv` is a macvlan network: the port is not published, and the engine says nothing.',
  );

  it('knows the containers of the service itself', () => {
    const text = 'services:\n  web:\n    networks: [front]\n    ports:\n      - |8080:80\n';
    assert.equal(
      nowOf('dockercompose', text, shop),
      '**Now:** `8080/tcp` is published by `web` on all addresses.',
    );
  });

  it('knows that all networks of a service are internal', () => {
    const text = 'services:\n  db:\n    networks: [back]\n    ports: ["|5432:5432"]\n';
    assert.equal(
      nowOf('dockercompose', text, shop),
      '**Now:** `shop_back` is internal: the port is not published, and the engine says nothing.',
    );
  });

  it('does not speak of other machines where nothing is published', () => {
    const text = 'docker run --net shop_back -p 5432:5432 x';
    assert.doesNotMatch(
      hoverAt(text, 'shellscript', 30, { topology: shop })?.markdown ?? '',
      /Other machines/,
    );
    assert.match(hoverAt(text, 'shellscript', 30)?.markdown ?? '', /Other machines/);
  });
});

describe('what the engine knows of a network', () => {
  const mybridge =
    '**Now:** `mybridge` is a `bridge` network, `172.28.0.0/16`, with `u1` `172.28.0.2`, `u2` `172.28.0.3`.';
  said('docker run |--net mybridge x', mybridge);
  said('docker run |--net 72ca87a5de14 x', mybridge);
  said('docker run |--network name=mybridge,alias=a x', mybridge);
  said(
    'docker run |--net nope x',
    '**Now:** No network `nope` on this engine. To make it: `docker network create nope`',
  );
  said('docker run |--net host x', "**Now:** `host` is the engine's own host network, with `h1`.");
  said('docker run |--net none x', "**Now:** `none` is the engine's own none network, with `n1`.");
  said(
    'docker run |--net ov x',
    '**Now:** `ov` is an `overlay` network, `10.0.1.0/24`, with `o1` `10.0.1.2`.',
  );
  said(
    'docker run |--net default x',
    '**Now:** `bridge` is a `bridge` network, `172.17.0.0/16`, with `linked` `172.17.0.3`, `my-nginx` `172.17.0.2`.',
  );
  said('docker run |--net container:u1 x', '**Now:** `u1` is running: `172.28.0.2` on `mybridge`.');
  said('docker run |--net container:79eae81ba801 x', '**Now:** `u1` is running: `172.28.0.2` on `mybridge`.');
  said(
    'docker run |--net container:gone x',
    '**Now:** No container `gone` on this engine; it must be running.',
  );

  it('knows a network of compose by its label, and names the project', () => {
    const text = 'services:\n  x:\n    networks: [ba|ck]\n';
    assert.equal(
      nowOf('dockercompose', text, shop),
      '**Now:** `shop_back` is a `bridge` network, `172.29.0.0/16`, internal (no way out), with `api` `172.29.0.3`, `backup`, `db` `172.29.0.2`, `migrate`, `report` `172.29.0.4` (project `shop`).',
    );
  });

  it('knows an external network by its name', () => {
    const text = 'networks:\n  o|ut:\n    name: mybridge\n    external: true\n';
    assert.equal(nowOf('dockercompose', text, plain), mybridge);
  });

  it('says where no project has such a network', () => {
    const text = 'services:\n  x:\n    networks: [nop|e]\n';
    assert.equal(
      nowOf('dockercompose', text, shop),
      '**Now:** No network of the project `shop` is called `nope` on this engine.',
    );
  });

  it('counts on after six members', () => {
    const networks = plain.networks.map((network) => ({
      ...network,
      endpoints: network.endpoints.flatMap((endpoint) => Array.from({ length: 4 }, () => endpoint)),
    }));
    const words = nowOf('shellscript', 'docker run |--net mybridge x', { ...plain, networks });
    const [u1, u2] = ['`u1` `172.28.0.2`', '`u2` `172.28.0.3`'];
    const shown = [u1, u1, u1, u1, u2, u2].join(', ');
    assert.equal(
      words,
      `**Now:** \`mybridge\` is a \`bridge\` network, \`172.28.0.0/16\`, with ${shown} and 2 more.`,
    );
  });
});

describe('what the engine knows of a link', () => {
  said(
    'docker run |--link my-nginx:web x',
    '**Now:**\n- `my-nginx` is running: `172.17.0.2` on `bridge`.\n- The line in /etc/hosts is `172.17.0.2 web 0ff2b6b59576 my-nginx`, derived.',
  );
  said(
    'docker run |--link my-nginx x',
    '**Now:**\n- `my-nginx` is running: `172.17.0.2` on `bridge`.\n- The line in /etc/hosts is `172.17.0.2 my-nginx 0ff2b6b59576`, derived.',
  );
  said('docker run --net mybridge |--link u1:web x', '**Now:** `u1` is running: `172.28.0.2` on `mybridge`.');
  said(
    'docker run |--link u1 x',
    '**Now:**\n- `u1` is running: `172.28.0.2` on `mybridge`.\n- It is not on the default bridge; the engine refuses the link: `Cannot link to /u1, as it does not belong to the default network`.',
  );
  said(
    'docker run |--link gone:x x',
    '**Now:** No container `gone` on this engine; the engine refuses it: `could not get container for gone`.',
  );
  said(
    'docker run --net mybridge |--link gone:x x',
    '**Now:** No container `gone` on this engine; the engine accepts that silently, and the name does not resolve.',
  );

  it('knows a service by its label', () => {
    const text = 'services:\n  x:\n    links: [we|b]\n';
    assert.equal(
      nowOf('dockercompose', text, shop),
      '**Now:** `web` is running: `172.28.0.2` on `shop_front`.',
    );
  });
});
