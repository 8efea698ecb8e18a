import type { Topology } from '../../model';
import { addWire, type Draft } from '../draft';
import type { Cell } from './cells';
import { groupBy } from './groupBy';
import type { Region } from './region';

/** Legacy links between cards of one region, through the gaps below their rows. */
export function emitLinks(draft: Draft, topology: Topology, region: Region): void {
  if (topology.links.length === 0 || region.network?.driver !== 'bridge') {
    return;
  }
  const cells = new Map(
    region.cells
      .filter(({ hung, spec }) => hung.length === 0 && spec.kind === 'container')
      .map((cell) => [cell.id, cell]),
  );
  const bottoms = new Map(groupBy(region.cells, ({ parent }) => parent ?? '').map(rowBottoms));
  for (const { linkerId, targetId, alias } of topology.links) {
    const from = cells.get(`container:${linkerId}`);
    const to = cells.get(`container:${targetId}`);
    if (from && to && from.parent === to.parent) {
      addWire(draft, {
        kind: 'link',
        tone: 'link',
        from: from.id,
        to: to.id,
        points: linkPoints(from, to, bottoms.get(from.parent) ?? []),
        label: `Link: ${topology.containerById.get(linkerId)?.name ?? linkerId} finds ${topology.containerById.get(targetId)?.name ?? targetId} as ${alias}`,
        arrow: true,
        mark: alias,
      });
    }
  }
}

/** Of the rows of one parent: each open fold counts its own. */
function rowBottoms(cells: readonly Cell[]): [Cell['parent'], number[]] {
  const bottoms: number[] = [];
  for (const { row, y, height } of cells.filter(({ spec }) => spec.kind !== 'group')) {
    bottoms[row] = Math.max(bottoms[row] ?? 0, y + height);
  }
  return [cells[0]?.parent, bottoms];
}

function linkPoints(from: Cell, to: Cell, bottoms: readonly number[]) {
  const below = (cell: Cell): number => (bottoms[cell.row] ?? 0) + 5;
  const start = { x: from.x + from.spec.w - 28, y: from.y + from.spec.h };
  const end = { x: to.x + 28 + 10 * Math.abs(from.column - to.column), y: to.y + to.spec.h };
  const gapX = to.x - 8;
  return [
    start,
    { x: start.x, y: below(from) },
    { x: from.row === to.row ? end.x : gapX, y: below(from) },
    { x: from.row === to.row ? end.x : gapX, y: below(to) },
    { x: end.x, y: below(to) },
    end,
  ];
}
