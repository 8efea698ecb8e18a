import { networkOf } from '../../model';
import { addBox, addWire } from '../draft';
import { level } from '../route';
import type { Box } from '../scene';
import { addBlockedPorts, blockedHeight } from './blockedPorts';
import { addBridgeStage, bridgeId, type BridgeLine } from './bridgeStage';
import { addClient, addRequest, lan, local } from './clients';
import { columns, contentTop } from './columns';
import type { NetworkContext } from './context';
import { addHostStage, hostStageId, rowHeight, rowStep } from './hostStage';
import { groupPorts } from './ports';
import { addRow, stageHeading, stageInset } from './stage';

const filterId = 'stage:filter';
const firstRow = contentTop + 40;

/**
 * An internal bridge: nothing is published or translated, and the engine drops what comes from or goes to anywhere else.
 * The host itself is on the bridge and reaches the containers (seen on engine 20.10).
 */
export function layoutInternal(context: NetworkContext, lines: readonly BridgeLine[], least: number): void {
  const { network } = context;
  const subnets = network.subnets.filter(({ family }) => family === 4).map(({ cidr }) => networkOf(cidr));
  const drops = Math.max(1, subnets.length) * 2;
  const filterHeight = 48 + drops * rowStep;
  const ownY = contentTop + filterHeight + 14;
  const dead = groupPorts(context, ({ target }, { endpoint }) =>
    target === undefined ? endpoint.defaultRoute : target.networkId === network.id,
  );
  const height = ownY + rowHeight + 12 - contentTop + blockedHeight(dead);
  addHostStage(context, height);
  const filter = addFilterStage(context, filterHeight);
  const bridge = addBridgeStage(context, lines, Math.max(least, height));
  const forwarded = addHostRow(
    context,
    'host:forwarded',
    'from others',
    'Packets from other machines and networks',
    firstRow,
  );
  const own = addHostRow(
    context,
    'host:own',
    'the host itself',
    'The host has the gateway’s address on the bridge',
    ownY,
  );
  addDrops(context, subnets, forwarded);
  wireClients(context, forwarded, own);
  addWire(context.draft, {
    kind: 'request',
    from: own.id,
    to: bridge.id,
    points: level(own.y + rowHeight / 2, own.x + own.w, bridge.x),
    label: 'The host itself is on the bridge and reaches the containers',
    arrow: true,
    derived: true,
  });
  const { x, w } = columns.host;
  addBlockedPorts(context, dead, {
    parent: hostStageId,
    x,
    w,
    top: ownY + rowStep,
    target: filter,
    reason: 'the network is internal',
  });
}

function addFilterStage({ draft }: NetworkContext, h: number): Box {
  const { x, w } = columns.nat;
  return addBox(draft, {
    id: filterId,
    kind: 'stage',
    tone: 'internal',
    x,
    y: contentTop,
    w,
    h,
    lines: stageHeading('Dropped', 'derived', w, 'internal'),
    label:
      'What the engine drops, derived: packets from and to everything but this network. No port is published, nothing translated',
    derived: true,
  });
}

function addHostRow({ draft }: NetworkContext, id: string, text: string, label: string, y: number): Box {
  const { x, w } = columns.host;
  const place = { x: x + stageInset, y, w: w - 2 * stageInset, h: rowHeight };
  return addRow(draft, { id, parent: hostStageId, ...place, text, tone: 'muted', label, derived: true });
}

/** Both ways for each subnet: what comes in from others, and what goes out to others. */
function addDrops(context: NetworkContext, subnets: readonly string[], forwarded: Box): void {
  const { draft } = context;
  const names = subnets.length === 0 ? ['this network'] : subnets;
  names.forEach((cidr, index) => {
    const y = firstRow + index * 2 * rowStep;
    const into = addDrop(
      context,
      `drop:in:${cidr}`,
      `into ${cidr} ✕`,
      `Dropped: packets from elsewhere into ${cidr}`,
      y,
    );
    const out = addDrop(
      context,
      `drop:out:${cidr}`,
      `out of ${cidr} ✕`,
      `Dropped: packets from ${cidr} to elsewhere`,
      y + rowStep,
    );
    const wire = { kind: 'blocked', tone: 'error', derived: true } as const;
    const [inY, outY] = [into.y + rowHeight / 2, out.y + rowHeight / 2];
    const startY = forwarded.y + rowHeight / 2;
    const laneX = columns.nat.x - 8;
    addWire(draft, {
      ...wire,
      from: forwarded.id,
      to: into.id,
      points: [
        { x: forwarded.x + forwarded.w, y: startY },
        { x: laneX, y: startY },
        { x: laneX, y: inY },
        { x: into.x, y: inY },
      ],
      label: into.label,
    });
    addWire(draft, {
      ...wire,
      from: bridgeId,
      to: out.id,
      points: level(outY, columns.bridge.x, out.x + out.w),
      label: out.label,
      arrow: true,
    });
  });
}

function addDrop({ draft }: NetworkContext, id: string, text: string, label: string, y: number): Box {
  const { x, w } = columns.nat;
  const place = { x: x + stageInset, y, w: w - 2 * stageInset, h: rowHeight };
  return addRow(draft, { id, parent: filterId, ...place, text, tone: 'error', label, derived: true });
}

function wireClients(context: NetworkContext, forwarded: Box, own: Box): void {
  const lanBox = addClient(context, lan, forwarded.y - 10);
  const localBox = addClient(context, local, own.y - 10);
  addRequest(context, lanBox, forwarded, 23, 12, rowHeight / 2);
  addRequest(context, localBox, own, 23, 12, rowHeight / 2);
}
