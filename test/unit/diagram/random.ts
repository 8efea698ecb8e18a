import * as fc from 'fast-check';
import { buildTopology, type ContainerRecord, type NetworkRecord, type Topology } from '../../../src/model';

/** Random topologies with every driver, several networks per container, shared sandboxes, links and bad names. */

const names = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('<b>x</b>', '"&\'', '\u202eevil', 'n'.repeat(255), '컨테이너', '👩‍👩‍👧‍👦', ''),
);
const drivers = ['bridge', 'bridge', 'bridge', 'overlay', 'macvlan', 'ipvlan', 'host', 'null', 'weave', ''];

const network = fc.record({
  name: names,
  driver: fc.constantFrom(...drivers),
  internal: fc.boolean(),
  subnet: fc.option(fc.constantFrom('10.0.0.0/24', 'fd00::/64', 'nonsense'), { nil: undefined }),
  parent: fc.option(fc.constantFrom('eth0', 'eth0.20'), { nil: undefined }),
});

const container = fc.record({
  name: names,
  state: fc.constantFrom<ContainerRecord['state'][]>('running', 'exited', 'created', 'paused'),
  networks: fc.uniqueArray(fc.nat(9), { maxLength: 4 }),
  shares: fc.option(fc.nat(30), { nil: undefined }),
  ports: fc.array(
    fc.record({
      hostPort: fc.integer({ min: 1, max: 65_535 }),
      hostIp: fc.constantFrom('0.0.0.0', '127.0.0.1', '::1'),
    }),
    { maxLength: 3 },
  ),
  links: fc.array(fc.nat(30), { maxLength: 1 }),
});

export const topologies: fc.Arbitrary<Topology> = fc
  .record({
    networks: fc.array(network, { maxLength: 10 }),
    containers: fc.array(container, { maxLength: 40 }),
  })
  .map((drawn) => {
    const networks = drawn.networks.map((one, index): NetworkRecord => ({
      id: `n${index}`,
      name: `${one.name}${index}`,
      driver: one.driver,
      scope: 'local',
      created: undefined,
      ipv6: false,
      internal: one.internal,
      attachable: false,
      ingress: false,
      configOnly: one.driver === '',
      configFrom: undefined,
      pools:
        one.subnet === undefined
          ? []
          : [{ subnet: one.subnet, gateway: undefined, range: undefined, auxiliary: {} }],
      options: one.parent === undefined ? {} : { parent: one.parent },
      labels: {},
      infrastructure: [],
      addresses: {},
      peers: [],
    }));
    const containers = drawn.containers.map((one, index): ContainerRecord => ({
      id: `c${index}`,
      name: `${one.name}${index}`,
      image: one.name,
      state: one.state,
      status: '',
      labels: {},
      networkMode: one.shares === undefined ? 'default' : `container:c${one.shares}`,
      attachments: (one.shares === undefined ? one.networks : []).flatMap((place) => {
        const joined = networks[place];
        return joined === undefined ? [] : [attachment(joined.name, index)];
      }),
      ports: one.ports.map(({ hostPort, hostIp }) => ({
        hostIp,
        hostPort,
        containerPort: 80,
        protocol: 'tcp',
      })),
      linkedFrom: one.links.map((linker) => ({
        linker: `${drawn.containers[linker]?.name ?? ''}${linker}`,
        alias: 'web',
      })),
    }));
    return buildTopology({
      host: {
        name: 'host',
        engineVersion: undefined,
        apiVersion: undefined,
        operatingSystem: undefined,
        drivers: [],
        addressPools: [],
        swarm: undefined,
        flannel: undefined,
      },
      services: [],
      nodes: [],
      networks,
      containers,
    });
  });

function attachment(network: string, index: number): ContainerRecord['attachments'][number] {
  return {
    network,
    networkId: undefined,
    endpointId: undefined,
    ipv4: index % 3 === 0 ? undefined : `10.0.0.${index + 2}`,
    ipv4Prefix: 24,
    ipv6: undefined,
    ipv6Prefix: undefined,
    gateway4: undefined,
    gateway6: undefined,
    mac: undefined,
    requestedIpv4: undefined,
    requestedIpv6: undefined,
    gatewayPriority: 0,
    aliases: undefined,
  };
}
