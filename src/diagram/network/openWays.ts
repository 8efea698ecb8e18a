import { addWire } from '../draft';
import { level } from '../route';
import type { Box, Point } from '../scene';
import { columns } from './columns';
import type { NetworkContext } from './context';
import { rowHeight, rowStep } from './hostStage';
import { addRow, stageInset } from './stage';
import { addDepartureRow, type DeparturePlace, type WayOut } from './wayOut';

const why = 'engines before 27 do not filter IPv6 unless told to';

/**
 * What passes an internal bridge, as `filtersIpv4Only` knows it: IPv6, both ways, with the containers' own addresses. All the
 * ways in stand above the ways out, so that their wires do not cross.
 */
export function addOpenWays(
  context: NetworkContext,
  cidrs: readonly string[],
  forwarded: Box,
  place: DeparturePlace,
): readonly WayOut[] {
  cidrs.forEach((cidr, index) =>
    addWayIn(context, cidr, forwarded, { ...place, top: place.top + index * rowStep }),
  );
  return cidrs.map((cidr, index) => {
    const label = `Packets from ${cidr} to elsewhere pass with the container’s own address: ${why}; other machines answer only with a route back`;
    const y = place.top + (cidrs.length + index) * rowStep;
    return addDepartureRow(context, { cidr, kind: 'unchanged', text: `out of ${cidr} ✓`, label }, place, y);
  });
}

function addWayIn(
  { draft }: NetworkContext,
  cidr: string,
  forwarded: Box,
  { stage, bridge, top }: DeparturePlace,
): void {
  const { x, w } = columns.nat;
  const label = `Packets from elsewhere into ${cidr} pass: ${why}`;
  const row = addRow(draft, {
    id: `pass:in:${cidr}`,
    parent: stage,
    x: x + stageInset,
    y: top,
    w: w - 2 * stageInset,
    h: rowHeight,
    text: `into ${cidr} ✓`,
    tone: 'muted',
    label,
    derived: true,
  });
  const wire = { kind: 'request', tone: 'muted', derived: true, label } as const;
  addWire(draft, { ...wire, from: forwarded.id, to: row.id, points: downTheLane(forwarded, row) });
  const y = row.y + row.h / 2;
  addWire(draft, {
    ...wire,
    from: row.id,
    to: bridge,
    points: level(y, row.x + row.w, columns.bridge.x),
    arrow: true,
  });
}

/** From a row of the host to one of the filter, by a lane between the two columns. */
export function downTheLane(from: Box, to: Box): readonly Point[] {
  const startY = from.y + from.h / 2;
  const laneX = columns.nat.x - 8;
  const endY = to.y + to.h / 2;
  return [
    { x: from.x + from.w, y: startY },
    { x: laneX, y: startY },
    { x: laneX, y: endY },
    { x: to.x, y: endY },
  ];
}
