import assert from 'node:assert/strict';
import fc from 'fast-check';
import { languageIds, signatureAt } from '../../../src/language';
import { takeCursor } from './writing';

/** The label with the active part in «», and what is said of that. */
function formAt(language: string, marked: string): readonly [label: string, words: string] | undefined {
  const { text, offset } = takeCursor(marked);
  const found = signatureAt(text, language, offset);
  const active = found?.parameters[found.active];
  if (!found || !active) return undefined;
  const { start, end } = active.label;
  const { label } = found;
  return [`${label.slice(0, start)}«${label.slice(start, end)}»${label.slice(end)}`, active.documentation];
}

const short = (active: string, lead = '-p') =>
  `${lead} [host-ip:][host-port:]container-port[/protocol]`.replace(active, `«${active}»`);

describe('the form of a published port', () => {
  const none = 'None: a free one is chosen at start. A range, `8000-8010`, limits the choice.';
  const everywhere = 'None: all addresses of the host. `127.0.0.1` is for programs on this host only.';
  const rows: readonly (readonly [marked: string, active: string, words: string])[] = [
    [
      'docker run -p |',
      'container-port',
      'The port of the container, where the program inside listens. It must be there.',
    ],
    ['docker run -p 80| x', 'container-port', '`80`: where the program inside listens.'],
    [
      'docker run -p 8080:| x',
      'container-port',
      'The port of the container, where the program inside listens. It must be there.',
    ],
    ['docker run -p |:80 x', 'host-port', none],
    ['docker run -p 80|80:80 x', 'host-port', 'Port `8080` of the host.'],
    ['docker run -p 8000-8010|:80 x', 'host-port', 'Ports `8000-8010` of the host.'],
    ['docker run -p 8080:80|/udp x', 'container-port', '`80`: where the program inside listens.'],
    ['docker run -p 8080:80/| x', 'protocol', '`tcp`, unless `udp` or `sctp` is written.'],
    ['docker run -p 8080:80/ud|p x', 'protocol', '`udp`: one of `tcp`, `udp` and `sctp`.'],
    ['docker run -p 127.0.0.1| x', 'host-ip', '`127.0.0.1`: reached by programs on this host only.'],
    ['docker run -p 127.0.0.1:| x', 'host-port', none],
    ['docker run -p 127.0.0.1:|:80 x', 'host-port', none],
    ['docker run -p 127.0.0.1:8080:80| x', 'container-port', '`80`: where the program inside listens.'],
    ['docker run -p 1|27.0.0.1:8080:80 x', 'host-ip', '`127.0.0.1`: reached by programs on this host only.'],
    ['docker run -p |:8080:80 x', 'host-ip', everywhere],
    ['docker run -p 0.0.0.0|:8080:80 x', 'host-ip', '`0.0.0.0`: all IPv4 addresses of the host.'],
    ['docker run -p [::1]|:8080:80 x', 'host-ip', '`[::1]`: reached by programs on this host only.'],
    ['docker run -p [::1]:80|80:80 x', 'host-port', 'Port `8080` of the host.'],
    ['docker run -p $I|P:8080:80 x', 'host-ip', '`$IP`: known when the variables are put in.'],
    ['docker run -p 10.0.0.5|:8080:80 x', 'host-ip', '`10.0.0.5`: this address of the host only.'],
    [
      'docker run -p "${IP}:${PORT:-8080}:80|" x',
      'container-port',
      '`80`: where the program inside listens.',
    ],
    ['docker run -p "${IP}:${PORT:-8080}|:80" x', 'host-port', 'Port `${PORT:-8080}` of the host.'],
  ];
  for (const [marked, active, words] of rows) {
    it(`at ${marked}`, () => {
      assert.deepEqual(formAt('shellscript', marked), [short(active), words]);
    });
  }

  it('in every place and spelling', () => {
    const places = [
      ['shellscript', 'docker run --publish=80|', '--publish'],
      ['shellscript', 'docker run -dp 80| x', '-p'],
      ['dockerfile', 'FROM x\n# docker run -p 80|\n', '-p'],
      ['markdown', '`docker run -p 80|`', '-p'],
      ['dockercompose', 'services:\n  a:\n    ports:\n      - "80|"\n', 'ports:'],
      ['dockercompose', 'services:\n  a:\n    ports: [80|]\n', 'ports:'],
    ] as const;
    for (const [language, marked, lead] of places)
      assert.equal(formAt(language, marked)?.[0], short('container-port', lead), marked);
  });

  it('in the long form', () => {
    assert.deepEqual(formAt('shellscript', 'docker run -p published=8080,target=| x'), [
      '-p published=port,«target=port»,protocol=tcp',
      'The port of the container. It must be there.',
    ]);
    assert.equal(
      formAt('shellscript', 'docker run -p published=8080,| x')?.[0],
      '-p published=port,«target=port»,protocol=tcp',
    );
    assert.deepEqual(formAt('shellscript', 'docker service create -p target=80,mode=| x'), [
      '-p published=port,target=port,protocol=tcp,«mode=ingress»',
      'Of a service: every node listens (`ingress`), or those with a task (`host`).',
    ]);
  });

  it('of a service has no address', () => {
    assert.deepEqual(formAt('shellscript', 'docker service create -p |:80 x'), [
      '-p [«published»:]target[/protocol]',
      'None: the swarm chooses one.',
    ]);
    assert.equal(
      formAt('shellscript', 'docker service update --publish-add 8080:80| x')?.[0],
      '--publish-add [published:]«target»[/protocol]',
    );
  });
});

describe('the form of other values', function () {
  this.timeout(30_000);

  const rows: readonly (readonly [language: string, marked: string, label: string, words: string])[] = [
    [
      'shellscript',
      'docker run --add-host | x',
      '--add-host «name»:address',
      'The name that the container finds in /etc/hosts.',
    ],
    [
      'shellscript',
      'docker run --add-host db:| x',
      '--add-host name:«address»',
      'Its address, or `host-gateway` for the host itself.',
    ],
    [
      'shellscript',
      'docker run --link db| x',
      '--link «container»[:alias]',
      '`db`: the container that is found by name.',
    ],
    [
      'shellscript',
      'docker run --link db:da| x',
      '--link container[:«alias»]',
      '`da`: a further name for it; without one its own.',
    ],
    [
      'dockercompose',
      'services:\n  a:\n    links: ["db:|"]\n',
      'links: service[:«alias»]',
      'A further name for it; without one its own.',
    ],
    [
      'dockercompose',
      'services:\n  a:\n    extra_hosts:\n      - "|"\n',
      'extra_hosts: «name»:address',
      'The name that the container finds in /etc/hosts.',
    ],
    [
      'shellscript',
      'docker service create --network name=mesh,alias=| x',
      '--network name=network,«alias=name»,driver-opt=key=value',
      'A further name on this network; may be repeated.',
    ],
  ];
  for (const [language, marked, label, words] of rows) {
    it(`at ${JSON.stringify(marked)}`, () => {
      assert.deepEqual(formAt(language, marked), [label, words]);
    });
  }

  it('of a network shows in the long form alone', () => {
    assert.equal(formAt('shellscript', 'docker run --network fr| x'), undefined);
    assert.match(formAt('shellscript', 'docker run --network name=a,ip=| x')?.[0] ?? '', /,«ip=IPv4»,/);
  });

  it('is not shown elsewhere', () => {
    for (const marked of [
      'docker run | x',
      'docker run --ip | x',
      'mkdir -p |',
      'docker run -p --n| x',
      'docker run -| x',
    ])
      assert.equal(formAt('shellscript', marked), undefined, marked);
  });

  for (const language of languageIds) {
    it(`points into its label in any ${language}`, () => {
      const pieces = [
        'docker run',
        ' -p ',
        ' --link ',
        '80',
        ':',
        '/',
        '[',
        ']',
        '=',
        ',',
        '"',
        '\n',
        '- ',
        'services:\n  a:\n    ports:\n',
        '      - ',
      ];
      const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((chosen) => chosen.join(''));
      fc.assert(
        fc.property(texts, fc.nat(), (text, at) => {
          const found = signatureAt(text, language, at % (text.length + 1));
          if (!found) return;
          assert.ok(found.active >= 0 && found.active < found.parameters.length);
          for (const { label } of found.parameters)
            assert.ok(label.start < label.end && label.end <= found.label.length);
        }),
        { numRuns: 100 },
      );
    });
  }
});
