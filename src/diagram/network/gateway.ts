import type { Network } from '../../model';
import { addBox, addWire } from '../draft';
import { tame } from '../text';
import { addBlockedPorts, blockedHeight } from './blockedPorts';
import { bridgeFlags, bridgeLinesHeight, placeLines, subnetLines, type BridgeLine } from './bridgeStage';
import { addClients, addDeparture } from './clients';
import { columns, contentTop } from './columns';
import type { PlacedItem } from './containers';
import type { NetworkContext } from './context';
import { addPorts, hostStageId } from './hostStage';
import { isGatewayBridge, leavesByGateway } from './members';
import { addNatRows, addNatStage } from './natStage';
import { groupPorts } from './ports';

const gatewayId = 'stage:gateway';

/** What stands below the overlay: where it ends. */
export interface GatewayArea {
  readonly bottom: number;
}

/** The way out and the published ports of overlay containers go over a second interface on docker_gwbridge. */
export function addGateway(
  context: NetworkContext,
  placed: readonly PlacedItem[],
  top: number,
): GatewayArea | undefined {
  const { topology, network } = context;
  if (network.internal) {
    return addDeadPorts(context, top);
  }
  const gateway = topology.networks.find(isGatewayBridge);
  const leaving = placed.filter(({ containers }) => containers.some((one) => leavesByGateway(one, topology)));
  if (!gateway || leaving.length === 0) {
    return undefined;
  }
  const inner = { ...context, network: gateway };
  const groups = groupPorts(
    context,
    ({ target }, { container }) => target?.networkId === gateway.id && leavesByGateway(container, topology),
  );
  const area = addPorts(inner, groups, top + (groups.length > 0 ? 36 : 28));
  const nat = addNatRows(inner, area, gatewayId);
  const lines = gatewayLines(inner);
  const height = Math.max(nat.bottom + 10 - top, bridgeLinesHeight(lines));
  addNatStage(inner, height, top);
  addGatewayStage(context, gateway, lines, top, height);
  addClients(context, area.groups, top);
  nat.outs.forEach(({ box, kind }, index) => addDeparture(context, box, kind, index));
  leaving.forEach((item) => wireGateway(context, item, top + height));
  return { bottom: top + height };
}

function gatewayLines(context: NetworkContext): BridgeLine[] {
  const gateway = context.network;
  return [
    { text: gateway.device ?? gateway.name, font: 'mono' },
    { text: 'bridge for the way out', tone: 'muted' },
    ...subnetLines(gateway),
    ...bridgeFlags(context),
  ];
}

function addGatewayStage(
  { draft }: NetworkContext,
  gateway: Network,
  lines: readonly BridgeLine[],
  y: number,
  h: number,
): void {
  const { x, w } = columns.bridge;
  addBox(draft, {
    id: gatewayId,
    kind: 'stage',
    tone: 'bridge',
    x,
    y,
    w,
    h,
    lines: placeLines(lines, w),
    label: tame(`${gateway.device ?? gateway.name}, the bridge for the way out`),
    subject: { kind: 'network', id: gateway.id },
  });
}

/** Of the line's dashes and the gaps between them, as the stylesheet draws what is derived. */
const dashPeriod = 9;
/** How much longer than the way up the line is, up to the end of its last dash; the rest fills whole periods. */
const dashOffset = 2;

/** The height next to a wanted one at which the line up to it ends with a whole dash, so that it meets its card. */
function endOnDash(wanted: number, start: number): number {
  const periods = Math.round((start - wanted - dashOffset) / dashPeriod);
  return start - dashOffset - periods * dashPeriod;
}

/** On the right of the containers, so that it crosses no wire of the overlay. */
function wireGateway({ draft }: NetworkContext, { box, member, gatewayY }: PlacedItem, bottom: number): void {
  const laneX = columns.container.x + columns.container.w + 10;
  const startX = columns.bridge.x + columns.bridge.w;
  const start = bottom - 24;
  const end = endOnDash(gatewayY, start);
  const right = box.x + box.w;
  addWire(draft, {
    kind: 'attachment',
    tone: 'bridge',
    from: gatewayId,
    to: box.id,
    points: [
      { x: startX, y: start },
      { x: laneX, y: start },
      { x: laneX, y: end },
      { x: right, y: end },
    ],
    label: tame(`Second interface of ${member?.container.name ?? box.label} on docker_gwbridge, derived`),
    derived: true,
    mark: 'gateway',
  });
}

/** An internal overlay has no second interface: what is published from it is never heard of (seen on engine 20.10). */
function addDeadPorts(context: NetworkContext, top: number): GatewayArea | undefined {
  const { networkById } = context.topology;
  const dead = groupPorts(context, (_port, { container }) =>
    container.endpoints.every(({ networkId }) => networkById.get(networkId)?.internal),
  );
  if (dead.length === 0) {
    return undefined;
  }
  const { x, w } = columns.host;
  addBlockedPorts(context, dead, {
    parent: hostStageId,
    x,
    w,
    top,
    target: { id: 'stage:bridge', x: columns.bridge.x, y: contentTop, h: top - 36 - contentTop },
    reason: 'the network is internal',
  });
  return { bottom: top + blockedHeight(dead) + 6 };
}
