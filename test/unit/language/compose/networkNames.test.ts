import assert from 'node:assert/strict';
import { networkNames } from '../../../../src/language/compose/networkNames';

function names(text: string, fileName?: string) {
  const { definitions, references, open } = networkNames(text, 'dockercompose', fileName);
  return {
    definitions: definitions.map(({ name, span }) => [name, text.slice(span.start, span.end)].join(' ')),
    references: references.map(
      ({ name, service, span }) => `${service} ${name} ${text.slice(span.start, span.end)}`,
    ),
    open,
  };
}

const file = `services:
  web:
    image: nginx
    networks: [front, "back"]
  db:
    image: postgres
    networks:
      back:
        aliases: [data]
      default:
networks:
  front:
  "back": { internal: true }
`;

describe('the networks of a compose file', () => {
  it('are defined at the top and named by services', () => {
    assert.deepEqual(names(file), {
      definitions: ['front front', 'back back'],
      references: ['web front front', 'web back back', 'db back back', 'db default default'],
      open: false,
    });
  });

  it('may stand in another file', () => {
    assert.equal(names(`include: [other.yaml]\n${file}`).open, true);
    assert.equal(names(file.replace('image: nginx', 'extends: { service: db }')).open, true);
    assert.equal(names(file.replace('image: nginx', '<<: *base')).open, true);
    assert.equal(names(file.replace('    image: nginx\n', '')).open, true);
    assert.equal(
      names(file.replace('networks:\n  front:\n  "back": { internal: true }\n', 'networks: *all\n')).open,
      true,
    );
  });

  it('may stand in another file where the name of the file says so', () => {
    for (const name of ['compose.yaml', 'docker-compose.yml', 'docker-stack.yml'])
      assert.equal(names(file, name).open, false, name);
    for (const name of ['compose.override.yaml', 'docker-compose.prod.yml', 'web.compose.yml'])
      assert.equal(names(file, name).open, true, name);
  });

  it('are those of compose files alone', () => {
    assert.deepEqual(networkNames('docker run --network front x', 'shellscript'), {
      definitions: [],
      references: [],
      open: true,
    });
  });
});
