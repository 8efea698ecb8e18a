import type { Subject } from '../scene';

/** How the cells of a column are compared and set: addresses by their bytes, numbers by size, text by code points. */
export type ColumnKind = 'text' | 'code' | 'address' | 'number';

export interface Column {
  readonly id: string;
  readonly title: string;
  readonly kind: ColumnKind;
}

export interface TableRow {
  /** What the row stands for; selecting the row selects it. */
  readonly subject: Subject;
  /** One for each column; empty where there is nothing to say. */
  readonly cells: readonly string[];
}

/** The facts of a diagram as rows. */
export interface Table {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}
