import assert from 'node:assert/strict';
import { topics, type DockerCommand, type Topic } from '../../../src/catalog';
import { completionsAt, labelsAt, writtenAt } from './writing';

/** How each command is written, up to its flags. */
const commands: Readonly<Record<DockerCommand, string>> = {
  run: 'docker run',
  create: 'docker create',
  projectRun: 'docker compose run',
  build: 'docker build',
  serviceCreate: 'docker service create',
  serviceUpdate: 'docker service update',
  networkConnect: 'docker network connect',
  networkCreate: 'docker network create',
  networkDisconnect: 'docker network disconnect',
  networkInspect: 'docker network inspect',
  networkList: 'docker network ls',
  networkPrune: 'docker network prune',
  networkRemove: 'docker network rm',
};

function flagsOf(place: string): readonly string[] {
  return topics.flatMap(({ spellings }: Topic) =>
    spellings.filter(({ places }) => places.some((one) => one === place)).flatMap(({ names }) => names),
  );
}

describe('flags are proposed', () => {
  for (const [command, words] of Object.entries(commands)) {
    it(`all of \`${words}\`, and no others`, () => {
      const expected = [...flagsOf(command)].sort();
      assert.ok(expected.length > 0);
      for (const marked of [`${words} -|`, `${words} --|`, `${words} -| front`, `sudo ${words} --n|`])
        assert.deepEqual([...labelsAt('shellscript', marked)].sort(), expected, marked);
    });
  }

  const places: readonly (readonly [language: string, marked: string, replaced: string])[] = [
    ['shellscript', 'docker run --net| nginx', '--net'],
    ['shellscript', 'docker run -d --rm -|', '-'],
    ['shellscript', 'docker run \\\n  --pub| \\\n  nginx', '--pub'],
    ['shellscript', 'x=$(docker run --net|)', '--net'],
    ['shellscript', '# docker run -|', '-'],
    ['shellscript', 'podman run --|', '--'],
    ['dockerfile', 'FROM x\nRUN docker run --net| x\n', '--net'],
    ['dockerfile', 'FROM x\n# docker run --|\n', '--'],
    ['makefile', 'run:\n\tdocker run --ne| nginx\n', '--ne'],
    ['powershell', 'docker run `\n  --ne|', '--ne'],
    ['bat', 'docker run ^\n  --ne| x', '--ne'],
    ['pipeline', 'jobs:\n  a:\n    steps:\n      - run: docker run --net| x\n', '--net'],
    ['scripts', '{ "scripts": { "db": "docker run --ne| postgres" } }', '--ne'],
    ['devcontainer', '{ "runArgs": ["--ne|"] }', '--ne'],
    ['markdown', 'Try\n\n```sh\ndocker run --|\n```\n', '--'],
    ['markdown', 'Start it with `docker run --|`.', '--'],
    ['dockercompose', 'services:\n  web:\n    # docker run --ne|\n    image: x\n', '--ne'],
  ];
  for (const [language, marked, replaced] of places) {
    it(`in ${language}: ${JSON.stringify(marked)}`, () => {
      const found = completionsAt(language, marked);
      assert.equal(found.length, 23);
      const text = marked.replace('|', '');
      for (const { start, end } of found) assert.equal(text.slice(start, end), replaced);
    });
  }

  it('with what follows them', () => {
    const written = writtenAt('shellscript', 'docker run --| nginx');
    assert.equal(written['--network'], 'docker run --network  nginx');
    assert.equal(written['--publish-all'], 'docker run --publish-all nginx');
    assert.equal(
      writtenAt('dockerfile', 'FROM x\nRUN --n| make\n')['--network'],
      'FROM x\nRUN --network= make\n',
    );
  });

  it('with the value in the same word where words are strings of their own', () => {
    const written = writtenAt('devcontainer', '{ "runArgs": ["--init", "--ne|"] }');
    assert.equal(written['--network'], '{ "runArgs": ["--init", "--network="] }');
    assert.equal(written['--publish-all'], '{ "runArgs": ["--init", "--publish-all"] }');
  });

  it('with their meaning', () => {
    const found = completionsAt('shellscript', 'docker run -|').find(({ label }) => label === '--publish');
    assert.equal(found?.detail, 'Publish a port');
    assert.match(
      found.documentation ?? '',
      /^\*\*Publish a port\*\* · `--publish`\n\nOpens a port of the host and sends what arrives there/,
    );
  });

  it('without a dash only where somebody asks', () => {
    assert.deepEqual(labelsAt('shellscript', 'docker run |'), []);
    assert.equal(labelsAt('shellscript', 'docker run |', { asked: true }).length, 23);
    assert.deepEqual(labelsAt('shellscript', 'docker run ng|', { asked: true }), []);
  });
});

describe('nothing is proposed', () => {
  const rows: readonly (readonly [language: string, marked: string])[] = [
    ['shellscript', 'cp -|'],
    ['shellscript', 'docker ps -|'],
    ['shellscript', 'docker run nginx -|'],
    ['shellscript', 'docker run nginx; ls -|'],
    ['shellscript', '-|'],
    ['shellscript', '# see -|'],
    ['shellscript', '# run it with --net|'],
    ['shellscript', 'docker run --name |'],
    ['shellscript', 'docker run -v |'],
    ['shellscript', 'docker run --hostname |'],
    ['shellscript', 'docker run -p ${PO|}:80 x'],
    ['dockerfile', 'FROM x\nCOPY --|'],
    ['dockerfile', 'FROM x\nRUN mkdir -|'],
    ['dockerfile', 'FROM |'],
    ['markdown', 'A list\n\n-|'],
    ['dockercompose', 'services:\n  web:\n    image: |\n'],
    ['dockercompose', 'services:\n  web:\n    network_mode:|\n'],
    ['dockercompose', 'services:\n  web:\n    environment:\n      A: |\n'],
    ['dockercompose', 'services:\n  |\n'],
    ['plaintext', 'docker run -|'],
    ['devcontainer', '{ "name": "-|" }'],
    ['pipeline', 'jobs:\n  a:\n    steps:\n      - run: ls -|\n'],
  ];
  for (const [language, marked] of rows) {
    it(`in ${language} at ${JSON.stringify(marked)}`, () => {
      assert.deepEqual(labelsAt(language, marked), []);
    });
  }
});
