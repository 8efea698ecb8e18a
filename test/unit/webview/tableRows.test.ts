import assert from 'node:assert/strict';
import { subjectKey, type Table } from '../../../src/diagram';
import {
  columnWidths,
  filterRows,
  rowWords,
  sortBy,
  sortRows,
  tableTsv,
  writeTsv,
} from '../../../src/webview/tableRows';

function tableOf(kind: 'text' | 'code' | 'address' | 'number', cells: readonly string[]): Table {
  return {
    id: 't',
    title: 'T',
    columns: [{ id: 'c', title: 'C', kind }],
    rows: cells.map((cell, at) => ({ subject: { kind: 'container', id: `${at}` }, cells: [cell] })),
  };
}

function sorted(table: Table, descending = false): readonly string[] {
  return sortRows(table, { column: 'c', descending }).map(({ cells }) => cells[0] ?? '');
}

describe('the rows of a table', () => {
  it('are sorted by the bytes of addresses, ranges by their address and then their width, empty cells last', () => {
    const table = tableOf('address', [
      '10.0.0.10',
      '',
      'fd00::1',
      '10.0.0.9',
      '10.0.0.0/24, fd00::/64',
      '10.0.0.0/8',
    ]);
    const up = ['10.0.0.0/8', '10.0.0.0/24, fd00::/64', '10.0.0.9', '10.0.0.10', 'fd00::1', ''];
    assert.deepEqual(sorted(table), up);
    assert.deepEqual(sorted(table, true), [...up.slice(0, -1).reverse(), '']);
  });

  it('are sorted by the size of numbers, also of those in text', () => {
    assert.deepEqual(sorted(tableOf('number', ['10', '9', 'none', '80'])), ['9', '10', '80', 'none']);
    assert.deepEqual(sorted(tableOf('text', ['b', 'a10', '', 'a9'])), ['a9', 'a10', 'b', '']);
  });

  it('stand as they came without an order, and equal ones stay as they were', () => {
    const table = tableOf('text', ['b', 'a']);
    assert.equal(sortRows(table, undefined), table.rows);
    assert.equal(sortRows(table, { column: 'other', descending: false }), table.rows);
    const ids = sortRows(tableOf('text', ['x', 'x', 'a']), { column: 'c', descending: false });
    assert.deepEqual(
      ids.map(({ subject }) => ('id' in subject ? subject.id : '')),
      ['2', '0', '1'],
    );
  });

  it('are sorted the other way round by the same column', () => {
    const first = sortBy(undefined, 'c');
    assert.deepEqual(first, { column: 'c', descending: false });
    assert.deepEqual(sortBy(first, 'c'), { column: 'c', descending: true });
    assert.deepEqual(sortBy(first, 'd'), { column: 'd', descending: false });
  });

  it('sorts 10,000 addresses in less than a second, each parsed once', () => {
    const table = tableOf(
      'address',
      Array.from({ length: 10_000 }, (_, at) => `10.${(at * 7919) % 250}.${at % 250}.${(at * 31) % 250}`),
    );
    const start = performance.now();
    sorted(table);
    assert.ok(performance.now() - start < 1000);
  });

  it('are chosen by a text in any cell, whatever its case', () => {
    const { rows } = tableOf('text', ['Api', 'db']);
    const filter = (text: string, found: readonly string[] = []) =>
      filterRows(rows, { text, found: new Set(found) });
    assert.equal(filter(' aPI ').length, 1);
    assert.equal(filter(' '), rows);
    const [first] = rows;
    assert.ok(first);
    assert.deepEqual(filter('in no cell', [subjectKey(first.subject)]).length, 1, 'what the picture finds');
    assert.deepEqual(filter('in no cell'), []);
  });

  it('are counted in words', () => {
    assert.equal(rowWords(1, 1, 1), '1 row');
    assert.equal(rowWords(3, 3, 3), '3 rows');
    assert.equal(rowWords(200, 10_000, 10_000), '200 of 10000 rows shown');
    assert.equal(rowWords(3, 3, 12), '3 of 12 rows');
    assert.equal(rowWords(200, 300, 400), '300 of 400 rows, 200 shown');
  });

  it('are copied between tabs, and no cell leaves its place', () => {
    assert.equal(
      writeTsv([
        ['a\tb', 'c\r\nd'],
        ['e', ''],
      ]),
      'a b\tc d\ne\t',
    );
    const { columns, rows } = tableOf('text', ['x']);
    assert.equal(tableTsv(columns, rows), 'C\nx');
  });

  it('give a column as much room as its texts need, within bounds', () => {
    assert.equal(columnWidths(tableOf('text', ['x'])), 'minmax(9ch, 6fr)');
    assert.equal(columnWidths(tableOf('text', ['x'.repeat(300)])), 'minmax(17ch, 36fr)');
  });
});
