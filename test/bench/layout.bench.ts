import { layoutNetwork, layoutTopology, renderSvg } from '../../src/diagram';
import { buildTopology, type ContainerRecord, type NetworkRecord, type Snapshot } from '../../src/model';

/** Prints the medians of laying out hosts of several sizes: topology folded and unfolded, one network, SVG text. */

const runs = 15;

function median(work: () => unknown): number {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
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

/** Every third network is one project's, with four services. */
function composeLabels(index: number, place: number): Readonly<Record<string, string>> {
  return place % 3 === 0
    ? {
        'com.docker.compose.project': `project-${place}`,
        'com.docker.compose.service': `service-${index % 4}`,
      }
    : {};
}

function container(index: number, networks: number): ContainerRecord {
  const names = [index % networks, ...(index % 10 === 0 ? [(index + 1) % networks] : [])];
  const published = index % 5 === 0;
  return {
    id: `c${index}`.padStart(64, '0'),
    name: `app-${index}`,
    image: 'registry/app:1',
    state: index % 11 === 0 ? 'exited' : 'running',
    status: 'Up 3 minutes',
    labels: composeLabels(index, names[0] ?? 0),
    networkMode: `net-${names[0] ?? 0}`,
    attachments: names.map((name) => ({
      network: `net-${name}`,
      networkId: undefined,
      endpointId: `e${index}`,
      ipv4: `10.${name >> 8}.${name & 255}.${(index % 250) + 2}`,
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
    ports: published
      ? [{ hostIp: '0.0.0.0', hostPort: 10_000 + index, containerPort: 80, protocol: 'tcp' }]
      : [],
    linkedFrom: [],
  };
}

function snapshot(containers: number, networks: number): Snapshot {
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
    containers: Array.from({ length: containers }, (_, index) => container(index, networks)),
    services: [],
    nodes: [],
  };
}

for (const [containers, networks] of [
  [50, 5],
  [500, 25],
  [10_000, 500],
  [10_000, 1],
] as const) {
  const topology = buildTopology(snapshot(containers, networks));
  const first = topology.networks[0]?.id ?? '';
  const unfolded = topology.networks.map(({ id }) => id);
  const scene = layoutTopology(topology);
  const figures = {
    'topology, folded': median(() => layoutTopology(topology)),
    'topology, unfolded': median(() => layoutTopology(topology, { unfolded })),
    'its SVG': median(() => renderSvg(scene)),
    'one network': median(() => layoutNetwork(topology, first)),
  };
  const words = Object.entries(figures).map(([name, time]) => `${name} ${time.toFixed(1)} ms`);
  process.stdout.write(`layout, ${containers} containers on ${networks} networks: ${words.join(', ')}\n`);
}
