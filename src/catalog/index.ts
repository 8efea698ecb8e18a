import type { Driver, DriverId } from './driver';
import { bridge } from './drivers/bridge';
import { calico } from './drivers/calico';
import { config } from './drivers/config';
import { container } from './drivers/container';
import { flannel } from './drivers/flannel';
import { host } from './drivers/host';
import { ipvlan } from './drivers/ipvlan';
import { kuryr } from './drivers/kuryr';
import { macvlan } from './drivers/macvlan';
import { none } from './drivers/none';
import { openvswitch } from './drivers/openvswitch';
import { overlay } from './drivers/overlay';
import { plugin } from './drivers/plugin';
import { weave } from './drivers/weave';
import { addHost } from './topics/addHost';
import { address } from './topics/address';
import { alias } from './topics/alias';
import { dnsOption, dnsSearch, dnsServer } from './topics/dns';
import { endpointMode } from './topics/endpointMode';
import { endpointOption } from './topics/endpointOption';
import { expose } from './topics/expose';
import { gatewayPriority } from './topics/gatewayPriority';
import { domainname, hostname } from './topics/hostname';
import { interfaceName } from './topics/interfaceName';
import { link } from './topics/link';
import { linkLocal } from './topics/linkLocal';
import { macAddress } from './topics/macAddress';
import { network } from './topics/network';
import { auxAddress, gateway, ipam, ipRange, subnet } from './topics/addressing';
import { driverOption, networkDriver } from './topics/networkDriver';
import { attachable, configOnly, families, ingress, internal } from './topics/networkSwitches';
import { externalNetwork, networkLabel, networkName, networkScope } from './topics/networkIdentity';
import { networkDetail, networkFilter, networkForce, networkFormat } from './topics/networkListing';
import { publish } from './topics/publish';
import { publishAll } from './topics/publishAll';
import { sysctl } from './topics/sysctl';

export * from './command';
export * from './driver';
export { networkCommands } from './networkCommands';
export * from './topic';

/** Every driver and mode, the common ones first. */
export const drivers: readonly Driver[] = [
  bridge,
  host,
  none,
  container,
  overlay,
  macvlan,
  ipvlan,
  weave,
  flannel,
  openvswitch,
  calico,
  kuryr,
  plugin,
  config,
];

/** Every concept that a flag or a key stands for. */
export const topics = [
  publish,
  expose,
  publishAll,
  network,
  alias,
  address,
  linkLocal,
  macAddress,
  gatewayPriority,
  interfaceName,
  endpointOption,
  addHost,
  dnsServer,
  dnsSearch,
  dnsOption,
  hostname,
  domainname,
  sysctl,
  networkDriver,
  driverOption,
  subnet,
  ipRange,
  gateway,
  auxAddress,
  ipam,
  internal,
  attachable,
  ingress,
  families,
  configOnly,
  networkLabel,
  networkScope,
  externalNetwork,
  networkName,
  networkFilter,
  networkFormat,
  networkDetail,
  networkForce,
  endpointMode,
  link,
] as const;

/** Names a row of `topics`. */
export type TopicId = (typeof topics)[number]['id'];

/**
 * The catalog row for the driver name that an engine gives. The tag of a managed plugin does not matter:
 * `weaveworks/net-plugin:latest_release` is weave.
 */
export function driverByEngineName(name: string): DriverId {
  const withoutTag = name.replace(/:[^/:]*$/, '');
  return drivers.find(({ engineNames }) => engineNames.includes(withoutTag))?.id ?? 'plugin';
}
