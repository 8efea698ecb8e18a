import assert from 'node:assert/strict';
import { equivalents, findSpelling, topics, type Place, type Topic } from '../../../src/catalog';

const all: readonly Topic[] = topics;

describe('the topic catalog', () => {
  it('has no topic twice', () => {
    const ids = all.map(({ id }) => id);
    assert.deepEqual([...new Set(ids)], ids);
  });

  it('gives a name one meaning in each place', () => {
    const names = all.flatMap(({ spellings }) =>
      spellings.flatMap(({ places, names: written }) =>
        places.flatMap((place) => written.map((name) => `${place} ${name}`)),
      ),
    );
    assert.deepEqual([...new Set(names)], names);
  });

  for (const topic of all) {
    it(`explains ${topic.id} in all its parts`, () => {
      assert.match(topic.meaning, /^[A-Z].*\.$/);
      for (const step of topic.how ?? []) assert.match(step, /^[A-Z].*\.$/);
      for (const pitfall of topic.pitfalls) assert.match(pitfall, /^[A-Z].*\.$/);
      for (const words of [topic.title, topic.default, topic.since]) assert.notEqual(words, '');
      assert.ok(topic.values.length > 0);
      assert.match(topic.docs, /^https:\/\/docs\.docker\.com\//);
    });

    for (const spelling of topic.spellings) {
      it(`shows ${topic.id} as ${spelling.names[0] ?? ''} in an example: ${spelling.example}`, () => {
        assert.ok(spelling.names.some((name) => spelling.example.includes(name)));
        const docs: string | undefined = spelling.docs;
        if (docs !== undefined) assert.match(docs, /^https:\/\/docs\.docker\.com\//);
      });
    }
  }

  const spelled: readonly (readonly [Place, string, string | undefined])[] = [
    ['run', '-p', 'publish'],
    ['create', '--publish', 'publish'],
    ['composeService', 'ports', 'publish'],
    ['run', '--net', 'network'],
    ['composeService', 'network_mode', 'network'],
    ['dockerfileRun', '--network', 'network'],
    ['build', '--network', 'network'],
    ['run', '--link', 'link'],
    ['run', '-P', 'publishAll'],
    ['create', '--expose', 'expose'],
    ['composeService', 'expose', 'expose'],
    ['dockerfile', 'EXPOSE', 'expose'],
    ['composeService', 'links', 'link'],
    ['build', '-p', undefined],
    ['build', '--net', undefined],
    ['composeTop', 'ports', undefined],
  ];
  for (const [place, name, id] of spelled) {
    it(`finds ${name} of ${place}: ${id ?? 'nothing'}`, () => {
      assert.equal(findSpelling(topics, place, name)?.topic.id, id);
    });
  }

  it('names the other spellings of a topic', () => {
    const found = findSpelling(topics, 'run', '-p');
    assert.ok(found);
    assert.deepEqual(equivalents(found.topic, found.spelling), [
      'ports: ["8080:80"]',
      'docker compose run -p 8080:80 web',
      'services: { db: { ports: ["5432:5432"] } }',
      '"appPort": [3000, "8921:5000"]',
      'docker service create -p published=8080,target=80 nginx',
      'docker service update --publish-add published=8080,target=80 web',
    ]);
  });
});
