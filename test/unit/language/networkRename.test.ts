import assert from 'node:assert/strict';
import { networkAt, parseUses, renamableNetwork, renameNetwork } from '../../../src/language';
import { takeCursor } from './writing';

const language = 'dockercompose';

/** Definitions as `=name`, references as `name`, each with its line (from 1). */
function placesOf(marked: string): readonly string[] | undefined {
  const { text, offset } = takeCursor(marked);
  const found = networkAt(text, language, offset);
  const line = (start: number) => text.slice(0, start).split('\n').length;
  return (
    found && [
      ...found.definitions.map(({ start, end }) => `=${text.slice(start, end)} ${line(start)}`),
      ...found.references.map(({ start, end }) => `${text.slice(start, end)} ${line(start)}`),
    ]
  );
}

function renamed(marked: string, name: string): string {
  const { text, offset } = takeCursor(marked);
  const found = renameNetwork(text, language, offset, name);
  if (!found) return 'nothing there';
  if (!found.ok) return found.reason;
  return [...found.edits]
    .reverse()
    .reduce((shown, { start, end, text: now }) => shown.slice(0, start) + now + shown.slice(end), text);
}

const file = `services:
  web:
    image: x
    networks:
      - front
      - "back"
  api:
    image: x
    networks:
      front: {aliases: [front]}
      'back':
        ipv4_address: 172.29.0.5
  db: {image: x, networks: [back, front]}
  front:
    image: front
    hostname: front
networks:
  front:
    name: front
  "back": {internal: true}
`;

describe('the names of a network in a compose file', () => {
  it('are found from each of them', () => {
    const front = ['=front 18', 'front 5', 'front 10', 'front 13'];
    const back = ['=back 20', 'back 6', 'back 11', 'back 13'];
    for (const [at, places] of [
      ['      - fr|ont', front],
      ['      |front: {', front],
      ['[back, front|]', front],
      ['\n  front|:\n    name', front],
      ['- "|back"', back],
      ["'ba|ck':", back],
      ['"back|": {internal', back],
    ] as const)
      assert.deepEqual(placesOf(file.replace(at.replace('|', ''), at)), places, at);
  });

  it('are not what else is called so', () => {
    for (const at of [
      '[fr|ont]}',
      '  fr|ont:\n    image',
      'image: fr|ont',
      'hostname: fr|ont',
      'name: fr|ont',
      'net|works:',
    ])
      assert.equal(placesOf(file.replace(at.replace('|', ''), at)), undefined, at);
  });

  it('are found in what services share', () => {
    const shared = `x-common: &common
  networks: [front]
x-nets: &nets
  - front
  - back
x-other: [front]
services:
  web:
    <<: *common
  api:
    networks: *nets
networks:
  fr|ont:
  back:
`;
    assert.deepEqual(placesOf(shared), ['=front 13', 'front 2', 'front 4']);
    assert.deepEqual(placesOf(shared.replace('fr|ont', 'front').replace('  - front', '  - fr|ont')), [
      '=front 13',
      'front 2',
      'front 4',
    ]);
  });

  it('are none in other files', () => {
    assert.equal(networkAt('docker run --net front x', 'shellscript', 18), undefined);
    assert.equal(networkAt('', language, 0), undefined);
    assert.equal(networkAt(file, language, 100_000), undefined);
  });
});

describe('a network is renamed', () => {
  it('in every place and notation of the file, and nowhere else', () => {
    assert.equal(
      renamed(file.replace('      - front', '      - fr|ont'), 'edge'),
      file
        .replace('      - front', '      - edge')
        .replace('      front: {', '      edge: {')
        .replace('[back, front]', '[back, edge]')
        .replace('\n  front:\n    name', '\n  edge:\n    name'),
    );
    assert.equal(
      renamed(file.replace('"back": {', '"ba|ck": {'), 'a.b_c-1'),
      file
        .replace('- "back"', '- "a.b_c-1"')
        .replace("'back':", "'a.b_c-1':")
        .replace('[back,', '[a.b_c-1,')
        .replace('"back": {', '"a.b_c-1": {'),
    );
  });

  it('with quotes where YAML would read something else', () => {
    const text = 'services:\n  a:\n    networks: [n|1]\nnetworks:\n  n1:\n';
    for (const name of ['1', 'true', 'no', '1.5', 'null'])
      assert.equal(
        renamed(text, name),
        `services:\n  a:\n    networks: ["${name}"]\nnetworks:\n  "${name}":\n`,
      );
  });

  it('so that all that named it names it still', () => {
    const text = renamed(file.replace('      - front', '      - fr|ont'), 'edge');
    const names = (source: string) =>
      parseUses(source, language)
        .filter(({ syntax, kind }) => kind === 'item' && syntax.startsWith('network'))
        .map(({ text: name }) => name);
    assert.deepEqual(
      names(text),
      names(file).map((name) => (name === 'front' ? 'edge' : name)),
    );
  });

  it('only to a name that can be', () => {
    const at = file.replace('      - front', '      - fr|ont');
    assert.equal(renamed(at, 'back'), 'This file has a network “back” already.');
    assert.equal(renamed(at, 'front'), file);
    for (const name of ['', 'a b', 'a/b', 'ä', '${A}', 'a:'])
      assert.equal(
        renamed(at, name),
        'The name of a network has letters, digits, dots, underscores and dashes alone.',
      );
    assert.match(renamed(at, 'default'), /^Services without networks would join it/);
  });

  it('only where its name stands in this file', () => {
    const reason = (marked: string) => {
      const { text, offset } = takeCursor(marked);
      const found = renamableNetwork(text, language, offset);
      return found?.ok === false ? found.reason : (found?.network.name ?? 'nothing there');
    };
    const joins = (name: string, networks: string) =>
      `services:\n  a:\n    image: x\n    networks: [|${name}]\n${networks}`;
    assert.match(
      reason(joins('default', 'networks:\n  default:\n    internal: true\n')),
      /^The network “default” is the one/,
    );
    assert.equal(reason(joins('lost', '')), 'The network “lost” is not defined in this file.');
    assert.match(
      reason(joins('"${NET}"', 'networks:\n  a:\n').replace('|"', '"|')),
      /^“\$\{NET\}” is put in later/,
    );
    assert.match(
      reason(joins('lan', 'networks:\n  lan:\n    external: true\n')),
      /^The network “lan” is made elsewhere, under this very name/,
    );
    for (const definition of ['external: true\n    name: office', 'external: false', 'driver: bridge'])
      assert.equal(reason(joins('lan', `networks:\n  lan:\n    ${definition}\n`)), 'lan');
    assert.equal(reason('services:\n  a:\n    image: |x\n'), 'nothing there');
  });
});
