import { addBox, addWire } from '../draft';
import { level } from '../route';
import type { Box } from '../scene';
import { line } from '../text';
import { driverWord } from '../words';
import {
  addBridgeStage,
  bridgeId,
  bridgeLinesHeight,
  subnetLines,
  wireContainers,
  type BridgeLine,
} from './bridgeStage';
import { columns, contentTop, type ColumnName } from './columns';
import { stackContainers } from './containers';
import type { NetworkContext } from './context';
import { addClient, addRequest } from './hostStage';
import { bottomOf, stackOrNote } from './natPath';
import { addNote, stageHeading } from './stage';

/** Host mode: the containers stand inside the host's own interfaces, and nothing lies between. */
export function layoutHostPath(context: NetworkContext): ReadonlySet<ColumnName> {
  const { draft, topology, network } = context;
  const words = 'No address of its own: its ports are the host’s';
  const boxes = [...draft.boxes];
  draft.boxes.length = 0;
  const top = contentTop + 44;
  const placed = stackContainers(context, { parent: 'stage:host', top, words });
  const inside = draft.boxes.splice(0);
  const { x } = columns.host;
  const w = columns.container.x + columns.container.w + 16 - x;
  const bottom = inside.reduce((lowest, box) => Math.max(lowest, box.y + box.h), top + 60);
  const host = addBox(draft, {
    id: 'stage:host',
    kind: 'stage',
    tone: 'host',
    x,
    y: contentTop,
    w,
    h: bottom + 16 - contentTop,
    lines: stageHeading('Interfaces of the host', topology.host.name ?? '', w),
    label: `Interfaces of the host ${topology.host.name ?? ''}`.trim(),
    subject: { kind: 'network', id: network.id },
  });
  const note =
    placed.length === 0
      ? 'No container uses the host’s network.'
      : 'No NAT, no bridge, no veth: a port that a process opens is open on the host. Published ports are ignored.';
  draft.boxes.push(...boxes, ...inside);
  addNote(draft, 'note:host', note, { x: x + 16, y: top, w: 400 }, host.id);
  const client = addClient(
    context,
    { id: 'client:lan', title: 'LAN / Internet', words: 'other machines' },
    contentTop + 10,
  );
  const local = addClient(
    context,
    { id: 'client:local', title: 'This host', words: 'its own programs' },
    contentTop + 76,
  );
  addRequest(context, client, host, 24, 20, 34);
  addRequest(context, local, host, 24, 20, 100);
  return new Set<ColumnName>(['client', 'host', 'container']);
}

/** No network: each container has its loopback, and no wire leads anywhere. */
export function layoutNonePath(context: NetworkContext): ReadonlySet<ColumnName> {
  stackContainers(context, { words: 'lo 127.0.0.1 only' });
  const { x } = columns.host;
  const none = context.network.endpoints.length === 0;
  const words = none
    ? 'No container uses it. A container here would have a loopback only.'
    : 'No way in and no way out: a container here has its own loopback and no other interface.';
  addNote(context.draft, 'note:none', words, {
    x,
    y: contentTop,
    w: columns.bridge.x + columns.bridge.w - x,
  });
  return new Set<ColumnName>(none ? [] : ['container']);
}

/** macvlan and ipvlan: straight on an interface of the host, whose own addresses stay out of reach. */
export function layoutParentPath(context: NetworkContext): ReadonlySet<ColumnName> {
  const { network, draft } = context;
  const placed = stackOrNote(context, 'No container is on this network.');
  const lines: BridgeLine[] = [
    {
      text:
        network.driver === 'ipvlan'
          ? `ipvlan ${network.options.ipvlan_mode ?? 'l2'}`
          : `macvlan ${network.options.macvlan_mode ?? 'bridge'}`,
      font: 'mono',
    },
    {
      text: network.driver === 'ipvlan' ? 'the parent’s MAC, shared' : 'a MAC of its own each',
      tone: 'muted',
    },
    ...subnetLines(network.subnets),
    ...(network.internal ? [{ text: 'internal', tone: 'internal', apart: true } as const] : []),
  ];
  const bridge = addBridgeStage(
    context,
    lines,
    Math.max(bottomOf(context) - contentTop, 190, bridgeLinesHeight(lines)),
  );
  const parent = addParentInterface(context);
  const y = parent.y + 28;
  addWire(draft, {
    kind: 'parent',
    tone: 'parent',
    from: parent.id,
    to: bridge.id,
    points: level(y, parent.x + parent.w, bridge.x),
    label: `Straight on ${network.parent ?? 'a dummy interface'}: no bridge, no NAT`,
  });
  if (network.parent !== undefined && !network.internal) {
    const lan = addClient(
      context,
      { id: 'client:lan', title: 'LAN', words: 'the same segment' },
      contentTop + 4,
    );
    addRequest(context, lan, parent, 24, 20, 28);
  }
  addBrokenLine(context, bridge);
  wireContainers(context, placed, false);
  return new Set<ColumnName>(['client', 'host', 'bridge', 'container']);
}

function addParentInterface({ draft, network }: NetworkContext): Box {
  const { x, w } = columns.host;
  const words = network.parent === undefined ? 'no parent given: isolated' : 'parent interface';
  return addBox(draft, {
    id: 'stage:parent',
    kind: 'stage',
    tone: 'parent',
    x,
    y: contentTop,
    w,
    h: 60,
    lines: [
      line(network.parent ?? 'dummy interface', 14, 25, w - 28, { font: 'mono' }),
      line(words, 14, 43, w - 28, { font: 'small', tone: 'muted' }),
    ],
    label: `${network.parent ?? 'dummy interface'}, ${words}`,
    subject: { kind: 'host' },
    derived: network.parent === undefined,
  });
}

/** The kernel keeps a host and the containers on its own interface apart: drawn, so that nobody searches for the fault. */
function addBrokenLine({ draft }: NetworkContext, bridge: Box): void {
  const { x, w } = columns.host;
  const y = contentTop + 104;
  const host = addBox(draft, {
    id: 'stage:addresses',
    kind: 'stage',
    x,
    y,
    w,
    h: 60,
    lines: [
      line('Host addresses', 14, 25, w - 28, { font: 'title' }),
      line('on the parent interface', 14, 43, w - 28, { font: 'small', tone: 'muted' }),
    ],
    label: 'The host’s own addresses on the parent interface',
    subject: { kind: 'host' },
  });
  const middle = y + 30;
  const label = 'Host and containers cannot reach each other here, both ways';
  addWire(draft, {
    kind: 'blocked',
    tone: 'error',
    from: host.id,
    to: bridge.id,
    points: level(middle, x + w, bridge.x),
    label,
  });
  const cross = columns.nat.x + columns.nat.w / 2;
  addBox(draft, {
    id: 'note:broken',
    kind: 'veth',
    tone: 'error',
    x: cross - 78,
    y: middle - 12,
    w: 156,
    h: 24,
    lines: [line('host ✕ container', 78, 16, 140, { font: 'small', tone: 'error', anchor: 'middle' })],
    label,
  });
}

/** A driver that is not Docker's own: its containers and addresses are known, its inside is not. */
export function layoutOpaquePath(context: NetworkContext): ReadonlySet<ColumnName> {
  const { network } = context;
  const placed = stackOrNote(context, 'No container is on this network.');
  const lines: BridgeLine[] = [
    { text: driverWord(network), font: 'mono' },
    { text: 'a plugin’s network', tone: 'muted' },
    ...subnetLines(network.subnets),
  ];
  addBridgeStage(context, lines, bottomOf(context) - contentTop);
  const { x } = columns.host;
  const words = `How packets travel here is known to the ${driverWord(network)} driver alone, so nothing is drawn.`;
  addNote(context.draft, 'note:opaque', words, { x, y: contentTop, w: columns.nat.x + columns.nat.w - x });
  wireContainers(context, placed, false);
  return new Set<ColumnName>(['bridge', 'container']);
}

/** A config-only network: a template that other networks are made from. */
export function layoutTemplatePath(context: NetworkContext): ReadonlySet<ColumnName> {
  const { network, topology, draft } = context;
  const lines: BridgeLine[] = [
    { text: 'template', font: 'mono' },
    { text: 'never carries a packet', tone: 'muted' },
    ...subnetLines(network.subnets),
  ];
  const bridge = addBridgeStage(context, lines, 120);
  const users = topology.networks.filter(({ configFrom }) => configFrom === network.name);
  const { x, w } = columns.container;
  users.forEach((user, index) => {
    const y = contentTop + index * 54;
    const box = addBox(draft, {
      id: `network:${user.id}`,
      kind: 'client',
      x,
      y,
      w,
      h: 44,
      lines: [
        line(user.name, 14, 19, w - 28, { font: 'title' }),
        line('takes its settings from here', 14, 35, w - 28, { font: 'small', tone: 'muted' }),
      ],
      label: `network ${user.name} takes its settings from here`,
      subject: { kind: 'network', id: user.id },
    });
    const middle = y + 22;
    const points = [
      { x: bridge.x + bridge.w, y: Math.min(middle, bridge.y + bridge.h) },
      { x: box.x - 40, y: Math.min(middle, bridge.y + bridge.h) },
      { x: box.x - 40, y: middle },
      { x, y: middle },
    ];
    addWire(draft, { kind: 'shared', from: bridgeId, to: box.id, points, label: box.label });
  });
  if (users.length === 0) {
    addNote(draft, 'note:empty', 'No network is made from it.', { x, y: contentTop, w });
  }
  return new Set<ColumnName>(['bridge']);
}
