import type { TextLine } from '../scene';
import { line } from '../text';

/**
 * The columns of one network's diagram, the same for every driver: the way of a packet from left to right.
 * As narrow as their usual texts allow: a panel of 900 pixels shows them all at four fifths of their size.
 * The veth column has room for a real name such as `veth8c6ee2b`.
 */
export const columns = {
  client: { x: 20, w: 112 },
  host: { x: 152, w: 154 },
  nat: { x: 320, w: 206 },
  bridge: { x: 540, w: 180 },
  veth: { x: 726, w: 80 },
  container: { x: 812, w: 292 },
} as const;

export type ColumnName = keyof typeof columns;

export const columnNames = Object.keys(columns) as readonly ColumnName[];

/** Where the first box stands. */
export const contentTop = 92;
export const sceneMargin = 20;

/** Left of the clients: the lane of what leaves the host. */
export const outLaneX = 12;

/** The column that a place is in, by number from the left. */
export function columnAt(x: number): number {
  return columnNames.findLastIndex((name) => columns[name].x <= x);
}

/** Headings of the columns in which something stands. */
export function columnCaptions(
  titles: Readonly<Record<ColumnName, string>>,
  used: ReadonlySet<ColumnName>,
): TextLine[] {
  return columnNames
    .filter((name) => used.has(name))
    .map((name) => {
      const { x, w } = columns[name];
      return line(titles[name].toUpperCase(), x, 76, w + 8, { font: 'caption', tone: 'muted' });
    });
}

export const columnTitles: Readonly<Record<ColumnName, string>> = {
  client: 'Clients',
  host: 'Host',
  nat: 'NAT',
  bridge: 'Bridge',
  veth: 'veth',
  container: 'Containers',
};
