import type { PublishedPort, Topology } from '../../model';
import { foldPorts, type PortEntry, type PortItem } from '../portFolds';
import { hostPortText, isLocalOnly } from '../words';
import type { EdgeRow, Places, Target } from './entries';

/** Rows of the published ports, folded where they are many. */
export function collectPorts(topology: Topology, places: Places, unfolded: ReadonlySet<string>): EdgeRow[] {
  return foldPorts(topology, unfolded).flatMap((item) => itemRows(item, topology, places, undefined));
}

/** An open fold is a row of its own before those of its ports. */
function itemRows(item: PortItem, topology: Topology, places: Places, within: string | undefined): EdgeRow[] {
  switch (item.kind) {
    case 'port':
      return [{ ...portRow(item.port, topology, places), within }];
    case 'mesh':
      return [{ ...meshRow(item, places), within }];
    case 'fold':
      return [{ ...foldRow(item, topology, places), within }];
    case 'group': {
      const head = { ...foldRow(item, topology, places), within };
      return [head, ...item.items.flatMap((inner) => itemRows(inner, topology, places, head.id))];
    }
  }
}

type Row = Omit<EdgeRow, 'within'>;

function foldRow(
  { kind, id, title, entries }: Extract<PortItem, { kind: 'fold' | 'group' }>,
  topology: Topology,
  places: Places,
): Row {
  const open = kind === 'group';
  const rest = /\/rest(=\d+)?$/.test(id);
  return {
    id: `${open ? 'group' : 'fold'}:${id}`,
    kind: 'port',
    text: title,
    label: `Published ports, ${title}${open ? '; open' : '; open to show them'}`,
    localOnly: entries.every((entry) => entry.kind === 'port' && isLocalOnly(entry.port)),
    subject: { kind: 'fold', id },
    expanded: open,
    blocked:
      !open && entries.every((entry) => entry.kind === 'port' && isBlocked(topology, entry.port.containerId)),
    targets: open || rest ? [] : landings(entries, topology, places),
  };
}

/** The networks where the packets of folded ports land, each once; their project, where they are many. */
function landings(
  entries: readonly PortEntry[],
  { containerById }: Topology,
  { regions }: Places,
): readonly Target[] {
  const found = new Set<Target>();
  for (const entry of entries) {
    if (entry.kind === 'port') {
      const { target, containerId } = entry.port;
      const networkId = target?.networkId ?? containerById.get(containerId)?.endpoints[0]?.networkId;
      const place = regions.get(networkId ?? '');
      if (place) {
        found.add(place);
      }
    }
  }
  return gathered([...found]);
}

/** More wires from one row than this say less than one to the frame around where they end. */
const mostLandings = 4;

function gathered(targets: readonly Target[]): readonly Target[] {
  const [first] = targets;
  const together = first?.block.project !== undefined && targets.every(({ block }) => block === first.block);
  return first && together && targets.length > mostLandings
    ? [{ approach: 'left', block: first.block, region: undefined, cell: undefined }]
    : targets;
}

function portRow(port: PublishedPort, topology: Topology, { cellOf }: Places): Row {
  const name = topology.containerById.get(port.containerId)?.name ?? port.containerId;
  const target = cellOf(port.containerId);
  const text = hostPortText(port);
  return {
    id: `port:${port.id}`,
    kind: 'port',
    text,
    label: `Published port ${text} of ${name}, container port ${port.containerPort}/${port.protocol}`,
    localOnly: isLocalOnly(port),
    subject: { kind: 'port', id: port.id },
    expanded: undefined,
    blocked: isBlocked(topology, port.containerId),
    targets: target ? [target] : [],
  };
}

/** A port of the routing mesh: every node of the swarm takes it, also one without a task. */
function meshRow({ service, port }: Extract<PortEntry, { kind: 'mesh' }>, { services }: Places): Row {
  const { publishedPort, protocol, targetPort } = port;
  const target = services.get(service.id);
  const text = `${publishedPort ?? '?'}/${protocol}`;
  return {
    id: `mesh:${service.id}:${text}:${targetPort}`,
    kind: 'port',
    text: `*:${publishedPort ?? '?'}${protocol === 'tcp' ? '' : `/${protocol}`} · routing mesh`,
    label: `Port ${text} of every node, published by the service ${service.name}, port ${targetPort} of its tasks`,
    localOnly: false,
    subject: { kind: 'service', id: service.id },
    expanded: undefined,
    blocked: false,
    targets: target ? [target] : [],
  };
}

/** Published from internal networks only: the engine accepts it, and nothing outside can connect. */
function isBlocked({ containerById, networkById }: Topology, id: string): boolean {
  const endpoints = containerById.get(id)?.endpoints ?? [];
  return (
    endpoints.length > 0 && endpoints.every(({ networkId }) => networkById.get(networkId)?.internal === true)
  );
}
