import type { PublishedPort, ServicePortRecord, ServiceRecord, Topology } from '../model';
import { escaped } from './folds';
import { count } from './words';

/** What somebody outside can ask on this host: a container's published port, or a service's on the routing mesh. */
export type PortEntry =
  | { readonly kind: 'port'; readonly port: PublishedPort }
  | { readonly kind: 'mesh'; readonly service: ServiceRecord; readonly port: ServicePortRecord };

interface PortFold {
  readonly id: string;
  /** `shop: 12 ports`, `+37 more ports`. */
  readonly title: string;
  readonly entries: readonly PortEntry[];
}

/** A row at the host's edge, or rows that are folded into one, or an open fold with what is in it. */
export type PortItem =
  | PortEntry
  | ({ readonly kind: 'fold' } & PortFold)
  | ({ readonly kind: 'group'; readonly items: readonly PortItem[] } & PortFold);

/** So many rows each page has; the last holds all. */
const pages = [24, 96, 384, Infinity] as const;

/**
 * The fold at the host's edge that may hold a published port: all ports of its compose project, else of the network where its
 * packets land.
 */
export function portFoldIdOf({ containerById }: Topology, { containerId, target }: PublishedPort): string {
  const container = containerById.get(containerId);
  return container?.composeProject
    ? `ports/project=${escaped(container.composeProject)}`
    : `ports/${target?.networkId ?? container?.endpoints[0]?.networkId ?? 'none'}`;
}

/** Ids of all folds that may hide a published port, the outermost first. */
export function portFoldIdsOf(topology: Topology, port: PublishedPort): readonly string[] {
  const own = portFoldIdOf(topology, port);
  return [...restIds('ports'), own, ...restIds(own)];
}

/** The rows of the host's edge in the whole topology, folded where they are many. */
export function foldPorts(topology: Topology, unfolded: ReadonlySet<string>): readonly PortItem[] {
  const mesh = topology.services.flatMap((service) =>
    service.ports
      .filter((port, index, all) => port.mode === 'ingress' && all.findIndex(isSame(port)) === index)
      .map((port): PortEntry => ({ kind: 'mesh', service, port })),
  );
  if (topology.ports.length + mesh.length <= pages[0]) {
    return [...topology.ports.map((port): PortEntry => ({ kind: 'port', port })), ...mesh];
  }
  const groups = new Map<string, PublishedPort[]>();
  for (const port of topology.ports) {
    const id = portFoldIdOf(topology, port);
    const known = groups.get(id);
    if (known) {
      known.push(port);
    } else {
      groups.set(id, [port]);
    }
  }
  const units = [...groups].map(([id, ports]) => unitOf(topology, id, ports));
  return showPage('ports', [...units, ...mesh], 0, unfolded);
}

function isSame(a: ServicePortRecord): (b: ServicePortRecord) => boolean {
  return (b) =>
    a.publishedPort === b.publishedPort &&
    a.protocol === b.protocol &&
    a.targetPort === b.targetPort &&
    a.mode === b.mode;
}

type Unit = PortEntry | ({ readonly kind: 'fold' } & PortFold);

/** One alone needs no fold. */
function unitOf(topology: Topology, id: string, ports: readonly PublishedPort[]): Unit {
  const [first] = ports;
  if (first && ports.length === 1) {
    return { kind: 'port', port: first };
  }
  const container = topology.containerById.get(first?.containerId ?? '');
  const network = topology.networkById.get(id.slice('ports/'.length));
  const name = network?.name ?? container?.composeProject ?? 'no network';
  const entries = ports.map((port) => ({ kind: 'port', port }) as const);
  return { kind: 'fold', id, title: `${name}: ${count(ports.length, 'port')}`, entries };
}

/** As many as the page has places; the others are a fold, and behind it the next page. */
function showPage(
  level: string,
  units: readonly Unit[],
  page: number,
  unfolded: ReadonlySet<string>,
): PortItem[] {
  const places = pages[page] ?? Infinity;
  if (units.length <= places) {
    return units.map((unit) => itemOf(unit, unfolded));
  }
  const rest = units.slice(places - 1);
  const entries = rest.flatMap((unit) => (unit.kind === 'fold' ? unit.entries : unit));
  const title = `+${count(entries.length, 'more port')}`;
  const fold: PortFold = { id: restId(level, page), title, entries };
  const items = units.slice(0, places - 1).map((unit) => itemOf(unit, unfolded));
  items.push(
    unfolded.has(fold.id)
      ? { kind: 'group', ...fold, items: showPage(level, rest, page + 1, unfolded) }
      : { kind: 'fold', ...fold },
  );
  return items;
}

function itemOf(unit: Unit, unfolded: ReadonlySet<string>): PortItem {
  return unit.kind === 'fold' && unfolded.has(unit.id)
    ? { ...unit, kind: 'group', items: showPage(unit.id, unit.entries, 1, unfolded) }
    : unit;
}

/** Opening one shows the next page. */
function restId(level: string, page: number): string {
  return page === 0 ? `${level}/rest` : `${level}/rest=${page + 1}`;
}

function restIds(level: string): string[] {
  return pages.slice(1).map((_, page) => restId(level, page));
}
