import type { Network } from '../../model';
import { addBox, addWire, type Draft } from '../draft';
import { level } from '../route';
import type { Box } from '../scene';
import { line, tame } from '../text';
import { addBlockedPorts, blockedHeight } from './blockedPorts';
import {
  addBridgeStage,
  bridgeLinesHeight,
  subnetLines,
  wireContainers,
  type BridgeLine,
} from './bridgeStage';
import { addClient, addRequest, lan } from './clients';
import { columns, contentTop, type ColumnName } from './columns';
import type { NetworkContext } from './context';
import { bottomOf, portGroups, stackOrNote } from './natPath';
import { layer3, parentInterface, segmentLines, type ParentInterface } from './parentInterface';
import { stageInset } from './stage';
import type { PortGroup } from './ports';

const interfaceHeight = 60;
const wireY = contentTop + 28;

/** macvlan and ipvlan: straight on an interface of the host, whose own addresses stay out of reach. */
export function layoutParentPath(context: NetworkContext): ReadonlySet<ColumnName> {
  const { network } = context;
  const placed = stackOrNote(context, 'No container is on this network.');
  const lines: BridgeLine[] = [...segmentLines(network), ...segmentSubnets(network)];
  const dead = portGroups(context);
  const least = Math.max(bottomOf(context) - contentTop, 190 + blockedHeight(dead), bridgeLinesHeight(lines));
  const segment = addBridgeStage(context, lines, least);
  const parent = parentInterface(network);
  const outer = addInterfaces(context, parent, segment);
  if (parent.name !== undefined) {
    addLan(context, outer);
  }
  addBrokenLine(context, segment, dead);
  wireContainers(context, placed, false);
  return new Set<ColumnName>(['client', 'host', 'bridge', 'container']);
}

/** In layer 3 the default route is the interface itself: the gateway is not used. */
function segmentSubnets(network: Network): BridgeLine[] {
  return layer3(network)
    ? [...subnetLines(network, false), { text: 'no gateway: out by the parent', tone: 'muted' }]
    : subnetLines(network);
}

/** The parent interface, and the VLAN sub-interface where the network stands on one; returns the outer of them. */
function addInterfaces(context: NetworkContext, parent: ParentInterface, segment: Box): Box {
  const { draft } = context;
  const { name, vlan, base } = parent;
  const shown = name ?? 'dummy';
  const inner =
    vlan === undefined
      ? undefined
      : addInterface(context, `parent:${shown}`, shown, `parent · VLAN ${vlan}`, columns.nat);
  const words = inner
    ? `frames tagged ${vlan}`
    : name === undefined
      ? 'a dummy: cut off'
      : 'parent interface';
  const outerName = inner ? base : name === undefined ? 'dummy interface' : shown;
  const outer = addInterface(
    context,
    `parent:${inner ? base : shown}`,
    outerName,
    words,
    columns.host,
    name === undefined,
  );
  const wire = { kind: 'parent', tone: 'parent' } as const;
  if (inner) {
    const label = `802.1Q: ${base} carries the frames of VLAN ${vlan}`;
    addWire(draft, {
      ...wire,
      from: outer.id,
      to: inner.id,
      points: level(wireY, outer.x + outer.w, inner.x),
      label,
    });
  }
  const last = inner ?? outer;
  addWire(draft, {
    ...wire,
    from: last.id,
    to: segment.id,
    points: level(wireY, last.x + last.w, segment.x),
    label: tame(`Straight on ${name ?? 'a dummy interface'}: no bridge, no NAT`),
  });
  return outer;
}

function addInterface(
  { draft }: NetworkContext,
  id: string,
  name: string,
  words: string,
  { x, w }: { readonly x: number; readonly w: number },
  derived = false,
): Box {
  return addBox(draft, {
    id,
    kind: 'stage',
    tone: 'parent',
    x,
    y: contentTop,
    w,
    h: interfaceHeight,
    lines: [
      line(name, 14, 25, w - 28, { font: 'mono' }),
      line(words, 14, 43, w - 28, { font: 'small', tone: 'muted' }),
    ],
    label: tame(`${name}, ${words}`),
    subject: { kind: 'host' },
    derived,
  });
}

/** Internal takes the default route away and nothing more: the segment is still reached (seen on engine 20.10). */
function addLan(context: NetworkContext, parent: Box): void {
  const { network } = context;
  const routed = layer3(network);
  const words = routed ? 'with a route here' : 'the same segment';
  const client = addClient(
    context,
    { ...lan, title: network.internal || routed ? 'LAN' : 'LAN / Internet', words },
    contentTop + 5,
  );
  addRequest(context, client, parent, 23, 16, 28);
}

/**
 * The kernel keeps a host and the containers on its own interface apart: drawn, so that nobody searches for the fault. Seen for
 * macvlan; for ipvlan it is documented: https://docs.docker.com/engine/network/drivers/ipvlan/
 */
function addBrokenLine(context: NetworkContext, segment: Box, dead: readonly PortGroup[]): void {
  const { draft } = context;
  const { x, w } = columns.host;
  const y = contentTop + 104;
  const host = addBox(draft, {
    id: 'stage:addresses',
    kind: 'stage',
    x,
    y,
    w,
    h: interfaceHeight + blockedHeight(dead) + (dead.length > 0 ? 4 : 0),
    lines: [
      line('Host addresses', 14, 25, w - 28, { font: 'title' }),
      line('on the parent interface', 14, 43, w - 16, { font: 'small', tone: 'muted' }),
    ],
    label: 'The host’s own addresses on the parent interface',
    subject: { kind: 'host' },
  });
  const middle = y + 30;
  const documented = context.network.driver === 'ipvlan';
  const by = documented ? ', as Docker’s documentation says' : '';
  const label = `Host and containers cannot reach each other here, both ways${by}`;
  const wire = { kind: 'blocked', tone: 'error', label, derived: documented } as const;
  addWire(draft, { ...wire, from: host.id, to: segment.id, points: level(middle, x + w, segment.x) });
  addBrokenMark(draft, middle, label, documented);
  addBlockedPorts(context, dead, {
    parent: host.id,
    x: x + 0,
    w: w - 0,
    top: y + 58 - stageInset / 2,
    target: segment,
    reason: `${context.network.driver} publishes nothing: containers are reached at their own addresses`,
  });
}

function addBrokenMark(draft: Draft, middle: number, label: string, documented: boolean): void {
  const words = `host ✕ container${documented ? ' · docs' : ''}`;
  const w = documented ? 176 : 140;
  addBox(draft, {
    id: 'note:broken',
    kind: 'veth',
    tone: 'error',
    x: columns.nat.x + (columns.nat.w - w) / 2,
    y: middle - 12,
    w,
    h: 24,
    lines: [line(words, w / 2, 16, w - 10, { font: 'small', tone: 'error', anchor: 'middle' })],
    label,
    derived: documented,
  });
}
