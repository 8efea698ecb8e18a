import type { Network, PublishedPort, Topology } from '../../model';
import { natRules } from '../../model';
import { reachOf } from '../trace/reach';
import { bracketed } from '../words';
import { column, row } from './cells';
import type { Table } from './table';

const portColumns = [
  column('hostAddress', 'Host address', 'address'),
  column('hostPort', 'Host port', 'number'),
  column('protocol', 'Protocol'),
  column('container', 'Container'),
  column('containerPort', 'Container port', 'number'),
  column('network', 'Network'),
  column('target', 'Lands at (derived)', 'address'),
  column('reach', 'Who reaches it'),
];

export function portsTable(topology: Topology, ports: readonly PublishedPort[]): Table {
  const { containerById, networkById } = topology;
  return {
    id: 'ports',
    title: 'Published ports',
    columns: portColumns,
    rows: ports.map((port) =>
      row({ kind: 'port', id: port.id }, [
        port.hostIps.join(', '),
        port.hostPort,
        port.protocol,
        containerById.get(port.containerId)?.name ?? port.containerId,
        port.containerPort,
        port.target && networkById.get(port.target.networkId)?.name,
        port.target?.ipv4 === undefined ? '' : `${bracketed(port.target.ipv4)}:${port.containerPort}`,
        reachOf(topology, port),
      ]),
    ),
  };
}

const ruleColumns = [
  column('kind', 'Kind'),
  column('rule', 'Rule, derived', 'code'),
  column('port', 'Port', 'number'),
];

/**
 * The rules of a network's subnets and of the ports that lead into it, as `natRules` derives them: in the words of iptables,
 * whatever backend the engine has. They say what becomes of packets, not what is in the host's tables.
 */
export function rulesTable(topology: Topology, network: Network): Table {
  const ports = topology.ports.filter(({ target }) => target?.networkId === network.id);
  const portById = new Map(ports.map((port) => [port.id, port]));
  return {
    id: 'rules',
    title: 'NAT rules (derived)',
    columns: ruleColumns,
    rows: natRules({ ...topology, networks: [network], ports }).map(({ kind, text, portId }) => {
      const port = portId === undefined ? undefined : portById.get(portId);
      return row(port ? { kind: 'port', id: port.id } : { kind: 'network', id: network.id }, [
        kind,
        text,
        port?.hostPort,
      ]);
    }),
  };
}
