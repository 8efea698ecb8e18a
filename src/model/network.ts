import { driverByEngineName } from '../catalog';
import { familyOf, firstAddress, networkOf } from './address';
import type { FlannelRecord, NetworkRecord, PoolRecord } from './snapshot';
import type { Endpoint, Network, Subnet } from './topology';

const BRIDGE = 'com.docker.network.bridge.';
const MTU = 'com.docker.network.driver.mtu';
/** An overlay's numbers on the wire: the swarm gives them, and writes them into the network's options. */
export const VXLAN_IDS = 'com.docker.network.driver.overlay.vxlanid_list';

/** Derives a network from what the engine lists, with the endpoints of its containers. */
export function buildNetwork(
  record: NetworkRecord,
  endpoints: readonly Endpoint[],
  flannel?: FlannelRecord,
): Network {
  const driver = record.configOnly ? 'config' : driverByEngineName(record.driver);
  const { options, labels } = record;
  return {
    id: record.id,
    name: record.name,
    driver,
    driverName: record.driver,
    scope: record.scope,
    created: record.created,
    subnets: record.pools.map((pool) => buildSubnet(pool, endpoints)),
    internal: record.internal,
    attachable: record.attachable,
    ingress: record.ingress,
    configOnly: record.configOnly,
    configFrom: record.configFrom,
    ipv6: record.ipv6,
    icc: readBoolean(options[`${BRIDGE}enable_icc`], true),
    masquerade: readBoolean(options[`${BRIDGE}enable_ip_masquerade`], true),
    predefined: isPredefined(record),
    defaultBridge: isDefaultBridge(record),
    device: driver === 'bridge' ? bridgeDevice(record) : undefined,
    parent: options.parent,
    vxlanId: readInteger(options[VXLAN_IDS]?.split(',')[0]),
    mtu: readInteger(options[MTU]),
    composeProject: labels['com.docker.compose.project'],
    options,
    labels,
    endpoints,
    infrastructure: record.infrastructure,
    peers: record.peers,
    addresses: record.addresses,
    flannel: flannel && takesFrom(flannel, record) ? flannel : undefined,
  };
}

/** flannel's file alone proves nothing: the daemon must have been started with it. */
function takesFrom(flannel: FlannelRecord, record: NetworkRecord): boolean {
  const subnet = networkOf(flannel.subnet);
  return isDefaultBridge(record) && record.pools.some((pool) => networkOf(pool.subnet) === subnet);
}

function buildSubnet(pool: PoolRecord, endpoints: readonly Endpoint[]): Subnet {
  const family = familyOf(pool.subnet);
  const told = endpoints
    .map((endpoint) => (family === 4 ? endpoint.gateway4 : endpoint.gateway6))
    .find(Boolean);
  return {
    cidr: pool.subnet,
    family,
    gateway: pool.gateway ?? told ?? firstAddress(pool.subnet, pool.range),
    gatewayDerived: pool.gateway === undefined,
    range: pool.range,
    auxiliary: pool.auxiliary,
  };
}

/** `docker0` and `docker_gwbridge` carry their name as an option; the others are `br-` + 12 of the id (seen on engine 20.10). */
function bridgeDevice(record: NetworkRecord): string {
  return record.options[`${BRIDGE}name`] ?? `br-${record.id.slice(0, 12)}`;
}

function isDefaultBridge(record: NetworkRecord): boolean {
  return (
    record.driver === 'bridge' &&
    (readBoolean(record.options[`${BRIDGE}default_bridge`], false) || record.name === 'bridge')
  );
}

function isPredefined(record: NetworkRecord): boolean {
  return isDefaultBridge(record) || record.driver === 'host' || record.driver === 'null';
}

/** Go's strconv.ParseBool, by which the engine reads its options; anything else keeps the default. */
function readBoolean(text: string | undefined, fallback: boolean): boolean {
  if (text === undefined) {
    return fallback;
  }
  if (/^(1|t|T|TRUE|true|True)$/.test(text)) {
    return true;
  }
  return /^(0|f|F|FALSE|false|False)$/.test(text) ? false : fallback;
}

function readInteger(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}
