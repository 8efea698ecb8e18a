import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findings } from '../../../../src/language';
import { applied, said } from './ruleCase';

/** Compose files that are as they should be, however odd they look. */
const name = fc.constantFrom('a', 'b', 'web', 'db_1', 'front-end', '"x"');
const network = fc.constantFrom('front', 'back', 'lan');
const port = fc.integer({ min: 1, max: 60_000 });
const style = fc.constantFrom(true, false);

interface Service {
  readonly name: string;
  readonly networks: readonly string[];
  readonly ports: readonly number[];
  readonly flow: boolean;
}

const service: fc.Arbitrary<Service> = fc.record({
  name,
  networks: fc.uniqueArray(network, { maxLength: 3 }),
  ports: fc.uniqueArray(port, { maxLength: 3 }),
  flow: style,
});

const files = fc
  .tuple(fc.uniqueArray(service, { selector: (one) => one.name, minLength: 1, maxLength: 4 }), style, style)
  .map(([services, windows, spaced]) => {
    const taken = new Set<number>();
    const lines = services.flatMap((one) => serviceLines(one, taken));
    const networks = ['front', 'back', 'lan'].flatMap((key, index) => [
      `  ${key}:`,
      '    ipam:',
      '      config:',
      `        - subnet: 10.${index}.0.0/16`,
    ]);
    const text = [
      'services:',
      ...lines,
      ...(spaced ? ['', '# networks', ''] : []),
      'networks:',
      ...networks,
      '',
    ];
    return text.join(windows ? '\r\n' : '\n');
  });

function serviceLines({ name: key, networks, ports, flow }: Service, taken: Set<number>): readonly string[] {
  const free = ports.filter((one) => !taken.has(one) && taken.add(one));
  const entries = free.map((one) => `"${one}:80"`);
  return [
    `  ${key}:`,
    '    image: nginx',
    ...(flow
      ? [`    ports: [${entries.join(', ')}]`, `    networks: [${networks.join(', ')}]`]
      : [
          ...(entries.length > 0 ? ['    ports:', ...entries.map((entry) => `      - ${entry}`)] : []),
          ...(networks.length > 0 ? ['    networks:', ...networks.map((one) => `    - ${one}`)] : []),
        ]),
  ];
}

function alarms(text: string): readonly string[] {
  return findings(text, 'dockercompose')
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map((finding) => said(text, finding));
}

/** Makes something wrong in a file that was right. */
const faults: readonly (readonly [code: string, break_: (text: string) => string])[] = [
  ['network.undefined', (text) => text.replace(/^ {2}front:/m, '  fronts:')],
  ['publish.twice', (text) => text.replace(/("\d+:80")/, '$1, $1')],
  ['publish.invalid', (text) => text.replace(/"\d+:80"/, '"127.0.0.1:80"')],
  [
    'network.modeWithNetworks',
    (text) => text.replace(/^( +)(networks: \[\w)/m, '$1network_mode: bridge\n$1$2'),
  ],
  ['subnet.overlap', (text) => text.replace('10.1.0.0/16', '10.0.5.0/24')],
];

describe('the rules, of files made up', function () {
  this.timeout(20_000);

  it('are silent where all is as it should be', () => {
    fc.assert(
      fc.property(files, (text) => {
        assert.deepEqual(alarms(text), []);
      }),
      { numRuns: 80 },
    );
  });

  for (const [code, break_] of faults) {
    it(`find what was made wrong, and mend it: ${code}`, () => {
      let found = 0;
      fc.assert(
        fc.property(files, (text) => {
          const broken = break_(text);
          const own = findings(broken, 'dockercompose').filter((one) => one.code === code);
          for (const finding of own) {
            found += 1;
            for (const fix of finding.fixes ?? []) {
              const after = findings(applied(broken, fix), 'dockercompose');
              assert.equal(after.filter((one) => one.code === code).length < own.length, true, fix.title);
              assert.equal(
                after.filter(({ severity }) => severity === 'error').length <= alarms(broken).length,
                true,
                fix.title,
              );
            }
          }
          if (broken === text) assert.deepEqual(own, []);
        }),
        { numRuns: 40, seed: 7 },
      );
      assert.equal(found > 5, true, String(found));
    });
  }

  it('take any text, of any language', () => {
    const piece = fc.constantFrom(
      'services:\n',
      'networks:\n',
      '  web:\n',
      '    ports:\n',
      '      - "80:80"\n',
      '    networks: [a]\n',
      '    network_mode: host\n',
      'docker run ',
      '-p 80:80 ',
      '--ip ',
      '--network host ',
      'EXPOSE 80:80\n',
      'docker network create ',
      '--subnet 10.0.0.0/8 ',
      '\n',
      '\\\n',
      '"',
      "'",
      '$(',
      '`',
      '{',
      '&a ',
      '*a',
      '<<: ',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom('dockercompose', 'shellscript', 'dockerfile', 'markdown'),
        (parts, language) => {
          const text = parts.join('');
          for (const { start, end, fixes = [] } of findings(text, language)) {
            assert.equal(0 <= start && start <= end && end <= text.length, true);
            for (const { edits } of fixes)
              for (const edit of edits)
                assert.equal(0 <= edit.start && edit.start <= edit.end && edit.end <= text.length, true);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
