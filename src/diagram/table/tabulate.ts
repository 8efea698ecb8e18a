import type { Topology } from '../../model';
import type { DiagramTarget, LayoutOptions } from '../options';
import { hideStopped } from '../topology/hidden';
import { regionNetworks } from '../topology/population';
import { containersTable, membersTable } from './containersTable';
import { networksTable } from './networksTable';
import { portsTable, rulesTable } from './portsTable';
import { nodesTable, peersTable, servicesTable } from './swarmTables';
import type { Table } from './table';

/**
 * The same facts as the diagram of a target shows, as tables; folded ones are in it, hidden ones are not. The first is of
 * networks, then containers, then published ports; others are there where they have rows.
 */
export function tabulate(
  topology: Topology,
  target: DiagramTarget,
  options: LayoutOptions = {},
): readonly Table[] {
  const shown = hideStopped(topology, options.hideStopped ?? false).topology;
  return target.kind === 'topology' ? wholeTables(shown, options) : networkTables(shown, target.id);
}

function wholeTables(topology: Topology, { hideEmpty = false, hideDefault = false }: LayoutOptions): Table[] {
  const drawn = new Set(regionNetworks(topology, { empty: hideEmpty, predefined: hideDefault }));
  // The host's own network is drawn as the host's interfaces, and always there while a container uses it.
  const networks = topology.networks.filter(
    (network) =>
      drawn.has(network) ||
      (network.driver === 'host' && (network.endpoints.length > 0 || !(hideEmpty || hideDefault))),
  );
  return [
    networksTable(networks),
    containersTable(topology, topology.containers),
    portsTable(topology, topology.ports),
    ...withRows([servicesTable(topology, topology.services), nodesTable(topology)]),
  ];
}

function networkTables(topology: Topology, id: string): Table[] {
  const network = topology.networkById.get(id);
  if (!network) {
    return [];
  }
  const members = new Set(network.endpoints.map(({ containerId }) => containerId));
  const ports = topology.ports.filter(
    ({ target, containerId }) => target?.networkId === id || members.has(containerId),
  );
  const services = topology.services.filter(({ networkIds }) => networkIds.includes(id));
  return [
    networksTable([network]),
    membersTable(topology, network),
    portsTable(topology, ports),
    ...withRows([
      rulesTable(topology, network),
      servicesTable(topology, services, id),
      peersTable(topology, network),
    ]),
  ];
}

function withRows(tables: readonly Table[]): Table[] {
  return tables.filter(({ rows }) => rows.length > 0);
}
