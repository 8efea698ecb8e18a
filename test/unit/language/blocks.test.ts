import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blockAt, blocksOf, type Language } from '../../../src/language/blocks/block';
import { compose } from '../../../src/language/blocks/compose';
import { dockerfile } from '../../../src/language/blocks/dockerfile';
import { devcontainer, jsonScripts } from '../../../src/language/blocks/jsonCommands';
import { markdownNotes, shellScript } from '../../../src/language/blocks/logicalLine';
import { makefile } from '../../../src/language/blocks/makefile';
import { pipeline } from '../../../src/language/blocks/pipeline';
import { batchFile, powershellScript } from '../../../src/language/blocks/windowsScripts';

const languages: readonly (readonly [string, Language, readonly string[]])[] = [
  [
    'compose',
    compose,
    [
      'services:',
      'networks:',
      'services: {',
      '  web:',
      '  db:',
      '    ports:',
      '      - "1:2"',
      '    # c',
      '#c',
      '',
      '---',
      '\tx',
      'x: |',
      '   y:',
      '}',
    ],
  ],
  [
    'dockerfile',
    dockerfile,
    [
      'FROM a',
      'RUN a \\',
      '  b \\',
      '# c',
      '  # c \\',
      '',
      'RUN docker run -p 1:2 x',
      '# escape=`',
      'RUN x `',
      '\t',
    ],
  ],
  ['shell', shellScript, ['docker run \\', ' -p 1:2 \\', ' x', '# c', '# c \\', '', '\\']],
  ['markdown', markdownNotes, ['docker run \\', ' -p 1:2 `', ' ^', ' x', '```', '# c', '']],
  ['makefile', makefile, ['run:', '\t@docker run \\', '\t -p 1:2 x', 'define A', 'endef', '# c \\', '']],
  ['powershell', powershellScript, ['docker run `', ' -p 1:2 `', ' x', '<#', '#>', '']],
  ['batch', batchFile, ['docker run ^', ' -p 1:2 ^', ' x', 'rem c', '']],
  [
    'pipeline',
    pipeline,
    [
      'jobs:',
      'a: |',
      '  b: >',
      '  b:',
      '  - c: d',
      '  - - e',
      '- run: |',
      '    docker run \\',
      '      -p: 1:2',
      '   x',
      'plain',
      '  # c',
      '#c',
      '---',
      '',
      '\tx: y',
      '  "q": \'r',
      '      deep: x',
      '  ] ',
      '- ',
    ],
  ],
  ...([devcontainer, jsonScripts] as const).map(
    (language) =>
      [
        'JSON',
        language,
        [
          '{',
          '  "runArgs": [',
          '    "-p", "1:2"',
          '  ],',
          '\t"scripts": {',
          '    "a": "docker run -p 1:2 x"',
          '}, "b": 1',
          '// c',
          '/* "c": 1',
          '',
          '}',
        ],
      ] as const,
  ),
];

for (const [name, language, lines] of languages) {
  describe(`the blocks of ${name}`, () => {
    const texts = fc
      .array(fc.tuple(fc.constantFrom(...lines), fc.constantFrom('\n', '\n', '\r\n')), { maxLength: 14 })
      .map((chosen) => chosen.map(([line, end]) => line + end).join(''));

    it('cover the text without overlap', () => {
      fc.assert(
        fc.property(texts, (text) => {
          let at = 0;
          for (const { start, end } of blocksOf(language, text)) {
            assert.equal(start, at);
            assert.ok(end > start);
            at = end;
          }
          assert.equal(at, text.length);
        }),
        { numRuns: 1000 },
      );
    });

    it('are the same from any offset as from the top', () => {
      fc.assert(
        fc.property(texts, (text) => {
          for (const block of blocksOf(language, text)) {
            for (let offset = block.start; offset < block.end; offset += 1) {
              assert.deepEqual(blockAt(language, text, offset), block);
            }
          }
        }),
        { numRuns: 1000 },
      );
    });
  });
}

describe('the work of a hover', () => {
  it('is one service, however many a compose file has', () => {
    const services = Array.from(
      { length: 20_000 },
      (_, index) => `  s${index}:\n    ports: ["${index}:80"]\n`,
    );
    const text = `services:\n${services.join('')}`;
    const block = blockAt(compose, text, text.indexOf('19999:80'));
    assert.equal(text.slice(block.start, block.end), '  s19999:\n    ports: ["19999:80"]\n');
  });

  it('is one instruction, however many a Dockerfile has', () => {
    const text = `${'RUN a \\\n  b\n# c\n'.repeat(20_000)}RUN --network=none x\n`;
    const block = blockAt(dockerfile, text, text.length - 5);
    assert.equal(text.slice(block.start, block.end), 'RUN --network=none x\n');
  });

  it('reads each line of a file once', () => {
    const text = `services:\n${'  s:\n    ports: []\n'.repeat(5_000)}`;
    const reads = countingReads(text);
    assert.equal([...blocksOf(compose, reads.text)].length, 5_001);
    assert.ok(reads.count() < 12 * 10_001, `${reads.count()} line ends were looked for in 10,001 lines`);
  });
});

/** A text that counts how often a line end is looked for in it. */
function countingReads(text: string): { readonly text: string; readonly count: () => number } {
  let count = 0;
  const counting = (method: 'indexOf' | 'lastIndexOf') => (search: string, position?: number) => {
    count += 1;
    return text[method](search, position);
  };
  const spied = Object.assign(Object(text), {
    indexOf: counting('indexOf'),
    lastIndexOf: counting('lastIndexOf'),
  }) as string;
  return { text: spied, count: () => count };
}
