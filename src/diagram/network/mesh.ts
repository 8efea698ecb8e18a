import {
  compareNames,
  compareText,
  type ServicePortRecord,
  type ServiceRecord,
  type Topology,
} from '../../model';
import { addBox, addWire } from '../draft';
import { level } from '../route';
import type { Box } from '../scene';
import { line, tame } from '../text';
import { bridgeId } from './bridgeStage';
import { addClients } from './clients';
import { columns } from './columns';
import type { NetworkContext } from './context';
import { hostStageId, rowHeight, rowStep } from './hostStage';
import { addBalancerStage, balancerHead, balancerId } from './services';
import { addNote, addRow, stageInset } from './stage';

/** A service, and the ports of it that every node listens on. */
interface MeshService {
  readonly service: ServiceRecord;
  readonly ports: readonly ServicePortRecord[];
}

const least = 54;

/**
 * The routing mesh: a published port on every node leads to the node's load balancer (IPVS), and on to a task of the
 * service on whichever node. Derived from the services: no host here has IPVS, so the rules were not seen.
 */
export function addMesh(context: NetworkContext, top: number, peersBottom: number): number {
  const { topology, network } = context;
  const services = meshServices(topology);
  const sandbox = network.infrastructure.find(({ id }) => id === 'ingress-sbox');
  const heights = services.map(({ ports }) => Math.max(least, ports.length * rowStep));
  const content = heights.reduce((sum, height) => sum + height + 6, 0);
  const height = balancerHead + 26 + Math.max(content, 70);
  const corner = sandbox?.ipv4 ?? '';
  addBalancerStage(context, 'Load balancer', corner, top, height);
  const { x, w } = columns.nat;
  context.draft.captions.push(
    line('IPVS, derived', x + 14, top + 44, w - 28, { font: 'small', tone: 'muted' }),
  );
  let y = top + balancerHead + 20;
  if (services.length === 0) {
    addNote(
      context.draft,
      'note:mesh',
      noneWords(context),
      { x: x + stageInset, y, w: w - 2 * stageInset },
      balancerId,
    );
    return top + height;
  }
  const section = addSection(context, y - 28, content + 28);
  services.forEach((one, index) => {
    addMeshService(context, one, section, y, heights[index] ?? least);
    y += (heights[index] ?? least) + 6;
  });
  addClients(context, [{ box: section, localOnly: false }], Math.max(section.y - 10, peersBottom + 14));
  return top + height;
}

/** By their lowest port, as the rows of ports are read. */
function meshServices({ services }: Topology): readonly MeshService[] {
  return services
    .flatMap((service): MeshService[] => {
      const ports = service.ports.filter(({ mode }) => mode === 'ingress').sort(comparePorts);
      return ports.length > 0 ? [{ service, ports }] : [];
    })
    .sort((a, b) => lowestPort(a) - lowestPort(b) || compareNames(a.service.name, b.service.name));
}

function comparePorts(a: ServicePortRecord, b: ServicePortRecord): number {
  return (
    publishedOf(a) - publishedOf(b) || a.targetPort - b.targetPort || compareText(a.protocol, b.protocol)
  );
}

function lowestPort({ ports }: MeshService): number {
  return Math.min(...ports.map(publishedOf));
}

/** A port that is not chosen yet comes last. */
function publishedOf({ publishedPort }: ServicePortRecord): number {
  return publishedPort ?? 65_536;
}

function noneWords({ topology }: NetworkContext): string {
  return topology.host.swarm?.manager !== true || topology.host.swarm.problem !== undefined
    ? 'Which ports services publish only a manager tells.'
    : 'No service publishes a port on every node.';
}

function addSection({ draft }: NetworkContext, y: number, h: number): Box {
  const { x, w } = columns.host;
  return addBox(draft, {
    id: 'bind:every node',
    kind: 'section',
    parent: hostStageId,
    x: x + stageInset,
    y,
    w: w - 2 * stageInset,
    h,
    lines: [line('every node and address', 4, 14, w - 2 * stageInset - 4, { font: 'small', tone: 'muted' })],
    label: 'Bound to every address of every node',
  });
}

function addMeshService(
  context: NetworkContext,
  { service, ports }: MeshService,
  section: Box,
  y: number,
  h: number,
): void {
  const box = addServiceBox(context, service, ports, y, h);
  ports.forEach((port, index) => {
    const row = addMeshPort(context, service, port, section, y + index * rowStep);
    const middle = row.y + rowHeight / 2;
    addWire(context.draft, {
      kind: 'port',
      tone: 'port',
      from: row.id,
      to: box.id,
      points: level(middle, row.x + row.w, box.x),
      label: `${row.label}: to the load balancer of the node`,
      derived: true,
    });
  });
  addWire(context.draft, {
    kind: 'port',
    tone: 'port',
    from: box.id,
    to: bridgeId,
    points: level(y + rowHeight / 2, box.x + box.w, columns.bridge.x),
    label: tame(`A request to ${service.name} goes to one of its tasks, on this node or another`),
    arrow: true,
    derived: true,
  });
}

function addServiceBox(
  { draft, network }: NetworkContext,
  service: ServiceRecord,
  ports: readonly ServicePortRecord[],
  y: number,
  h: number,
): Box {
  const { x, w } = columns.nat;
  const room = w - 2 * stageInset - 20;
  const address = service.addresses.find(({ networkId }) => networkId === network.id)?.ipv4;
  const to = `${address === undefined ? '' : `VIP ${address} `}→ :${ports.map(({ targetPort }) => targetPort).join(' :')}`;
  return addBox(draft, {
    id: `service:${service.id}`,
    kind: 'service',
    tone: 'overlay',
    parent: balancerId,
    x: x + stageInset,
    y,
    w: w - 2 * stageInset,
    h: h - 6,
    lines: [
      line(service.name, 10, 20, room, { font: 'title' }),
      line(to, 10, 37, room, { font: 'monoSmall', tone: 'muted' }),
    ],
    label: tame(`service ${service.name}, ${to}`),
    subject: { kind: 'service', id: service.id },
  });
}

function addMeshPort(
  { draft }: NetworkContext,
  service: ServiceRecord,
  { publishedPort, protocol, targetPort }: ServicePortRecord,
  section: Box,
  y: number,
): Box {
  const text = `${publishedPort ?? '?'}/${protocol}`;
  return addRow(draft, {
    id: `mesh:${service.id}:${text}:${targetPort}`,
    parent: section.id,
    x: section.x,
    y,
    w: section.w,
    h: rowHeight,
    text,
    tone: 'port',
    label: tame(
      `Port ${text} of every node, published by the service ${service.name}, port ${targetPort} of its tasks`,
    ),
    subject: { kind: 'service', id: service.id },
    derived: true,
  });
}
