import type { Container, Endpoint, Network, Topology } from '../../model';
import { membersOf } from '../network/members';
import { sharersOf } from '../sharers';
import { hostPortText } from '../words';
import { column, row } from './cells';
import type { Table, TableRow } from './table';

const addressColumns = [
  column('ipv4', 'IPv4', 'address'),
  column('ipv6', 'IPv6', 'address'),
  column('mac', 'MAC', 'code'),
];

const restColumns = [
  column('ports', 'Ports', 'code'),
  column('image', 'Image', 'code'),
  column('compose', 'Compose'),
];

const columns = [
  column('container', 'Container'),
  column('state', 'State'),
  column('network', 'Network'),
  ...addressColumns,
  ...restColumns,
];

/** One row for each network that a container is on, and one for a container that is on none. */
export function containersTable(topology: Topology, containers: readonly Container[]): Table {
  const rows: TableRow[] = [];
  for (const container of containers) {
    const rest = restCells(container);
    for (const endpoint of container.endpoints) {
      rows.push(containerRow(container, endpoint.networkName, endpoint, rest));
    }
    if (container.endpoints.length === 0) {
      rows.push(containerRow(container, modeText(topology, container), undefined, rest));
    }
  }
  return { id: 'containers', title: 'Containers', columns, rows };
}

function containerRow(
  { id, name, state }: Container,
  network: string,
  endpoint: Endpoint | undefined,
  [ports, image, compose]: RestCells,
): TableRow {
  const [ipv4, ipv6, mac] = addressCells(endpoint);
  return row({ kind: 'container', id }, [name, state, network, ipv4, ipv6, mac, ports, image, compose]);
}

/** What stands for a network where the engine names none. */
function modeText({ containerById }: Topology, { mode }: Container): string {
  switch (mode.kind) {
    case 'host':
    case 'none':
      return mode.kind;
    case 'network':
      return '';
    case 'container': {
      const owner = mode.owner === undefined ? undefined : containerById.get(mode.owner);
      return owner ? `shares ${owner.name}` : 'shares a container that is gone';
    }
  }
}

const memberColumns = [
  column('container', 'Container'),
  column('state', 'State'),
  column('network', 'Network'),
  ...addressColumns,
  column('aliases', 'Aliases', 'code'),
  ...restColumns,
];

/** The containers of one network, each followed by those that share its network and so its addresses. */
export function membersTable(topology: Topology, network: Network): Table {
  const rowOf = (container: Container, words: string, endpoint: Endpoint): TableRow =>
    row({ kind: 'container', id: container.id }, [
      container.name,
      container.state,
      words,
      ...addressCells(endpoint),
      endpoint.aliases?.join(', '),
      ...restCells(container),
    ]);
  return {
    id: 'containers',
    title: 'Containers',
    columns: memberColumns,
    rows: membersOf(topology, network, false).flatMap(({ container, endpoint }) => [
      rowOf(container, network.name, endpoint),
      ...sharersOf(container, topology).map((sharer) =>
        rowOf(sharer, modeText(topology, sharer), { ...endpoint, aliases: undefined }),
      ),
    ]),
  };
}

type AddressCells = readonly [ipv4: string | undefined, ipv6: string | undefined, mac: string | undefined];

const noAddress: AddressCells = [undefined, undefined, undefined];

/** An address that a container will have when it starts is said to be one. */
function addressCells(endpoint: Endpoint | undefined): AddressCells {
  if (!endpoint) {
    return noAddress;
  }
  const { ipv4, ipv6, mac, requestedIpv4, requestedIpv6 } = endpoint;
  return [
    ipv4 ?? (requestedIpv4 && `${requestedIpv4} when started`),
    ipv6 ?? (requestedIpv6 && `${requestedIpv6} when started`),
    mac,
  ];
}

type RestCells = readonly [ports: string, image: string, compose: string];

function restCells({ published, exposed, image, composeProject, composeService }: Container): RestCells {
  let ports = '';
  for (const port of published) {
    ports += `${ports && ', '}${hostPortText(port)}→${port.containerPort}`;
  }
  for (const { containerPort, protocol } of exposed) {
    ports += `${ports && ', '}${containerPort}/${protocol}`;
  }
  const both = composeProject && composeService ? ' / ' : '';
  return [ports, image, `${composeProject ?? ''}${both}${composeService ?? ''}`];
}
