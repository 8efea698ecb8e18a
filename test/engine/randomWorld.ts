import type { Engine } from '../../scripts/testbed/engine.mjs';

/** An address of the engine's host that is neither its loopback nor a wildcard; `addHostAddress` gives it one. */
export const HOST_ADDRESS = '192.0.2.10';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What chance decides. */
class Dice {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = numbers(seed);
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.between(0, items.length - 1)] ?? items[0];
  }

  /** Some of them, in an order of their own. */
  some<T>(items: readonly T[], amount: number): readonly T[] {
    const left = [...items];
    return Array.from({ length: Math.min(amount, left.length) }, () =>
      left.splice(this.between(0, left.length - 1), 1),
    ).flat();
  }
}

/** What the client is asked, in order: `['network', 'create', 'w0']`. */
export type Commands = readonly (readonly string[])[];

/**
 * The commands that make a random world on an empty engine: up to six bridge networks and eight containers with ports of
 * every shape, then what happens to them while they run. The same seed gives the same commands.
 */
export function randomWorld(seed: number): Commands {
  const dice = new Dice(seed);
  const networks = Array.from({ length: dice.between(0, 6) }, (_, index) => `w${index}`);
  const names = Array.from({ length: dice.between(1, 8) }, (_, index) => `c${index}`);
  const containers = names.map((name, index) => drawContainer(dice, name, index, networks));
  return [
    ...networks.map((name, index) => networkCommand(dice, name, index)),
    ...containers.flatMap(({ commands }) => commands),
    ...containers.flatMap((container) => happenings(dice, container, networks)),
  ];
}

function networkCommand(dice: Dice, name: string, index: number): readonly string[] {
  const option = (key: string, value: string): string[] => [
    '-o',
    `com.docker.network.bridge.${key}=${value}`,
  ];
  const words = ['network', 'create', ...(dice.chance(0.7) ? subnet(dice, index) : [])];
  words.push(...(dice.chance(0.2) ? ['--internal'] : []));
  words.push(...(dice.chance(0.25) ? option('enable_ip_masquerade', 'false') : []));
  words.push(...(dice.chance(0.25) ? option('enable_icc', 'false') : []));
  words.push(...(dice.chance(0.25) ? option('name', `own${index}`) : []));
  words.push(...(dice.chance(0.15) ? option('host_binding_ipv4', '127.0.0.1') : []));
  words.push(...(dice.chance(0.3) ? ['--ipv6', '--subnet', `fd00:88:${index + 1}::/64`] : []));
  return [...words, name];
}

/** Also one that is written with host bits, as engine 20.10 takes it. */
function subnet(dice: Dice, index: number): readonly string[] {
  const base = `10.${60 + index}`;
  const cidr = dice.pick([`${base}.0.0/16`, `${base}.7.0/24`, `${base}.8.64/26`, `${base}.9.7/24`]);
  const start = cidr.slice(0, cidr.lastIndexOf('.'));
  const last = cidr.includes('.64/26') ? 64 : 0;
  return [
    ...['--subnet', cidr],
    ...(dice.chance(0.4) ? ['--gateway', `${start}.${last + 30}`] : []),
    ...(dice.chance(0.4) ? ['--ip-range', `${start}.${last + 16}/28`] : []),
  ];
}

interface DrawnContainer {
  readonly name: string;
  readonly joined: readonly string[];
  readonly commands: Commands;
}

function drawContainer(dice: Dice, name: string, index: number, networks: readonly string[]): DrawnContainer {
  const mode = index > 0 && dice.chance(0.12) ? dice.pick(['host', 'none', 'container:c0']) : undefined;
  if (mode !== undefined) {
    // Engine 20.10 refuses `-p` with `container:`, and leaves it out with the others.
    const ports = mode.startsWith('container') ? [] : portWords(dice, index);
    return {
      name,
      joined: [],
      commands: [['run', '-d', '--name', name, '--network', mode, ...ports, 'web', 'sleep', '9999']],
    };
  }
  const [first = 'bridge', ...others] = dice.some(['bridge', ...networks], dice.between(1, 3));
  // Only a created container can be started later; both have their ports asked for.
  const verb = dice.chance(0.1) ? ['create'] : ['run', '-d'];
  const start = [...verb, '--name', name, '--network', first, ...portWords(dice, index), 'web'];
  return {
    name,
    joined: [first, ...others],
    commands: [start, ...others.map((network) => ['network', 'connect', network, name])],
  };
}

const binds = ['', '0.0.0.0:', '127.0.0.1:', `${HOST_ADDRESS}:`, '[::1]:', '[::]:', '127.0.0.5:'] as const;

/** Host ports are nobody else's: what engines do about a taken one is no matter of rules. */
function portWords(dice: Dice, index: number): readonly string[] {
  const base = 20_000 + index * 100;
  return Array.from({ length: dice.between(0, 4) }, (_, place) => {
    const host = base + place * 10;
    const bind = dice.pick(binds);
    const protocol = dice.pick(['', '/tcp', '/udp', '/sctp']);
    const port = dice.pick([80, 80, 53, 5000 + place]);
    const range = dice.pick([
      `${host}:${port}`,
      `${host}:${port}`,
      `${host}-${host + 2}:${port}-${port + 2}`,
      `${host}-${host + 5}:${port}`,
    ]);
    return ['-p', `${bind}${range}${protocol}`];
  }).flat();
}

/** What happens later, to some: connects and disconnects while it runs, stop, pause, restart. */
function happenings(dice: Dice, { name, joined }: DrawnContainer, networks: readonly string[]): Commands {
  if (joined.length === 0) {
    return [];
  }
  const commands: (readonly string[])[] = [];
  const now = new Set(joined);
  const started = dice.chance(0.35);
  commands.push(...(started ? [['restart', '-t', '0', name]] : []));
  for (const network of dice.some(networks, dice.between(0, 2))) {
    commands.push(['network', now.has(network) ? 'disconnect' : 'connect', network, name]);
  }
  commands.push(
    ...dice.pick<readonly string[][]>([
      [],
      [],
      [['stop', '-t', '0', name]],
      [['pause', name]],
      [['restart', '-t', '0', name]],
      [['start', name]],
    ]),
  );
  return commands;
}

/** Gives the engine's host the address that ports are bound to. */
export async function addHostAddress(engine: Engine): Promise<void> {
  await engine.netns('ip', 'address', 'add', `${HOST_ADDRESS}/32`, 'dev', 'lo');
}
