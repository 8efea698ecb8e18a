import type { TextLine } from '../scene';
import { line } from '../text';

/** The columns of one network's diagram, the same for every driver: the way of a packet from left to right. */
export const columns = {
  client: { x: 28, w: 132 },
  host: { x: 200, w: 188 },
  nat: { x: 428, w: 246 },
  bridge: { x: 714, w: 208 },
  veth: { x: 948, w: 56 },
  container: { x: 1030, w: 312 },
} as const;

export type ColumnName = keyof typeof columns;

/** Where the first box stands. */
export const contentTop = 96;
export const sceneMargin = 28;

/** Headings of the columns; those that this driver leaves out are muted and say so. */
export function columnCaptions(
  titles: Readonly<Record<ColumnName, string>>,
  used: ReadonlySet<ColumnName>,
): TextLine[] {
  return (Object.keys(columns) as ColumnName[]).flatMap((name) => {
    const { x, w } = columns[name];
    if (!used.has(name)) {
      return [];
    }
    return [line(titles[name].toUpperCase(), x, 80, w + 20, { font: 'caption', tone: 'muted' })];
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
