import { decodeSnapshot } from '../../../src/engine/decode';
import { buildTopology, type Topology } from '../../../src/model';

export interface Modes {
  readonly ipv4?: string;
  readonly ipv6?: string;
}

const gatewayMode = 'com.docker.network.bridge.gateway_mode_';

/** One dual-stack bridge `front` in these gateway modes, with one container `web` that publishes 8080 for port 80. */
export function gatewayModes({ ipv4, ipv6 }: Modes, version = '28.0.0'): Topology {
  const front = {
    Id: 'front',
    Name: 'front',
    Driver: 'bridge',
    Scope: 'local',
    EnableIPv6: true,
    IPAM: { Config: [{ Subnet: '10.1.0.0/16', Gateway: '10.1.0.1' }, { Subnet: 'fd00:1::/64' }] },
    Options: {
      'com.docker.network.bridge.name': 'front0',
      ...(ipv4 === undefined ? {} : { [`${gatewayMode}ipv4`]: ipv4 }),
      ...(ipv6 === undefined ? {} : { [`${gatewayMode}ipv6`]: ipv6 }),
    },
  };
  const back = {
    Id: 'back',
    Name: 'back',
    Driver: 'bridge',
    Scope: 'local',
    IPAM: { Config: [{ Subnet: '10.2.0.0/16' }] },
  };
  return buildTopology(
    decodeSnapshot({
      version: { Version: version, ApiVersion: '1.48' },
      info: { Name: 'vm', ServerVersion: version },
      networks: [front, back],
      containers: [
        container('web', front, {
          IPAddress: '10.1.0.2',
          Gateway: '10.1.0.1',
          GlobalIPv6Address: 'fd00:1::2',
          GlobalIPv6PrefixLen: 64,
          IPv6Gateway: 'fd00:1::1',
        }),
        container('job', back, { IPAddress: '10.2.0.2', Gateway: '10.2.0.1' }),
      ],
    }),
  );
}

/** An overlay with so many containers, each with a published port: they are guests on `docker_gwbridge`, which lists none. */
export function guests(amount: number): Topology {
  const gateway = {
    Id: 'gw',
    Name: 'docker_gwbridge',
    Driver: 'bridge',
    Scope: 'local',
    IPAM: { Config: [{ Subnet: '172.18.0.0/16', Gateway: '172.18.0.1' }] },
  };
  const overlay = { Id: 'ov', Name: 'ov', Driver: 'overlay', Scope: 'swarm' };
  return buildTopology(
    decodeSnapshot({
      version: { Version: '20.10.24', ApiVersion: '1.41' },
      info: { Name: 'vm' },
      networks: [gateway, { ...overlay, IPAM: { Config: [{ Subnet: '10.0.1.0/24' }] } }],
      containers: Array.from({ length: amount }, (_, index) => ({
        ...container(`web${index}`, overlay, { IPAddress: `10.0.1.${index + 2}` }),
        Ports: [{ IP: '0.0.0.0', PrivatePort: 80, PublicPort: 8000 + index, Type: 'tcp' }],
      })),
    }),
  );
}

function container(name: string, network: { readonly Id: string; readonly Name: string }, endpoint: object) {
  const at = { NetworkID: network.Id, EndpointID: `${name}@`, IPPrefixLen: 16, ...endpoint };
  return {
    Id: name,
    Names: [`/${name}`],
    Image: 'web',
    State: 'running',
    HostConfig: { NetworkMode: network.Name },
    NetworkSettings: { Networks: { [network.Name]: at } },
    Ports: name === 'web' ? [{ IP: '0.0.0.0', PrivatePort: 80, PublicPort: 8080, Type: 'tcp' }] : [],
  };
}
