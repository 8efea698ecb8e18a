import type { TextLine } from '../scene';
import { line } from '../text';

/**
 * The columns of one network's diagram, the same for every driver: the way of a packet from left to right.
 * As narrow as their usual texts allow: a panel of 900 pixels shows them all at four fifths of their size.
 */
export const columns = {
  client: { x: 20, w: 116 },
  host: { x: 164, w: 154 },
  nat: { x: 340, w: 208 },
  bridge: { x: 570, w: 182 },
  veth: { x: 764, w: 40 },
  container: { x: 816, w: 288 },
} as const;

export type ColumnName = keyof typeof columns;

/** Where the first box stands. */
export const contentTop = 92;
export const sceneMargin = 20;

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
    return [line(titles[name].toUpperCase(), x, 76, w + 20, { font: 'caption', tone: 'muted' })];
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
