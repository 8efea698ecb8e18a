import assert from 'node:assert/strict';
import fc from 'fast-check';
import { code, codeList, joinWords } from '../../../src/language/markdown';

describe('a code span', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['web', '`web`'],
    ['', '*(empty)*'],
    ['a`b', '``a`b``'],
    ['`a``', '``` `a`` ```'],
    [' a', '`  a `'],
    ['[x](command:y)', '`[x](command:y)`'],
    ['<img src=x>', '`<img src=x>`'],
    ['a\n\nb', '`a��b`'],
    ['a\u202Eb', '`a�b`'],
    ['x'.repeat(121), `\`${'x'.repeat(120)}…\``],
  ];
  for (const [text, markdown] of rows) {
    it(`shows ${JSON.stringify(text.slice(0, 20))}`, () => {
      assert.equal(code(text), markdown);
    });
  }

  it('is closed by nothing inside, and is one line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('`', '``', 'a', ' ', '\n', '\u2028', '['), { minLength: 1 }),
        (pieces) => {
          const markdown = code(pieces.join(''));
          const [fence = ''] = /^`+/.exec(markdown) ?? [];
          const inside = markdown.slice(fence.length, -fence.length);
          assert.ok(markdown.endsWith(fence));
          assert.doesNotMatch(inside, /[\n\u2028]/);
          const runs: readonly string[] = inside.match(/`+/g) ?? [];
          assert.ok(!runs.includes(fence));
          assert.doesNotMatch(inside, /^`|`$/);
        },
      ),
    );
  });
});

describe('words in a row', () => {
  it('are joined by commas and "and"', () => {
    assert.deepEqual([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(joinWords), [
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });

  it('are counted past the most', () => {
    assert.equal(codeList(['a', 'b', 'c'], 2), '`a`, `b` and 1 more');
  });
});
