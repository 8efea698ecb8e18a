import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { tabulate, tame, writeMarkdown, type DiagramTarget } from '../../../../src/diagram';
import { markdownCell } from '../../../../src/diagram/write/markdownCell';
import { networkNamed, small } from '../fixtures';
import { anySign, topologies } from '../random';
import { runs } from '../sights';

const whole: DiagramTarget = { kind: 'topology' };

/** The cells of a row as GFM splits them: at each bar without a backslash before it. */
function cellsOf(row: string): readonly string[] {
  const cells = [''];
  for (const [part] of row.matchAll(/\\[!-/:-@[-`{-~]|\||[^|\\]+|\\/g)) {
    if (part === '|') {
      cells.push('');
    } else {
      cells.push(`${cells.pop() ?? ''}${part}`);
    }
  }
  return cells.slice(1, -1).map((cell) => cell.trim());
}

/** What a reader sees of a cell, and what stands in it outside of code. */
function read(cell: string): { readonly text: string; readonly outside: string } {
  const opening = /`+/.exec(cell);
  if (!opening) {
    return { text: cell.replaceAll('&#124;', '|'), outside: cell.replaceAll('&#124;', '') };
  }
  const start = opening.index + opening[0].length;
  const closing = [...cell.slice(start).matchAll(/`+/g)].find(([run]) => run.length === opening[0].length);
  assert.ok(closing, `a code span stays open: ${cell}`);
  const inside = cell.slice(start, start + closing.index);
  const stripped = /^ .* $/s.test(inside) && inside.trim() !== '' ? inside.slice(1, -1) : inside;
  const before = read(cell.slice(0, opening.index));
  const after = read(cell.slice(start + closing.index + closing[0].length));
  return { text: before.text + stripped + after.text, outside: before.outside + after.outside };
}

/** Nothing that stands outside of code may mean anything: no markup, no link, no list. */
const harmless = /^(?![\s\S]*www\.)[\p{L}\p{N} ,.’/-]*$/u;

describe('markdownCell', () => {
  it('leaves plain words as they are and sets all else as code', () => {
    assert.equal(markdownCell('my-nginx', false), 'my-nginx');
    assert.equal(markdownCell('my-nginx', true), '`my-nginx`');
    assert.equal(markdownCell('a|b', false), '`a`&#124;`b`');
    assert.equal(markdownCell('a\\|b', true), '`a\\`&#124;`b`');
    assert.equal(markdownCell('`x`', false), '`` `x` ``');
    assert.equal(markdownCell('<b>x</b>', false), '`<b>x</b>`');
    assert.equal(markdownCell('[x](https://x)', false), '`[x](https://x)`');
    assert.equal(markdownCell('www.x.com', false), '`www.x.com`');
    assert.equal(markdownCell('a\nb', false), '`a\ufffdb`');
    assert.equal(markdownCell('a@b.c', false), '`a@b.c`');
    assert.equal(markdownCell('', true), '');
  });

  it('can be read back, whatever is in it', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'`|\\ <>[]()*_~#&;@.a1\n\u202e\u2028😀') });
    fc.assert(
      fc.property(fc.oneof(signs, fc.string({ unit: anySign })), fc.boolean(), (text, asCode) => {
        const cell = markdownCell(tame(text), asCode);
        const [only, ...more] = cellsOf(`| ${cell} |`);
        assert.deepEqual(more, []);
        const seen = read(only ?? '');
        const expected = tame(text).replaceAll(/[\p{Cs}\u2028\u2029]/gu, '\ufffd');
        assert.equal(seen.text, /^\s*$/.test(expected) ? seen.text : expected);
        assert.match(seen.outside, harmless);
      }),
      runs(400),
    );
  });
});

describe('writeMarkdown', () => {
  it('writes a heading and a table each', () => {
    const lines = writeMarkdown(small, { kind: 'network', id: networkNamed(small, 'mybridge').id }).split(
      '\n',
    );
    assert.deepEqual(lines.slice(0, 12), [
      '# Docker network `mybridge`',
      '',
      '## Networks',
      '',
      '| Network | Driver | Scope | Subnets | Gateways | Device or parent | Flags | Containers |',
      '| :-- | :-- | :-- | :-- | :-- | :-- | :-- | --: |',
      '| mybridge | bridge | local | `172.28.0.0/16` | `172.28.0.1 · derived` | `br-72ca87a5de14 · derived` |  | 2 |',
      '',
      '## Containers',
      '',
      '| Container | State | Network | IPv4 | IPv6 | MAC | Aliases | Ports | Image | Compose |',
      '| :-- | :-- | :-- | :-- | :-- | :-- | :-- | :-- | :-- | :-- |',
    ]);
    assert.equal(lines.at(-1), '');
  });

  it('holds every table, cell by cell, whatever the names', () => {
    fc.assert(
      fc.property(topologies, (topology) => {
        const tables = tabulate(topology, whole).filter(({ rows }) => rows.length > 0);
        const written = writeMarkdown(topology, whole)
          .split(/\n\n## .*\n\n/)
          .slice(1)
          .map((table) => table.trimEnd().split('\n'));
        assert.deepEqual(
          written.map((lines) => lines.length - 2),
          tables.map(({ rows }) => rows.length),
        );
        tables.forEach(({ rows }, place) =>
          rows.forEach(({ cells }, index) => {
            const seen = cellsOf(written[place]?.[index + 2] ?? '').map(read);
            assert.deepEqual(
              seen.map(({ text }) => text.trim()),
              cells.map((cell) => cell.trim()),
            );
            seen.forEach(({ outside }) => assert.match(outside, harmless));
          }),
        );
      }),
      runs(12),
    );
  });
});
