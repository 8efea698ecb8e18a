import { addBox, addWire, emptyDraft } from '../draft';
import { line } from '../text';
import type { PublishedPort } from '../../model';
import {
  addBridgeStage,
  bridgeFlags,
  bridgeId,
  bridgeLinesHeight,
  subnetLines,
  wireContainers,
  type BridgeLine,
} from './bridgeStage';
import { addClients, addDeparture } from './clients';
import { columns, contentTop, type ColumnName } from './columns';
import { stackContainers, type PlacedItem } from './containers';
import type { Member, NetworkContext } from './context';
import { addFlannel, flannelHeight } from './flannel';
import { addHostStage, addPorts } from './hostStage';
import { addIccMarks } from './iccMarks';
import { layoutInternal } from './internalPath';
import { isGatewayBridge } from './members';
import { addNatRows, addNatStage } from './natStage';
import { groupPorts, type PortGroup } from './ports';
import { addNote } from './stage';

/** A bridge: host interfaces, NAT, the bridge device, veth pairs, containers. An internal one ends at the bridge. */
export function layoutNatPath(context: NetworkContext): ReadonlySet<ColumnName> {
  const { network } = context;
  const placed = stackOrNote(context, emptyWords(context));
  const lines: BridgeLine[] = [
    { text: network.device ?? 'bridge', font: 'mono' },
    { text: 'Linux bridge', tone: 'muted' },
    ...subnetLines(network),
    ...bridgeFlags(context),
  ];
  addEngineEndpoints(context);
  const least = Math.max(bottomOf(context) - contentTop, bridgeLinesHeight(lines));
  if (network.internal) {
    layoutInternal(context, lines, least);
  } else {
    layoutOpen(context, lines, least);
  }
  wireContainers(context, placed, true);
  if (!network.icc) {
    addIccMarks(context, placed);
  }
  return new Set<ColumnName>(['client', 'host', 'nat', 'bridge', 'veth', 'container']);
}

function layoutOpen(context: NetworkContext, lines: readonly BridgeLine[], least: number): void {
  // The rows are laid out first: the stages that they stand in are as high as they need.
  const rows = emptyDraft();
  const inner = { ...context, draft: rows };
  const groups = portGroups(context);
  const area = addPorts(inner, groups, contentTop + (groups.length > 0 ? 44 : 76));
  const nat = addNatRows(inner, area, bridgeId);
  const flannelTop = nat.bottom + 6;
  const bottom = nat.bottom + flannelHeight(context);
  const height = Math.max(bottom + 10 - contentTop, bridgeLinesHeight(lines));
  addHostStage(context, height, groups.length > 0 ? undefined : 'No port of a container here is published.');
  addNatStage(context, height);
  addBridgeStage(context, lines, Math.max(height, least));
  context.draft.boxes.push(...rows.boxes);
  context.draft.wires.push(...rows.wires);
  context.draft.captions.push(...rows.captions);
  addClients(context, area.groups);
  nat.outs.forEach(({ box, kind }, index) => addDeparture(context, box, kind, index));
  addFlannel(context, flannelTop);
}

/** Ports whose packets land on this network, in the order of its containers. */
export function portGroups(context: NetworkContext): readonly PortGroup[] {
  return groupPorts(context, (port, member) => landsOn(context, port, member));
}

/** On docker_gwbridge only what the engine leads there: a container of another driver has no way in by it. */
export function landsOn(
  { network }: NetworkContext,
  { target }: PublishedPort,
  { derived }: Member,
): boolean {
  return target?.networkId === network.id && (!isGatewayBridge(network) || derived);
}

/** Containers in their column, or words that say why there are none. */
export function stackOrNote(context: NetworkContext, words: string): readonly PlacedItem[] {
  const placed = stackContainers(context);
  if (placed.length === 0) {
    const { x, w } = columns.container;
    const hidden = context.hideStopped && context.network.endpoints.length > 0;
    addNote(context.draft, 'note:empty', hidden ? 'No container here is running.' : words, {
      x,
      y: contentTop,
      w,
    });
  }
  return placed;
}

function emptyWords({ network }: NetworkContext): string {
  return isGatewayBridge(network)
    ? 'Overlay containers have their way out here; none runs on this node.'
    : 'No container is on this network.';
}

/** What the engine itself has on a bridge, as an inspect told: the routing mesh enters docker_gwbridge at its sandbox. */
function addEngineEndpoints(context: NetworkContext): void {
  const { draft, network } = context;
  const { x, w } = columns.container;
  for (const { id, name, ipv4 } of network.infrastructure) {
    const y = bottomOf(context) + (draft.boxes.length > 0 ? 14 : 0);
    const box = addBox(draft, {
      id: `service:${id}`,
      kind: 'service',
      tone: 'overlay',
      x,
      y,
      w,
      h: 48,
      lines: [
        line(name, 14, 20, w - 28, { font: 'title' }),
        line(`${ipv4 ?? 'no address'} · of the engine`, 14, 37, w - 28, { font: 'monoSmall', tone: 'muted' }),
      ],
      label: `${name}, ${ipv4 ?? 'no address'}, an endpoint of the engine itself`,
    });
    const points = [
      { x: columns.bridge.x + columns.bridge.w, y: y + 24 },
      { x, y: y + 24 },
    ];
    addWire(draft, {
      kind: 'attachment',
      tone: 'bridge',
      from: bridgeId,
      to: box.id,
      points,
      label: box.label,
    });
  }
}

/** Where the lowest box ends. */
export function bottomOf({ draft }: NetworkContext): number {
  return draft.boxes.reduce((bottom, { y, h }) => Math.max(bottom, y + h), contentTop);
}
