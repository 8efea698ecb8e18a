import assert from 'node:assert/strict';
import { hoverFacts } from './hoverWorld';
import { completionsAt, labelsAt, writtenAt } from './writing';

const shell = (marked: string) => labelsAt('shellscript', marked);
/** Of a service `web`, beside a service `db` and two networks. */
const inService = (lines: string) =>
  `services:\n  web:\n    image: x\n${lines}\n  db:\n    image: x\nnetworks:\n  front:\n    ipam:\n      config:\n        - subnet: 172.40.0.0/16\n          ip_range: 172.40.0.0/17\n  back:\n`;
const inNetworks = (lines: string) =>
  `services:\n  web:\n    image: x\n    networks: [front, lost]\n  api:\n    image: x\n    networks:\n      - found\n      - front\nnetworks:\n${lines}\n`;

describe('ports are proposed', () => {
  // The engine of the sample publishes 8080 and 8081.
  const whole = ['127.0.0.1:8082:80', '8082:80', '8083:80', '8084:80'];
  const rows: readonly (readonly [marked: string, labels: readonly string[]])[] = [
    ['docker run -p |', whole],
    ['docker run -p=|', whole],
    ['docker run -dp | nginx', whole],
    ['docker run --publish "|" nginx', whole],
    ['docker run -p 80|', whole],
    ['docker run -p 5000|', ['127.0.0.1:5000:5000', '5000:5000', '5001:5000', '5002:5000']],
    ['docker run -p 443|', ['127.0.0.1:8443:443', '8443:443', '8444:443', '8445:443']],
    ['docker run -p |:80', ['8082', '8083', '8084']],
    ['docker run -p 9|9:80', ['8082', '8083', '8084']],
    ['docker run -p 127.0.0.1:|', ['8082:80', '8083:80', '8084:80']],
    ['docker run -p 127.0.0.1:|:80', ['8082', '8083', '8084']],
    ['docker run -p |:8080:80', ['127.0.0.1', '0.0.0.0', '[::1]', '[::]']],
    ['docker run -p 8080:|', ['80']],
    ['docker run --expose 9000 -p 8080:|', ['9000']],
    [
      'docker run --expose 9000/udp -p |',
      ['127.0.0.1:9000:9000/udp', '9000:9000/udp', '9001:9000/udp', '9002:9000/udp'],
    ],
    ['docker run -p 53:53/|', ['tcp', 'udp', 'sctp']],
    ['docker run -p 8082:1 -p 8083:2 -p |:80', ['8084', '8085', '8086']],
    ['docker service create -p published=8080,|', ['published=', 'target=', 'protocol=', 'mode=']],
    ['docker service create -p mode=|', ['ingress', 'host']],
    ['docker service create -p protocol=u|', ['tcp', 'udp', 'sctp']],
    ['docker run --expose 53/|', ['tcp', 'udp', 'sctp']],
  ];
  for (const [marked, labels] of rows) {
    it(`at ${marked}`, () => {
      assert.deepEqual(shell(marked), labels);
    });
  }

  it('as the containers of the service have them, which give theirs back', () => {
    const at = (name: string) =>
      labelsAt('dockercompose', `services:\n  ${name}:\n    image: x\n    ports:\n      - |\n`);
    assert.deepEqual(at('web'), ['127.0.0.1:8080:80', '8080:80', '8082:80', '8083:80']);
    assert.deepEqual(at('api'), ['127.0.0.1:8082:8080', '8082:8080', '8083:8080', '8084:8080']);
  });

  it('in quotes where YAML could read a number', () => {
    const written = (marked: string) => writtenAt('dockercompose', marked)['8082:80'];
    assert.equal(
      written('services:\n  a:\n    ports:\n      - |\n'),
      'services:\n  a:\n    ports:\n      - "8082:80"\n',
    );
    assert.equal(
      written('services:\n  a:\n    ports:\n      - "80|"\n'),
      'services:\n  a:\n    ports:\n      - "8082:80"\n',
    );
    assert.equal(written("services:\n  a:\n    ports: ['|']\n"), "services:\n  a:\n    ports: ['8082:80']\n");
  });

  it('of a port in keys', () => {
    const port = (key: string) => inService(`    ports:\n      - target: 80\n        ${key}: |`);
    assert.deepEqual(labelsAt('dockercompose', port('published')), ['8080', '8082', '8083']);
    assert.deepEqual(labelsAt('dockercompose', port('protocol')), ['tcp', 'udp', 'sctp']);
    assert.deepEqual(labelsAt('dockercompose', port('mode')), ['ingress', 'host']);
    assert.deepEqual(labelsAt('dockercompose', port('host_ip')), ['127.0.0.1', '0.0.0.0', '::1', '::']);
  });

  it('without an engine, as the file has them', () => {
    const options = { topology: null };
    assert.deepEqual(labelsAt('shellscript', 'docker run -p |', options), [
      '127.0.0.1:8080:80',
      '8080:80',
      '8081:80',
      '8082:80',
    ]);
  });
});

describe('values are proposed wherever commands stand', () => {
  const rows: readonly (readonly [language: string, marked: string])[] = [
    ['dockerfile', 'FROM x\nRUN docker run -p | x\n'],
    ['markdown', 'Type `docker run -p |`.'],
    ['makefile', 'run:\n\tdocker run -p | nginx\n'],
    ['powershell', 'docker run `\n  -p |'],
    ['bat', 'docker run ^\n  -p | x'],
    ['pipeline', 'jobs:\n  a:\n    steps:\n      - run: docker run -p | x\n'],
    [
      'pipeline',
      'jobs:\n  a:\n    services:\n      db:\n        image: x\n        ports:\n          - "|"\n',
    ],
    ['scripts', '{ "scripts": { "db": "docker run -p | postgres" } }'],
    ['devcontainer', '{ "runArgs": ["-p", "|"] }'],
    ['devcontainer', '{ "appPort": ["|"] }'],
    ['dockercompose', 'x-base: &base\n  ports: ["|"]\nservices:\n  a:\n    <<: *base\n'],
  ];
  for (const [language, marked] of rows) {
    it(`in ${language} at ${JSON.stringify(marked)}`, () => {
      assert.deepEqual(labelsAt(language, marked), ['127.0.0.1:8082:80', '8082:80', '8083:80', '8084:80']);
    });
  }
});

describe('networks are proposed', () => {
  const joinable = ['dual-stack', 'edge-l2', 'lab', 'mesh', 'office', 'routed', 'scratch', 'shop_back'];
  const all = [...joinable, 'shop_front', 'tenants', 'weave-net'];

  it('of the engine, with the modes', () => {
    const modes = ['host', 'none', 'bridge', 'container:', 'name='];
    for (const marked of ['docker run --network |', 'docker run --net=fr|', 'docker run --net "|" x'])
      assert.deepEqual(shell(marked), [...all, ...modes], marked);
    const [first] = completionsAt('shellscript', 'docker run --net |');
    assert.equal(first?.detail, 'bridge, 172.30.2.0/24, 1 container');
  });

  const rows: readonly (readonly [marked: string, labels: readonly string[]])[] = [
    [
      'docker run --network name=shop_front,|',
      ['name=', 'alias=', 'ip=', 'ip6=', 'mac-address=', 'link-local-ip=', 'driver-opt=', 'gw-priority='],
    ],
    ['docker run --network name=|', ['bridge', ...all]],
    ['docker run --network name=shop_front,ip=|', ['172.28.0.10', '172.28.0.11', '172.28.0.12']],
    ['docker run --network shop_back --ip |', ['172.29.0.10', '172.29.0.11', '172.29.0.12']],
    ['docker run --ip |', []],
    ['docker service create --network |', ['mesh', 'name=']],
    ['docker service create --network name=mesh,|', ['name=', 'alias=', 'driver-opt=']],
    ['docker service update --network-rm |', ['mesh']],
    ['docker build --network |', ['default', 'none', 'host']],
    ['docker network connect |', ['bridge', ...all]],
    ['docker network rm |', all],
    ['docker network disconnect shop_front |', ['api', 'cache', 'web', 'www-2']],
    ['docker network create -d |', ['bridge', 'ipvlan', 'macvlan', 'overlay', 'weave']],
    ['docker network create -d macvlan -o |', ['parent=', 'macvlan_mode=']],
    ['docker network create -d macvlan -o macvlan_mode=|', ['bridge', 'private', 'vepa', 'passthru']],
    ['docker network create --subnet |', ['172.19.0.0/16', '172.31.0.0/16', '10.10.0.0/24', '10.11.0.0/24']],
    ['docker network create --subnet 10.1.0.0/24 --gateway |', ['10.1.0.1', '10.1.0.254']],
    ['docker network create --subnet 10.1.0.0/24 --ip-range |', ['10.1.0.128/25', '10.1.0.192/26']],
    ['docker network create --internal=|', ['true', 'false']],
    ['docker network ls --filter |', ['driver=', 'name=', 'id=', 'label=', 'scope=', 'type=', 'dangling=']],
    ['docker network ls --filter scope=|', ['local', 'swarm', 'global']],
  ];
  for (const [marked, labels] of rows) {
    it(`at ${marked}`, () => {
      assert.deepEqual(shell(marked), labels);
    });
  }

  it('of the file, in a service', () => {
    const rowsOfFile: readonly (readonly [lines: string, labels: readonly string[]])[] = [
      ['    networks:\n      - |', ['front', 'back', 'default']],
      ['    networks: [|]', ['front', 'back', 'default']],
      ['    networks: [front, b|]', ['back', 'default']],
      ['    networks:\n      - front\n      - |', ['back', 'default']],
      ['    networks:\n      |', ['front', 'back', 'default', 'front', 'back', 'default']],
      ['    networks:\n      front:\n      |', ['back', 'default']],
      ['    networks: {|}', ['front', 'back', 'default']],
    ];
    for (const [lines, labels] of rowsOfFile)
      assert.deepEqual(labelsAt('dockercompose', inService(lines)), labels, lines);
  });

  it('as an item or a key, where both may stand', () => {
    const [item, , , key] = completionsAt('dockercompose', inService('    networks:\n      fr|'));
    assert.deepEqual([item?.insert, key?.insert], ['- front', 'front:']);
  });

  it('that are joined and not defined, at the top of a file, and those of the engine as external', () => {
    const found = completionsAt('dockercompose', inNetworks('  |'));
    assert.deepEqual(
      found.slice(0, 3).map(({ label, detail }) => [label, detail]),
      [
        ['front', 'joined, and not defined yet'],
        ['lost', 'joined, and not defined yet'],
        ['found', 'joined, and not defined yet'],
      ],
    );
    const office = found.find(({ label }) => label === 'office');
    assert.deepEqual([office?.insert, office?.snippet], ['office:\n  external: true', true]);
    assert.ok(!found.some(({ label }) => label === 'shop_front'), 'a network of the project itself');
  });

  it('by their free addresses', () => {
    const address = (line: string) =>
      labelsAt('dockercompose', inService(`    networks:\n      front:\n        ${line}`));
    assert.deepEqual(address('ipv4_address: |'), ['172.40.128.10', '172.40.128.11', '172.40.128.12']);
  });

  it('by addresses that neither the engine nor the file has given', () => {
    const other = 'docker run --network shop_front --ip 172.28.0.10 x\n';
    const free = ['172.28.0.11', '172.28.0.12', '172.28.0.13'];
    assert.deepEqual(shell(`${other}docker run --network shop_front --ip |`), free);
    const networks = hoverFacts.topology.networks.map((network) => ({
      ...network,
      endpoints: network.endpoints.map((endpoint, index) => ({
        ...endpoint,
        ipv4: `172.28.0.${10 + index}`,
      })),
    }));
    const topology = { ...hoverFacts.topology, networks };
    const taken = networks.find(({ name }) => name === 'shop_front')?.endpoints.length ?? 0;
    assert.ok(taken > 0);
    assert.equal(
      labelsAt('shellscript', 'docker run --network shop_front --ip |', { topology })[0],
      `172.28.0.${10 + taken}`,
    );
    assert.deepEqual(
      labelsAt(
        'shellscript',
        'docker network create --subnet 172.31.0.0/16 a\ndocker network create --subnet |',
      ),
      ['172.19.0.0/16', '10.10.0.0/24', '10.11.0.0/24'],
    );
  });

  it('and what may stand in their definition', () => {
    const at = (lines: string) => labelsAt('dockercompose', inNetworks(lines));
    assert.deepEqual(at('  front:\n    driver: |'), ['bridge', 'ipvlan', 'macvlan', 'overlay', 'weave']);
    assert.deepEqual(at('  front:\n    external: |'), ['true', 'false']);
    assert.deepEqual(at('  front:\n    driver: ipvlan\n    driver_opts:\n      |'), [
      'parent',
      'ipvlan_mode',
      'ipvlan_flag',
    ]);
    assert.deepEqual(at('  front:\n    driver: ipvlan\n    driver_opts:\n      ipvlan_mode: |'), [
      'l2',
      'l3',
      'l3s',
    ]);
    assert.ok(at('  front:\n    external: true\n    name: |').includes('office'));
  });
});

describe('containers and services are proposed', () => {
  it('as the target of a link', () => {
    assert.ok(shell('docker run --link |').includes('db'));
    assert.ok(!shell('docker run --name db --link |').includes('db'));
    assert.deepEqual(shell('docker run --link db:|'), ['db']);
    assert.deepEqual(labelsAt('dockercompose', inService('    links:\n      - |')), ['db']);
  });

  it('as the target of an external link, without those of the service itself', () => {
    const labels = labelsAt('dockercompose', inService('    external_links:\n      - |'));
    assert.ok(labels.includes('my-nginx'));
    assert.ok(!labels.includes('web'));
    assert.deepEqual(labelsAt('dockercompose', inService('    external_links:\n      - my-nginx:|')), [
      'nginx',
    ]);
  });

  it('whose network namespace is shared', () => {
    assert.ok(shell('docker run --network container:|').includes('container:api'));
    assert.equal(
      writtenAt('shellscript', 'docker run --network container:a| x')['container:api'],
      'docker run --network container:api x',
    );
    assert.deepEqual(labelsAt('dockercompose', inService('    network_mode: |')), [
      'host',
      'none',
      'bridge',
      'service:',
      'container:',
    ]);
    assert.deepEqual(labelsAt('dockercompose', inService('    network_mode: "service:|"')), ['service:db']);
    assert.ok(
      labelsAt('dockercompose', inService('    network_mode: container:|')).includes('container:api'),
    );
  });

  it('with those that run first', () => {
    const labels = shell('docker run --link |');
    assert.ok(labels.indexOf('web') < labels.indexOf('backup'));
  });

  it('for podman as for docker, without what docker runs', () => {
    assert.deepEqual(shell('podman run --network |'), ['host', 'none', 'bridge', 'container:', 'name=']);
    assert.deepEqual(shell('podman network rm |'), []);
  });
});
