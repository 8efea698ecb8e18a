import { addWire, emptyDraft } from '../draft';
import { level } from '../route';
import type { Box } from '../scene';
import { line } from '../text';
import {
  addBridgeStage,
  bridgeId,
  bridgeLinesHeight,
  subnetLines,
  wireContainers,
  type BridgeLine,
} from './bridgeStage';
import { columns, contentTop, type ColumnName } from './columns';
import type { NetworkContext } from './context';
import { addGateway, type GatewayArea } from './gateway';
import { addHostStage, hostStageId, rowHeight } from './hostStage';
import { bottomOf, stackOrNote } from './natPath';
import { addMesh } from './mesh';
import { addPeers } from './peers';
import { addServices } from './services';
import { addRow, stageInset } from './stage';

/** Where services and load balancers begin: below the tunnel's wire. */
const servicesTop = contentTop + 78;

/** Overlay: a VXLAN between nodes stands where the bridge would, docker_gwbridge is the way out. */
export function layoutVxlanPath(context: NetworkContext): ReadonlySet<ColumnName> {
  const { network, draft } = context;
  const placed = stackOrNote(
    context,
    network.ingress
      ? 'No task of this node is on the routing mesh.'
      : 'No container of this node is on this network.',
  );
  const lines = vxlanLines(context);
  const containersBottom = bottomOf(context);
  // Rows are laid out first: the stages that they stand in are as high as they need.
  const rows = emptyDraft();
  const inner = { ...context, draft: rows };
  const tunnel = addTunnelRow(inner);
  const peersBottom = addPeers(inner, tunnel);
  const middle = network.ingress ? addMesh(inner, servicesTop, peersBottom) : addServices(inner, servicesTop);
  const bottom = Math.max(containersBottom, middle, contentTop + Math.max(bridgeLinesHeight(lines), 130));
  const stage = addBridgeStage(context, lines, bottom - contentTop);
  const gateway: GatewayArea | undefined = network.ingress
    ? undefined
    : addGateway(inner, placed, Math.max(stage.y + stage.h + 36, peersBottom + 20));
  const hostBottom = Math.max(gateway?.bottom ?? middle, contentTop + 96);
  addHostStage(context, hostBottom - contentTop);
  draft.boxes.push(...rows.boxes);
  draft.wires.push(...rows.wires);
  draft.captions.push(...rows.captions);
  wireTunnel(context, tunnel, stage);
  wireContainers(context, placed, true);
  return new Set<ColumnName>(['client', 'host', 'nat', 'bridge', 'veth', 'container']);
}

function vxlanLines({ network }: NetworkContext): BridgeLine[] {
  return [
    { text: network.vxlanId === undefined ? 'VXLAN' : `VXLAN ${network.vxlanId}`, font: 'mono' },
    { text: 'between the nodes', tone: 'muted' },
    ...subnetLines(network),
    ...flags(network),
  ];
}

function flags({ attachable, internal, options, mtu, ingress }: NetworkContext['network']): BridgeLine[] {
  const muted = [
    ingress ? 'routing mesh' : attachable ? 'attachable' : 'services only',
    ...('encrypted' in options ? ['encrypted'] : []),
    ...(mtu === undefined ? [] : [`mtu ${mtu}`]),
    ...(ingress ? [] : ['DNS 127.0.0.11 by name']),
  ].map((text): BridgeLine => ({ text, tone: 'muted' }));
  const all = internal ? [{ text: 'internal: no way out', tone: 'internal' } as const, ...muted] : muted;
  return all.map((one, index) => (index === 0 ? { ...one, apart: true } : one));
}

/** The node's end of the tunnels; their port is the swarm's choice, 4789 by default. */
function addTunnelRow({ draft, topology }: NetworkContext): Box {
  const { x, w } = columns.host;
  const own = topology.host.swarm?.nodeAddress;
  draft.captions.push(line('VXLAN', x + 14, contentTop + 46, w - 28, { font: 'caption', tone: 'overlay' }));
  return addRow(draft, {
    id: 'tunnel',
    parent: hostStageId,
    x: x + stageInset,
    y: contentTop + 54,
    w: w - 2 * stageInset,
    h: rowHeight,
    text: own ?? 'udp 4789',
    tone: 'overlay',
    label: `This node’s end of the VXLAN tunnels${own === undefined ? '' : ` at ${own}`}, udp 4789 unless the swarm was made with another port`,
    derived: true,
  });
}

function wireTunnel({ draft }: NetworkContext, tunnel: Box, stage: Box): void {
  addWire(draft, {
    kind: 'tunnel',
    tone: 'overlay',
    from: tunnel.id,
    to: bridgeId,
    points: level(tunnel.y + tunnel.h / 2, tunnel.x + tunnel.w, stage.x),
    label: 'Packets to containers of other nodes travel in VXLAN, udp 4789 by default',
    derived: true,
  });
}
