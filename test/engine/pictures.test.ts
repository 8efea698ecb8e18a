import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImage } from '../../scripts/testbed/image.mjs';
import { startPlugin, type Plugin } from '../../scripts/testbed/plugin.mjs';
import { startTwoNodes, type TwoNodes } from '../../scripts/testbed/twoNodes.mjs';
import { layoutNetwork, layoutTopology, renderSvg, type Box, type Scene } from '../../src/diagram';
import { decodeSnapshot } from '../../src/engine/decode';
import { buildTopology, type Network, type Topology } from '../../src/model';
import { readAnswers, stableAnswers } from './liveAnswers';
import { storeOn, topologyWith } from './live';

const GOLDEN = join(process.cwd(), 'test', 'fixtures', 'golden');

/** A name that no other run uses at the same time: the machine has one folder for plugins. */
const PLUGIN = `portolan-pictures-${process.pid}`;

/** UPDATE_GOLDEN=1 stores it anew, to be looked at before it is committed. */
function assertGolden(name: string, scene: Scene): void {
  const file = join(GOLDEN, `live-${name}.svg`);
  const svg = renderSvg(scene, 'light');
  if (process.env.UPDATE_GOLDEN === '1') {
    writeFileSync(file, svg);
  }
  assert.ok(existsSync(file), `${file} is missing: make it with UPDATE_GOLDEN=1`);
  assert.equal(svg, readFileSync(file, 'utf8'));
}

async function liveTopology(engine: Engine): Promise<Topology> {
  return buildTopology(decodeSnapshot(await readAnswers(engine)));
}

async function stableTopology(engine: Engine, names?: Readonly<Record<string, string>>): Promise<Topology> {
  return buildTopology(decodeSnapshot(stableAnswers(await readAnswers(engine), names)));
}

function networkNamed(topology: Topology, name: string): Network {
  const found = topology.networks.find((network) => network.name === name);
  assert.ok(found, `no network ${name}`);
  return found;
}

/** What the docker client says of a container, in the picture's own terms. */
interface Truth {
  readonly name: string;
  /** `10.10.1.2/24` and IPv6 ones, by network name. */
  readonly addresses: Readonly<Record<string, readonly string[]>>;
  /** `80/tcp -> 0.0.0.0:8080`, as `docker port` prints them. */
  readonly ports: readonly string[];
}

interface Inspected {
  readonly Id: string;
  readonly Name: string;
  readonly NetworkSettings: {
    readonly Networks: Readonly<
      Record<
        string,
        {
          readonly IPAddress: string;
          readonly IPPrefixLen: number;
          readonly GlobalIPv6Address: string;
          readonly GlobalIPv6PrefixLen: number;
        }
      >
    >;
  };
}

const GATEWAYS = 'docker_gwbridge';

async function truths(engine: Engine): Promise<ReadonlyMap<string, Truth>> {
  const { docker } = engine;
  const gateways = await gatewayMembers(engine);
  const ids = (await docker('ps', '-aq', '--no-trunc')).split('\n').filter(Boolean);
  const inspected = JSON.parse(await docker('inspect', ...ids)) as readonly Inspected[];
  const found = new Map<string, Truth>();
  for (const { Id, Name, NetworkSettings } of inspected) {
    const addresses = Object.entries(NetworkSettings.Networks).map(([network, endpoint]) => {
      const { IPAddress, IPPrefixLen, GlobalIPv6Address, GlobalIPv6PrefixLen } = endpoint;
      const v4 = IPAddress === '' ? [] : [`${IPAddress}/${IPPrefixLen}`];
      return [
        network,
        GlobalIPv6Address === '' ? v4 : [...v4, `${GlobalIPv6Address}/${GlobalIPv6PrefixLen}`],
      ] as const;
    });
    const ports = (await docker('port', Id)).split('\n').filter(Boolean).sort();
    // A container on an overlay has a second interface, which only this network's own inspect tells.
    const gateway = gateways[Id];
    found.set(Id, {
      name: Name.slice(1),
      addresses: { ...Object.fromEntries(addresses), ...(gateway && { [GATEWAYS]: [gateway.IPv4Address] }) },
      ports,
    });
  }
  return found;
}

async function gatewayMembers({ docker }: Engine): Promise<Members> {
  const inspect = ['network', 'inspect', '-f', '{{json .Containers}}', GATEWAYS];
  // There is none outside a swarm.
  const members = await docker(...inspect).catch(() => '{}');
  return JSON.parse(members) as Members;
}

type Members = Readonly<Record<string, { readonly IPv4Address: string } | undefined>>;

function textsOf({ lines }: Box): readonly string[] {
  return lines.map(({ text, whole }) => whole ?? text);
}

/** Addresses that a card shows: `eth0 10.10.1.2/24` has one. */
function addressesOn(box: Box): readonly string[] {
  return textsOf(box).flatMap(
    (words) => words.match(/(?:\d+\.){3}\d+\/\d+|[\da-f]*:[\da-f:]*:[\da-f:]*\/\d+/g) ?? [],
  );
}

/** What the picture says is what the docker client says, whatever it looks like. */
function checkTruths(topology: Topology, known: ReadonlyMap<string, Truth>): void {
  assert.deepEqual(topology.containers.map(({ id }) => id).sort(), [...known.keys()].sort());
  checkAddresses(topology, known);
  checkWires(topology, known);
  checkPorts(topology, known);
}

function checkAddresses(topology: Topology, known: ReadonlyMap<string, Truth>): void {
  for (const network of topology.networks) {
    const scene = layoutNetwork(topology, network.id, { unfolded: [network.id] });
    for (const [id, { name, addresses }] of known) {
      const where = `${name} on ${network.name}`;
      const card = scene.boxes.find((box) => box.id === `container:${id}@${network.id}`);
      const shown = card === undefined ? [] : addressesOn(card);
      const { mode } = topology.containerById.get(id) ?? {};
      // One that shares a sandbox hangs on its owner, whose addresses it uses; the client gives it none of its own.
      const owner = mode?.kind === 'container' ? known.get(mode.owner ?? '') : undefined;
      assert.equal(card !== undefined, network.name in (owner?.addresses ?? addresses), where);
      assert.deepEqual([...shown].sort(), [...(addresses[network.name] ?? [])].sort(), where);
    }
  }
}

function checkWires(topology: Topology, known: ReadonlyMap<string, Truth>): void {
  const scene = layoutTopology(topology);
  const regions = new Map(topology.networks.map(({ id, name }) => [`network:${id}`, name]));
  for (const [id, { name, addresses }] of known) {
    const card = scene.boxes.find((box) => box.id === `container:${id}`);
    assert.ok(card, `${name} is drawn`);
    const networks = Object.keys(addresses).filter((one) => one !== GATEWAYS);
    const wired = scene.wires.filter(({ kind, to }) => kind === 'attachment' && to === card.id);
    const inside = card.parent === undefined ? undefined : regions.get(card.parent);
    const shown = [...wired.map(({ from }) => regions.get(from)), inside].filter((one) => one !== undefined);
    const shares = topology.containerById.get(id)?.mode.kind === 'container';
    if (!shares) {
      assert.deepEqual(shown.sort(), networks.sort(), `networks of ${name}`);
    }
  }
}

function checkPorts(topology: Topology, known: ReadonlyMap<string, Truth>): void {
  const scene = layoutTopology(topology);
  const byContainer = new Map<string, string[]>([...known.keys()].map((id) => [id, []]));
  for (const { subject } of scene.boxes.filter(({ id }) => id.startsWith('port:'))) {
    const port = topology.ports.find(({ id }) => subject?.kind === 'port' && id === subject.id);
    assert.ok(port);
    for (const hostIp of port.hostIps) {
      // As the client prints it: `docker port` puts no brackets around `::`.
      byContainer
        .get(port.containerId)
        ?.push(`${port.containerPort}/${port.protocol} -> ${bracketed(hostIp)}:${port.hostPort}`);
    }
  }
  for (const [id, { name, ports }] of known) {
    assert.deepEqual(byContainer.get(id)?.sort(), ports, `ports of ${name}`);
  }
}

function bracketed(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}

describe('pictures of a real engine', function () {
  this.timeout(240_000);
  let engine: Engine;
  let plugin: Plugin;
  let stable: Topology;

  before(async () => {
    engine = await startEngine({ args: ['--default-address-pool', 'base=10.10.0.0/16,size=24'] });
    await loadImage(engine, 'web');
    plugin = await startPlugin(engine, PLUGIN);
    await buildLocal(engine);
    stable = await stableTopology(engine, { [PLUGIN]: 'fleet' });
  });

  after(async () => {
    await engine.stop();
    await plugin.stop();
  });

  const names = [
    'bridge',
    'shop',
    'vault',
    'quiet',
    'plain',
    'dual',
    'host',
    'none',
    'lab',
    'lab-vlan',
    'segment-l2',
    'segment-l3',
    'template',
    'from-template',
    'plugged',
  ];

  it('are of every network that was made', () => {
    assert.deepEqual(stable.networks.map(({ name }) => name).sort(), [...names].sort());
  });

  for (const name of names) {
    it(`draw ${name} as before`, () => {
      assertGolden(`network-${name}`, layoutNetwork(stable, networkNamed(stable, name).id));
    });
  }

  it('draw the whole topology as before', () => {
    assertGolden('topology', layoutTopology(stable));
  });

  it('are made of what the store reads', async () => {
    const store = storeOn(engine.host);
    const watch = store.watch();
    try {
      const seen = await topologyWith(store, () => true);
      const { networks, containers, ports, links } = await liveTopology(engine);
      // An inspect of a network adds its members' addresses, which the containers tell as well.
      const listed = networks.map((network) => ({ ...network, addresses: {} }));
      assert.deepEqual(seen.networks, listed);
      assert.deepEqual(
        seen.containers.map(({ name, endpoints }) => [name, endpoints]),
        containers.map(({ name, endpoints }) => [name, endpoints]),
      );
      assert.deepEqual([seen.ports, seen.links], [ports, links]);
    } finally {
      watch.dispose();
      store.dispose();
    }
  });

  it('say what docker inspect and docker port say', async () => {
    checkTruths(await liveTopology(engine), await truths(engine));
  });
});

/** One after the other: addresses follow the order. */
async function buildLocal({ docker, netns }: Engine): Promise<void> {
  for (const [name, peer] of [
    ['eth0', 'lan0'],
    ['eth1', 'lan1'],
    ['eth2', 'lan2'],
    // Stands for an 802.1q interface, which not every kernel can make: the engine takes one that is there by its name.
    ['eth0.20', 'lan0.20'],
  ] as const) {
    await netns('ip', 'link', 'add', name, 'type', 'veth', 'peer', 'name', peer);
    await netns('ip', 'link', 'set', name, 'up');
    await netns('ip', 'link', 'set', peer, 'up');
  }
  const option = (key: string, value: string): string[] => [
    '-o',
    `com.docker.network.bridge.${key}=${value}`,
  ];
  const networks: readonly (readonly string[])[] = [
    ['shop'],
    ['--internal', 'vault'],
    [...option('enable_icc', 'false'), 'quiet'],
    [...option('enable_ip_masquerade', 'false'), 'plain'],
    ['--ipv6', '--subnet', '10.20.0.0/24', '--subnet', 'fd00:20::/64', 'dual'],
    ['-d', 'macvlan', '-o', 'parent=eth0', '--subnet', '10.30.0.0/24', 'lab'],
    ['-d', 'macvlan', '-o', 'parent=eth0.20', '--subnet', '10.31.0.0/24', 'lab-vlan'],
    ['-d', 'ipvlan', '-o', 'parent=eth1', '--subnet', '10.32.0.0/24', 'segment-l2'],
    ['-d', 'ipvlan', '-o', 'parent=eth2', '-o', 'ipvlan_mode=l3', '--subnet', '10.33.0.0/24', 'segment-l3'],
    ['--config-only', '--subnet', '10.34.0.0/24', 'template'],
    ['--config-from', 'template', 'from-template'],
    ['-d', PLUGIN, '--subnet', '10.35.0.0/24', 'plugged'],
  ];
  for (const words of networks) {
    await docker('network', 'create', ...words);
  }
  const compose = (service: string): string[] => [
    ...['--label', 'com.docker.compose.project=shop', '--label', `com.docker.compose.service=${service}`],
  ];
  const containers: readonly (readonly string[])[] = [
    ['--name', 'landing', '-p', '8080:80', '-p', '127.0.0.1:8081:443'],
    ['--name', 'linker', '--link', 'landing:front'],
    ['--name', 'api', '--network', 'shop', ...compose('api'), '-p', '9000:80', '-p', '5300-5301:53-54/udp'],
    ['--name', 'db', '--network', 'shop', ...compose('db')],
    ['--name', 'metrics', '--network', 'container:api'],
    ['--name', 'safe', '--network', 'vault', '-p', '7000:80'],
    ['--name', 'mute-1', '--network', 'quiet', '-p', '7001:80'],
    ['--name', 'mute-2', '--network', 'quiet'],
    ['--name', 'routed', '--network', 'plain', '-p', '7002:80'],
    ['--name', 'six', '--network', 'dual', '-p', '[::1]:7003:80', '-p', '7004:80'],
    ['--name', 'agent', '--network', 'host'],
    ['--name', 'batch', '--network', 'none'],
    ['--name', 'printer', '--network', 'lab'],
    ['--name', 'camera', '--network', 'lab-vlan'],
    ['--name', 'child', '--network', 'from-template'],
    ['--name', 'ship', '--network', 'plugged'],
    ['--name', 'past', '--network', 'shop', ...compose('jobs'), '-p', '9001:80'],
    ['--name', 'held', '--network', 'shop', ...compose('jobs')],
  ];
  for (const words of containers) {
    await docker('run', '-d', ...words, 'web', 'sleep', '99999');
  }
  await docker('network', 'connect', 'vault', 'api');
  await docker('network', 'connect', 'dual', 'db');
  await docker('stop', '-t', '0', 'past');
  await docker('pause', 'held');
  await docker('create', '--name', 'later', '--network', 'shop', '-p', '9002:80', 'web');
}

describe('pictures of a swarm of two nodes', function () {
  this.timeout(240_000);
  let nodes: TwoNodes;
  let stable: Topology;

  before(async () => {
    nodes = await startTwoNodes();
    await Promise.all([loadImage(nodes.manager, 'web'), loadImage(nodes.worker, 'web')]);
    await buildSwarm(nodes);
    stable = await stableTopology(nodes.manager);
  });

  after(() => nodes.stop());

  it('have the peers, the service and its address', () => {
    const mesh = networkNamed(stable, 'mesh');
    assert.deepEqual(mesh.peers.map(({ address }) => address).sort(), ['192.0.2.1', '192.0.2.2']);
    assert.deepEqual(
      stable.services.map(({ name, running, addresses }) => [name, running, addresses.length]),
      [
        ['front', 1, 1],
        ['web', 1, 1],
      ],
    );
  });

  for (const name of ['mesh', 'ingress', 'docker_gwbridge']) {
    it(`draw ${name} as before`, () => {
      assertGolden(`swarm-network-${name}`, layoutNetwork(stable, networkNamed(stable, name).id));
    });
  }

  it('draw the whole topology as before', () => {
    assertGolden('swarm-topology', layoutTopology(stable));
  });

  it('say what docker inspect and docker port say', async () => {
    checkTruths(await liveTopology(nodes.manager), await truths(nodes.manager));
  });
});

async function buildSwarm({ manager, worker }: TwoNodes): Promise<void> {
  await manager.docker('network', 'create', '-d', 'overlay', '--attachable', 'mesh');
  const service = ['service', 'create', '-d', '--no-resolve-image', '--constraint', 'node.role==manager'];
  await manager.docker(
    ...[...service, '--name', 'web', '--network', 'mesh'],
    ...['--publish', 'mode=host,published=8125,target=80', 'web'],
  );
  await untilRunning(manager, 'web');
  await manager.docker(...service, '--name', 'front', '--publish', '8088:80', 'web');
  await untilRunning(manager, 'front');
  await manager.docker('run', '-d', '--name', 'guest', '--network', 'mesh', '-p', '8126:80', 'web');
  await worker.docker('run', '-d', '--name', 'far', '--network', 'mesh', 'web');
  await untilPeers(manager, 'mesh', 2);
}

async function until(what: string, isSo: () => Promise<boolean>, limitMs = 40_000): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await isSo())) {
    assert.ok(Date.now() < end, `not so in time: ${what}`);
  }
}

function untilRunning(engine: Engine, service: string): Promise<void> {
  return until(`${service} runs`, async () => {
    const format = ['--filter', `name=${service}`, '--format', '{{.Replicas}}'];
    return (await engine.docker('service', 'ls', ...format)) === '1/1';
  });
}

/** The nodes tell each other of a network by gossip. */
function untilPeers(engine: Engine, network: string, count: number): Promise<void> {
  return until(`${count} peers of ${network}`, async () => {
    const peers = await engine.docker('network', 'inspect', '-f', '{{len .Peers}}', network);
    return Number(peers) === count;
  });
}
