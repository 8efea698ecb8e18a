import { compareNames, compareText, type InfrastructureRecord, type ServiceRecord } from '../../model';
import { addBox, addWire } from '../draft';
import { level } from '../route';
import type { Box, TextLine } from '../scene';
import { line, tame } from '../text';
import { bridgeId } from './bridgeStage';
import { columns } from './columns';
import type { NetworkContext } from './context';
import { stageHeading, stageInset } from './stage';

const step = 56;
const boxHeight = 48;
const mostServices = 12;
export const balancerId = 'stage:balancer';
export const balancerHead = 38;

/** Services of an overlay with their virtual addresses, and the load balancer's own endpoint; returns where they end. */
export function addServices(context: NetworkContext, top: number): number {
  const { network, topology } = context;
  const services = topology.services
    .filter(({ networkIds }) => networkIds.includes(network.id))
    .sort((a, b) => compareNames(a.name, b.name));
  const balancers = [...network.infrastructure].sort((a, b) => compareText(a.id, b.id));
  if (services.length + balancers.length === 0) {
    return top;
  }
  const foldId = `services/${network.id}`;
  const folded = services.length > mostServices && !context.unfolded.has(foldId);
  const shown = folded ? services.slice(0, mostServices - 1) : services;
  const extra = services.length > mostServices ? 1 : 0;
  const height = balancerHead + (shown.length + balancers.length + extra) * step + 2;
  addBalancerStage(context, 'Services', 'load balanced', top, height);
  let y = top + balancerHead;
  for (const service of shown) {
    wireService(context, addService(context, service, y));
    y += step;
  }
  if (extra > 0) {
    addServiceFold(context, foldId, services.length - shown.length, y);
    y += step;
  }
  for (const balancer of balancers) {
    wireService(context, addBalancer(context, balancer, y));
    y += step;
  }
  return top + height;
}

export function addBalancerStage(
  { draft }: NetworkContext,
  title: string,
  corner: string,
  y: number,
  h: number,
): Box {
  const { x, w } = columns.nat;
  return addBox(draft, {
    id: balancerId,
    kind: 'stage',
    tone: 'plain',
    x,
    y,
    w,
    h,
    lines: stageHeading(title, corner, w),
    label: `${title}, ${corner}`,
  });
}

function addServiceBox(
  context: NetworkContext,
  id: string,
  y: number,
  lines: readonly TextLine[],
  label: string,
  subject?: Box['subject'],
): Box {
  const { x, w } = columns.nat;
  return addBox(context.draft, {
    id,
    kind: 'service',
    tone: 'overlay',
    parent: balancerId,
    x: x + stageInset,
    y,
    w: w - 2 * stageInset,
    h: boxHeight,
    lines,
    label: tame(label),
    subject,
  });
}

const room = columns.nat.w - 2 * stageInset - 20;

function addService(context: NetworkContext, service: ServiceRecord, y: number): Box {
  const { words, spoken } = serviceWords(context, service);
  const tasks = taskText(service);
  const lines = [
    line(service.name, 10, 20, room - 40, { font: 'title' }),
    line(tasks, room + 10, 20, 40, { font: 'small', tone: 'muted', anchor: 'end' }),
    line(words, 10, 37, room, { font: 'monoSmall', tone: 'muted' }),
  ];
  const label = `service ${service.name}, ${tasks} tasks, ${spoken}`;
  return addServiceBox(
    context,
    `service:${service.id}`,
    y,
    tasks === '' ? [...lines.slice(0, 1), ...lines.slice(2)] : lines,
    label,
    {
      kind: 'service',
      id: service.id,
    },
  );
}

function taskText({ running, desired }: ServiceRecord): string {
  return running === undefined || desired === undefined ? '' : `${running}/${desired}`;
}

function serviceWords(
  { network }: NetworkContext,
  service: ServiceRecord,
): { readonly words: string; readonly spoken: string } {
  const address = service.addresses.find(({ networkId }) => networkId === network.id);
  if (service.endpointMode === 'dnsrr') {
    return { words: 'DNS round robin, no VIP', spoken: 'its name resolves to the addresses of its tasks' };
  }
  return address
    ? { words: `VIP ${address.ipv4}`, spoken: `virtual address ${address.ipv4}, spread over its tasks` }
    : { words: 'no VIP yet', spoken: 'no virtual address here yet' };
}

/** The engine's own endpoint on this node, from which it balances: `lb-ov`. */
function addBalancer(context: NetworkContext, { id, name, ipv4 }: InfrastructureRecord, y: number): Box {
  const lines = [
    line(name, 10, 20, room, { font: 'title' }),
    line(`load balancer ${ipv4 ?? ''}`.trim(), 10, 37, room, { font: 'monoSmall', tone: 'muted' }),
  ];
  return addServiceBox(
    context,
    `service:${id}`,
    y,
    lines,
    `${name}, this node’s load balancer at ${ipv4 ?? 'an unknown address'}`,
  );
}

function addServiceFold({ draft }: NetworkContext, id: string, hidden: number, y: number): void {
  const { x, w } = columns.nat;
  const title = hidden === 0 ? 'Fewer services' : `+${hidden} more services`;
  addBox(draft, {
    id: `fold:${id}`,
    kind: 'fold',
    parent: balancerId,
    x: x + stageInset,
    y,
    w: w - 2 * stageInset,
    h: boxHeight,
    lines: [line(title, 10, 28, room, { font: 'title' })],
    label: hidden === 0 ? 'Show fewer services' : `${hidden} more services, folded`,
    subject: { kind: 'fold', id },
    expanded: hidden === 0,
  });
}

function wireService({ draft }: NetworkContext, box: Box): void {
  addWire(draft, {
    kind: 'request',
    tone: 'overlay',
    from: box.id,
    to: bridgeId,
    points: level(box.y + box.h / 2, box.x + box.w, columns.bridge.x),
    label: `${box.label}, on the overlay`,
  });
}
