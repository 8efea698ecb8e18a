import containersRich from '../../fixtures/containers-rich.json';
import containers from '../../fixtures/containers.json';
import gatewayVerbose from '../../fixtures/network-docker_gwbridge-verbose.json';
import info from '../../fixtures/info.json';
import networksRich from '../../fixtures/networks-rich.json';
import networks from '../../fixtures/networks.json';
import overlayVerbose from '../../fixtures/network-ov-verbose.json';
import version from '../../fixtures/version.json';
import { decodeSnapshot } from '../../../src/engine/decode';
import { buildTopology, type Network, type Topology } from '../../../src/model';

/** A recorded engine with every kind of network: 22 networks, 35 containers. */
export const rich = buildTopology(
  decodeSnapshot({
    version,
    info,
    networks: networksRich,
    containers: containersRich,
    inspected: [overlayVerbose, gatewayVerbose],
  }),
);

/** A recorded engine with few: 8 networks, 9 containers. */
export const small = buildTopology(decodeSnapshot({ version, info, networks, containers }));

export function networkNamed(topology: Topology, name: string): Network {
  const network = topology.networks.find((one) => one.name === name);
  if (!network) {
    throw new Error(`no network ${name} in the fixture`);
  }
  return network;
}
