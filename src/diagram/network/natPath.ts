import { level } from '../route';
import type { PublishedPort } from '../../model';
import { columns, contentTop, type ColumnName } from './columns';
import {
  addBridgeStage,
  bridgeFlags,
  bridgeId,
  bridgeLinesHeight,
  subnetLines,
  wireContainers,
  type BridgeLine,
} from './bridgeStage';
import { stackContainers, type PlacedContainer } from './containers';
import type { NetworkContext } from './context';
import { addClients, addHostStage, addPorts, hostStageId } from './hostStage';
import { addNatRows, addNatStage } from './natStage';
import { addNote } from './stage';
import { addWire, emptyDraft } from '../draft';

/** A bridge: host interfaces, NAT, the bridge device, veth pairs, containers. An internal one ends at the bridge. */
export function layoutNatPath(context: NetworkContext): ReadonlySet<ColumnName> {
  const { network } = context;
  const placed = stackOrNote(context, emptyWords(context));
  const lines: BridgeLine[] = [
    { text: network.device ?? 'bridge', font: 'mono' },
    { text: 'Linux bridge', tone: 'muted' },
    ...subnetLines(network.subnets),
    ...bridgeFlags(network),
  ];
  const least = Math.max(bottomOf(context) - contentTop, bridgeLinesHeight(lines));
  if (network.internal) {
    layoutInternal(context, lines, least);
  } else {
    layoutOpen(context, lines, least);
  }
  wireContainers(context, placed, true);
  const columnsUsed: ColumnName[] = [
    'host',
    'nat',
    'bridge',
    ...(placed.length > 0 ? ['veth' as const] : []),
    'container',
  ];
  return new Set(portsOf(context).length > 0 ? ['client', ...columnsUsed] : columnsUsed);
}

function layoutOpen(context: NetworkContext, lines: readonly BridgeLine[], least: number): void {
  const ports = portsOf(context);
  // The rows are laid out first: the stages that they stand in are as high as they need.
  const rows = emptyDraft();
  const inner = { ...context, draft: rows };
  const hasPorts = ports.length > 0;
  const area = addPorts(inner, ports, contentTop + (hasPorts ? 44 : 76));
  const nat = addNatRows(inner, area, bridgeId);
  const height = Math.max(nat.bottom + 16 - contentTop, bridgeLinesHeight(lines));
  addHostStage(context, height, hasPorts ? undefined : 'No port of a container here is published.');
  addNatStage(context, height);
  addBridgeStage(context, lines, Math.max(height, least));
  context.draft.boxes.push(...rows.boxes);
  context.draft.wires.push(...rows.wires);
  context.draft.captions.push(...rows.captions);
  addClients(context, area.groups);
}

/** Nothing is published, nothing translated, and nothing forwarded: only the host itself is on the bridge. */
function layoutInternal(context: NetworkContext, lines: readonly BridgeLine[], least: number): void {
  const host = addHostStage(
    context,
    132,
    'The host has the gateway address and reaches the containers; other machines do not.',
  );
  const bridge = addBridgeStage(context, lines, Math.max(least, 132));
  const y = host.y + 112;
  const noteTop = contentTop;
  addNote(
    context.draft,
    'note:internal',
    'Internal: no published ports, no MASQUERADE. Packets from and to other networks are dropped.',
    {
      x: columns.nat.x,
      y: noteTop,
      w: columns.nat.w,
    },
  );
  addWire(context.draft, {
    kind: 'request',
    from: hostStageId,
    to: bridge.id,
    points: level(y, host.x + host.w, bridge.x),
    label: 'The host itself is on the bridge',
    arrow: true,
    derived: true,
  });
}

/** Ports whose packets land on this network, in the order of its containers. */
export function portsOf({ topology, network }: NetworkContext): PublishedPort[] {
  const place = new Map(network.endpoints.map(({ containerId }, index) => [containerId, index]));
  const rank = ({ containerId }: PublishedPort): number => place.get(containerId) ?? place.size;
  return topology.ports
    .filter(({ target }) => target?.networkId === network.id)
    .sort((a, b) => rank(a) - rank(b) || a.hostPort - b.hostPort);
}

/** Containers in their column, or words that say why there are none. */
export function stackOrNote(context: NetworkContext, words: string): PlacedContainer[] {
  const placed = stackContainers(context);
  if (placed.length === 0) {
    const { x, w } = columns.container;
    addNote(context.draft, 'note:empty', words, { x, y: contentTop, w });
  }
  return placed;
}

function emptyWords({ network }: NetworkContext): string {
  return network.name === 'docker_gwbridge'
    ? 'Overlay containers have their way out here. The container list does not name them.'
    : 'No container is on this network.';
}

/** Where the lowest box ends. */
export function bottomOf({ draft }: NetworkContext): number {
  return draft.boxes.reduce((bottom, { y, h }) => Math.max(bottom, y + h), contentTop);
}
