import { decodeSnapshot } from '../../src/engine/decode';
import { buildTopology, type Container, type Network, type Topology } from '../../src/model';
import containers from '../fixtures/containers.json';
import containersRich from '../fixtures/containers-rich.json';
import info from '../fixtures/info.json';
import networks from '../fixtures/networks.json';
import networksRich from '../fixtures/networks-rich.json';
import version from '../fixtures/version.json';

/** Recorded from engine 20.10: 8 networks, 9 containers. */
export const plain: Topology = buildTopology(decodeSnapshot({ version, info, networks, containers }));

/** Recorded from engine 20.10: 22 networks of every shape, 35 containers. */
export const rich: Topology = buildTopology(
  decodeSnapshot({ version, info, networks: networksRich, containers: containersRich }),
);

/** The network of that name; fails the test when there is none. */
export function networkNamed(topology: Topology, name: string): Network {
  return one(topology.networks, name);
}

/** The container of that name; fails the test when there is none. */
export function containerNamed(topology: Topology, name: string): Container {
  return one(topology.containers, name);
}

/** A network as an engine would list it, with these fields. */
export function oneNetwork(wire: object): Network {
  const networks = [{ Id: 'n', Name: 'n', ...wire }];
  return networkNamed(buildTopology(decodeSnapshot({ version, info, networks, containers: [] })), 'n');
}

function one<T extends { readonly name: string }>(items: readonly T[], name: string): T {
  const found = items.find((item) => item.name === name);
  if (!found) {
    throw new Error(`no ${name} among ${items.map((item) => item.name).join(', ')}`);
  }
  return found;
}
