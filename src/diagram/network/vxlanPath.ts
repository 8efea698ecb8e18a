import type { PeerRecord, PublishedPort } from '../../model';
import { addBox, addWire } from '../draft';
import { level } from '../route';
import type { Box } from '../scene';
import { line } from '../text';
import {
  addBridgeStage,
  bridgeLinesHeight,
  subnetLines,
  wireContainers,
  type BridgeLine,
} from './bridgeStage';
import { columns, contentTop, type ColumnName } from './columns';
import type { PlacedContainer } from './containers';
import type { NetworkContext } from './context';
import { addClients, addHostStage, addPorts, hostStageId } from './hostStage';
import { bottomOf, stackOrNote } from './natPath';
import { addNote } from './stage';

const gatewayBridge = 'docker_gwbridge';

/** Overlay: a VXLAN between nodes stands where the bridge would, docker_gwbridge is the way out. */
export function layoutVxlanPath(context: NetworkContext): ReadonlySet<ColumnName> {
  const { network } = context;
  const placed = stackOrNote(
    context,
    network.ingress ? ingressWords : 'No container of this node is on this network.',
  );
  const lines: BridgeLine[] = [
    { text: network.vxlanId === undefined ? 'VXLAN' : `VXLAN ${network.vxlanId}`, font: 'mono' },
    { text: 'between the nodes', tone: 'muted' },
    ...subnetLines(network.subnets),
    ...flags(context),
  ];
  const height = Math.max(bottomOf(context) - contentTop, bridgeLinesHeight(lines), 180);
  const tunnel = addBridgeStage(context, lines, height);
  addPeers(context, tunnel);
  wireContainers(context, placed, true);
  if (!network.internal) {
    addWayOut(context, placed, tunnel.y + tunnel.h + 36);
  }
  return new Set<ColumnName>(['client', 'host', 'bridge', 'veth', 'container']);
}

const ingressWords =
  'The routing mesh: published ports of services arrive here. The container list does not name them.';

function flags({ network }: NetworkContext): BridgeLine[] {
  const words = [
    network.attachable ? 'attachable' : 'services only',
    ...(network.internal ? ['internal: no way out'] : []),
  ];
  if ('encrypted' in network.options) {
    words.push('encrypted');
  }
  return words.map((text, index) => ({ text, tone: 'muted', apart: index === 0 }));
}

/** The other nodes, where a verbose inspect told them; the tunnel's port is the swarm's choice, 4789 by default. */
function addPeers(context: NetworkContext, tunnel: Box): void {
  const { draft, network, topology } = context;
  const own = topology.host.swarm?.nodeAddress;
  const others = network.peers.filter(({ address }) => address !== own);
  const words =
    network.peers.length === 0
      ? 'Which nodes it spans only an inspect tells.'
      : `udp 4789 by default${own === undefined ? '' : `, at ${own}`}`;
  const host = addHostStage(context, Math.max(96, others.length * 60 - 12), words);
  const y = contentTop + 24;
  addWire(draft, {
    kind: 'tunnel',
    tone: 'overlay',
    from: host.id,
    to: tunnel.id,
    points: level(y, host.x + host.w, tunnel.x),
    label: 'VXLAN tunnel to the other nodes, udp 4789 by default',
    derived: true,
  });
  others.forEach((peer, index) => addPeer(context, peer, contentTop + index * 60, host));
}

function addPeer({ draft }: NetworkContext, { name, address }: PeerRecord, y: number, host: Box): void {
  const { x, w } = columns.client;
  const box = addBox(draft, {
    id: `peer:${address}`,
    kind: 'client',
    tone: 'overlay',
    x,
    y,
    w,
    h: 48,
    lines: [
      line(name, w / 2, 21, w - 8, { font: 'title', anchor: 'middle' }),
      line(address, w / 2, 37, w - 8, { font: 'monoSmall', tone: 'muted', anchor: 'middle' }),
    ],
    label: `node ${name} at ${address}`,
  });
  addWire(draft, {
    kind: 'tunnel',
    tone: 'overlay',
    from: box.id,
    to: host.id,
    points: level(y + 24, x + w, host.x),
    label: `VXLAN to ${name}`,
  });
}

/** The way out and the published ports of overlay containers go over a second interface on docker_gwbridge. */
function addWayOut(context: NetworkContext, placed: readonly PlacedContainer[], top: number): void {
  const { topology } = context;
  const gateway = topology.networks.find(({ name }) => name === gatewayBridge);
  const running = placed.filter(({ endpoint }) => endpoint.attached);
  if (!gateway || running.length === 0) {
    return;
  }
  const ports = publishedBy(context, running, gateway.id);
  const box = addGatewayBox(
    context,
    gateway.id,
    gateway.device ?? gatewayBridge,
    top,
    Math.max(84, 40 + ports.length * 32),
  );
  running.forEach((one) => wireGateway(context, one, box));
  if (ports.length > 0) {
    wirePorts(context, ports, box);
  } else {
    const { x, w } = columns.nat;
    addNote(context.draft, 'note:out', 'The way out: every running container has a second interface here.', {
      x,
      y: top,
      w,
    });
  }
}

/** Ports of the containers here; where the address on docker_gwbridge is unknown the port still goes there. */
function publishedBy(
  { network }: NetworkContext,
  placed: readonly PlacedContainer[],
  gatewayId: string,
): PublishedPort[] {
  return placed
    .flatMap(({ container }) => container.published)
    .filter(
      ({ target }) =>
        target === undefined || target.networkId === gatewayId || target.networkId === network.id,
    );
}

function addGatewayBox({ draft }: NetworkContext, id: string, device: string, y: number, h: number): Box {
  const { x, w } = columns.bridge;
  const middle = { anchor: 'middle' } as const;
  return addBox(draft, {
    id: 'stage:gateway',
    kind: 'stage',
    tone: 'bridge',
    x,
    y,
    w,
    h,
    lines: [
      line(device, w / 2, 26, w - 20, { font: 'mono', ...middle }),
      line('bridge for the way out', w / 2, 43, w - 20, { font: 'small', tone: 'muted', ...middle }),
      line('icc off', w / 2, 60, w - 20, { font: 'small', tone: 'muted', ...middle }),
    ],
    label: `${device}, the bridge for the way out`,
    subject: { kind: 'network', id },
  });
}

function wireGateway({ draft }: NetworkContext, { container, box }: PlacedContainer, gateway: Box): void {
  const laneX = columns.veth.x + columns.veth.w + 6;
  const start = { x: gateway.x + gateway.w, y: gateway.y + 42 };
  const y = box.y + box.h - 12;
  addWire(draft, {
    kind: 'attachment',
    tone: 'bridge',
    from: gateway.id,
    to: box.id,
    points: [start, { x: laneX, y: start.y }, { x: laneX, y }, { x: box.x, y }],
    label: `Second interface of ${container.name} on docker_gwbridge, derived`,
    derived: true,
    mark: 'gateway',
  });
}

function wirePorts(context: NetworkContext, ports: readonly PublishedPort[], gateway: Box): void {
  const host = context.draft.boxes.find(({ id }) => id === hostStageId);
  const index = host ? context.draft.boxes.indexOf(host) : -1;
  const area = addPorts(context, ports, gateway.y + 6);
  if (host && index >= 0) {
    context.draft.boxes[index] = { ...host, h: Math.max(host.h, area.bottom + 8 - host.y) };
  }
  for (const { port, box } of area.ports) {
    const y = Math.min(box.y + box.h / 2, gateway.y + gateway.h - 6);
    const start = { x: box.x + box.w, y: box.y + box.h / 2 };
    const laneX = columns.nat.x - 14;
    addWire(context.draft, {
      kind: 'port',
      tone: 'port',
      from: box.id,
      to: gateway.id,
      points: [start, { x: laneX, y: start.y }, { x: laneX, y }, { x: gateway.x, y }],
      label: `${box.label}: DNAT to its address on docker_gwbridge`,
      arrow: true,
      derived: port.target === undefined,
    });
  }
  addClients(context, area.groups);
}
