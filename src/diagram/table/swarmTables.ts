import type { Network, ServiceRecord, Topology } from '../../model';
import { servicePortText, tasksText } from '../words';
import { column, row } from './cells';
import type { Table } from './table';

const serviceColumns = [
  column('service', 'Service'),
  column('mode', 'Mode'),
  column('tasks', 'Tasks'),
  column('networks', 'Networks'),
  column('addresses', 'Virtual addresses', 'address'),
  column('ports', 'Ports', 'code'),
  column('image', 'Image', 'code'),
];

/** Services; of one network only their address there. */
export function servicesTable(
  { networkById }: Topology,
  services: readonly ServiceRecord[],
  networkId?: string,
): Table {
  const nameOf = (id: string): string => networkById.get(id)?.name ?? id.slice(0, 12);
  return {
    id: 'services',
    title: 'Services',
    columns: serviceColumns,
    rows: services.map((service) => {
      const addresses = service.addresses.filter(
        (one) => networkId === undefined || one.networkId === networkId,
      );
      return row({ kind: 'service', id: service.id }, [
        service.name,
        service.mode,
        tasksText(service),
        service.networkIds.map(nameOf).join(', '),
        addresses.map(({ ipv4 }) => ipv4).join(', ') || (service.endpointMode === 'dnsrr' ? 'dnsrr' : ''),
        service.ports.map(servicePortText).join(', '),
        service.image,
      ]);
    }),
  };
}

const nodeColumns = [
  column('node', 'Node'),
  column('role', 'Role'),
  column('state', 'State'),
  column('availability', 'Availability'),
  column('address', 'Address', 'address'),
  column('engine', 'Engine'),
];

export function nodesTable({ nodes }: Topology): Table {
  return {
    id: 'nodes',
    title: 'Nodes',
    columns: nodeColumns,
    rows: nodes.map((node) =>
      row({ kind: 'node', id: node.id }, [
        node.hostname,
        node.leader ? `${node.role}, leader` : node.role,
        node.state,
        node.availability,
        node.address,
        node.engineVersion,
      ]),
    ),
  };
}

const peerColumns = [column('peer', 'Node'), column('address', 'Address', 'address')];

/** The nodes that an overlay network spans, where an inspect told them. */
export function peersTable({ nodes }: Topology, { id, peers }: Network): Table {
  return {
    id: 'peers',
    title: 'Nodes it spans',
    columns: peerColumns,
    rows: peers.map(({ name, address }) => {
      const node = nodes.find((one) => one.address === address);
      return row(node ? { kind: 'node', id: node.id } : { kind: 'network', id }, [
        node?.hostname ?? name,
        address,
      ]);
    }),
  };
}
