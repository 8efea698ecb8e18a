import { addBox } from '../draft';
import type { Box } from '../scene';
import { tame } from '../text';
import { addBlockedPorts, blockedHeight } from './blockedPorts';
import { addClient, addRequest, lan, local } from './clients';
import { columns, contentTop, type ColumnName } from './columns';
import { stackContainers } from './containers';
import type { NetworkContext } from './context';
import { hostStageId } from './hostStage';
import { groupPorts, type PortGroup } from './ports';
import { addNote, stageHeading, stageInset } from './stage';

const top = contentTop + 44;
const inside = 16;

/** Host mode: the containers stand inside the host's own interfaces, and nothing lies between. */
export function layoutHostPath(context: NetworkContext): ReadonlySet<ColumnName> {
  const { draft } = context;
  const words = 'No address of its own: its ports are the host’s';
  const placed = stackContainers(context, { parent: hostStageId, top, words });
  const dead = groupPorts(context, () => true);
  const note =
    placed.length === 0
      ? 'No container uses the host’s network.'
      : 'No NAT, no bridge, no veth: a port that a process opens is open on the host. Published ports are ignored.';
  const { x } = columns.host;
  const box = addNote(draft, 'note:host', note, { x: x + stageInset, y: top, w: 400 }, hostStageId);
  const noteBottom = box.y + box.h + 14;
  const bottom = draft.boxes.reduce(
    (lowest, { y, h }) => Math.max(lowest, y + h),
    noteBottom + blockedHeight(dead),
  );
  const host = addInterfaces(context, bottom + inside - contentTop);
  addDeadPorts(context, dead, noteBottom);
  const client = addClient(context, lan, contentTop + 10);
  const here = addClient(context, local, contentTop + 70);
  addRequest(context, client, host, 23, 20, 33);
  addRequest(context, here, host, 23, 20, 93);
  return new Set<ColumnName>(['client', 'host', 'container']);
}

function addInterfaces({ draft, topology, network }: NetworkContext, h: number): Box {
  const { x } = columns.host;
  const w = columns.container.x + columns.container.w + inside - x;
  const name = topology.host.name ?? '';
  return addBox(draft, {
    id: hostStageId,
    kind: 'stage',
    tone: 'host',
    x,
    y: contentTop,
    w,
    h: Math.max(h, 130),
    lines: stageHeading('Interfaces of the host', name, w),
    label: tame(`Interfaces of the host ${name}`.trim()),
    subject: { kind: 'network', id: network.id },
  });
}

/** The engine ignores `-p` here, with a warning: whoever reads a file that asks for it learns so. */
function addDeadPorts(context: NetworkContext, dead: readonly PortGroup[], y: number): void {
  const card = context.draft.boxes.find(
    ({ kind }) => kind === 'container' || kind === 'fold' || kind === 'group',
  );
  if (!card || dead.length === 0) {
    return;
  }
  const { x, w } = columns.host;
  addBlockedPorts(context, dead, {
    parent: hostStageId,
    x,
    w,
    top: y,
    target: card,
    reason: 'host mode ignores published ports',
  });
}

/** No network: each container has its loopback, and no wire leads anywhere. */
export function layoutNonePath(context: NetworkContext): ReadonlySet<ColumnName> {
  const placed = stackContainers(context, { words: 'lo 127.0.0.1 only' });
  const { x } = columns.client;
  const words =
    placed.length === 0
      ? 'No container uses it. A container here would have a loopback only.'
      : 'No way in and no way out: a container here has its own loopback and no other interface. Published ports are ignored.';
  addNote(context.draft, 'note:none', words, {
    x,
    y: contentTop,
    w: columns.bridge.x + columns.bridge.w - x,
  });
  return new Set<ColumnName>(placed.length === 0 ? [] : ['container']);
}
