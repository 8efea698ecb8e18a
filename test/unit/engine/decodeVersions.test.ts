import assert from 'node:assert/strict';
import { decodeSnapshot } from '../../../src/engine/decode';
import { changesPicture, eventsOf } from '../../../src/engine/events';
import { buildTopology, type Topology } from '../../../src/model';

const networkId = 'a'.repeat(64);
const containerId = 'b'.repeat(64);

function topologyOf(raw: {
  readonly version?: unknown;
  readonly info?: unknown;
  readonly networks: readonly unknown[];
  readonly containers: readonly unknown[];
  readonly inspected?: readonly unknown[];
}): Topology {
  return buildTopology(decodeSnapshot({ version: {}, info: {}, ...raw }));
}

/** What every shape has to come to: one container at one address of one network. */
function attachments(topology: Topology): readonly unknown[] {
  return topology.containers.map(({ name, state, endpoints }) => [
    name,
    state,
    endpoints.map((endpoint) => [
      topology.networkById.get(endpoint.networkId)?.name,
      endpoint.ipv4,
      endpoint.mac,
    ]),
  ]);
}

const expected = [['web', 'running', [['shop_front', '172.28.0.2', '02:42:ac:1c:00:02']]]];

describe('answers of API 1.24 (engine 1.12)', () => {
  const version = { Version: '1.12.6', ApiVersion: '1.24', GoVersion: 'go1.6.4' };
  const network = {
    Name: 'shop_front',
    Id: networkId,
    Scope: 'local',
    Driver: 'bridge',
    EnableIPv6: false,
    IPAM: {
      Driver: 'default',
      Options: null,
      Config: [{ Subnet: '172.28.0.0/16', Gateway: '172.28.0.1/16' }],
    },
    Internal: false,
    // Lists had the containers until API 1.28.
    Containers: { [containerId]: { Name: 'web', EndpointID: 'e', IPv4Address: '172.28.0.2/16' } },
    Options: null,
    Labels: null,
  };
  const container = {
    Id: containerId,
    Names: ['/web'],
    Image: 'nginx',
    ImageID: 'sha256:0',
    Command: 'nginx',
    Created: 1_480_000_000,
    State: 'running',
    Status: 'Up 2 hours',
    Ports: [{ IP: '0.0.0.0', PrivatePort: 80, PublicPort: 8080, Type: 'tcp' }],
    Labels: {},
    HostConfig: { NetworkMode: 'shop_front' },
    NetworkSettings: {
      Networks: {
        shop_front: {
          IPAMConfig: null,
          Links: null,
          Aliases: null,
          NetworkID: networkId,
          EndpointID: 'e',
          Gateway: '172.28.0.1',
          IPAddress: '172.28.0.2',
          IPPrefixLen: 16,
          MacAddress: '02:42:ac:1c:00:02',
        },
      },
    },
    Mounts: [],
  };

  it('give the picture, without keys that came later', () => {
    const topology = topologyOf({ version, networks: [network], containers: [container] });
    assert.deepEqual(attachments(topology), expected);
    assert.equal(topology.host.apiVersion, '1.24');
    const [front] = topology.networks;
    assert.deepEqual(
      front?.subnets.map(({ cidr, gateway }) => [cidr, gateway]),
      [['172.28.0.0/16', '172.28.0.1']],
    );
    assert.deepEqual([front.attachable, front.ingress, front.configOnly], [false, false, false]);
    assert.deepEqual(
      topology.ports.map(({ hostPort, containerPort }) => [hostPort, containerPort]),
      [[8080, 80]],
    );
  });

  it('need no network id in a container’s endpoint, nor a gateway in a network', () => {
    const endpoint = { IPAddress: '172.28.0.2', IPPrefixLen: 16, MacAddress: '02:42:ac:1c:00:02' };
    const old = { ...container, NetworkSettings: { Networks: { shop_front: endpoint } } };
    assert.deepEqual(attachments(topologyOf({ networks: [network], containers: [old] })), expected);
  });
});

describe('answers of API 1.44 to 1.55 (engines 25 to 29)', () => {
  const network = {
    Name: 'shop_front',
    Id: networkId,
    Created: '2026-01-02T03:04:05.678901234Z',
    Scope: 'local',
    Driver: 'bridge',
    EnableIPv4: true,
    EnableIPv6: true,
    IPAM: {
      Driver: 'default',
      Options: {},
      Config: [
        { Subnet: '172.28.0.0/16', IPRange: '', Gateway: '172.28.0.1' },
        { Subnet: 'fd00:1::/64', Gateway: 'fd00:1::1' },
      ],
    },
    Internal: false,
    Attachable: false,
    Ingress: false,
    ConfigFrom: { Network: '' },
    ConfigOnly: false,
    Options: {},
    Labels: {},
  };
  const endpoint = {
    IPAMConfig: null,
    Links: null,
    Aliases: null,
    DriverOpts: null,
    GwPriority: 7,
    NetworkID: networkId,
    EndpointID: 'e',
    Gateway: '172.28.0.1',
    IPAddress: '172.28.0.2',
    MacAddress: '02:42:ac:1c:00:02',
    IPPrefixLen: 16,
    IPv6Gateway: 'fd00:1::1',
    GlobalIPv6Address: 'fd00:1::2',
    GlobalIPv6PrefixLen: 64,
    DNSNames: null,
  };
  const container = {
    Id: containerId,
    Names: ['/web'],
    Image: 'nginx',
    ImageManifestDescriptor: { mediaType: 'application/vnd.oci.image.manifest.v1+json' },
    State: 'running',
    Status: 'Up 2 hours',
    Ports: [
      { IP: '0.0.0.0', PrivatePort: 80, PublicPort: 8080, Type: 'tcp' },
      { IP: '::', PrivatePort: 80, PublicPort: 8080, Type: 'tcp' },
    ],
    Labels: {},
    HostConfig: { NetworkMode: 'shop_front' },
    NetworkSettings: { Networks: { shop_front: endpoint } },
    Mounts: [],
  };

  it('give the picture, with IPv6 and the priority of the gateway', () => {
    const topology = topologyOf({ networks: [network], containers: [container] });
    assert.deepEqual(attachments(topology), expected);
    const [web] = topology.containers;
    assert.equal(web?.endpoints[0]?.ipv6, 'fd00:1::2');
    const decoded = decodeSnapshot({ version: {}, info: {}, networks: [network], containers: [container] });
    assert.equal(decoded.containers[0]?.attachments[0]?.gatewayPriority, 7);
    assert.deepEqual(decoded.networks[0]?.pools, [
      { subnet: '172.28.0.0/16', gateway: '172.28.0.1', range: undefined, auxiliary: {} },
      { subnet: 'fd00:1::/64', gateway: 'fd00:1::1', range: undefined, auxiliary: {} },
    ]);
  });

  it('name the default bridge as the mode `bridge`', () => {
    const bridge = { ...network, Name: 'bridge' };
    const modes = ['bridge', 'default'].map((NetworkMode) => ({
      ...container,
      HostConfig: { NetworkMode },
      NetworkSettings: { Networks: { bridge: endpoint } },
    }));
    const decoded = decodeSnapshot({ version: {}, info: {}, networks: [bridge], containers: modes });
    assert.deepEqual(
      decoded.containers.map(({ networkMode }) => networkMode),
      ['bridge', 'bridge'],
    );
  });

  it('take the names of the embedded DNS from DNSNames, before Aliases', () => {
    const inspected = {
      Id: containerId,
      NetworkSettings: {
        Networks: {
          shop_front: { ...endpoint, Aliases: ['front'], DNSNames: ['web', 'front', 'bbbbbbbbbbbb'] },
        },
      },
    };
    const decoded = decodeSnapshot({
      version: {},
      info: {},
      networks: [network],
      containers: [container],
      inspected: [inspected],
    });
    assert.deepEqual(decoded.containers[0]?.attachments[0]?.aliases, ['web', 'front', 'bbbbbbbbbbbb']);
  });

  it('have events without the top-level fields of before 1.52, and those count alike', async () => {
    const actor = {
      ID: networkId,
      Attributes: { container: containerId, name: 'shop_front', type: 'bridge' },
    };
    const event = { Type: 'network', Action: 'connect', Actor: actor, scope: 'local', time: 1, timeNano: 1 };
    const before = { status: 'connect', id: networkId, from: 'nginx', ...event };
    assert.deepEqual([changesPicture(event), changesPicture(before)], [true, true]);
    const seen: unknown[] = [];
    for await (const change of eventsOf(linesOf(event, before, { status: 'start', id: containerId }))) {
      seen.push(change);
    }
    assert.deepEqual(seen, [event, before]);
  });
});

describe('answers of Podman’s Docker API', () => {
  const version = {
    Version: '5.2.2',
    ApiVersion: '1.41',
    MinAPIVersion: '1.24',
    Components: [{ Name: 'Podman Engine', Version: '5.2.2' }],
  };
  const network = {
    Name: 'shop_front',
    Id: networkId,
    Created: '2026-01-02T03:04:05.678901234+01:00',
    Scope: 'local',
    Driver: 'bridge',
    EnableIPv6: false,
    IPAM: {
      Driver: 'default',
      Options: { driver: 'host-local' },
      Config: [{ Subnet: '172.28.0.0/16', Gateway: '172.28.0.1' }],
    },
    Internal: false,
    Attachable: false,
    Ingress: false,
    ConfigFrom: { Network: '' },
    ConfigOnly: false,
    Containers: {},
    Options: {},
    Labels: {},
  };
  const container = {
    Id: containerId,
    Names: ['/web'],
    Image: 'docker.io/library/nginx:latest',
    State: 'running',
    Status: 'Up 2 hours',
    Ports: [{ PrivatePort: 80, PublicPort: 8080, Type: 'tcp' }],
    Labels: null,
    // Whatever the container's mode is.
    HostConfig: { NetworkMode: 'host' },
    NetworkSettings: {
      Networks: {
        shop_front: {
          IPAMConfig: null,
          NetworkID: 'shop_front',
          EndpointID: '',
          Gateway: '172.28.0.1',
          IPAddress: '172.28.0.2',
          IPPrefixLen: 16,
          MacAddress: '02:42:ac:1c:00:02',
        },
      },
    },
    Mounts: [],
  };

  it('give the picture, though the mode is always `host` and the network’s id is its name', () => {
    const info = {
      Name: 'box',
      Swarm: { LocalNodeState: 'inactive' },
      Plugins: { Network: ['bridge', 'macvlan'] },
    };
    const topology = topologyOf({ version, info, networks: [network], containers: [container] });
    assert.deepEqual(attachments(topology), expected);
    assert.equal(topology.host.swarm?.state === 'active', false);
    assert.deepEqual(
      topology.ports.map(({ hostPort, containerPort }) => [hostPort, containerPort]),
      [[8080, 80]],
    );
  });
});

async function* linesOf(...events: readonly unknown[]): AsyncGenerator<string> {
  await Promise.resolve();
  yield events.map((event) => `${JSON.stringify(event)}\n`).join('');
}
