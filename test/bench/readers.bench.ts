// What reads a topology beside its picture: finding, tracing, tables, texts to take away, at the largest size.
import {
  describeSubject,
  findSubjects,
  layoutTopology,
  optionsToShow,
  renderSvg,
  standInFor,
  tabulate,
  traceSubject,
  writeMarkdown,
  writeMermaid,
  type DiagramTarget,
  type Subject,
} from '../../src/diagram';
import { decodeSnapshot } from '../../src/engine/decode';
import { buildTopology, type Topology } from '../../src/model';
import { medianOf, print } from './measure';

function largeTopology(networks: number, perNetwork: number): Topology {
  return buildTopology(
    decodeSnapshot({
      version: {},
      info: { Name: 'bench' },
      networks: Array.from({ length: networks }, (_, n) => ({
        Id: `n${n}`.padStart(64, '0'),
        Name: `net-${n}`,
        Driver: 'bridge',
        IPAM: { Config: [{ Subnet: `10.${n >> 8}.${n & 255}.0/24` }] },
      })),
      containers: Array.from({ length: networks * perNetwork }, (_, c) => ({
        Id: `c${c}`.padStart(64, '0'),
        Names: [`/container-${c}`],
        Image: 'registry.example/team/app:1.27',
        State: c % 11 === 0 ? 'exited' : 'running',
        Labels: { 'com.docker.compose.project': `p${c % 40}`, 'com.docker.compose.service': `s${c % 7}` },
        Ports: [{ IP: '0.0.0.0', PublicPort: 10_000 + (c % 50_000), PrivatePort: 80, Type: 'tcp' }],
        NetworkSettings: {
          Networks: {
            [`net-${c % networks}`]: {
              NetworkID: `n${c % networks}`.padStart(64, '0'),
              EndpointID: `e${c}`,
              IPAddress: `10.0.0.${c % 250}`,
              MacAddress: '02:42:0a:00:00:02',
            },
          },
        },
      })),
    }),
  );
}

const whole: DiagramTarget = { kind: 'topology' };

for (const [networks, perNetwork] of [
  [500, 20],
  [1, 10_000],
] as const) {
  const topology = largeTopology(networks, perNetwork);
  const scene = layoutTopology(topology);
  const last = topology.containers[topology.containers.length - 1];
  const container: Subject = { kind: 'container', id: last?.id ?? '' };
  const port: Subject = { kind: 'port', id: topology.ports.at(-1)?.id ?? '' };
  const target: DiagramTarget = { kind: 'network', id: topology.networks[0]?.id ?? '' };
  const size = `${networks * perNetwork} containers on ${networks} networks`;
  // A picture is searched for the first time once, and at every key after that.
  print(
    `find, first text (goal 16), ${size}`,
    await medianOf(9, () => findSubjects({ ...topology }, whole, 'container-99')),
  );
  print(
    `find, next text (goal 16), ${size}`,
    await medianOf(15, () => findSubjects(topology, whole, '10.0.0.24')),
  );
  print(`stand-in, ${size}`, await medianOf(15, () => standInFor(topology, scene, container)));
  print(`options to show, ${size}`, await medianOf(5, () => optionsToShow(topology, whole, {}, container)));
  print(`trace of a container, ${size}`, await medianOf(15, () => traceSubject(topology, scene, container)));
  print(`trace of a port, ${size}`, await medianOf(15, () => traceSubject(topology, scene, port)));
  print(
    `describe a network, ${size}`,
    await medianOf(15, () => describeSubject(topology, { kind: 'network', id: target.id })),
  );
  print(`describe a container, ${size}`, await medianOf(15, () => describeSubject(topology, container)));
  print(`tabulate, ${size}`, await medianOf(15, () => tabulate(topology, whole)));
  print(`tabulate one network, ${size}`, await medianOf(15, () => tabulate(topology, target)));
  print(`Markdown, ${size}`, await medianOf(5, () => writeMarkdown(topology, whole)));
  print(`Mermaid, ${size}`, await medianOf(5, () => writeMermaid(topology, whole)));
  print(`SVG, ${size}`, await medianOf(5, () => renderSvg(scene)));
}
