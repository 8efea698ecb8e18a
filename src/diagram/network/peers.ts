import type { NodeRecord, PeerRecord } from '../../model';
import { addBox, addWire } from '../draft';
import type { Box, Subject } from '../scene';
import { line, tame } from '../text';
import { count } from '../words';
import { clientHeight } from './clients';
import { columns, contentTop } from './columns';
import type { NetworkContext } from './context';
import { addNote } from './stage';

const step = 56;
const mostPeers = 8;

/** The other nodes that the network spans, where a verbose inspect told them; returns where they end. */
export function addPeers(context: NetworkContext, tunnel: Box): number {
  const { network, topology, draft } = context;
  const own = topology.host.swarm?.nodeAddress;
  // A node that left and came back may be told twice: one address is one node.
  const byAddress = new Map(network.peers.map((peer) => [peer.address, peer]));
  const others = [...byAddress.values()].filter(({ address }) => address !== own);
  const { x, w } = columns.client;
  if (others.length === 0) {
    const words =
      network.peers.length === 0 ? 'Which nodes it spans: an inspect tells it.' : 'On no other node now.';
    const note = addNote(draft, 'note:peers', words, { x, y: contentTop, w });
    return note.y + note.h;
  }
  const nodes = new Map(topology.nodes.map((node) => [node.address, node]));
  const foldId = `peers/${network.id}`;
  const folded = others.length > mostPeers && !context.unfolded.has(foldId);
  const shown = folded ? others.slice(0, mostPeers - 1) : others;
  const boxes = shown.map((peer, index) =>
    addPeer(context, peer, nodes.get(peer.address), contentTop + index * step),
  );
  if (others.length > mostPeers) {
    boxes.push(addPeerFold(context, foldId, others.length - shown.length, contentTop + boxes.length * step));
  }
  boxes.forEach((box) => wirePeer(context, box, tunnel));
  return contentTop + boxes.length * step - (step - clientHeight);
}

function addPeer({ draft }: NetworkContext, peer: PeerRecord, node: NodeRecord | undefined, y: number): Box {
  const { x, w } = columns.client;
  const name = node?.hostname ?? peer.name;
  const subject: Subject | undefined = node && { kind: 'node', id: node.id };
  return addBox(draft, {
    id: node ? `node:${node.id}` : `peer:${peer.address}`,
    kind: 'client',
    tone: 'overlay',
    x,
    y,
    w,
    h: clientHeight,
    lines: [
      line(name, w / 2, 20, w - 8, { font: 'title', anchor: 'middle' }),
      line(peer.address, w / 2, 36, w - 8, { font: 'monoSmall', tone: 'muted', anchor: 'middle' }),
    ],
    label: tame(`node ${name} at ${peer.address}`),
    subject,
    faded: node !== undefined && node.state !== 'ready',
  });
}

function addPeerFold({ draft }: NetworkContext, id: string, hidden: number, y: number): Box {
  const { x, w } = columns.client;
  const title = hidden === 0 ? 'Fewer nodes' : `+${count(hidden, 'node')}`;
  return addBox(draft, {
    id: `fold:${id}`,
    kind: 'fold',
    x,
    y,
    w,
    h: clientHeight,
    lines: [line(title, w / 2, 27, w - 8, { font: 'title', anchor: 'middle' })],
    label: hidden === 0 ? 'Show fewer nodes' : `${count(hidden, 'more node')}, folded`,
    subject: { kind: 'fold', id },
    expanded: hidden === 0,
  });
}

function wirePeer({ draft }: NetworkContext, box: Box, tunnel: Box): void {
  const startX = box.x + box.w;
  const laneX = startX + 14;
  const [y, end] = [box.y + box.h / 2, tunnel.y + tunnel.h / 2];
  addWire(draft, {
    kind: 'tunnel',
    tone: 'overlay',
    from: box.id,
    to: tunnel.id,
    points: [
      { x: startX, y },
      { x: laneX, y },
      { x: laneX, y: end },
      { x: tunnel.x, y: end },
    ],
    label: `VXLAN to ${box.label}`,
    faded: box.faded,
  });
}
