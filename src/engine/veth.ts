import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Topology } from '../model';
import type { Answer } from './calls';

/** Where the kernel shows a machine's network interfaces. */
const SYS = '/sys/class/net';

/** Made anew at each boot of a kernel: equal in a container and here only where both are on one machine. */
const BOOT_ID = '/proc/sys/kernel/random/boot_id';

/** How the host's end of a veth pair is asked for. */
export interface VethSource {
  /** Of the engine: only `unix://` may be this machine. */
  readonly url: string;
  /** `EngineCalls.readFiles` through the store: runs `cat` in the container. */
  readonly readFiles: (containerId: string, paths: readonly string[]) => Promise<Answer<string>>;
  /** Another place than `/sys/class/net`. */
  readonly sysPath?: string;
}

/** The name of the host's end, `veth8c6ee2b`, or why it can't be told. */
export type VethAnswer =
  { readonly ok: true; readonly name: string } | { readonly ok: false; readonly problem: VethProblem };

/** Why the host's end of a veth pair can't be told. */
export type VethProblem =
  /** The engine is asked over ssh, TCP or a named pipe. */
  | { readonly kind: 'notLocal'; readonly url: string }
  /** Not a bridge network, so no such pair ends on the host. */
  | { readonly kind: 'noBridge'; readonly network: string }
  /** Stopped, or not connected now. */
  | { readonly kind: 'notAttached'; readonly container: string; readonly network: string }
  /**
   * This machine has no bridge of that name (Docker Desktop, a socket that is passed on), or has one of another engine: a
   * rootless or nested engine runs on the same kernel and names its bridge `docker0`, too.
   */
  | { readonly kind: 'otherMachine'; readonly device: string }
  /** `detail` has the engine's or the container's own words; the host's bridge does not know the address either. */
  | { readonly kind: 'unreadable'; readonly detail: string; readonly mac: string | undefined }
  /** All was read, and nothing fits: it may have changed meanwhile. */
  | { readonly kind: 'notFound'; readonly device: string };

/**
 * The real name of the host's end of a container's veth pair on a bridge network, which the Engine API does not tell.
 * Runs `cat` in the container, so only to be called when a person asks for it: each interface there names the number of
 * its other end (`iflink`), and a port of the bridge on this machine has that number (`ifindex`); both ends must name
 * each other. An image without `cat`, and a paused container: by the MAC in the bridge's forwarding table, where the
 * bridge has heard of it. Another engine's bridge of the same name, in another network namespace of this kernel, may have
 * a port whose numbers fit: it is refused where that port has been heard with other MACs alone, and is not told apart
 * while it is silent. Reads the host without rights of its own. Never rejects.
 */
export async function findVeth(
  topology: Topology,
  containerId: string,
  networkId: string,
  source: VethSource,
): Promise<VethAnswer> {
  const place = placeOf(topology, containerId, networkId, source.url);
  if ('kind' in place) {
    return { ok: false, problem: place };
  }
  const ports = await bridgePorts(source.sysPath ?? SYS, place.device);
  if (ports === undefined) {
    return { ok: false, problem: { kind: 'otherMachine', device: place.device } };
  }
  const ends = await containerEnds(containerId, source.readFiles);
  return ends.ok ? fromEnds(ends.value, ports, place) : fromForwarding(ports, place, ends.problem.detail);
}

/** What is told to the person who asked: plain words, with names as they are. */
export function sayVethProblem(problem: VethProblem): string {
  switch (problem.kind) {
    case 'notLocal':
      return `The name of a veth pair is known on the engine’s own machine only, and this one is asked at ${problem.url}.`;
    case 'noBridge':
      return `${problem.network} is no bridge network: no veth pair of it ends on the host.`;
    case 'notAttached':
      return `${problem.container} is not on ${problem.network} now. A veth pair is there while its container runs.`;
    case 'otherMachine':
      return `The engine is not on this machine: it has no bridge ${problem.device} of that engine. It may run in a virtual machine or a network namespace.`;
    case 'unreadable':
      return `The container’s interfaces can’t be read: ${problem.detail}. The bridge has not heard of ${problem.mac ?? 'its MAC'} either.`;
    case 'notFound':
      return `No port of ${problem.device} is the other end of this container’s interfaces. Ask again: it may have just been connected.`;
  }
}

interface Place {
  readonly device: string;
  readonly mac: string | undefined;
}

function placeOf(
  topology: Topology,
  containerId: string,
  networkId: string,
  url: string,
): Place | VethProblem {
  if (!url.startsWith('unix://')) {
    return { kind: 'notLocal', url };
  }
  const network = topology.networkById.get(networkId);
  const container = topology.containerById.get(containerId);
  if (network !== undefined && network.device === undefined) {
    return { kind: 'noBridge', network: network.name };
  }
  const endpoint = container?.endpoints.find((one) => one.networkId === networkId);
  if (network?.device === undefined || endpoint?.attached !== true) {
    return {
      kind: 'notAttached',
      container: container?.name ?? containerId,
      network: network?.name ?? networkId,
    };
  }
  return { device: network.device, mac: endpoint.mac?.toLowerCase() };
}

/** An interface that hangs on a bridge of this machine. */
interface BridgePort {
  readonly name: string;
  readonly index: number;
  /** The index of its other end, in that end's own namespace. */
  readonly peer: number;
  /** MACs that the bridge has heard from it, lower case. */
  readonly heard: readonly string[];
}

/** Undefined where this machine has no such bridge. A port that goes meanwhile is left out. */
async function bridgePorts(sys: string, device: string): Promise<readonly BridgePort[] | undefined> {
  if (!isInterfaceName(device)) {
    return undefined;
  }
  const names = await readdir(join(sys, device, 'brif')).catch(() => undefined);
  const table = await readFile(join(sys, device, 'brforward')).catch(() => undefined);
  const heard = decodeForwarding(table ?? new Uint8Array());
  const readPort = async (name: string): Promise<BridgePort | undefined> => {
    const read = (file: string): Promise<number> => readNumber(join(sys, name, file));
    const [index, peer, number] = await Promise.all(['ifindex', 'iflink', 'brport/port_no'].map(read));
    return index === undefined || peer === undefined || Number.isNaN(index + peer)
      ? undefined
      : { name, index, peer, heard: heard.filter(({ port }) => port === number).map(({ mac }) => mac) };
  };
  const ports = names && (await Promise.all(names.sort().map(readPort)));
  return ports?.filter((port) => port !== undefined);
}

/** The numbers are decimal, and hexadecimal with `0x` in `port_no`. */
async function readNumber(file: string): Promise<number> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trim() === '' ? NaN : Number(text);
}

/** `struct __fdb_entry` of linux/if_bridge.h: MAC, low byte of the port, whether it is the bridge's own, … high byte. */
const ENTRY = { length: 16, portLow: 6, isLocal: 7, portHigh: 12 };

/** Reads `brforward`: which MAC a bridge has heard on which of its ports. The ports' own MACs are left out. */
export function decodeForwarding(
  bytes: Uint8Array,
): readonly { readonly mac: string; readonly port: number }[] {
  const count = Math.floor(bytes.length / ENTRY.length);
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * ENTRY.length))
    .filter((entry) => entry[ENTRY.isLocal] === 0)
    .map((entry) => ({
      mac: Array.from(entry.subarray(0, 6), (byte) => byte.toString(16).padStart(2, '0')).join(':'),
      port: (entry[ENTRY.portLow] ?? 0) + 256 * (entry[ENTRY.portHigh] ?? 0),
    }));
}

/** An interface inside a container. */
interface ContainerEnd {
  readonly mac: string;
  readonly index: number;
  readonly peer: number;
}

/** `undefined` where the container is on another kernel than this machine's. */
type Ends = Answer<readonly ContainerEnd[] | undefined>;

async function containerEnds(containerId: string, read: VethSource['readFiles']): Promise<Ends> {
  const list = await read(containerId, [BOOT_ID, '/proc/net/dev']);
  if (!list.ok) {
    return list;
  }
  const [bootId = '', ...lines] = list.value.split('\n');
  const own = await readFile(BOOT_ID, 'utf8').catch(() => '');
  if (own.trim() !== bootId.trim()) {
    return { ok: true, value: undefined };
  }
  const names = lines.flatMap((line) => /^\s*([^\s:]+):\s/.exec(line)?.[1] ?? []).filter(isInterfaceName);
  const files = names.flatMap((name) => FACTS.map((fact) => `${SYS}/${name}/${fact}`));
  const facts = await read(containerId, files);
  return facts.ok ? { ok: true, value: decodeEnds(facts.value) } : facts;
}

const FACTS = ['address', 'ifindex', 'iflink'];

function decodeEnds(text: string): readonly ContainerEnd[] {
  const lines = text.split('\n').map((line) => line.trim());
  return Array.from({ length: Math.floor(lines.length / FACTS.length) }, (_, index) => {
    const [mac = '', own, peer] = lines.slice(index * FACTS.length);
    return { mac: mac.toLowerCase(), index: Number(own), peer: Number(peer) };
  });
}

/** A name that is one step of a path: the kernel allows no slash, and 15 bytes. */
function isInterfaceName(name: string): boolean {
  return name !== '.' && name !== '..' && name.length <= 15 && !/[/\0]/.test(name) && name !== '';
}

/** By MAC where the engine told one: a container has a pair for each of its networks. */
function fromEnds(
  ends: readonly ContainerEnd[] | undefined,
  ports: readonly BridgePort[],
  { device, mac }: Place,
): VethAnswer {
  if (ends === undefined) {
    return { ok: false, problem: { kind: 'otherMachine', device } };
  }
  const own = ends.filter((end) => mac === undefined || end.mac === mac);
  const pairs = ports.flatMap((port) => {
    const end = own.find((one) => one.peer === port.index && one.index === port.peer);
    return end === undefined ? [] : { port, end };
  });
  const pair = pairs.find(({ port, end }) => mayBe(port, end));
  if (pair === undefined) {
    return { ok: false, problem: { kind: pairs.length > 0 ? 'otherMachine' : 'notFound', device } };
  }
  return { ok: true, name: pair.port.name };
}

/** Numbers of interfaces are each namespace's own and coincide: what the bridge has heard from the port must not speak against it. */
function mayBe({ heard }: BridgePort, { mac }: ContainerEnd): boolean {
  return heard.length === 0 || heard.includes(mac);
}

function fromForwarding(ports: readonly BridgePort[], { mac }: Place, detail: string): VethAnswer {
  const port = mac === undefined ? undefined : ports.find(({ heard }) => heard.includes(mac));
  return port === undefined
    ? { ok: false, problem: { kind: 'unreadable', detail, mac } }
    : { ok: true, name: port.name };
}
