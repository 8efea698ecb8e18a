import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeFile, runTogether } from '../../../../src/language/compose/composeFile';
import { entriesIn, entriesUnder } from '../../../../src/language/compose/outline';

function keys(text: string): readonly string[] {
  return entriesIn(text, { start: 0, end: text.length }).map(
    ({ name, lines, value }) => `${name}=${value}: ${JSON.stringify(text.slice(lines.start, lines.end))}`,
  );
}

describe('the outline of a YAML file', () => {
  it('is its keys with the lines that belong to them', () => {
    assert.deepEqual(
      keys('# shop\na: 1 # one\n\n"b":\n- x\n- y\n# end\nc:\n  d: e\n  f: |\n    g: h\n\n\n'),
      ['a=1: "a: 1 # one\\n"', 'b=: "\\"b\\":\\n- x\\n- y\\n"', 'c=: "c:\\n  d: e\\n  f: |\\n    g: h\\n"'],
    );
  });

  it('goes down one key at a time', () => {
    const text = 'services:\n  web:\n    image: a:b\n    "ports":\n    - 80:80\n  db: *x\n';
    const [services] = entriesIn(text, { start: 0, end: text.length });
    assert.ok(services);
    const [web, db] = entriesUnder(text, services);
    assert.ok(web && db);
    assert.deepEqual([web.name, db.name, db.value], ['web', 'db', '*x']);
    assert.deepEqual(
      entriesUnder(text, web).map(({ name, value }) => [name, value]),
      [
        ['image', 'a:b'],
        ['ports', ''],
      ],
    );
    assert.deepEqual(entriesUnder(text, db), []);
  });

  it('takes any text, and its entries do not overlap', () => {
    const piece = fc.constantFrom(
      'a:',
      '\n',
      ' ',
      '  ',
      '- ',
      '"b":',
      '#',
      '\r\n',
      'x',
      '---\n',
      '\t',
      '<<: *a',
      '{',
      '|',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
        (text) => {
          const entries = entriesIn(text, { start: 0, end: text.length });
          entries.forEach(({ lines, key, name }, index) => {
            assert.equal(text.slice(key.start, key.end), name);
            assert.equal((entries[index - 1]?.lines.end ?? 0) <= lines.start, true);
          });
          composeFile(text);
        },
      ),
    );
  });

  it('tells which services run together', () => {
    const { services } = composeFile(
      'services:\n  a:\n    image: a\n  b:\n    image: b\n    profiles: [x]\n  c:\n    image: c\n    profiles:\n      - y # why\n  d:\n    image: d\n    profiles: ["x", y]\n  e:\n    image: e\n    profiles: ["${P}"]\n',
    );
    const together = (one: string, other: string) => {
      const [left, right] = [services.get(one), services.get(other)];
      return left && right && runTogether(left, right);
    };
    assert.deepEqual(
      ['ab', 'bc', 'bd', 'cd', 'ae'].map((pair) => together(pair.charAt(0), pair.charAt(1))),
      [true, false, true, true, false],
    );
  });
});
