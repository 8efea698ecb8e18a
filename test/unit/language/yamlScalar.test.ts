import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isScalar, parseDocument, visit, type Scalar } from 'yaml';
import { scalarWord } from '../../../src/language/blocks/yamlScalar';

const pieces = [
  'a',
  'docker run',
  '  ',
  '\n',
  '\n    ',
  '\n      ',
  "''",
  '\\"',
  '\\n',
  '\\\n    ',
  '\\x41',
  '\\u0041',
  '# c',
  '\t',
  '-p 1:2',
  '\r\n    ',
];
const bodies = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((chosen) => chosen.join(''));

/** The values of a text, with their words. */
function valuesOf(text: string): readonly Scalar[] {
  const document = parseDocument(text, { schema: 'failsafe', strict: false });
  const found: Scalar[] = [];
  if (document.errors.length > 0) return [];
  visit(document, {
    Scalar: (key, node) => {
      if (key !== 'key' && isScalar(node)) found.push(node);
    },
  });
  return found;
}

describe('a YAML scalar is read with where its characters stand', () => {
  const forms = [
    'k: @',
    "k: '@'",
    'k: "@"',
    'k: |\n    @',
    'k: >\n    @',
    'k: >-\n    @',
    'k: |2\n    @',
    'k: |+\n    @',
  ];
  for (const form of forms) {
    it(JSON.stringify(form), () => {
      let read = 0;
      let missed = 0;
      fc.assert(
        fc.property(bodies, (body) => {
          const text = `${form.replace('@', () => body)}\n`;
          for (const node of valuesOf(text)) {
            const word = scalarWord(text, node);
            if (!word) missed += 1;
            else {
              read += 1;
              assert.equal(word.text.trimEnd(), String(node.value).trimEnd());
              assert.equal(word.at?.length, word.text.length);
              const offsets = word.at;
              assert.deepEqual(
                offsets,
                [...offsets].sort((a, b) => a - b),
              );
              assert.ok((offsets.at(-1) ?? 0) < text.length);
              // A character that stands for itself stands where it is said to.
              offsets.forEach((at, index) => {
                const character = word.text.charAt(index);
                if (/[a-z]/.test(character)) assert.equal(text.charAt(at), character);
              });
            }
          }
        }),
        { numRuns: 500 },
      );
      assert.ok(read > 100);
      // Odd line ends between lines of different depth are left alone.
      assert.ok(missed <= read / 20, `${missed} of ${read + missed} are not read`);
    });
  }
});
