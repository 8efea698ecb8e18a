import assert from 'node:assert/strict';
import { parseExpose, say } from '../../../src/language';
import { hoverFacts } from './hoverWorld';
import { assertHover, service, usesOf } from './marker';

describe('an --expose value that docker accepts', () => {
  const rows: readonly (readonly [string, number, number, string])[] = [
    ['80', 80, 80, 'tcp'],
    ['80-90', 80, 90, 'tcp'],
    ['53/UDP', 53, 53, 'udp'],
    ['80/', 80, 80, 'tcp'],
    ['80/tcp/udp', 80, 80, 'tcp'],
    ['80-81-82', 80, 81, 'tcp'],
    ['80/foo', 80, 80, 'foo'],
    ['0-3', 0, 3, 'tcp'],
  ];
  for (const [text, first, last, protocol] of rows) {
    it(`${text} is ${first}-${last}/${protocol}`, () => {
      assert.deepEqual(parseExpose(text), { ok: true, ports: { first, last }, protocol });
    });
  }
});

describe('an --expose value that docker refuses', () => {
  const parsing = (text: string, part: string, why = 'invalid syntax') =>
    `invalid range format for --expose: ${text}, error: strconv.ParseUint: parsing "${part}": ${why}`;
  const rows: readonly (readonly [text: string, at: string, words: string])[] = [
    ['8080:80', '8080:80', 'invalid port format for --expose: 8080:80'],
    ['80-', '80-', parsing('80-', '')],
    [' 80', ' 80', parsing(' 80', ' 80')],
    ['70000', '70000', parsing('70000', '70000', 'value out of range')],
    ['80-70000/udp', '80-70000', parsing('80-70000/udp', '70000', 'value out of range')],
    [
      '90-80',
      '90-80',
      'invalid range format for --expose: 90-80, error: invalid range specified for port: 90-80',
    ],
    ['', '', 'invalid range format for --expose: , error: empty string specified for ports'],
    ['/tcp', '', 'invalid range format for --expose: /tcp, error: empty string specified for ports'],
  ];
  for (const [text, at, words] of rows) {
    it(`"${text}": ${words}`, () => {
      const value = parseExpose(text);
      assert.ok(!value.ok, `${text} is accepted`);
      assert.equal(say(value.problem).docker, words);
      assert.equal(text.slice(value.problem.start, value.problem.end), at);
    });
  }
});

describe('exposed ports', () => {
  const found: readonly (readonly [language: string, text: string, ...uses: readonly string[]])[] = [
    [
      'dockerfile',
      'EXPOSE 80 443/tcp',
      'expose EXPOSE',
      'expose in EXPOSE «80»',
      'expose in EXPOSE «443/tcp»',
    ],
    [
      'dockerfile',
      'expose 80 \\\n  "81"\n',
      'expose expose',
      'expose in expose «80»',
      'expose in expose «81»',
    ],
    ['dockerfile', 'ONBUILD EXPOSE ${PORT:-8 0}', 'expose EXPOSE', 'expose in EXPOSE «${PORT:-8 0}»'],
    ['dockerfile', 'EXPOSE', 'expose EXPOSE'],
    ['dockerfile', 'EXPOSED 80'],
    ['dockerfile', '# run it with --expose 80', 'expose --expose «80»'],
    ['dockerfile', 'RUN docker run --expose=80 x', 'expose --expose «80»'],
    ['shellscript', 'docker create --expose 80-90 x', 'expose --expose «80-90»'],
    ['shellscript', 'sudo docker run -dP x -P', 'publishAll -dP'],
    ['shellscript', 'docker run --publish-all x', 'publishAll --publish-all'],
    ['shellscript', 'docker run --publish-all=false x', 'publishAll --publish-all «false»'],
    ['markdown', 'Use `docker run -P nginx`.', 'publishAll -P'],
    ['markdown', '```sh\ndocker run \\\n  --expose 80/udp nginx\n```', 'expose --expose «80/udp»'],
    [
      'dockercompose',
      service('expose: [80, "81/udp"]'),
      'expose expose',
      'expose in expose «80»',
      'expose in expose «81/udp»',
    ],
    ['dockercompose', service('# or with --publish-all'), 'publishAll --publish-all'],
    ['shellscript', '# the -P flag of cp, and --expose of none'],
  ];
  for (const [language, text, ...uses] of found) {
    it(`are found in ${language}: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(usesOf(language, text), uses);
    });
  }
});

const notes = 'Notes that a program in the container listens on a port. It opens nothing.';
const runDocs = '[Docker documentation](https://docs.docker.com/reference/cli/docker/container/run/#publish)';
const keyDocs = '[Docker documentation](https://docs.docker.com/reference/compose-file/services/#expose)';
const instructionDocs = '[Docker documentation](https://docs.docker.com/reference/dockerfile/#expose)';

describe('a hover on an exposed port', () => {
  it('says that it opens nothing, and what does', () => {
    assertHover('shellscript', 'docker run --expose |53/udp nginx', {
      over: '--expose 53/udp',
      says: [
        '**Expose a port** · `--expose 53/udp`',
        notes,
        'The program inside is said to listen on port **53**/udp.',
        'Containers on the same network reach it with or without the note. To publish it: `-p 53:53/udp`.',
        `In compose: \`expose: ["53/udp"]\` · ${runDocs}`,
      ],
    });
  });

  it('reads an instruction, and says what becomes of a host part', () => {
    assertHover('dockerfile', 'FROM nginx\nEXPOSE 80 80|80:80\n', {
      over: '8080:80',
      says: [
        '**Expose a port** · `EXPOSE 8080:80`',
        'Notes in the image that a program listens on a port. It opens nothing.',
        'The program inside is said to listen on port **80**/tcp.',
        'Containers on the same network reach it with or without the note. To publish it: `-p 80:80`.',
        "**Careful:** The host part is dropped without a word: an image chooses no port of the host. Newer builders warn: `EXPOSE instruction should not define an IP address or host-port mapping, found '8080:80'`.",
        instructionDocs,
      ],
    });
  });

  it('refuses in the words of the build', () => {
    assertHover('dockerfile', 'EXPOSE 80/|foo', {
      over: '80/foo',
      says: [
        '**Expose a port** · `EXPOSE 80/foo`',
        'Notes in the image that a program listens on a port. It opens nothing.',
        '**Docker refuses it:** `invalid proto: foo`',
        'The protocol is `tcp`, `udp` or `sctp`.',
        instructionDocs,
      ],
    });
  });

  it('knows on which port of the host the service has it now', () => {
    assertHover('dockercompose', service('expose: ["8|0"]'), {
      over: '80',
      facts: hoverFacts,
      says: [
        '**Expose a port** · `expose: 80`',
        notes,
        'The program inside is said to listen on port **80**/tcp.',
        'Containers on the same network reach it with or without the note. To publish it: `ports: ["80:80"]`.',
        '**Now:** `web` has it published: `8080:80`.',
        `As a flag: \`--expose 80\` · ${keyDocs}`,
      ],
    });
  });

  it('says in compose what is wrong in its own words', () => {
    assertHover('dockercompose', service('expose: ["8080:|80"]'), {
      over: '8080:80',
      says: [
        '**Expose a port** · `expose: 8080:80`',
        notes,
        '**Not valid.** A port of the host is chosen by `--publish`, or `ports` in compose. Here only the port of the container: `80`.',
        keyDocs,
      ],
    });
  });

  it('tells of a shared network, of the host network, and of odd words', () => {
    assertHover('shellscript', 'docker run --net container:db --expose |80 nginx', {
      over: '--expose 80',
      says: [
        '**Expose a port** · `--expose 80`',
        notes,
        '**The engine refuses it:** `conflicting options: port exposing and the container type network mode`',
        runDocs,
      ],
    });
    assertHover('shellscript', 'docker run --net host --expose |0/foo nginx', {
      over: '--expose 0/foo',
      says: [
        '**Expose a port** · `--expose 0/foo`',
        notes,
        'The program inside is said to listen on port **0**/foo.',
        'Containers on the same network reach it with or without the note. To publish it: `-p 0:0/foo`.',
        '**Careful:**\n- No program can listen on port 0.\n' +
          '- The engine knows `tcp`, `udp` and `sctp` alone; `foo` is taken without a word.\n' +
          '- On the host network it changes nothing: what the program listens on is open on the host as it is.',
        runDocs,
      ],
    });
  });
});

describe('a hover on -P', () => {
  const publishes =
    'Publishes every port that the image or `--expose` exposes, each on a free port of the host.';
  const docs =
    '[Docker documentation](https://docs.docker.com/reference/cli/docker/container/run/#publish-all)';

  it('names what is exposed here and what it is published on now', () => {
    assertHover('shellscript', 'docker run -|P --expose 81 --expose 53/udp --name web nginx', {
      over: '-P',
      facts: hoverFacts,
      says: [
        '**Publish all exposed ports** · `-P`',
        publishes,
        'Each exposed port gets a free port of the host, on all its addresses, and another one after each start.',
        'Exposed: `81/tcp` and `53/udp`, beside what EXPOSE names in the image.',
        '**Careful:** Other machines reach them too, past firewalls that filter INPUT, such as ufw.',
        '**Now:** `web` is published on `8080:80/tcp`.',
        docs,
      ],
    });
  });

  it('tells of the host network, and of a switch turned off or wrong', () => {
    const heads = (flag: string) => [`**Publish all exposed ports** · \`${flag}\``, publishes];
    assertHover('shellscript', 'docker run --net host -|P nginx', {
      over: '-P',
      says: [
        ...heads('-P'),
        '**Nothing is published** on the host network, and the engine only warns: what the program listens on is open on the host as it is.',
        docs,
      ],
    });
    assertHover('shellscript', 'docker run --publish-all=fal|se nginx', {
      over: '--publish-all=false',
      says: [...heads('--publish-all false'), 'Off: only what `-p` names is published.', docs],
    });
    assertHover('shellscript', 'docker run --publish-all=no| nginx', {
      over: '--publish-all=no',
      says: [
        ...heads('--publish-all no'),
        '**Docker refuses it:** `strconv.ParseBool: parsing "no": invalid syntax`',
        'A switch is on without a value; to turn it off, write `=false`.',
        docs,
      ],
    });
  });
});
