import type { PublishedPort, Topology } from '../../model';
import { portFoldIdOf } from '../folds';
import { count, hostPortText, isLocalOnly } from '../words';
import type { EdgeRow, Places, Target } from './entries';
import { groupBy } from './routes';

/** So many rows are shown as they are; more are folded by network, and networks that are too many in one. */
const mostRows = 24;
/** The fold of the ports of those networks that there was no room for. */
const restId = 'ports/rest';

/** Rows of the published ports, folded where they are many. */
export function collectPorts(topology: Topology, places: Places, unfolded: ReadonlySet<string>): EdgeRow[] {
  const { ports } = topology;
  if (ports.length <= mostRows) {
    return ports.map((port) => portRow(port, topology, places));
  }
  const groups = groupBy(ports, (port) => portFoldIdOf(topology, port));
  const fits = groups.length <= mostRows;
  const rows = (fits ? groups : groups.slice(0, mostRows - 1)).flatMap((group) =>
    groupRows(group, topology, places, unfolded),
  );
  if (!fits) {
    const rest = groups.slice(mostRows - 1);
    const open = unfolded.has(restId);
    const words = `${count(rest.flat().length, 'port')} of ${count(rest.length, 'network')}`;
    rows.push(
      foldRow(
        restId,
        `+${count(rest.flat().length, 'more port')}`,
        `${words} more`,
        open,
        rest.flat(),
        topology,
        undefined,
      ),
    );
    rows.push(...(open ? rest.flatMap((group) => groupRows(group, topology, places, unfolded)) : []));
  }
  return rows;
}

function groupRows(
  ports: readonly PublishedPort[],
  topology: Topology,
  places: Places,
  unfolded: ReadonlySet<string>,
): EdgeRow[] {
  const [first] = ports;
  if (!first || ports.length === 1) {
    return ports.map((port) => portRow(port, topology, places));
  }
  const id = portFoldIdOf(topology, first);
  const networkId = id.slice('ports/'.length);
  const name = topology.networkById.get(networkId)?.name ?? 'no network';
  const open = unfolded.has(id);
  const words = count(ports.length, 'port');
  const target = open ? undefined : places.regions.get(networkId);
  const head = foldRow(id, `${name}: ${words}`, `${words} of ${name}`, open, ports, topology, target);
  return open ? [head, ...ports.map((port) => portRow(port, topology, places))] : [head];
}

function foldRow(
  id: string,
  text: string,
  words: string,
  open: boolean,
  ports: readonly PublishedPort[],
  topology: Topology,
  target: Target | undefined,
): EdgeRow {
  return {
    id: `${open ? 'group' : 'fold'}:${id}`,
    kind: 'port',
    text,
    label: `Published ports: ${words}${open ? '; open' : '; open to show them'}`,
    localOnly: ports.every(isLocalOnly),
    subject: { kind: 'fold', id },
    expanded: open,
    blocked: !open && ports.every(({ containerId }) => isBlocked(topology, containerId)),
    targets: target ? [target] : [],
  };
}

function portRow(port: PublishedPort, topology: Topology, { cells }: Places): EdgeRow {
  const name = topology.containerById.get(port.containerId)?.name ?? port.containerId;
  const target = cells.get(port.containerId);
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

/** Published from internal networks only: the engine accepts it, and nothing outside can connect. */
function isBlocked({ containerById, networkById }: Topology, id: string): boolean {
  const endpoints = containerById.get(id)?.endpoints ?? [];
  return (
    endpoints.length > 0 && endpoints.every(({ networkId }) => networkById.get(networkId)?.internal === true)
  );
}
