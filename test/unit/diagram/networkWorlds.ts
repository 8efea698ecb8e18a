import containersRich from '../../fixtures/containers-rich.json';
import engineDrivers from '../../fixtures/engine-drivers.json';
import engineIpv6 from '../../fixtures/engine-ipv6.json';
import engineTwoNodes from '../../fixtures/engine-two-nodes.json';
import engineWorker from '../../fixtures/engine-worker.json';
import info from '../../fixtures/info.json';
import networksRich from '../../fixtures/networks-rich.json';
import version from '../../fixtures/version.json';
import { decodeSnapshot, type RawSnapshot } from '../../../src/engine/decode';
import { buildTopology, type Topology } from '../../../src/model';

/** Recorded from engine 20.10: the manager of a swarm of two nodes, with three services, one of them on the routing mesh. */
export const manager = buildTopology(decodeSnapshot(engineTwoNodes));

/** Recorded from engine 20.10 at the same time: the other node, which knows no services. */
export const worker = buildTopology(decodeSnapshot(engineWorker));

/** Recorded from engine 20.10: VLAN sub-interface, internal macvlan, ipvlan, a plugin's network, an interface prefix. */
export const drivers = buildTopology(decodeSnapshot(engineDrivers));

/** Recorded from engine 20.10: bridges with IPv6, one internal, one with icc off; masquerade off; a private macvlan. */
export const ipv6 = buildTopology(decodeSnapshot(engineIpv6));

/** The same networks on an engine of another version. */
export function withVersion(version: string | undefined): Topology {
  const info = { ...engineIpv6.info, ServerVersion: version };
  return buildTopology(
    decodeSnapshot({ ...engineIpv6, info, version: { Version: version, ApiVersion: '1.48' } }),
  );
}

/** The same on an engine that filters IPv6, too. */
export const ipv6Newer = withVersion('28.0.1');

type Wire = Record<string, unknown>;

/** An engine's answers with one network changed, as another engine would list it. */
export function withNetwork(raw: RawSnapshot, name: string, change: Wire): Topology {
  const networks = (raw.networks as Wire[]).map((one) => (one.Name === name ? { ...one, ...change } : one));
  return buildTopology(decodeSnapshot({ ...raw, networks }));
}

const rawRich = { version, info, networks: networksRich, containers: containersRich };

/** The recorded default bridge as flannel's subnet file would have set it. */
export const flannel = buildTopology(
  decodeSnapshot({
    ...rawRich,
    flannel: 'FLANNEL_NETWORK=172.16.0.0/12\nFLANNEL_SUBNET=172.17.0.1/16\nFLANNEL_MTU=1450\n',
  }),
);

/** The recorded ipvlan networks with a mode that engine 20.10 does not take: newer ones list it so. */
export const layer3s = withNetwork(engineDrivers, 'ip-l3', {
  Options: { ipvlan_mode: 'l3s', parent: 'eth0' },
});

/** The recorded dual-stack network on an engine that translates IPv6. */
export const newer = buildTopology(
  decodeSnapshot({ ...rawRich, version: { Version: '28.0.1', ApiVersion: '1.48' } }),
);

/** One bridge network `n` with so many running containers, each with a published port. */
export function crowd(
  amount: number,
  change: (wire: Wire, index: number) => Wire = (wire) => wire,
): Topology {
  const networks = [
    { Id: 'n', Name: 'n', Driver: 'bridge', Scope: 'local', IPAM: { Config: [{ Subnet: '10.0.0.0/8' }] } },
  ];
  const containers = Array.from({ length: amount }, (_, index) => change(crowdMember(index), index));
  return buildTopology(decodeSnapshot({ version, info, networks, containers }));
}

function crowdMember(index: number): Wire {
  const name = `c${String(index).padStart(5, '0')}`;
  const ip = `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
  return {
    Id: name,
    Names: [`/${name}`],
    Image: 'web',
    State: 'running',
    Labels: {},
    HostConfig: { NetworkMode: 'n' },
    NetworkSettings: {
      Networks: {
        n: {
          NetworkID: 'n',
          EndpointID: `e${index}`,
          IPAddress: ip,
          IPPrefixLen: 8,
          Gateway: '10.0.0.1',
          MacAddress: '02:42:0a:00:00:02',
        },
      },
    },
    Ports: [{ IP: '0.0.0.0', PrivatePort: 80, PublicPort: 10_000 + index, Type: 'tcp' }],
  };
}

const hostileNames = [
  '<b onclick=alert(1)>',
  `"quoted" & 'so'`,
  '\u202eevil\u2066 right to left',
  'x'.repeat(255),
  '👩‍👩‍👧‍👦🚢 컨테이너 الحاوية',
  '-',
];

/** What only a broken or hostile engine lists: names with markup, quotes, emoji and direction marks, no IPAM, no ids of endpoints. */
export const hostile = buildTopology(
  decodeSnapshot({
    version,
    info: { ...info, Name: '<img src=x onerror=alert(2)>'.repeat(4) },
    networks: [
      {
        Id: 'n',
        Name: '</text><script>alert(3)</script>',
        Driver: 'bridge',
        Scope: 'local',
        Options: { 'com.docker.network.bridge.name': 'br"<b>"', 'com.docker.network.driver.mtu': '<i>' },
        IPAM: { Config: [{ Subnet: '10.9.0.0/24', AuxiliaryAddresses: { ['<u>'.repeat(20)]: '10.9.0.9' } }] },
        Labels: { '<script>': '</script>' },
      },
      { Id: 'm', Name: 'no-ipam', Driver: 'bridge', Scope: 'local', Options: null, IPAM: null, Labels: null },
    ],
    containers: [...hostileNames.map(hostileMember), { Names: ['/without-id'] }, null, 7],
  }),
);

function hostileMember(name: string, index: number): Wire {
  const address = index === 2 ? '192.168.255.254' : `10.9.0.${index + 2}`;
  const endpoint = { IPAddress: address, IPPrefixLen: 24, MacAddress: index === 3 ? '<mac>'.repeat(9) : '' };
  return {
    Id: `c${index}`,
    Names: [`/${name}`],
    Image: index % 2 === 0 ? 'registry.example.org/<b>team</b>/'.repeat(4) : '',
    State: 'running',
    HostConfig: { NetworkMode: 'n' },
    NetworkSettings: {
      Networks: {
        '</text><script>alert(3)</script>': {
          ...endpoint,
          EndpointID: index === 4 ? undefined : `e${index}`,
        },
        'no-ipam': { EndpointID: `f${index}`, IPAddress: index === 0 ? '172.16.0.2' : '' },
      },
    },
    Ports: [{ IP: '0.0.0.0', PrivatePort: 80, PublicPort: 8000 + index, Type: index === 1 ? '<x>' : 'tcp' }],
  };
}

/** A bridge that the engine routes to: no translation, from engine 27.0 on. */
export const routed = buildTopology(
  decodeSnapshot({
    ...rawRich,
    version: { Version: '28.0.1', ApiVersion: '1.48' },
    networks: (networksRich as Wire[]).map((one) =>
      one.Name === 'fx-v6'
        ? {
            ...one,
            Options: {
              'com.docker.network.bridge.gateway_mode_ipv4': 'routed',
              'com.docker.network.bridge.gateway_mode_ipv6': 'routed',
            },
          }
        : one,
    ),
  }),
);
