import { runTogether } from '../compose/composeFile';
import { outlineOf, type FileView } from '../compose/fileView';
import { removeItem } from '../fixes/edits';
import { otherPort } from '../fixes/otherPort';
import { overlaps } from '../values/address';
import type { PortRange } from '../values/publish';
import { allFixedPorts, commonPorts, fixedPorts, portWords, type FixedPort } from './shared/ports';
import { fileRule } from './shared/rule';

interface Pair extends FixedPort {
  readonly first: FixedPort;
  readonly ports: PortRange;
}

/** Two entries that want the same port of the same address, each with the first one that does. */
function pairs(file: FileView): readonly Pair[] {
  const groups = file.compose
    ? [allFixedPorts(file).filter(({ scope }) => !isScaledAway(file, scope))]
    : file.scopes.map(fixedPorts);
  return groups.flatMap((ports) => {
    const byPort = new PortIndex();
    return ports.flatMap((port) => {
      const first = byPort.find(port, (other) => clash(file, other, port));
      byPort.add(port);
      const common = first && commonPorts(first.taken, port.taken);
      return common ? [{ ...port, first, ports: common }] : [];
    });
  });
}

/** A wider range stands in a list, and not under each of its ports. */
const widest = 64;

/** Ports by number, so that a file with a thousand of them is not a million comparisons. */
class PortIndex {
  private readonly byPort = new Map<number, FixedPort[]>();
  private readonly wide: FixedPort[] = [];

  add(fixed: FixedPort): void {
    const { first, last } = fixed.taken;
    if (last - first >= widest) this.wide.push(fixed);
    else for (let port = first; port <= last; port += 1) this.under(port).push(fixed);
  }

  /** The first one in the way that passes. */
  find({ taken: { first, last } }: FixedPort, passes: (other: FixedPort) => boolean): FixedPort | undefined {
    const numbers = last - first < this.byPort.size ? portsIn(first, last) : this.byPort.keys();
    for (const port of numbers) {
      const found = first <= port && port <= last ? this.byPort.get(port)?.find(passes) : undefined;
      if (found) return found;
    }
    return this.wide.find((other) => other.taken.first <= last && first <= other.taken.last && passes(other));
  }

  private under(port: number): FixedPort[] {
    const there = this.byPort.get(port) ?? [];
    this.byPort.set(port, there);
    return there;
  }
}

function* portsIn(first: number, last: number): Generator<number> {
  for (let port = first; port <= last; port += 1) yield port;
}

function clash(file: FileView, one: FixedPort, other: FixedPort): boolean {
  // One entry of an anchor that two services take has no second place to show.
  if (one.start === other.start || one.publish.protocol !== other.publish.protocol) return false;
  if (!commonPorts(one.taken, other.taken)) return false;
  if (!overlaps(one.publish.hostIp, other.publish.hostIp)) return false;
  if (one.scope === other.scope) return true;
  const [left, right] = [outlineOf(file, one.scope), outlineOf(file, other.scope)];
  return left !== undefined && right !== undefined && runTogether(left, right);
}

/** `scale: 0` and `replicas: 0`: it does not run unless asked to. */
function isScaledAway(file: FileView, scope: FixedPort['scope']): boolean {
  const lines = outlineOf(file, scope)?.entry.lines;
  return (
    !!lines && /^\s+(scale|replicas):\s*["']?0["']?\s*(#.*)?$/m.test(file.text.slice(lines.start, lines.end))
  );
}

/** Who has the port: the same service, or another one. */
function where({ first, scope }: Pair): string {
  if (first.scope === scope) return 'twice here';
  return `by the service ${first.scope.name ?? ''} too`;
}

/** Two services, or two entries of one, on the same port of the host. */
export const publishTwice = fileRule<Pair>({
  code: 'publish.twice',
  severity: 'error',
  about: 'One port of the host that two containers of the file, or two entries of one, publish.',
  docs: 'https://docs.docker.com/engine/network/port-publishing/',
  checkFile: pairs,
  say: (pair) =>
    `Port ${portWords(pair.ports)}/${pair.publish.protocol} of the host is published ${where(pair)}: Bind for ${pair.publish.hostIp ?? '0.0.0.0'}:${pair.ports.first} failed: port is already allocated. Choose another port.`,
  relate: ({ first }) => [
    { start: first.start, end: first.end, message: `${first.scope.name ?? 'Here'} publishes it first.` },
  ],
  mend: (pair, file) => {
    const same =
      pair.first.use.text !== undefined &&
      pair.first.use.text === pair.use.text &&
      pair.first.scope === pair.scope;
    const remove = same ? removeItem(file, pair.scope, pair.use) : undefined;
    return [
      ...(remove
        ? [{ title: `Remove the second ${pair.use.text ?? ''}`, edits: [remove], preferred: true }]
        : []),
      ...otherPort(pair.use, pair.publish, file),
    ];
  },
});
