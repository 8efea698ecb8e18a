import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { networkCommands } from '../../../src/catalog';
import { findings, hoverAt, languageIds, parseUses, type Span } from '../../../src/language';
import { scopesOf } from '../../../src/language/languages';
import { hoverSpan } from '../../../src/language/use';

/** Where the words of commands about networks stand, and those that they name. */
function commandSpans(language: string, text: string): readonly Span[] {
  return [...scopesOf(text, language)].flatMap(({ command }) => {
    const topic = networkCommands.find(({ id }) => id === command?.command);
    if (!command || !topic) return [];
    const named = topic.repeats ? command.operands : command.operands.slice(0, topic.operands.length);
    return [command.span, ...named];
  });
}

/** At every offset: a hover where a use or a command is, over just its span, and nowhere else. */
function assertAgreement(language: string, text: string): void {
  const uses = parseUses(text, language).map(hoverSpan);
  const commands = commandSpans(language, text);
  const touches = (offset: number) => (span: Span) => span.start <= offset && offset <= span.end;
  for (let offset = 0; offset <= text.length; offset += 1) {
    const touching = uses.filter(touches(offset));
    const last = Math.max(...touching.map(({ start }) => start));
    const expected =
      touching.length > 0
        ? touching.filter(({ start }) => start === last)
        : commands.filter(touches(offset)).slice(0, 1);
    const hover = hoverAt(text, language, offset);
    const place = `at ${offset} of ${JSON.stringify(text)}`;
    assert.equal(hover === undefined, expected.length === 0, place);
    if (hover)
      assert.ok(
        expected.some(({ start, end }) => start === hover.start && end === hover.end),
        place,
      );
  }
}

describe('a hover agrees with the uses at every offset', () => {
  const samples = [
    ['dockercompose', 'compose.yaml', 45],
    ['dockerfile', 'Dockerfile', 9],
    ['shellscript', 'run.sh', 17],
    ['markdown', 'notes.md', 6],
    ['makefile', 'Makefile', 2],
  ] as const;
  for (const [language, file, count] of samples) {
    it(`of samples/${file}`, () => {
      const text = readFileSync(`samples/${file}`, 'utf8');
      assert.equal(parseUses(text, language).length, count);
      assertAgreement(language, text);
    }).timeout(20_000);

    it(`of samples/${file}, wherever typing stopped`, () => {
      const text = readFileSync(`samples/${file}`, 'utf8');
      for (let length = 0; length < text.length; length += 29) {
        const typed = text.slice(0, length);
        findings(typed, language);
        const last = parseUses(typed, language).at(-1);
        if (last) assert.ok(hoverAt(typed, language, hoverSpan(last).start));
      }
    });
  }

  const pieces = [
    'docker',
    ' run',
    ' -p',
    ' 8080:80',
    ' --net',
    '=host',
    ' --link',
    ' a:b',
    ' nginx',
    '\n',
    '\r\n',
    '\\\n',
    '# ',
    '"',
    "'",
    '`',
    '$(',
    ')',
    'services:\n',
    '  web:\n',
    '    ports:\n',
    '      - ',
    '    network_mode: host\n',
    '    networks: [a, ',
    ']',
    'RUN --network=none',
    'RUN ',
    '\t',
    '\uFEFF',
    '{',
    '}',
    ': ',
    '- ',
    '&a ',
    '*a',
    '|',
    '>',
    '<<EOF\n',
    '---\n',
    '${A:-1}',
    ';',
    '\\',
  ];
  for (const language of languageIds) {
    it(`of any ${language}`, () => {
      const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((chosen) => chosen.join(''));
      fc.assert(
        fc.property(fc.oneof({ weight: 4, arbitrary: texts }, fc.string()), (text) => {
          assertAgreement(language, text);
          for (const { start, end } of findings(text, language))
            assert.ok(0 <= start && start <= end && end <= text.length);
        }),
        { numRuns: 60 },
      );
    });
  }
});

describe('bad input', () => {
  it('of a binary file says nothing', () => {
    const binary = '\x7fELF\0\0RUN --network=none x\n';
    assert.deepEqual(parseUses(binary, 'dockerfile'), []);
    assert.deepEqual(findings(binary, 'dockerfile'), []);
    assert.equal(hoverAt(binary, 'dockerfile', 12), undefined);
  });

  it('of an unknown language says nothing', () => {
    assert.deepEqual(parseUses('docker run -p 1:2 x', 'plaintext'), []);
    assert.equal(hoverAt('docker run -p 1:2 x', 'plaintext', 12), undefined);
  });

  it('may lie outside the text', () => {
    assert.equal(hoverAt('docker run -p 1:2 x', 'shellscript', 1_000), undefined);
    assert.equal(hoverAt('docker run -p 1:2 x', 'shellscript', -5), undefined);
    assert.equal(hoverAt('', 'dockercompose', 0), undefined);
  });

  const many = 8_000;
  const longLines: readonly (readonly [string, string])[] = [
    ['letters', 'a'.repeat(many)],
    ['quotes', '"'.repeat(many)],
    ['apostrophes and words', "it's ".repeat(many / 5)],
    ['backticks', 'a`'.repeat(many / 2)],
    ['substitutions', '$('.repeat(many / 2)],
    ['closed substitutions', '$('.repeat(many / 4) + ')'.repeat(many / 4)],
    ['backslashes', '\\'.repeat(many)],
    ['docker', 'docker '.repeat(many / 7)],
    ['docker -H', 'docker -H '.repeat(many / 10)],
    ['flags', `docker run ${'-p 1:2 '.repeat(many / 8)}`],
    ['brackets', '['.repeat(many)],
    ['colons', `services: {a: {ports: ["${':'.repeat(many)}"]}}`],
    ['hashes', '# '.repeat(many / 2)],
    ['comment lines', '#\n'.repeat(many / 2)],
    ['continued lines', 'RUN a \\\n'.repeat(many / 8)],
    ['spaces', `RUN${' '.repeat(many)}`],
    ['empty lines', '\n'.repeat(many)],
    ['a long value', `docker run -p ${'1'.repeat(many)} x`],
    ['a long mode', `docker run --net ${'a'.repeat(many)} x`],
    ['dollars', `docker run --net ${'$'.repeat(many)} x`],
    ['braces', `docker run --net ${'{,'.repeat(many / 2)} x`],
    ['angle brackets', `docker run --net ${'<a'.repeat(many / 2)} x`],
    ['here-documents', '<<a '.repeat(many / 4)],
    ['blanks before here-documents', ' '.repeat(many / 2) + '<<a '.repeat(many / 8)],
    ['here-documents that end', '<<a\na\n'.repeat(many / 8)],
    ['lists without a shell', `RUN [${'"a", '.repeat(many / 5)}]`],
    ['flags behind a variable', `docker run $O ${'-p 1:2 '.repeat(many / 8)}`],
    ['flags in a comment', `# ${'-p 1:2; '.repeat(many / 8)}`],
  ];
  for (const [what, text] of longLines) {
    it(`of a long line of ${what} is read to its end`, () => {
      for (const language of languageIds) {
        assert.ok(parseUses(text, language).length <= many / 8);
        for (const offset of [0, many / 2, text.length]) hoverAt(text, language, offset);
        findings(text, language);
      }
    });
  }

  it('of a megabyte in one line is read to its end', () => {
    const text = `docker run ${'-p 1:2 '.repeat(150_000)}`;
    assert.equal(parseUses(text, 'shellscript').length, 150_000);
    assert.equal(hoverAt(text, 'shellscript', text.length - 2)?.start, text.length - 7);
  });

  it('that nests deeper than the parser can go is left alone', () => {
    for (const opening of ['[', '{', '- ', '? ', 'a:\n ']) {
      assert.deepEqual(parseUses(opening.repeat(5_000), 'dockercompose'), []);
    }
  });
});
