import { subjectKey, type Column, type ColumnKind, type Table, type TableRow } from '../diagram';
import { addressKey, compareNames, compareText } from '../model';

/** What a table view shows of a table: order, choice and texts. Plain data in and out. */

/** The column that a table is sorted by. */
export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** Sorted by a column, or the other way round where it was that one already. */
export function sortBy(before: Sort | undefined, column: string): Sort {
  return { column, descending: before?.column === column && !before.descending };
}

/** The rows in order, as the column's kind says; empty cells come last both ways, equal rows keep their order. */
export function sortRows({ columns, rows }: Table, sort: Sort | undefined): readonly TableRow[] {
  const at = columns.findIndex(({ id }) => id === sort?.column);
  const column = columns[at];
  if (!sort || !column) {
    return rows;
  }
  const keyOf = keys[column.kind];
  const compare = column.kind === 'address' ? compareText : compareNames;
  const way = sort.descending ? -1 : 1;
  // A key is made once for each row: parsing addresses in each comparison would take seconds for 10,000 rows.
  return rows
    .map((row) => ({ row, key: keyOf(row.cells[at] ?? '') }))
    .sort((a, b) => compareKeys(a.key, b.key, way, compare))
    .map(({ row }) => row);
}

type Key = string | number | undefined;

function compareKeys(a: Key, b: Key, way: number, compare: typeof compareNames): number {
  if (a === undefined || b === undefined) {
    return Number(a === undefined) - Number(b === undefined);
  }
  return way * (typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b)));
}

/** What a cell is sorted by; undefined where there is nothing to sort by. */
const keys: Readonly<Record<ColumnKind, (cell: string) => Key>> = {
  text: (cell) => (cell === '' ? undefined : cell),
  code: (cell) => (cell === '' ? undefined : cell),
  address: (cell) => (cell === '' ? undefined : rangeKey(cell)),
  number: (cell) => {
    const value = parseFloat(cell);
    return Number.isNaN(value) ? undefined : value;
  },
};

/** A cell may list several addresses, or ranges: the first one counts, and the wider range of two at the same address. */
function rangeKey(cell: string): string {
  const [address = '', bits = ''] = (/^[^\s,]+/.exec(cell)?.[0] ?? '').split('/');
  return `${addressKey(address)}/${bits.padStart(3, '0')}`;
}

/** What a find box asks of a table. */
export interface Filter {
  readonly text: string;
  /** What the picture finds for the text, by `subjectKey`. */
  readonly found: ReadonlySet<string>;
}

/** Rows of what is found, and rows with the text in a cell, whatever its case; all rows for an empty text. */
export function filterRows(rows: readonly TableRow[], { text, found }: Filter): readonly TableRow[] {
  const wanted = text.trim().toLowerCase();
  return wanted === ''
    ? rows
    : rows.filter(
        ({ subject, cells }) =>
          found.has(subjectKey(subject)) || cells.some((cell) => cell.toLowerCase().includes(wanted)),
      );
}

/** Rows as spreadsheets take them: cells between tabs, a line for each row; no cell can leave its place. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');
}

/** A table with its head, in the order in which it is shown. */
export function tableTsv(columns: readonly Column[], rows: readonly TableRow[]): string {
  return writeTsv([columns.map(({ title }) => title), ...rows.map(({ cells }) => cells)]);
}

/** `12 rows`, `3 of 12 rows`, `200 of 10000 rows shown`. */
export function rowWords(shown: number, matching: number, all: number): string {
  const rows = all === 1 ? 'row' : 'rows';
  if (matching === all) {
    return shown < all ? `${shown} of ${all} ${rows} shown` : `${all} ${rows}`;
  }
  return `${matching} of ${all} ${rows}${shown < matching ? `, ${shown} shown` : ''}`;
}

const least = 6;
const most = 36;
const sampled = 400;

/**
 * The widths of the columns for a stylesheet, in characters: by the longest of the first texts, within bounds, so that a
 * column of ports takes less than one of images.
 */
export function columnWidths({ columns, rows }: Table): string {
  return columns
    .map(({ title }, at) => {
      const texts = rows.slice(0, sampled).map(({ cells }) => cells[at] ?? '');
      const longest = texts.reduce((length, text) => Math.max(length, text.length), title.length + 2);
      const width = Math.min(most, Math.max(least, longest));
      return `minmax(${Math.min(width, 14) + 3}ch, ${width}fr)`;
    })
    .join(' ');
}
