// What follows from a snapshot, at sizes where a quadratic step would show.
import { decodeSnapshot } from '../../src/engine/decode';
import { buildTopology, natRules } from '../../src/model';
import { medianOf, print } from './measure';

function rawWorld(networks: number, perNetwork: number) {
  return {
    version: {},
    info: {},
    networks: Array.from({ length: networks }, (_, n) => ({
      Id: `n${n}`.padStart(64, '0'),
      Name: `net-${n}`,
      Driver: 'bridge',
      IPAM: { Config: [{ Subnet: `10.${n >> 8}.${n & 255}.0/24` }] },
    })),
    containers: Array.from({ length: networks * perNetwork }, (_, c) => ({
      Id: `c${c}`.padStart(64, '0'),
      Names: [`/container-${c}`],
      State: 'running',
      Ports: [{ IP: '0.0.0.0', PublicPort: 10_000 + (c % 50_000), PrivatePort: 80, Type: 'tcp' }],
      NetworkSettings: {
        Networks: {
          [`net-${c % networks}`]: {
            NetworkID: `n${c % networks}`.padStart(64, '0'),
            IPAddress: `10.0.0.${c % 250}`,
          },
        },
      },
    })),
  };
}

for (const [networks, perNetwork] of [
  [50, 10],
  [500, 20],
] as const) {
  const raw = rawWorld(networks, perNetwork);
  const snapshot = decodeSnapshot(raw);
  const topology = buildTopology(snapshot);
  const size = `${networks * perNetwork} containers on ${networks} networks`;
  print(`decode, ${size}`, await medianOf(15, () => decodeSnapshot(raw)));
  print(`topology, ${size}`, await medianOf(15, () => buildTopology(snapshot)));
  print(`nat rules, ${size}`, await medianOf(15, () => natRules(topology)));
}
