import type { NodeRecord, Topology } from '../../model';
import { addBox, addWire, type Draft } from '../draft';
import { laneOrder } from '../route';
import type { Box, Point, Rect } from '../scene';
import { line } from '../text';
import type { Route } from './routes';
import type { Tunnel } from './tunnels';

const nodeWidth = 200;
const nodeHeight = 66;
const nodeGap = 26;
const leastChannel = 60;
const laneStep = 8;

/** Another machine of the swarm: what a manager tells of it, or only the name and address that an overlay's peers tell. */
export interface OtherNode {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly node: NodeRecord | undefined;
}

/** The other nodes of the swarm, those that a manager lists first, then peers that no list names. */
export function otherNodes({ host, nodes, networks }: Topology): OtherNode[] {
  const own = nodes.find(({ id }) => id === host.swarm?.nodeId);
  const known = new Set([host.swarm?.nodeAddress, own?.address]);
  const found: OtherNode[] = [];
  for (const node of nodes) {
    if (node !== own) {
      const address = node.address ?? '';
      known.add(node.address);
      found.push({ id: node.id, name: node.hostname, address, node });
    }
  }
  // Which peer is this machine, only its own address tells: without it none can be called another one.
  const told = host.swarm?.nodeAddress === undefined && own?.address === undefined ? [] : networks;
  for (const { name, address } of told.flatMap(({ peers }) => peers)) {
    if (!known.has(address)) {
      known.add(address);
      found.push({ id: address, name, address, node: undefined });
    }
  }
  return found;
}

/** Frames beside the host's, and a wire from each overlay's region to the nodes that its peers name. */
export function emitNodes(
  draft: Draft,
  topology: Topology,
  frame: Rect,
  tunnels: readonly Tunnel[],
  exits: readonly Route[],
): void {
  const right = frame.x + frame.w;
  const x = right + Math.max(leastChannel, (tunnels.length + 2) * laneStep);
  const boxes = otherNodes(topology).map((node, index) =>
    emitNode(draft, node, x, frame.y + index * (nodeHeight + nodeGap)),
  );
  const boxOf = new Map(boxes.map((box) => [box.id, box]));
  const ends = tunnels.map((tunnel, index) => {
    const box = boxOf.get(`node:${tunnel.end.id}`);
    const before = tunnels.slice(0, index).filter(({ end }) => end === tunnel.end).length;
    return (box?.y ?? 0) + Math.min(14 + (before % 6) * laneStep, nodeHeight - 8);
  });
  const lanes = laneOrder(exits.map(({ below }, index) => ({ left: below, right: ends[index] ?? 0 })));
  tunnels.forEach((tunnel, index) => {
    const [box, exit] = [boxOf.get(`node:${tunnel.end.id}`), exits[index]];
    if (box && exit) {
      const lane = right + ((lanes[index] ?? 0) + 1) * laneStep;
      emitTunnel(draft, tunnel, box, exit, { x: lane, y: ends[index] ?? box.y });
    }
  });
}

function emitNode(draft: Draft, { id, name, address, node }: OtherNode, x: number, y: number): Box {
  const role = node ? (node.leader ? 'manager, leader' : node.role) : 'peer';
  const state = node ? [node.state, node.availability === 'active' ? '' : node.availability] : [];
  const words = [role, ...state].filter(Boolean).join(' · ');
  return addBox(draft, {
    id: `node:${id}`,
    kind: 'node',
    tone: 'overlay',
    x,
    y,
    w: nodeWidth,
    h: nodeHeight,
    lines: [
      line(name || address, 14, 22, nodeWidth - 28, { font: 'title' }),
      line(words, 14, 39, nodeWidth - 28, { font: 'small', tone: 'muted' }),
      line(address || 'address unknown', 14, 55, nodeWidth - 28, { font: 'monoSmall', tone: 'muted' }),
    ],
    label: [`swarm node ${name}`, words, address].filter(Boolean).join(', '),
    subject: { kind: 'node', id },
    faded: node !== undefined && node.state !== 'ready',
  });
}

/** What an overlay sends to a peer leaves over the host's own interface, as VXLAN. */
function emitTunnel(draft: Draft, { network, end }: Tunnel, box: Box, exit: Route, last: Point): void {
  const { id, name, vxlanId } = network;
  addWire(draft, {
    kind: 'tunnel',
    tone: 'overlay',
    from: `network:${id}`,
    to: box.id,
    points: [
      exit.end,
      { x: exit.lane, y: exit.end.y },
      { x: exit.lane, y: exit.below },
      { x: last.x, y: exit.below },
      last,
      { x: box.x, y: last.y },
    ],
    label: `${name} spans ${end.name || end.address}${vxlanId === undefined ? '' : `, VXLAN ${vxlanId}`}`,
  });
}
