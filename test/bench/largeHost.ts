import { layoutTopology, type Scene } from '../../src/diagram';
import {
  buildTopology,
  type ContainerRecord,
  type NetworkRecord,
  type Snapshot,
  type Topology,
} from '../../src/model';

/** Hosts of any size, for figures: bridges with as many containers each; every tenth is on two, every fifth publishes a port. */
export function largeHost(containers: number, networks: number, stopped = new Set<number>()): Topology {
  return buildTopology(snapshot(containers, networks, stopped));
}

/** The same, where every third network's containers are of a compose project with four services. */
export function composedHost(containers: number, networks: number): Topology {
  const plain = snapshot(containers, networks, new Set());
  const composed = plain.containers.map((one, index) => {
    const place = index % networks;
    return place % 3 === 0 ? { ...one, labels: composeLabels(place, index) } : one;
  });
  return buildTopology({ ...plain, containers: composed });
}

function composeLabels(network: number, container: number): Readonly<Record<string, string>> {
  return {
    'com.docker.compose.project': `project-${network}`,
    'com.docker.compose.service': `service-${container % 4}`,
  };
}

/** The whole topology with every fold open. */
export function unfoldAll(topology: Topology): Scene {
  let unfolded: readonly string[] = [];
  for (;;) {
    const scene = layoutTopology(topology, { unfolded });
    const closed = scene.boxes.flatMap(({ subject }) =>
      subject?.kind === 'fold' && !unfolded.includes(subject.id) ? [subject.id] : [],
    );
    if (closed.length === 0) {
      return scene;
    }
    unfolded = [...new Set([...unfolded, ...closed])];
  }
}

function snapshot(containers: number, networks: number, stopped: ReadonlySet<number>): Snapshot {
  return {
    host: {
      name: 'bench',
      engineVersion: undefined,
      apiVersion: undefined,
      operatingSystem: undefined,
      drivers: [],
      addressPools: [],
      swarm: undefined,
      flannel: undefined,
    },
    networks: Array.from({ length: networks }, (_, index) => network(index)),
    containers: Array.from({ length: containers }, (_, index) => container(index, networks, stopped)),
    services: [],
    nodes: [],
  };
}

function network(index: number): NetworkRecord {
  return {
    id: `n${index}`.padStart(64, '0'),
    name: `net-${index}`,
    driver: 'bridge',
    scope: 'local',
    created: undefined,
    ipv6: false,
    internal: index % 7 === 0,
    attachable: false,
    ingress: false,
    configOnly: false,
    configFrom: undefined,
    pools: [
      { subnet: `10.${index >> 8}.${index & 255}.0/24`, gateway: undefined, range: undefined, auxiliary: {} },
    ],
    options: {},
    labels: {},
    infrastructure: [],
    addresses: {},
    peers: [],
  };
}

function container(index: number, networks: number, stopped: ReadonlySet<number>): ContainerRecord {
  const numbers = [index % networks, ...(index % 10 === 0 ? [(index + 1) % networks] : [])];
  return {
    id: `c${index}`.padStart(64, '0'),
    name: `app-${index}`,
    image: 'registry/app:1',
    state: index % 11 === 0 || stopped.has(index) ? 'exited' : 'running',
    status: 'Up 3 minutes',
    labels: {},
    networkMode: `net-${numbers[0] ?? 0}`,
    attachments: numbers.map((number) => ({
      network: `net-${number}`,
      networkId: undefined,
      endpointId: `e${index}`,
      ipv4: `10.${number >> 8}.${number & 255}.${(index % 250) + 2}`,
      ipv4Prefix: 24,
      ipv6: undefined,
      ipv6Prefix: undefined,
      gateway4: undefined,
      gateway6: undefined,
      mac: '02:42:0a:00:00:02',
      requestedIpv4: undefined,
      requestedIpv6: undefined,
      gatewayPriority: 0,
      aliases: undefined,
    })),
    ports:
      index % 5 === 0
        ? [{ hostIp: '0.0.0.0', hostPort: 10_000 + index, containerPort: 80, protocol: 'tcp' }]
        : [],
    linkedFrom: [],
  };
}
