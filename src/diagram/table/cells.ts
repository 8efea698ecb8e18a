import type { Subject } from '../scene';
import { tame } from '../text';
import type { Column, ColumnKind, TableRow } from './table';

/** A column: its id, its title, how its cells are compared. */
export function column(id: string, title: string, kind: ColumnKind = 'text'): Column {
  return { id, title, kind };
}

/** A row; what is not known is an empty cell. */
export function row(subject: Subject, cells: readonly (string | number | undefined)[]): TableRow {
  return { subject, cells: cells.map(cellText) };
}

function cellText(cell: string | number | undefined): string {
  return cell === undefined || cell === '' ? '' : typeof cell === 'number' ? `${cell}` : tame(cell);
}
