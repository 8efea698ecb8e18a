import type { Network, ServiceRecord, Topology } from '../../model';
import { line, tame } from '../text';
import { tasksText } from '../words';
import { cardWidth, type Cell } from './cells';
import { cardGap } from './grid';

/** So many services are shown as they are; the others are a fold. */
const mostServices = 12;
const height = 49;

/** Services of a network with their virtual addresses, in rows of at most three above its containers. */
export function serviceCells(
  { services }: Topology,
  network: Network,
  unfolded: ReadonlySet<string>,
  left: number,
  top: number,
): readonly Cell[] {
  const own = services.filter(({ networkIds }) => networkIds.includes(network.id));
  const foldId = `services/${network.id}`;
  const open = unfolded.has(foldId);
  const shown = open || own.length <= mostServices ? own : own.slice(0, mostServices - 1);
  const specs = shown.map((service) => serviceSpec(service, network));
  if (own.length > mostServices) {
    specs.push(foldSpec(foldId, own.length - shown.length, open));
  }
  const rows = Math.ceil(specs.length / 3);
  return specs.map((spec, index): Cell => {
    const [row, column] = [Math.floor(index / 3), index % 3];
    return {
      id: spec.id,
      containers: [],
      spec,
      hung: [],
      height,
      parent: undefined,
      x: left + column * (cardWidth + cardGap),
      y: top + row * (height + cardGap),
      // Rows of containers count from zero.
      row: row - rows,
      column,
      gapAbove: cardGap,
      last: column === 2 || index === specs.length - 1,
    };
  });
}

/** One that is on several networks has its own id in the first of them only. */
function serviceSpec(service: ServiceRecord, network: Network): Cell['spec'] {
  const { id, name, networkIds, addresses, endpointMode } = service;
  const address = addresses.find(({ networkId }) => networkId === network.id)?.ipv4;
  const way =
    endpointMode === 'dnsrr' ? 'no VIP, DNS' : address === undefined ? 'no VIP yet' : `VIP ${address}`;
  const tasks = tasksText(service);
  return {
    id: networkIds[0] === network.id ? `service:${id}` : `service:${id}@${network.id}`,
    kind: 'service',
    tone: 'overlay',
    w: cardWidth,
    h: height,
    lines: [
      line(name, 12, 22, cardWidth - 24, { font: 'title' }),
      line(way, 12, 39, cardWidth - 24, { font: 'monoSmall', tone: 'muted' }),
    ],
    label: tame([`service ${name}`, way, tasks].filter(Boolean).join(', ')),
    subject: { kind: 'service', id },
  };
}

function foldSpec(id: string, hidden: number, open: boolean): Cell['spec'] {
  const title = open ? 'Fewer services' : `+${hidden} more services`;
  return {
    id: `fold:${id}`,
    kind: 'fold',
    w: cardWidth,
    h: height,
    lines: [line(title, 12, 28, cardWidth - 36, { font: 'title' })],
    label: open ? 'Show fewer services' : `${hidden} more services, folded`,
    subject: { kind: 'fold', id },
    expanded: open,
  };
}
