import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { loadImage } from '../../scripts/testbed/image.mjs';
import { startTwoNodes, type TwoNodes } from '../../scripts/testbed/twoNodes.mjs';
import type { Container, Topology } from '../../src/model';
import { storeOn, topologyWith } from './live';
import { ASKED, saidOutside, Words } from './traceWords';
import {
  askIn,
  BESIDE,
  BESIDE6,
  buildTraceWorld,
  namespacesOf,
  ON_HOST,
  ON_LAN,
  printed,
  type Ask,
  type Asker,
} from './traceWorld';

/** What a process of the host listens on, and the machine beside it. */
const AGENT = 7000;
const ECHO = 9000;

/** Tells each client the address that it comes from. */
const echoServer = `require('net').createServer((socket) => {
  socket.on('error', () => undefined);
  socket.end('HTTP/1.0 200 OK\\r\\n\\r\\n' + socket.remoteAddress.replace('::ffff:', '') + '\\n');
}).listen(${ECHO}, '::');`;

describe('traces against real connects', function () {
  this.timeout(240_000);
  let nodes: TwoNodes;
  let topology: Topology;
  let namespaces: ReadonlyMap<Asker, string>;
  let words: Words;
  let ask: Ask;
  let echo: ChildProcess;

  before(async () => {
    nodes = await startTwoNodes();
    await Promise.all([loadImage(nodes.manager, 'web'), loadImage(nodes.worker, 'web')]);
    await buildTraceWorld(nodes);
    topology = await readTopology(nodes);
    words = new Words(topology);
    namespaces = await namespacesOf(nodes);
    ask = askIn(namespaces);
    const lan = namespaces.get(ON_LAN) ?? '';
    echo = spawn('nsenter', [`--net=${lan}`, process.execPath, '-e', echoServer], { stdio: 'ignore' });
    await untilAnswered(() => askIn(namespaces)(ON_LAN, BESIDE, ECHO));
  });

  after(async () => {
    echo.kill();
    await nodes.stop();
  });

  function up(): readonly Container[] {
    return topology.containers.filter(({ state, name }) => state === 'running' && namespaces.has(name));
  }

  it('say of a paused container that its port opens and nobody answers', async () => {
    const held = topology.containers.find(({ name }) => name === 'held');
    const port = topology.ports.find(({ containerId }) => containerId === held?.id);
    assert.ok(held && port);
    assert.match(
      words.of({ kind: 'port', id: port.id }).at(-1) ?? '',
      /^Nobody answers .*: held is paused; a connection may open, and no process answers on it\.$/,
    );
    const lan = namespaces.get(ON_LAN) ?? '';
    assert.match(
      await printed(
        lan,
        'sh',
        '-c',
        'busybox nc -w 2 192.0.2.1 8094 </dev/null & pid=$!; sleep 1; ss -tnH dst 192.0.2.1:8094; kill $pid',
      ),
      /^(ESTAB|FIN-WAIT)/,
    );
    assert.equal(await ask(ON_LAN, '192.0.2.1', 8094), undefined);
  });

  it('tell which containers reach which, at every address of theirs', async () => {
    const pairs = up().flatMap((from) =>
      up().flatMap((to) =>
        to.endpoints.flatMap(({ networkName, ipv4, ipv6 }) =>
          [ipv4, ipv6].flatMap((address) =>
            address === undefined || ownerOf(from) === to.id ? [] : [{ from, to, networkName, address }],
          ),
        ),
      ),
    );
    const said = pairs.map(({ from, to, networkName, address }) =>
      verdict(from.name, to.name, address, words.reaches(from, to, networkName, address)),
    );
    const seen = await Promise.all(
      pairs.map(async ({ from, to, address }) =>
        verdict(from.name, to.name, address, (await ask(from.name, address, 80)) === to.name),
      ),
    );
    assert.ok(said.length > 500, `${said.length} pairs`);
    assert.ok(said.filter((one) => one.endsWith('arrives')).length > 60);
    assert.deepEqual(said, seen);
  });

  /** One that shares a sandbox is its owner, as far as packets see. */
  function ownerOf({ id, mode }: Container): string {
    return mode.kind === 'container' ? (mode.owner ?? id) : id;
  }

  it('tell who reaches which published port, at every address of the host', async () => {
    const askers = [
      ...up().map((container) => ({ from: container.name, container })),
      ...[ON_HOST, ON_LAN].map((from) => ({ from, container: undefined })),
    ];
    const cases = topology.ports.flatMap((port) =>
      askers.flatMap(({ from, container }) =>
        ASKED.filter((address) => canSend(container, address)).map((address) => ({
          port,
          from,
          container,
          address,
        })),
      ),
    );
    const told = cases.flatMap((one) => {
      const arrives = words.reachesPort(one.from, one.container, one.port, one.address);
      return arrives === undefined ? [] : [{ ...one, arrives }];
    });
    const said = told.map(({ port, from, address, arrives }) =>
      verdict(from, String(port.hostPort), address, arrives),
    );
    const seen = await Promise.all(
      told.map(async ({ port, from, address }) => {
        const name = topology.containerById.get(port.containerId)?.name;
        return verdict(
          from,
          String(port.hostPort),
          address,
          (await ask(from, address, port.hostPort)) === name,
        );
      }),
    );
    assert.ok(said.length > 800, `${said.length} cases`);
    assert.deepEqual(said, seen);
  });

  /** The words are of host's addresses in general: one without IPv6 asks none of its IPv6 ones. */
  function canSend(container: Container | undefined, address: string): boolean {
    const four = container?.endpoints.every(({ ipv6 }) => ipv6 === undefined) ?? false;
    return container === undefined || container.mode.kind === 'host' || !four || !address.includes(':');
  }

  it('tell who gets out, and with which address', async () => {
    const senders = up().filter(({ mode }) => mode.kind !== 'host');
    const said = senders.map((container) => [container.name, ...saidOutside(words.ofContainer(container))]);
    const seen = await Promise.all(
      senders.map(async ({ name }) => [
        name,
        ...(await Promise.all([ask(name, BESIDE, ECHO), ask(name, BESIDE6, ECHO)])),
      ]),
    );
    assert.deepEqual(said, seen);
    const sources = Object.fromEntries(seen.map(([name = '', four]) => [name, four]));
    assert.deepEqual(
      [sources.api, sources.guest, sources.routed, sources.printer, sources.safe, sources.hermit],
      ['192.0.2.1', '192.0.2.1', '10.66.0.2', '10.30.0.2', undefined, undefined],
    );
  });

  it('tell the address at which programs of the host are reached, and where not', async () => {
    const cases = up().flatMap(({ name, ...container }) =>
      words.ofContainer({ name, ...container }).flatMap((step) => {
        const at = /^To programs of node-1: at ([\d.]+),/.exec(step)?.[1];
        return at === undefined ? [] : [{ name, at }];
      }),
    );
    const seen = await Promise.all(cases.map(({ name, at }) => ask(name, at, AGENT)));
    assert.ok(cases.length > 12, `${cases.length} containers`);
    assert.deepEqual(
      seen,
      cases.map(() => 'node-1'),
    );
    const apart = up().filter((one) =>
      words.ofContainer(one).some((step) => step.startsWith('To node-1: not at')),
    );
    assert.deepEqual(
      apart.map(({ name }) => name),
      ['cell-1', 'cell-2', 'printer', 'scanner'],
    );
    const arrived = await Promise.all(
      apart.flatMap(({ name }) => [
        ask(name, name.startsWith('cell') ? '10.31.0.200' : '10.30.0.200', AGENT),
        ask(ON_HOST, topologyAddress(name), 80),
      ]),
    );
    assert.deepEqual(
      arrived,
      arrived.map(() => undefined),
    );
    assert.equal(await ask(ON_LAN, '10.30.0.200', AGENT), 'node-1');
  });

  function topologyAddress(name: string): string {
    return topology.containers.find((one) => one.name === name)?.endpoints[0]?.ipv4 ?? '';
  }

  it('know the network that the default route of each container leads into', async () => {
    const own = up().filter(({ mode, endpoints }) => mode.kind === 'network' && endpoints.length > 0);
    for (const { name, endpoints } of own) {
      const file = namespaces.get(name) ?? '';
      const device = /^default (?:via \S+ )?dev (\S+)/m.exec(await printed(file, 'ip', 'route'))?.[1];
      const shown =
        device === undefined ? '' : await printed(file, 'ip', '-4', 'address', 'show', 'dev', device);
      const real = /inet ([\d.]+)/.exec(shown)?.[1];
      const gateways =
        topology.networks.find((network) => network.name === 'docker_gwbridge')?.addresses ?? {};
      const id = topology.containers.find((one) => one.name === name)?.id ?? '';
      const marked = endpoints.find(({ defaultRoute }) => defaultRoute)?.ipv4;
      assert.equal(marked ?? gateways[id]?.split('/')[0], real, name);
    }
  });

  it('tell which names are resolved', async () => {
    const { docker } = nodes.manager;
    const resolves = (from: string, name: string): Promise<boolean> =>
      docker(
        'exec',
        from,
        'sh',
        '-c',
        `printf 'GET /etc/hostname HTTP/1.0\\r\\n\\r\\n' | nc -w 2 ${name} 80`,
      ).then(
        (answer) => answer.includes('200 OK'),
        () => false,
      );
    const table = [
      ['api', 'db', true],
      ['landing', 'linker', false],
      ['linker', 'front', true],
      ['chest', 'safe', true],
      ['printer', 'scanner', true],
      ['mute-1', 'mute-2', false],
      ['guest', 'guest-2', true],
      ['guest', 'far', true],
      ['hermit', 'guest', false],
      ['six', 'six-mate', true],
    ] as const;
    const seen = await Promise.all(table.map(([from, name]) => resolves(from, name)));
    assert.deepEqual(
      seen,
      table.map(([, , answer]) => answer),
    );
    const lookup = await docker(
      'exec',
      'mute-1',
      'sh',
      '-c',
      'nslookup mute-2 127.0.0.11 2>/dev/null || true',
    );
    assert.match(lookup, new RegExp(topologyAddress('mute-2').replaceAll('.', '\\.')));
  });
});

async function untilAnswered(asked: () => Promise<string | undefined>, limitMs = 10_000): Promise<void> {
  const end = Date.now() + limitMs;
  while ((await asked()) === undefined) {
    assert.ok(Date.now() < end, 'the machine beside does not answer itself');
  }
}

function verdict(from: string, to: string, address: string, arrives: boolean): string {
  return `${from.trim()} to ${to} at ${address}: ${arrives ? 'arrives' : 'does not arrive'}`;
}

async function readTopology({ manager }: TwoNodes): Promise<Topology> {
  const made = (await manager.docker('ps', '-aq')).split('\n').length;
  const store = storeOn(manager.host);
  const watch = store.watch();
  try {
    return await topologyWith(
      store,
      ({ containers, networks }) =>
        containers.length === made &&
        Object.keys(networks.find(({ name }) => name === 'docker_gwbridge')?.addresses ?? {}).length > 2,
    );
  } finally {
    watch.dispose();
    store.dispose();
  }
}
