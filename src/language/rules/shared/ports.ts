import type { FileView } from '../../compose/fileView';
import type { Span } from '../../span';
import { hoverSpan, type Scope, type Use } from '../../use';
import type { PortRange, Publish } from '../../values/publish';
import { partText, readBorrowedMode, readPublish } from '../../values/read';

/** A published port that takes certain ports of the host. */
export interface FixedPort extends Span {
  readonly use: Use;
  readonly scope: Scope;
  readonly publish: Publish;
  /** All of them are taken. */
  readonly taken: PortRange;
}

/** The ports of the host that a container takes for sure: of a range for one port the engine takes one that is free. */
export function fixedPorts(scope: Scope): readonly FixedPort[] {
  const found = ofScope.get(scope) ?? readFixedPorts(scope);
  ofScope.set(scope, found);
  return found;
}

/** Read in the small step of the scope, and asked for again in that of the file. */
const ofScope = new WeakMap<Scope, readonly FixedPort[]>();

function readFixedPorts(scope: Scope): readonly FixedPort[] {
  const mode = readBorrowedMode(scope);
  if (mode !== undefined) return [];
  return scope.uses.flatMap((use) => {
    const publish = use.kind === 'key' ? undefined : readPublish(use);
    if (!publish?.ok || !publish.hostPorts) return [];
    const { hostPorts, containerPorts } = publish;
    const chosen = hostPorts.last > hostPorts.first && containerPorts.first === containerPorts.last;
    // Tasks of a swarm service in this mode are on different nodes, or wait for one that is free.
    if (chosen || partText(use, 'mode') === 'host') return [];
    return [{ use, scope, publish, taken: hostPorts, ...(use.value ?? hoverSpan(use)) }];
  });
}

const known = new WeakMap<FileView, readonly FixedPort[]>();

/** Those of all containers of a file. */
export function allFixedPorts(file: FileView): readonly FixedPort[] {
  const ports = known.get(file) ?? file.scopes.flatMap(fixedPorts);
  known.set(file, ports);
  return ports;
}

/** `8080` or `8080-8082` */
export function portWords({ first, last }: PortRange): string {
  return first === last ? String(first) : `${first}-${last}`;
}

/** The ports that two ranges have in common. */
export function commonPorts(one: PortRange, other: PortRange): PortRange | undefined {
  const first = Math.max(one.first, other.first);
  const last = Math.min(one.last, other.last);
  return first <= last ? { first, last } : undefined;
}
