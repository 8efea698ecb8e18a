import { filtersIpv4Only, networkOf } from '../../model';
import { addBox, addWire } from '../draft';
import { level } from '../route';
import type { Box } from '../scene';
import { addBlockedPorts, blockedHeight } from './blockedPorts';
import { addBridgeStage, bridgeId, type BridgeLine } from './bridgeStage';
import { addClient, addDeparture, addRequest, lan, local } from './clients';
import { columns, contentTop } from './columns';
import type { NetworkContext } from './context';
import { addHostStage, hostStageId, rowHeight, rowStep } from './hostStage';
import { groupPorts } from './ports';
import { addOpenWays, downTheLane } from './openWays';
import { addRow, stageHeading, stageInset } from './stage';

const filterId = 'stage:filter';
const firstRow = contentTop + 40;

/**
 * An internal bridge: nothing is published or translated, and the engine drops what comes from or goes to anywhere else.
 * The host itself is on the bridge and reaches the containers (seen on engine 20.10).
 */
export function layoutInternal(context: NetworkContext, lines: readonly BridgeLine[], least: number): void {
  const { network } = context;
  const { closed, open } = subnetsOf(context);
  const filtered = Math.max(1, closed.length) * 2 * rowStep;
  const filterHeight = 48 + filtered + open.length * 2 * rowStep;
  const ownY = contentTop + filterHeight + 14;
  const dead = groupPorts(context, ({ target }, { endpoint }) =>
    target === undefined ? endpoint.defaultRoute : target.networkId === network.id,
  );
  const height = ownY + rowHeight + 12 - contentTop + blockedHeight(dead);
  addHostStage(context, height);
  const filter = addFilterStage(context, filterHeight, open);
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
  addDrops(context, closed, forwarded);
  const place = { stage: filterId, bridge: bridge.id, top: firstRow + filtered };
  const outs = addOpenWays(context, open, forwarded, place);
  wireClients(context, forwarded, own);
  outs.forEach(({ box, kind }, index) => addDeparture(context, box, kind, index));
  wireOwn(context, own, bridge);
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

function wireOwn({ draft }: NetworkContext, own: Box, bridge: Box): void {
  addWire(draft, {
    kind: 'request',
    from: own.id,
    to: bridge.id,
    points: level(own.y + rowHeight / 2, own.x + own.w, bridge.x),
    label: 'The host itself is on the bridge and reaches the containers',
    arrow: true,
    derived: true,
  });
}

/** The subnets whose packets the engine drops, and those whose packets it lets pass. */
function subnetsOf({ network, topology }: NetworkContext): {
  readonly closed: readonly string[];
  readonly open: readonly string[];
} {
  const ofFamily = (family: 4 | 6): readonly string[] =>
    network.subnets.filter((one) => one.family === family).map(({ cidr }) => networkOf(cidr));
  const six = network.ipv6 ? ofFamily(6) : [];
  return filtersIpv4Only(topology, network)
    ? { closed: ofFamily(4), open: six }
    : { closed: [...ofFamily(4), ...six], open: [] };
}

function addFilterStage({ draft }: NetworkContext, h: number, open: readonly string[]): Box {
  const { x, w } = columns.nat;
  return addBox(draft, {
    id: filterId,
    kind: 'stage',
    tone: 'internal',
    x,
    y: contentTop,
    w,
    h,
    lines: stageHeading(open.length > 0 ? 'Dropped: IPv4 only' : 'Dropped', 'derived', w, 'internal'),
    label: `What the engine drops, derived: ${open.length > 0 ? 'IPv4 ' : ''}packets from and to everything but this network. No port is published, nothing translated`,
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
    const outY = out.y + rowHeight / 2;
    addWire(draft, {
      ...wire,
      from: forwarded.id,
      to: into.id,
      points: downTheLane(forwarded, into),
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
