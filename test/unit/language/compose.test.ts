import assert from 'node:assert/strict';
import { parseUses } from '../../../src/language';
import { usesOf } from './marker';

function compose(title: string, text: string, ...expected: readonly string[]): void {
  it(title, () => {
    assert.deepEqual(usesOf('dockercompose', text), expected);
  });
}

/** The lines of one service. */
function service(...lines: readonly string[]): string {
  return ['services:', '  web:', ...lines.map((line) => `    ${line}`), ''].join('\n');
}

describe('a service of a compose file', () => {
  compose(
    'has ports',
    service('ports:', '  - 80', '  - "8080:80"', "  - '1:2'"),
    'publish ports',
    'publish in ports «80»',
    'publish in ports «8080:80»',
    'publish in ports «1:2»',
  );
  compose(
    'has ports without indentation',
    service('ports:', '- 80:80'),
    'publish ports',
    'publish in ports «80:80»',
  );
  compose(
    'has ports in one line',
    service('ports: [80, "1:2"]'),
    'publish ports',
    'publish in ports «80»',
    'publish in ports «1:2»',
  );
  compose(
    'has ports in the long form',
    service('ports:', '  - target: 80', '    published: 8080', 'image: a'),
    'publish ports',
    'publish in ports «target: 80\n        published: 8080»',
  );
  compose(
    'has ports in the long form in one line',
    service('ports: [{target: 80}]'),
    'publish ports',
    'publish in ports «{target: 80}»',
  );
  compose('has a network mode', service('network_mode: host'), 'network network_mode «host»');
  compose(
    'has a network mode in quotes',
    service('network_mode: "service:db"'),
    'network network_mode «service:db»',
  );
  compose(
    'has networks',
    service('networks:', '  - front', '  - back'),
    'network networks',
    'network in networks «front»',
    'network in networks «back»',
  );
  compose(
    'has networks with settings',
    service('networks:', '  front:', '  back:', '    aliases: [db]'),
    'network networks',
    'network in networks «front»',
    'network in networks «back»',
    'alias aliases',
    'alias in aliases «db»',
  );
  compose(
    'has links',
    service('links: [db, "db:x"]'),
    'link links',
    'link in links «db»',
    'link in links «db:x»',
  );
  compose(
    'may be in one line',
    'services: { web: { ports: ["1:2"] }, db: { network_mode: none } }',
    'publish ports',
    'publish in ports «1:2»',
    'network network_mode «none»',
  );
  compose(
    'has comments',
    '# docker run -p 1:2 x\n' + service('# with -p 3:4', 'image: a # use --net=host'),
    'publish -p «1:2»',
    'publish -p «3:4»',
    'network --net «host»',
  );
  compose(
    'has no comments in its strings',
    service(
      'command: "# docker run -p 1:2 x"',
      'label: |',
      '  # docker run -p 1:2 x',
      'a: b#docker run -p 1:2 x',
    ),
  );
  compose(
    'has a command over comment lines',
    service('# docker run \\', '#   -p 1:2 \\', '#   nginx'),
    'publish -p «1:2»',
  );
  compose(
    'has the network of its build, and none of others',
    service('build:', '  network: host', '  ports: [1]', 'x:', '  networks: [a]'),
    'network network «host»',
  );
  compose(
    'is there with anchors and merges',
    service('<<: *base', 'ports: &ports', '  - "1:2"'),
    'publish ports',
    'publish in ports «1:2»',
  );
  compose(
    'is there in Windows line ends',
    service('ports:', '  - "1:2"').replaceAll('\n', '\r\n'),
    'publish ports',
    'publish in ports «1:2»',
  );
  compose('is there after a BOM', '\uFEFF' + service('network_mode: host'), 'network network_mode «host»');
  compose(
    'is there beside what is half typed',
    service('ports:', '  - "8080:80', 'netw'),
    'publish ports',
    'publish in ports «"8080:80\n    netw\n»',
  );
  compose(
    'is there before what is half typed',
    service('network_mode: host', 'ports:', '  -', 'net'),
    'network network_mode «host»',
    'publish ports',
  );
  compose(
    'is there after one that is broken',
    'services:\n  a:\n    x: [1, {\n  b:\n    network_mode: host\n',
    'network network_mode «host»',
  );
  compose('is only under services', 'volumes:\n  web:\n    ports: [1]\nx-a:\n  ports: [1]\n');
  compose(
    'has keys without values',
    service('network_mode:', 'ports:'),
    'network network_mode',
    'publish ports',
  );
});

describe('the networks of a compose file', () => {
  const text =
    'networks:\n  front:\n    driver: bridge\n    ipam:\n      config:\n        - subnet: 10.0.0.0/24\n  back: {internal: true}\n  ext:\n';
  compose(
    'are named one by one',
    text,
    'network networks',
    'network in front «front»',
    'networkDriver driver «bridge»',
    'ipam ipam',
    'ipam config',
    'subnet subnet «10.0.0.0/24»',
    'network in back «back»',
    'internal internal «true»',
    'network in ext «ext»',
  );
  compose('may be in one line', 'networks: { front: }', 'network networks', 'network in front «front»');

  it('have their settings as paths', () => {
    const uses = parseUses(text, 'dockercompose');
    assert.deepEqual(
      uses[1]?.parts.map(({ path, text: value, start, end }) => [path, value, text.slice(start, end)]),
      [
        ['driver', 'bridge', 'bridge'],
        ['ipam/config/0/subnet', '10.0.0.0/24', '10.0.0.0/24'],
      ],
    );
  });
});
