import { execFile } from 'node:child_process';
import type { Engine } from '../../scripts/testbed/engine.mjs';
import type { TwoNodes } from '../../scripts/testbed/twoNodes.mjs';

/** Addresses of the engine's host and of a machine beside it, as `startTwoNodes` gives them; IPv6 is added here. */
export const HOST = '192.0.2.1';
export const BESIDE = '192.0.2.2';
export const HOST6 = 'fd00:2::1';
export const BESIDE6 = 'fd00:2::2';

/** Who asks: a container of the engine by its name, its host, or the machine beside it. */
export type Asker = string;
export const ON_HOST = ' host';
export const ON_LAN = ' lan';

/** Asks `GET /etc/hostname` there from a network namespace; resolves with the name of who answers, else undefined. */
export type Ask = (from: Asker, address: string, port: number) => Promise<string | undefined>;

interface Shell {
  readonly answer: string;
}

/** Runs words in the namespace of a process or a name, with something to read on its input. */
function inNamespace(file: string, words: readonly string[], input = ''): Promise<Shell> {
  return new Promise((resolve) => {
    const child = execFile('nsenter', [`--net=${file}`, ...words], (_problem, stdout) => {
      resolve({ answer: stdout });
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/** The network namespaces of a world, by who asks from them. */
export async function namespacesOf({ manager, worker }: TwoNodes): Promise<ReadonlyMap<Asker, string>> {
  const ids = (await manager.docker('ps', '-q')).split('\n').filter(Boolean);
  const told = await manager.docker('inspect', '-f', '{{.Name}} {{.State.Pid}}', ...ids);
  const containers = told.split('\n').map((line) => {
    const [name = '', pid = ''] = line.slice(1).split(' ');
    return [name, `/proc/${pid}/ns/net`] as const;
  });
  return new Map([
    ...containers,
    [ON_HOST, `/var/run/netns/${manager.namespace}`],
    [ON_LAN, `/var/run/netns/${worker.namespace}`],
  ]);
}

/** Asks all that it reads, at the same time: `[["172.18.0.2", 80]]`. What has not answered in its time has not arrived. */
const asker = `
const net = require('net');
let input = '';
const once = ([host, port]) => new Promise((resolve) => {
  let answer = '';
  const socket = net.connect({ host, port });
  const end = () => {
    clearTimeout(timer);
    socket.destroy();
    resolve(/\\r\\n\\r\\n(.+)\\n/.exec(answer)?.[1] ?? null);
  };
  const timer = setTimeout(end, 2500);
  socket.on('connect', () => socket.write('GET /etc/hostname HTTP/1.0\\r\\n\\r\\n'));
  socket.on('data', (part) => (answer += part));
  socket.on('end', end);
  socket.on('error', end);
});
process.stdin.on('data', (part) => (input += part));
process.stdin.on('end', async () => {
  process.stdout.write(JSON.stringify(await Promise.all(JSON.parse(input).map(once))));
});`;

interface Question {
  readonly address: string;
  readonly port: number;
  readonly answer: (name: string | undefined) => void;
}

/** Real TCP connects. What is asked of one namespace in one go is asked by one process, a few of them at a time. */
export function askIn(namespaces: ReadonlyMap<Asker, string>, atOnce = 16): Ask {
  const open = new Map<Asker, Question[]>();
  let last = Array.from({ length: atOnce }, () => Promise.resolve());
  return (from, address, port) =>
    new Promise((answer, reject) => {
      const questions = open.get(from) ?? [];
      questions.push({ address, port, answer });
      if (!open.has(from)) {
        open.set(from, questions);
        setImmediate(() => {
          open.delete(from);
          const [first = Promise.resolve(), ...others] = last;
          const next = first.then(() => askAll(namespaces.get(from), questions)).catch(reject);
          last = [...others, next];
        });
      }
    });
}

async function askAll(file: string | undefined, questions: readonly Question[]): Promise<void> {
  if (file === undefined) {
    throw new Error('no such network namespace');
  }
  const input = JSON.stringify(questions.map(({ address, port }) => [address, port]));
  const { answer } = await inNamespace(file, [process.execPath, '-e', asker], input);
  const names = JSON.parse(answer) as readonly (string | null)[];
  questions.forEach((question, index) => {
    question.answer(names[index] ?? undefined);
  });
}

/** What a command prints in a namespace. */
export async function printed(file: string, ...words: readonly string[]): Promise<string> {
  return (await inNamespace(file, words)).answer.trim();
}

const option = (key: string, value: string): string[] => ['-o', `com.docker.network.bridge.${key}=${value}`];

const networks: readonly (readonly string[])[] = [
  ['shop'],
  ['blog'],
  ['--internal', 'vault'],
  ['--internal', 'attic'],
  [...option('enable_icc', 'false'), 'quiet'],
  [...option('enable_ip_masquerade', 'false'), '--subnet', '10.66.0.0/24', 'plain'],
  ['--ipv6', '--subnet', '10.20.0.0/24', '--subnet', 'fd00:20::/64', 'dual'],
  [
    '--ipv6',
    '--subnet',
    '10.21.0.0/24',
    '--subnet',
    'fd00:21::/64',
    ...option('enable_icc', 'false'),
    'dual-quiet',
  ],
  ['--internal', '--ipv6', '--subnet', '10.22.0.0/24', '--subnet', 'fd00:22::/64', 'moat'],
  ['-d', 'macvlan', '-o', 'parent=lab0', '--subnet', '10.30.0.0/24', 'lab'],
  ['-d', 'macvlan', '-o', 'parent=cell0', '-o', 'macvlan_mode=private', '--subnet', '10.31.0.0/24', 'cells'],
  ['-d', 'overlay', '--attachable', 'mesh'],
  ['-d', 'overlay', '--attachable', '--internal', 'mesh-inside'],
];

const containers: readonly (readonly string[])[] = [
  ['landing', '-p', '8080:80', '-p', '127.0.0.1:8081:80'],
  ['linker', '--link', 'landing:front'],
  ['api', '--network', 'shop', '-p', `${HOST}:8082:80`],
  ['db', '--network', 'shop'],
  ['notes', '--network', 'blog', '-p', '0.0.0.0:8083:80'],
  ['safe', '--network', 'vault', '-p', '8084:80'],
  ['chest', '--network', 'vault'],
  ['mute-1', '--network', 'quiet', '-p', '8085:80'],
  ['mute-2', '--network', 'quiet'],
  ['routed', '--network', 'plain', '-p', '8086:80'],
  ['six', '--network', 'dual', '-p', '8087:80', '-p', '[::1]:8088:80', '-p', '[::]:8089:80'],
  ['six-mate', '--network', 'dual'],
  ['hush-1', '--network', 'dual-quiet', '-p', '8090:80'],
  ['hush-2', '--network', 'dual-quiet'],
  ['fort', '--network', 'moat'],
  ['printer', '--network', 'lab'],
  ['scanner', '--network', 'lab'],
  ['cell-1', '--network', 'cells'],
  ['cell-2', '--network', 'cells'],
  ['batch', '--network', 'none'],
  ['guest', '--network', 'mesh', '-p', '8091:80'],
  ['guest-2', '--network', 'mesh'],
  ['hermit', '--network', 'mesh-inside'],
  ['both', '--network', 'vault', '-p', '8092:80'],
  ['inside-out', '--network', 'vault', '-p', '8093:80'],
  ['held', '--network', 'blog', '-p', '8094:80'],
];

/** One after the other, so that addresses are the same each time. */
export async function buildTraceWorld({ manager, worker }: TwoNodes): Promise<void> {
  const { docker } = manager;
  await addInterfaces(manager, worker);
  for (const words of networks) {
    await docker('network', 'create', ...words);
  }
  for (const [name = '', ...words] of containers) {
    await docker('run', '-d', '--name', name, '--hostname', name, ...words, 'web');
  }
  await docker(
    'run',
    '-d',
    '--name',
    'agent',
    '--network',
    'host',
    'web',
    ...['httpd', '-f', '-p', '7000', '-h', '/'],
  );
  await docker(
    'run',
    '-d',
    '--name',
    'metrics',
    '--network',
    'container:api',
    'web',
    'httpd',
    '-f',
    '-p',
    '7001',
    '-h',
    '/',
  );
  await docker('network', 'connect', 'attic', 'both');
  await docker('network', 'connect', 'shop', 'both');
  await docker('network', 'connect', 'mesh', 'inside-out');
  await docker('pause', 'held');
  await docker('create', '--name', 'later', '--network', 'shop', '-p', '8095:80', 'web');
  await worker.docker('run', '-d', '--name', 'far', '--hostname', 'far', '--network', 'mesh', 'web');
}

/** A cable to the machine beside for IPv6 too, and interfaces to stand macvlan networks on. */
async function addInterfaces(manager: Engine, worker: Engine): Promise<void> {
  for (const [engine, address] of [
    [manager, HOST6],
    [worker, BESIDE6],
  ] as const) {
    await engine.netns('ip', 'address', 'add', `${address}/64`, 'dev', 'eth0', 'nodad');
  }
  // The machine beside knows the way back to networks whose packets keep their addresses.
  await worker.netns('ip', 'route', 'add', '10.66.0.0/24', 'via', HOST);
  for (const network of ['fd00:20::/64', 'fd00:21::/64', 'fd00:22::/64']) {
    await worker.netns('ip', '-6', 'route', 'add', network, 'via', HOST6);
  }
  for (const [name, address] of [
    ['lab', '10.30.0'],
    ['cell', '10.31.0'],
  ] as const) {
    await manager.netns(
      ...`ip link add ${name}0 type veth peer name ${name}1 netns ${worker.namespace}`.split(' '),
    );
    await manager.netns('ip', 'link', 'set', `${name}0`, 'up');
    await worker.netns('ip', 'link', 'set', `${name}1`, 'up');
    // The machine beside is the gateway of that segment; the host has an address on it, too.
    await worker.netns('ip', 'address', 'add', `${address}.1/24`, 'dev', `${name}1`);
    await manager.netns('ip', 'address', 'add', `${address}.200/24`, 'dev', `${name}0`);
  }
}
