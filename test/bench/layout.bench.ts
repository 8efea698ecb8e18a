// Laying out hosts of several sizes: the whole topology, folded as it opens and with every fold open, one network, SVG text.
import { layoutNetwork, layoutTopology, renderSvg } from '../../src/diagram';
import { composedHost, unfoldAll } from './largeHost';
import { medianOf, print } from './measure';

// At every run another object, as after an event: nothing that is kept by topology helps.
const topologyTimes = new Map<number, number>();
for (const [containers, networks, goal] of [
  [50, 5, undefined],
  [500, 25, 5],
  [10_000, 500, 50],
] as const) {
  const topology = composedHost(containers, networks);
  const size = `${containers} containers on ${networks} networks`;
  const time = await medianOf(runsFor(containers), () => layoutTopology({ ...topology }));
  topologyTimes.set(containers, time);
  print(`topology, ${size}${goal === undefined ? '' : ` (goal ${goal})`}`, time);
  const scene = layoutTopology(topology);
  print('  its boxes and wires', scene.boxes.length + scene.wires.length, '');
  print('  its SVG', await medianOf(9, () => renderSvg(scene)));
  const unfolded = unfoldAll(topology).boxes.flatMap(({ subject }) =>
    subject?.kind === 'fold' ? [subject.id] : [],
  );
  print('  with every fold open', await medianOf(5, () => layoutTopology({ ...topology }, { unfolded })));
}
print('topology, 10000 / 500 (linear: 20)', ratio(topologyTimes), 'x');

const networkTimes = new Map<number, number>();
for (const [members, goal] of [
  [500, 5],
  [10_000, 50],
] as const) {
  const topology = composedHost(members, 1);
  const id = topology.networks[0]?.id ?? '';
  const time = await medianOf(runsFor(members), () => layoutNetwork({ ...topology }, id));
  networkTimes.set(members, time);
  print(`one network, ${members} members (goal ${goal})`, time);
  const scene = layoutNetwork(topology, id);
  print('  its SVG', await medianOf(9, () => renderSvg(scene)));
}
print('one network, 10000 / 500 (linear: 20)', ratio(networkTimes), 'x');

/** A small one is run as often as it takes for its code to be compiled. */
function runsFor(containers: number): number {
  return containers > 1_000 ? 25 : 201;
}

function ratio(times: ReadonlyMap<number, number>): number {
  return (times.get(10_000) ?? NaN) / (times.get(500) ?? NaN);
}
