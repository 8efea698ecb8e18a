import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { completerAt, findings, languageIds, type Completion } from '../../../src/language';
import { hoverFacts } from './hoverWorld';
import { completionsAt, takeCursor, withCompletion } from './writing';

/** What docker or compose would refuse, or warns of, in a text. */
function complaints(text: string, language: string): readonly string[] {
  return findings(text, language, { facts: hoverFacts })
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ code, message }) => `${code}: ${message}`);
}

const file = (service: string, network = '') =>
  `services:\n  web:\n    image: x\n${service}\n  db:\n    image: x\n    networks: [front]\nnetworks:\n  front:\n    ipam:\n      config:\n        - subnet: 172.40.0.0/16\n${network}`;

describe('a value that is proposed is taken', function () {
  this.timeout(30_000);

  const places: readonly (readonly [language: string, marked: string])[] = [
    ['shellscript', 'docker run -p | nginx'],
    ['shellscript', 'docker run -p 80| nginx'],
    ['shellscript', 'docker run -p |:80 nginx'],
    ['shellscript', 'docker run -p 127.0.0.1:| nginx'],
    ['shellscript', 'docker run -p |:8082:80 nginx'],
    ['shellscript', 'docker run -p 8082:| nginx'],
    ['shellscript', 'docker run -p 8082:80/| nginx'],
    ['shellscript', 'docker run --network | nginx'],
    ['shellscript', 'docker run --network name=| nginx'],
    ['shellscript', 'docker run --network name=shop_front,ip=| nginx'],
    ['shellscript', 'docker run --network container:| nginx'],
    ['shellscript', 'docker run --network shop_front --ip | nginx'],
    ['shellscript', 'docker run --add-host | nginx'],
    ['shellscript', 'docker run --sysctl net.ipv4.ip_forward=| nginx'],
    ['shellscript', 'docker run --dns-option | nginx'],
    ['shellscript', 'docker run --expose | nginx'],
    ['shellscript', 'docker service create -p | nginx'],
    ['shellscript', 'docker service create -p target=80,mode=| nginx'],
    ['shellscript', 'docker service create --network | nginx'],
    ['shellscript', 'docker service create --endpoint-mode | nginx'],
    ['shellscript', 'docker network create --subnet | lan'],
    ['shellscript', 'docker network create --subnet 10.50.0.0/24 --gateway | lan'],
    ['shellscript', 'docker network create --subnet 10.50.0.0/24 --ip-range | lan'],
    ['shellscript', 'docker network create --subnet 10.50.0.0/24 --aux-address a=| lan'],
    ['shellscript', 'docker network create --internal=| lan'],
    ['shellscript', 'docker network create -o com.docker.network.bridge.enable_icc=| lan'],
    ['shellscript', 'docker network ls --filter scope=|'],
    ['dockerfile', 'FROM x\nRUN --network=| make\n'],
    ['dockerfile', 'FROM x\nEXPOSE |\n'],
    ['dockerfile', 'FROM x\nEXPOSE 53/|\n'],
    ['dockercompose', file('    ports:\n      - |')],
    ['dockercompose', file('    ports: ["|"]')],
    ['dockercompose', file('    ports:\n      - target: 80\n        published: |')],
    ['dockercompose', file('    ports:\n      - target: 80\n        host_ip: |')],
    ['dockercompose', file('    networks:\n      - |')],
    ['dockercompose', file('    networks: [front, |]')],
    ['dockercompose', file('    networks:\n      |')],
    ['dockercompose', file('    networks:\n      front:\n        ipv4_address: |')],
    ['dockercompose', file('    network_mode: |')],
    ['dockercompose', file('    network_mode: service:|')],
    ['dockercompose', file('    extra_hosts:\n      - |')],
    ['dockercompose', file('    extra_hosts:\n      |')],
    ['dockercompose', file('    sysctls:\n      |')],
    ['dockercompose', file('    links:\n      - |')],
    ['dockercompose', file('    expose:\n      - |')],
    ['dockercompose', file('    build:\n      context: .\n      network: |')],
    ['dockercompose', file('    networks: [back]', '  back:\n    driver_opts:\n      |\n')],
    ['dockercompose', file('    networks: [back]', '  back:\n    external: |\n')],
    [
      'dockercompose',
      file('    networks: [back]', '  back:\n    ipam:\n      config:\n        - subnet: |\n'),
    ],
    ['dockercompose', file('    networks: [front]', '  |\n')],
  ];
  for (const [language, marked] of places) {
    it(`in ${language} at ${JSON.stringify(marked.slice(Math.max(0, marked.indexOf('|') - 40), marked.indexOf('|') + 5))}`, () => {
      const { text } = takeCursor(marked);
      // What goes on is not whole yet.
      const found = completionsAt(language, marked).filter(({ label }) => !/[=:]$/.test(label));
      assert.ok(found.length > 0, 'nothing is proposed');
      for (const completion of found) {
        const written = withCompletion(text, whole(completion));
        assert.deepEqual(complaints(written, language), [], written);
      }
    });
  }

  /** A value behind a key that waits for one; a snippet on its lines. */
  function whole(completion: Completion): Completion {
    const { label } = completion;
    const insert = (completion.insert ?? label).replace(/: $/, `: ${valueFor(label)}`).replace(/\n/g, '\n  ');
    return { ...completion, insert };
  }

  /** Something that is valid behind a key. */
  function valueFor(key: string): string {
    if (key.endsWith('mtu')) return '1450';
    if (key.includes('gateway_mode')) return 'nat';
    return key.endsWith('ipv4') ? '127.0.0.1' : 'x';
  }
});

describe('completion of any text', function () {
  this.timeout(30_000);

  const samples = [
    ['dockercompose', 'compose.yaml'],
    ['dockerfile', 'Dockerfile'],
    ['shellscript', 'run.sh'],
    ['markdown', 'notes.md'],
  ] as const;
  for (const [language, name] of samples) {
    it(`stays around the cursor, wherever that stands in samples/${name}`, () => {
      const text = readFileSync(`samples/${name}`, 'utf8');
      let count = 0;
      for (let offset = 0; offset <= text.length; offset += 11) {
        const options = { schemaKeys: true, asked: true, folder: 'shop' };
        for (const { start, end } of completerAt(text, language, offset, options)?.(hoverFacts.topology) ??
          []) {
          count += 1;
          assert.ok(0 <= start && start <= offset && offset <= end && end <= text.length);
          assert.ok(!text.slice(start, end).includes('\n'));
        }
      }
      assert.ok(count > 0);
    });
  }

  const pieces = [
    'docker',
    ' run',
    ' -p',
    ' --',
    ' 80',
    ':',
    '/',
    '"',
    "'",
    '\\\n',
    '\n',
    '# ',
    'services:\n',
    '  a:\n',
    '    ports:\n',
    '      - ',
    '    networks:\n',
    '    networks: [',
    '{',
    '}',
    ']',
    ': ',
    '&a ',
    '*a',
    'networks:\n',
    'x-a:\n',
    '    driver_opts:\n',
    'RUN --network=',
    'EXPOSE ',
    '${A',
    '\t',
    '---\n',
    'portolanCursor',
    ' network connect ',
    ' -o a=',
    '$(',
    '<<EOF\n',
  ];
  for (const language of languageIds) {
    it(`throws nothing in ${language}`, () => {
      const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((chosen) => chosen.join(''));
      fc.assert(
        fc.property(fc.oneof({ weight: 5, arbitrary: texts }, fc.string()), fc.nat(), (text, at) => {
          const offset = at % (text.length + 1);
          const found = completerAt(text, language, offset, { schemaKeys: true, asked: true });
          for (const { start, end } of found?.(hoverFacts.topology) ?? [])
            assert.ok(start <= offset && offset <= end);
        }),
        { numRuns: 200 },
      );
    });
  }
});

describe('names of an engine', () => {
  const topology = {
    ...hoverFacts.topology,
    containers: hoverFacts.topology.containers.map((one, index) => ({
      ...one,
      name: index === 0 ? '$(reboot)' : `c ${index}`,
    })),
    networks: hoverFacts.topology.networks.map((one, index) => ({
      ...one,
      name: index === 0 ? 'ok' : "a'; reboot",
    })),
  };

  it('that are more than names are not proposed', () => {
    assert.deepEqual(completionsAt('shellscript', 'docker run --link |', { topology }), []);
    const labels = completionsAt('shellscript', 'docker network inspect |', { topology }).map(
      ({ label }) => label,
    );
    assert.deepEqual(labels, ['ok']);
  });
});
