import * as fc from 'fast-check';
import {
  buildTopology,
  type AttachmentRecord,
  type ContainerRecord,
  type HostRecord,
  type NetworkRecord,
  type NodeRecord,
  type ServiceRecord,
  type Snapshot,
  type Topology,
} from '../../../src/model';

/**
 * Random engines: every driver, several networks per container, shared sandboxes, links, compose projects, crowds that are
 * folded, swarm services, nodes and peers, bad names, networks without subnets, attachments without ids.
 */

/** Any code point, half a pair too. fast-check's own unit `binary` takes a second to build its table. */
export const anySign = fc.integer({ min: 0, max: 0x10_ff_ff }).map((code) => String.fromCodePoint(code));

const names = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('<b>x</b>', '"&\'', '\u202eevil', 'n'.repeat(255), '컨테이너', '👩‍👩‍👧‍👦', ''),
);
const drivers = ['bridge', 'bridge', 'bridge', 'overlay', 'macvlan', 'ipvlan', 'host', 'null', 'weave', ''];
const states: ContainerRecord['state'][] = ['running', 'running', 'exited', 'created', 'paused', 'dead'];
const maybe = <T>(drawn: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(drawn, { nil: undefined });

const network = fc.record({
  name: names,
  driver: fc.constantFrom(...drivers),
  internal: fc.boolean(),
  subnets: fc.uniqueArray(fc.constantFrom('10.0.0.0/24', 'fd00::/64', 'nonsense'), { maxLength: 2 }),
  gateway: maybe(fc.constantFrom('10.0.0.1', 'nonsense')),
  parent: maybe(fc.constantFrom('eth0', 'eth0.20')),
  project: maybe(names),
  options: fc.dictionary(
    fc.constantFrom(
      'com.docker.network.bridge.enable_icc',
      'com.docker.network.bridge.enable_ip_masquerade',
      'com.docker.network.bridge.name',
      'com.docker.network.driver.overlay.vxlanid_list',
    ),
    fc.constantFrom('false', 'true', 'br7', '4097', ''),
    { maxKeys: 3 },
  ),
  peers: fc.array(fc.record({ name: names, address: fc.constantFrom('192.0.2.1', '192.0.2.2', '') }), {
    maxLength: 3,
  }),
  infrastructure: fc.array(fc.record({ name: names, ipv4: maybe(fc.constant('10.0.0.9')) }), {
    maxLength: 2,
  }),
});

const ports = fc.array(
  fc.record({
    hostPort: maybe(fc.integer({ min: 1, max: 65_535 })),
    hostIp: fc.constantFrom('0.0.0.0', '::', '127.0.0.1', '::1', '192.0.2.7'),
    containerPort: fc.constantFrom(80, 443),
    protocol: fc.constantFrom('tcp', 'udp', 'sctp'),
  }),
  { maxLength: 4 },
);

const container = fc.record({
  name: names,
  state: fc.constantFrom(...states),
  networks: fc.uniqueArray(fc.nat(9), { maxLength: 4 }),
  shares: maybe(fc.nat(30)),
  project: maybe(fc.constantFrom('shop', 'blog', 'a/b=c', '<i>', '')),
  service: maybe(fc.constantFrom('web', 'db', '"x"', '')),
  ports,
  links: fc.array(fc.nat(30), { maxLength: 1 }),
  ipv6: fc.boolean(),
  mac: fc.boolean(),
});

type DrawnContainer = typeof container extends fc.Arbitrary<infer C> ? C : never;

/** Many of one kind on one network: these are folded. */
const crowd = fc.record({ one: container, size: fc.integer({ min: 10, max: 30 }) });

const service = fc.record({
  name: names,
  networks: fc.uniqueArray(fc.nat(9), { maxLength: 3 }),
  running: maybe(fc.nat(3)),
  endpointMode: fc.constantFrom('vip', 'dnsrr'),
  ports: fc.array(
    fc.record({
      publishedPort: maybe(fc.integer({ min: 1, max: 65_535 })),
      targetPort: fc.constant(80),
      protocol: fc.constantFrom('tcp', 'udp'),
      mode: fc.constantFrom('ingress', 'host'),
    }),
    { maxLength: 2 },
  ),
});

const node = fc.record({
  hostname: names,
  role: fc.constantFrom('manager', 'worker'),
  state: fc.constantFrom('ready', 'down', ''),
  address: maybe(fc.constantFrom('192.0.2.1', '192.0.2.2')),
});

const drawing = fc.record({
  networks: fc.array(network, { maxLength: 10 }),
  containers: fc.array(container, { maxLength: 30 }),
  crowds: fc.array(crowd, { maxLength: 2 }),
  services: fc.array(service, { maxLength: 3 }),
  nodes: fc.array(node, { maxLength: 3 }),
  swarm: fc.boolean(),
});

type Drawing = typeof drawing extends fc.Arbitrary<infer D> ? D : never;

/** What an engine may answer. */
export const snapshots: fc.Arbitrary<Snapshot> = drawing.map((drawn) => {
  const networks = drawn.networks.map(networkOf);
  const all = [
    ...drawn.containers,
    ...drawn.crowds.flatMap(({ one, size }) => Array.from({ length: size }, () => one)),
  ];
  return {
    host: hostOf(drawn),
    networks,
    containers: all.map((one, index) => containerOf(one, index, networks, all)),
    services: drawn.services.map((one, index) => serviceOf(one, index, networks)),
    nodes: drawn.nodes.map(nodeOf),
  };
});

export const topologies: fc.Arbitrary<Topology> = snapshots.map(buildTopology);

function hostOf({ swarm }: Drawing): HostRecord {
  return {
    name: 'host',
    engineVersion: undefined,
    apiVersion: undefined,
    operatingSystem: undefined,
    drivers: [],
    addressPools: [],
    swarm: swarm
      ? {
          state: 'active',
          nodeAddress: '192.0.2.1',
          manager: true,
          nodeId: 'node0',
          managerAddresses: [],
          addressPools: [],
          problem: undefined,
        }
      : undefined,
    flannel: undefined,
  };
}

function networkOf(one: Drawing['networks'][number], index: number): NetworkRecord {
  return {
    id: `n${index}`,
    name: `${one.name}${index}`,
    driver: one.driver,
    scope: one.driver === 'overlay' ? 'swarm' : 'local',
    created: undefined,
    ipv6: one.subnets.includes('fd00::/64'),
    internal: one.internal,
    attachable: one.driver === 'overlay',
    ingress: false,
    configOnly: one.driver === '',
    configFrom: undefined,
    pools: one.subnets.map((subnet) => ({
      subnet,
      gateway: one.gateway,
      range: undefined,
      auxiliary: {},
    })),
    options: { ...one.options, ...(one.parent === undefined ? {} : { parent: one.parent }) },
    labels: one.project === undefined ? {} : { 'com.docker.compose.project': one.project },
    infrastructure: one.infrastructure.map((inner, place) => ({ ...inner, id: `lb-${index}-${place}` })),
    addresses: {},
    peers: one.driver === 'overlay' ? one.peers : [],
  };
}

function containerOf(
  one: DrawnContainer,
  index: number,
  networks: readonly NetworkRecord[],
  all: readonly DrawnContainer[],
): ContainerRecord {
  return {
    id: `c${index}`,
    name: `${one.name}${index}`,
    image: one.name,
    state: one.state,
    status: '',
    labels: {
      ...(one.project === undefined ? {} : { 'com.docker.compose.project': one.project }),
      ...(one.service === undefined ? {} : { 'com.docker.compose.service': one.service }),
    },
    networkMode: one.shares === undefined ? 'default' : `container:c${one.shares}`,
    attachments: (one.shares === undefined ? one.networks : []).flatMap((place) => {
      const joined = networks[place];
      return joined === undefined ? [] : [attachment(joined.name, index, one)];
    }),
    ports: one.ports,
    linkedFrom: one.links.map((linker) => ({ linker: `${all[linker]?.name ?? ''}${linker}`, alias: 'web' })),
  };
}

function serviceOf(
  one: Drawing['services'][number],
  index: number,
  networks: readonly NetworkRecord[],
): ServiceRecord {
  const joined = one.networks.flatMap((place) => networks[place] ?? []);
  return {
    id: `s${index}`,
    name: `${one.name}${index}`,
    image: one.name,
    mode: 'replicated',
    running: one.running,
    desired: one.running === undefined ? undefined : 3,
    job: undefined,
    endpointMode: one.endpointMode,
    addresses: joined.map(({ id }) => ({ networkId: id, ipv4: '10.0.0.250', prefix: 24 })),
    networkIds: joined.map(({ id }) => id),
    ports: one.ports,
    labels: {},
  };
}

function nodeOf(one: Drawing['nodes'][number], index: number): NodeRecord {
  return {
    id: `node${index}`,
    hostname: `${one.hostname}${index}`,
    role: one.role,
    leader: index === 0,
    availability: 'active',
    state: one.state,
    address: one.address,
    engineVersion: undefined,
  };
}

/** Also one whose address lies outside its subnet, and one without any. */
function attachment(network: string, index: number, { ipv6, mac }: DrawnContainer): AttachmentRecord {
  return {
    network,
    networkId: undefined,
    endpointId: index % 4 === 0 ? undefined : `e${index}`,
    ipv4: index % 3 === 0 ? undefined : index % 7 === 0 ? '172.31.9.9' : `10.0.0.${index + 2}`,
    ipv4Prefix: 24,
    ipv6: ipv6 ? `fd00::${index + 2}` : undefined,
    ipv6Prefix: ipv6 ? 64 : undefined,
    gateway4: undefined,
    gateway6: undefined,
    mac: mac ? `02:42:0a:00:00:${(index % 256).toString(16).padStart(2, '0')}` : undefined,
    requestedIpv4: undefined,
    requestedIpv6: undefined,
    gatewayPriority: 0,
    aliases: undefined,
  };
}
