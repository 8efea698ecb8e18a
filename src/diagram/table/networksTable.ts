import type { Network } from '../../model';
import { driverWord, gatewayText, networkFlags } from '../words';
import { column, row } from './cells';
import type { Table } from './table';

const columns = [
  column('name', 'Network'),
  column('driver', 'Driver'),
  column('scope', 'Scope'),
  column('subnets', 'Subnets', 'address'),
  column('gateways', 'Gateways', 'address'),
  column('device', 'Device or parent', 'code'),
  column('flags', 'Flags'),
  column('containers', 'Containers', 'number'),
];

export function networksTable(networks: readonly Network[]): Table {
  return {
    id: 'networks',
    title: 'Networks',
    columns,
    rows: networks.map((network) =>
      row({ kind: 'network', id: network.id }, [
        network.name,
        network.configOnly ? 'template' : driverWord(network),
        network.scope,
        network.subnets.map(({ cidr }) => cidr).join(', '),
        network.subnets.map(gatewayText).join(', '),
        deviceText(network),
        networkFlags(network).join(', '),
        network.endpoints.length,
      ]),
    ),
  };
}

/** The engine names a bridge device only where it was given a name. */
function deviceText({ device, parent, vxlanId, options }: Network): string {
  if (device !== undefined) {
    return options['com.docker.network.bridge.name'] === device ? device : `${device} · derived`;
  }
  return parent ?? (vxlanId === undefined ? '' : `VXLAN ${vxlanId}`);
}
