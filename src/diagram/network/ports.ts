import type { Network, PublishedPort } from '../../model';
import { isWildcard } from '../../model';
import type { FoldItem } from '../folds';
import { bracketed, isLocalOnly } from '../words';
import type { Member, NetworkContext } from './context';

/** A published port, or those of a fold in one row. */
export type PortItem =
  | { readonly kind: 'port'; readonly port: PublishedPort }
  | {
      readonly kind: 'ports';
      readonly foldId: string;
      readonly ports: readonly PublishedPort[];
      readonly open: boolean;
    };

/** Ports that are bound to the same addresses of the host. */
export interface PortGroup {
  readonly title: string;
  readonly localOnly: boolean;
  readonly items: readonly PortItem[];
}

/** A container that publishes more than these in one place has them in one row, until that is opened. */
const mostPorts = 12;

/** The fold of a container's own ports in a network's diagram. */
export function portsFoldId({ id }: Pick<Network, 'id'>, containerId: string): string {
  return `ports/${containerId}@${id}`;
}

/** The key of the row in which a fold has its ports of one binding: boxes `port:KEY` and `nat:KEY`. */
export function foldedKey(foldId: string, title: string): string {
  return `fold:${foldId}:${title}`;
}

/** Ports of the containers as they are shown, by the host addresses they are bound to, those that all may reach first. */
export function groupPorts(
  context: NetworkContext,
  belongs: (port: PublishedPort, member: Member) => boolean,
): readonly PortGroup[] {
  const byTitle = new Map<string, PortItem[]>();
  const add = (foldId: string, ports: readonly PublishedPort[], together: boolean): void => {
    for (const [title, some] of byAddress(ports)) {
      const items = byTitle.get(title) ?? [];
      byTitle.set(title, items);
      items.push(...itemsOf(context, foldId, some, together));
    }
  };
  const portsOf = (id: string): readonly PublishedPort[] => {
    const member = context.members.get(id);
    return member ? member.container.published.filter((port) => belongs(port, member)) : [];
  };
  const visit = (item: FoldItem): void => {
    if (item.kind === 'container') {
      add(portsFoldId(context.network, item.container.id), portsOf(item.container.id), false);
    } else if (item.kind === 'group') {
      item.items.forEach(visit);
    } else {
      add(
        item.id,
        item.containers.flatMap(({ id }) => portsOf(id)),
        true,
      );
    }
  };
  context.items.forEach(visit);
  return [...byTitle]
    .map(([title, items]) => ({ title, localOnly: isLocal(items), items }))
    .sort(compareGroups);
}

function itemsOf(
  { unfolded }: NetworkContext,
  foldId: string,
  ports: readonly PublishedPort[],
  together: boolean,
): PortItem[] {
  const single = ports.map((port): PortItem => ({ kind: 'port', port }));
  if (together) {
    return [{ kind: 'ports', foldId, ports, open: false }];
  }
  if (ports.length <= mostPorts) {
    return single;
  }
  const open = unfolded.has(foldId);
  const head: PortItem = { kind: 'ports', foldId, ports, open };
  return open ? [head, ...single] : [head];
}

function byAddress(ports: readonly PublishedPort[]): ReadonlyMap<string, PublishedPort[]> {
  const found = new Map<string, PublishedPort[]>();
  for (const port of ports) {
    const title = bindTitle(port);
    const same = found.get(title);
    if (same) {
      same.push(port);
    } else {
      found.set(title, [port]);
    }
  }
  return found;
}

const everyAddress = 'every address';

/** `every address`, of both families; an engine without IPv6 binds `every IPv4 address`. */
export function bindTitle({ hostIps }: PublishedPort): string {
  const [first, ...more] = hostIps.filter(isWildcard);
  if (first === undefined) {
    return hostIps.map(bracketed).join(', ');
  }
  return more.length > 0 ? everyAddress : `every IPv${first === '::' ? '6' : '4'} address`;
}

function isLocal(items: readonly PortItem[]): boolean {
  return items.every((item) =>
    item.kind === 'port' ? isLocalOnly(item.port) : item.ports.every(isLocalOnly),
  );
}

function compareGroups(a: PortGroup, b: PortGroup): number {
  return Number(a.localOnly) - Number(b.localOnly) || rank(a) - rank(b);
}

function rank({ title }: PortGroup): number {
  return title === everyAddress ? 0 : title.startsWith('every') ? 1 : 2;
}
