import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { findings, hoverAt, languageIds, parseUses } from '../../../src/language';
import { scopesAt, scopesOf } from '../../../src/language/languages';
import { hoverSpan, type Scope } from '../../../src/language/use';

/** What must hold of any text in any language. */
function assertSound(language: string, text: string): void {
  const scopes = [...scopesOf(text, language)];
  for (const scope of scopes) assertInside(scope, text);
  const starts = parseUses(text, language).map((use) => hoverSpan(use).start);
  assert.ok(
    starts.every((start, index) => start >= (starts[index - 1] ?? 0)),
    'uses are in order',
  );
  for (const { start, end } of findings(text, language))
    assert.ok(0 <= start && start <= end && end <= text.length);
  const whole = new Set(scopes.map((scope) => JSON.stringify(scope)));
  for (const offset of offsetsOf(text)) {
    for (const scope of scopesAt(text, language, offset))
      assert.ok(whole.has(JSON.stringify(scope)), `another scope at ${offset} of ${JSON.stringify(text)}`);
    const hover = hoverAt(text, language, offset);
    if (hover) assert.ok(hover.start <= offset && offset <= hover.end && hover.end <= text.length);
  }
}

function assertInside({ uses }: Scope, text: string): void {
  for (const { name, value, parts } of uses)
    for (const span of [name, ...(value ? [value] : []), ...parts])
      assert.ok(
        0 <= span.start && span.start <= span.end && span.end <= text.length,
        JSON.stringify({ span, text }),
      );
}

/** A few, all over the text. */
function offsetsOf(text: string): readonly number[] {
  return [0, 0.2, 0.5, 0.8, 1].map((part) => Math.floor(text.length * part));
}

const real = [
  ...['compose.yaml', 'Dockerfile', 'run.sh', 'notes.md'].map((file) =>
    readFileSync(`samples/${file}`, 'utf8'),
  ),
  readFileSync('package.json', 'utf8').slice(0, 3_000),
  'x-a: &a\n  ports: ["1:2"]\n  networks: &n { front: { aliases: [x] } }\nservices:\n  web:\n    <<: [*a, *b]\n    networks: *n\n',
  'jobs:\n  a:\n    container: { ports: [80], options: -p 1:2 }\n    steps:\n      - run: |\n          docker run \\\n            -p 1:2 x\n      - run: >-\n          docker run\n          -p "1:2" x # c\n',
  'run:\n\t@docker run -p $(PORT):80 \\\n\t  --network=$$N x\ndefine a\n docker run -p 1:2 x\nendef\n',
  'docker run `\n  -p "1:2" `\n  x <# -p 1:2 #>\n@"\ndocker run -p 1:2 x\n"@\n',
  '@docker run ^\n  -p %PORT%:80 x & rem -p 1:2\n',
  '{\n  "runArgs": ["-p", "1:2", // c\n    "--network=host"],\n  "scripts": { "a": "docker run -p \\"1:2\\" \\u0041" } /* x */\n}\n',
];

/** A piece of a real file with pieces of it, or of others, in other places. */
const mutated = fc
  .tuple(
    fc.constantFrom(...real),
    fc.array(fc.tuple(fc.nat(4_000), fc.nat(40), fc.constantFrom(...real), fc.nat(4_000), fc.nat(30)), {
      maxLength: 6,
    }),
    fc.nat(3_000),
  )
  .map(([text, edits, start]) =>
    edits
      .reduce((changed, [at, cut, other, from, length]) => {
        const place = at % (changed.length + 1);
        const begin = from % (other.length + 1);
        return changed.slice(0, place) + other.slice(begin, begin + length) + changed.slice(place + cut);
      }, text)
      .slice(start % text.length, (start % text.length) + 900),
  );

const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => String.fromCharCode(...array));
const signs = fc
  .array(
    fc.constantFrom(
      ...'"\'`$(){}[]<>\\|&;*#:,-=!%@^~ \t\r\n',
      '&a',
      '*a',
      '<<: *a\n',
      '- ',
      '\n  ',
      'docker run -p ',
    ),
    {
      maxLength: 60,
    },
  )
  .map((chosen) => chosen.join(''));

describe('any text is read', () => {
  for (const language of languageIds) {
    it(`as ${language}`, () => {
      fc.assert(
        fc.property(
          fc.oneof({ weight: 4, arbitrary: mutated }, { weight: 2, arbitrary: signs }, bytes),
          (text) => assertSound(language, text),
        ),
        { numRuns: 80 },
      );
    }).timeout(20_000);
  }
});

describe('a text that is written to do harm is read', () => {
  const many = 3_000;
  const ten = (name: string) => Array.from({ length: 10 }, (_, index) => `k${index}: *${name}`).join(', ');
  const lines = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join('');
  const harmful: readonly (readonly [string, string])[] = [
    ...[
      '"',
      "'",
      '`',
      '{',
      '[',
      '}',
      '-',
      '- ',
      ': ',
      '$(',
      '${{',
      '\\',
      '^\n',
      '`\n',
      '&a ',
      '*a ',
      '<#',
      '@"\n',
      '/*',
      '"a":',
      '%',
      '#-p',
    ].map((piece) => [JSON.stringify(piece), piece.repeat(many / piece.length)] as const),
    [
      'laughs',
      `x: &a0 {a: b}\n${lines(40, (index) => `x-${index + 1}: &a${index + 1} {${ten(`a${index}`)}}\n`)}services:\n  web:\n    sysctls: *a40\n`,
    ],
    ['a circle', 'x-a: &a\n  <<: *b\nx-b: &b\n  <<: *a\nservices:\n  web:\n    <<: *a\n    ports: &p [*p]\n'],
    [
      'a chain',
      `x-0: &a0 {ports: [1]}\n${lines(200, (index) => `x-${index + 1}: &a${index + 1} {<<: *a${index}}\n`)}services:\n  web:\n    <<: *a200\n`,
    ],
    ['depth', lines(60, (depth) => `${' '.repeat(depth)}a:\n`)],
    ['depth of lists', '- '.repeat(300) + 'docker run -p 1:2 x'],
  ];
  for (const [what, text] of harmful) {
    it(what, () => {
      for (const language of languageIds) assertSound(language, text);
    }).timeout(20_000);
  }
});
