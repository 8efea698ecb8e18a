import type { Topology } from '../../model';
import type { DiagramTarget, LayoutOptions } from '../options';
import type { Column, Table } from '../table/table';
import { tabulate } from '../table/tabulate';
import { tame } from '../text';
import { markdownCell } from './markdownCell';

/** The tables of a target as GitHub Flavored Markdown, with a heading each; no cell can leave its place. */
export function writeMarkdown(
  topology: Topology,
  target: DiagramTarget,
  options: LayoutOptions = {},
): string {
  const name = target.kind === 'network' ? topology.networkById.get(target.id)?.name : topology.host.name;
  const title = target.kind === 'network' ? 'Docker network' : 'Docker networks of';
  const heading =
    name === undefined ? title.replace(/ of$/, '') : `${title} ${markdownCell(tame(name), true)}`;
  const tables = tabulate(topology, target, options).filter(({ rows }) => rows.length > 0);
  return `${[`# ${heading}`, ...tables.map(writeTable)].join('\n\n')}\n`;
}

function writeTable({ title, columns, rows }: Table): string {
  return [
    `## ${title}`,
    '',
    writeRow(columns.map((column) => column.title)),
    writeRow(columns.map(({ kind }) => (kind === 'number' ? '--:' : ':--'))),
    ...rows.map(({ cells }) => writeRow(cells.map((cell, index) => writeCell(cell, columns[index])))),
  ].join('\n');
}

function writeRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function writeCell(cell: string, column: Column | undefined): string {
  return cell === '' ? '' : markdownCell(cell, column?.kind === 'code' || column?.kind === 'address');
}
