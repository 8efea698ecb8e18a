import { subjectKey, type Subject, type Table, type TableRow } from '../diagram';
import { makeButton, makeGrid, makeGridCell, makeGridRow } from './controls';
import { make } from './dom';
import type { GridColumns } from './gridColumns';
import {
  columnWidths,
  filterRows,
  rowWords,
  sortBy,
  sortRows,
  tableTsv,
  writeTsv,
  type Filter,
  type Sort,
} from './tableRows';

/** Rows that are made at once: more take long, and nobody reads them all. */
const pageOfRows = 200;

export interface TableActions {
  readonly select: (subject: Subject | undefined) => void;
  readonly copy: (text: string, what: string) => void;
  readonly say: (words: string) => void;
}

/** One table with its heading, its grid and what can be done with it. */
export interface TableView {
  readonly element: HTMLElement;
  show(table: Table, filter: Filter, selected: Subject | undefined): void;
  hasRows(): boolean;
  hasSelected(): boolean;
  focus(): void;
}

/** What a table view shows, and how much of it. */
interface Shown {
  readonly table: Table;
  readonly filter: Filter;
  readonly selected: Subject | undefined;
  readonly sort: Sort | undefined;
  readonly limit: number;
}

/** The elements of a table view, and the row that each element stands for. */
interface Parts {
  readonly element: HTMLElement;
  readonly title: HTMLElement;
  readonly count: HTMLElement;
  readonly grid: HTMLElement;
  readonly more: HTMLElement;
  readonly rows: Map<Element, TableRow>;
}

export function makeTableView(className: string, columns: GridColumns, actions: TableActions): TableView {
  let shown: Shown | undefined;
  let matching: readonly TableRow[] = [];
  const change = (part: Partial<Shown>): void => {
    if (shown) {
      render({ ...shown, ...part });
    }
  };
  const parts = makeParts(className, {
    copyRow: () => copyRow(parts, shown, actions),
    copyTable: () =>
      shown &&
      actions.copy(tableTsv(shown.table.columns, matching), `${shown.table.title}, ${matching.length} rows`),
    more: () => change({ limit: (shown?.limit ?? 0) + pageOfRows }),
  });
  const render = (next: Shown): void => {
    const before = shown;
    shown = next;
    if (sameRows(before, next)) {
      markSelected(parts, next.selected);
      return;
    }
    matching = filterRows(sortRows(next.table, next.sort), next.filter);
    columns.set(className, columnWidths(next.table));
    fill(parts, before, next, matching);
    markSelected(parts, next.selected);
  };
  listen(parts, actions, (column) => {
    const sort = sortBy(shown?.sort, column);
    change({ sort });
    const title = shown?.table.columns.find(({ id }) => id === column)?.title ?? '';
    actions.say(`Sorted by ${title}, ${sort.descending ? 'descending' : 'ascending'}`);
  });
  return {
    element: parts.element,
    show: (table, filter, selected) =>
      render({ ...(shown ?? { sort: undefined, limit: pageOfRows }), table, filter, selected }),
    hasRows: () => parts.rows.size > 0,
    hasSelected: () => parts.grid.querySelector('[aria-selected=true]') !== null,
    focus: () => focusCell(parts.grid.querySelector('[aria-selected=true]') ?? [...parts.rows.keys()][0], 0),
  };
}

function sameRows(before: Shown | undefined, { table, filter, sort, limit }: Shown): boolean {
  return (
    before?.table === table && before.filter === filter && before.sort === sort && before.limit === limit
  );
}

function makeParts(
  className: string,
  actions: { readonly copyRow: () => void; readonly copyTable: () => void; readonly more: () => void },
): Parts {
  const element = make('section', `table ${className}`);
  const head = make('div', 'table-head');
  const title = make('h2', '');
  const count = make('span', 'table-count');
  title.id = `${className}-title`;
  head.append(
    title,
    count,
    make('span', 'space'),
    makeButton('Copy row', actions.copyRow),
    makeButton('Copy table', actions.copyTable),
  );
  const grid = makeGrid('');
  grid.removeAttribute('aria-label');
  grid.setAttribute('aria-labelledby', title.id);
  const scroll = make('div', 'table-scroll');
  scroll.append(grid);
  const more = makeButton('Show more', actions.more);
  element.append(head, scroll, more);
  return { element, title, count, grid, more, rows: new Map() };
}

/** Shows the rows; the cell that had the focus has it again. Rows that are there already are left alone: typing is quick. */
function fill(parts: Parts, before: Shown | undefined, next: Shown, matching: readonly TableRow[]): void {
  const { table, limit, sort } = next;
  const visible = matching.slice(0, limit);
  const there = [...parts.rows.values()];
  const same = visible.length === there.length && visible.every((row, at) => row === there[at]);
  if (!same || before?.sort !== sort || before?.table !== table) {
    const place = focusedPlace(parts);
    parts.rows.clear();
    visible.forEach((row) => parts.rows.set(bodyRow(table, row), row));
    parts.grid.replaceChildren(headRow(table, sort), ...parts.rows.keys());
    refocus(parts, place);
  }
  const left = matching.length - visible.length;
  parts.grid.setAttribute('aria-rowcount', String(matching.length + 1));
  parts.title.textContent = table.title;
  parts.count.textContent = rowWords(visible.length, matching.length, table.rows.length);
  parts.more.hidden = left === 0;
  parts.more.textContent = `Show ${Math.min(pageOfRows, left)} more of ${left}`;
  parts.element.classList.toggle('no-rows', visible.length === 0);
}

function bodyRow(table: Table, { cells }: TableRow): HTMLElement {
  return makeGridRow(cells.map((cell, at) => bodyCell(table, cell, at)));
}

function refocus({ grid, rows }: Parts, place: Place | undefined): void {
  if (place) {
    const same = [...rows.values()].findIndex(({ subject }) => subjectKey(subject) === place.key);
    // The rows know themselves only when the grid has taken them.
    requestAnimationFrame(() => focusCell(grid.children[place.key === undefined ? 0 : same + 1], place.at));
  }
}

function headRow({ columns }: Table, sort: Sort | undefined): HTMLElement {
  return makeGridRow(
    columns.map(({ id, title }, at) => {
      const cell = makeGridCell(title, at, true);
      const way = sort?.descending === true ? 'descending' : 'ascending';
      cell.dataset.column = id;
      cell.title = `Sort by ${title}`;
      cell.setAttribute('aria-sort', sort?.column === id ? way : 'none');
      return cell;
    }),
    true,
  );
}

function bodyCell({ columns }: Table, text: string, at: number): HTMLElement {
  const cell = makeGridCell(text, at);
  const kind = columns[at]?.kind ?? 'text';
  cell.classList.add(`cell-${kind}`);
  cell.title = text;
  return cell;
}

function markSelected({ rows }: Parts, selected: Subject | undefined): void {
  const key = selected && subjectKey(selected);
  for (const [element, { subject }] of rows) {
    element.setAttribute('aria-selected', String(subjectKey(subject) === key));
  }
}

/** A cell: its row's object, none for the head, and its column. */
interface Place {
  readonly key: string | undefined;
  readonly at: number;
}

function focusedPlace({ grid, rows }: Parts): Place | undefined {
  const cell = document.activeElement?.closest('vscode-data-grid-cell');
  const row = cell?.parentElement;
  if (!cell || !row || !grid.contains(row)) {
    return undefined;
  }
  const subject = rows.get(row)?.subject;
  return { key: subject && subjectKey(subject), at: [...row.children].indexOf(cell) };
}

function focusCell(row: Element | undefined, at: number): void {
  const cell = row?.querySelectorAll<HTMLElement>('vscode-data-grid-cell')[at];
  cell?.focus();
  cell?.scrollIntoView({ block: 'nearest' });
}

function listen(parts: Parts, { select, copy }: TableActions, sort: (column: string) => void): void {
  const press = (cell: HTMLElement): void => {
    const row = cell.parentElement && parts.rows.get(cell.parentElement);
    if (row) {
      select(row.subject);
    } else if (cell.dataset.column !== undefined) {
      sort(cell.dataset.column);
    }
  };
  parts.grid.addEventListener('click', ({ target }) => {
    const cell = cellOf(target);
    if (cell && (getSelection()?.isCollapsed ?? true)) {
      press(cell);
    }
  });
  parts.grid.addEventListener('keydown', (event) => {
    const cell = cellOf(event.target);
    if (cell && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      press(cell);
    } else if (cell && event.key === 'c' && (event.ctrlKey || event.metaKey) && !hasSelection()) {
      event.preventDefault();
      copy(cell.textContent, 'cell');
    } else if (event.key === 'Escape') {
      select(undefined);
    }
  });
}

function hasSelection(): boolean {
  return getSelection()?.toString() !== '';
}

function cellOf(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element
    ? (target.closest<HTMLElement>('vscode-data-grid-cell') ?? undefined)
    : undefined;
}

/** The selected row of this table, else its first one in sight. */
function copyRow({ rows }: Parts, shown: Shown | undefined, { copy, say }: TableActions): void {
  const key = shown?.selected && subjectKey(shown.selected);
  const row = [...rows.values()].find(({ subject }) => subjectKey(subject) === key);
  if (row) {
    copy(writeTsv([row.cells]), 'row');
  } else {
    say('Select a row first');
  }
}
