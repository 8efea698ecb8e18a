import type { NodeRecord, Topology } from '../../model';
import { addBox, addWire, type Draft } from '../draft';
import type { Box, Rect } from '../scene';
import { line } from '../text';
import { hostId } from './emit';

const nodeWidth = 200;
const nodeHeight = 66;
const nodeGap = 26;
const leastChannel = 60;
const laneStep = 8;

/** Another machine of the swarm: what a manager tells of it, or only the name and address that an overlay's peers tell. */
interface OtherNode {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly node: NodeRecord | undefined;
}

/** The other nodes of the swarm, those that a manager lists first, then peers that no list names. */
function otherNodes({ host, nodes, networks }: Topology): OtherNode[] {
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

/** Frames beside the host's, and a wire from each overlay to the nodes that its peers name. */
export function emitNodes(draft: Draft, topology: Topology, frame: Rect): void {
  const nodes = otherNodes(topology);
  if (nodes.length === 0) {
    return;
  }
  const regions = new Map(draft.boxes.map((box) => [box.id, box]));
  const tunnels = topology.networks.flatMap((network) => {
    const region = regions.get(`network:${network.id}`);
    const addresses = new Set(network.peers.map(({ address }) => address));
    const ends = nodes.filter(({ address }) => addresses.has(address));
    return region ? ends.map((end) => ({ network, region, end })) : [];
  });
  const right = frame.x + frame.w;
  const x = right + Math.max(leastChannel, (tunnels.length + 2) * laneStep);
  const boxes = new Map(
    nodes.map((node, index) => [node.id, emitNode(draft, node, x, frame.y + index * (nodeHeight + nodeGap))]),
  );
  tunnels.forEach(({ network, end }, index) => {
    const box = boxes.get(end.id);
    if (box) {
      emitTunnel(draft, network, end, box, { right, bottom: frame.y + frame.h, index });
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

/** From the host's frame: what an overlay sends to a peer leaves over the host's own interface. */
function emitTunnel(
  draft: Draft,
  { id, name, vxlanId }: Topology['networks'][number],
  end: OtherNode,
  box: Box,
  { right, bottom, index }: { readonly right: number; readonly bottom: number; readonly index: number },
): void {
  const own = box.y + Math.min(14 + (index % 6) * laneStep, box.h - 8);
  const leaves = Math.min(own, bottom);
  const lane = right + (index + 1) * laneStep;
  addWire(draft, {
    kind: 'tunnel',
    tone: 'overlay',
    from: hostId,
    to: box.id,
    points: [
      { x: right, y: leaves },
      { x: lane, y: leaves },
      { x: lane, y: own },
      { x: box.x, y: own },
    ],
    label: `${name} spans ${end.name || end.address}${vxlanId === undefined ? '' : `, VXLAN ${vxlanId}`}`,
    mark: id,
  });
}
