import type { Container, PublishedPort, Topology } from '../../model';
import { isUp } from '../../model';
import type { Fact, Facts } from '../facts';
import { foldContainers, foldIdsOf, foldScopeOf, portFoldIdOf, type FoldItem } from '../folds';
import type { DiagramTarget, LayoutOptions } from '../options';
import { sandboxOwner } from '../sharers';
import { tame } from '../text';
import { count, hostPortText } from '../words';
import { fact, facts, withContent } from './factParts';

type Fold = Exclude<FoldItem, { readonly kind: 'container' }>;

/** What a fold of a diagram holds; the topology is without what the options leave out. Undefined when it is gone. */
export function describeFold(
  topology: Topology,
  id: string,
  target: DiagramTarget,
  options: LayoutOptions,
): Facts | undefined {
  const ports = topology.ports.filter((port) => portFoldIdOf(topology, port) === id);
  if (ports.length > 0) {
    return describePortFold(topology, id, ports, options);
  }
  const fold = findFold(topology, id, target);
  return fold && describeContainers(fold, options);
}

function describeContainers(fold: Fold, options: LayoutOptions): Facts {
  const { containers, id, reason } = fold;
  const running = containers.filter(isUp).length;
  const open = options.unfolded?.includes(id) ?? false;
  return {
    subject: { kind: 'fold', id },
    title: tame(fold.title),
    kind: reason === 'rest' ? 'folded containers' : `compose ${reason}`,
    groups: withContent([
      {
        title: '',
        facts: facts(
          fact('Shown', open ? 'open' : 'folded'),
          fact('Containers', containers.length),
          fact('Running', running),
          fact(
            'Published ports',
            containers.reduce((sum, { published }) => sum + published.length, 0) || undefined,
          ),
        ),
      },
      { title: count(containers.length, 'container'), facts: containers.map(memberFact) },
    ]),
  };
}

function memberFact({ id, name, state, endpoints }: Container): Fact {
  const [first] = endpoints;
  const address = first?.ipv4 ?? first?.ipv6;
  return {
    name: tame(name),
    value: address ?? state,
    ...(address === undefined ? {} : { code: true }),
    subject: { kind: 'container', id },
  };
}

function describePortFold(
  { containerById, networkById }: Topology,
  id: string,
  ports: readonly PublishedPort[],
  options: LayoutOptions,
): Facts {
  const network = networkById.get(id.slice('ports/'.length));
  return {
    subject: { kind: 'fold', id },
    title: tame(`Ports of ${network?.name ?? 'containers without a network'}`),
    kind: 'folded ports',
    groups: [
      {
        title: '',
        facts: facts(
          fact('Shown', (options.unfolded?.includes(id) ?? false) ? 'open' : 'folded'),
          fact('Network', network?.name, network ? { subject: { kind: 'network', id: network.id } } : {}),
        ),
      },
      {
        title: count(ports.length, 'published port'),
        facts: ports.map((port) => ({
          name: hostPortText(port),
          value: tame(
            `${containerById.get(port.containerId)?.name ?? port.containerId}:${port.containerPort}/${port.protocol}`,
          ),
          code: true,
          subject: { kind: 'port', id: port.id },
        })),
      },
    ],
  };
}

/** The fold of that id, whether it is open or closed: all around it is opened. */
function findFold(topology: Topology, id: string, target: DiagramTarget): Fold | undefined {
  const scope = target.kind === 'network' ? target.id : id.slice(0, Math.max(0, id.indexOf('/')));
  const members =
    target.kind === 'network'
      ? (topology.networkById.get(scope)?.endpoints ?? []).flatMap(
          ({ containerId }) => topology.containerById.get(containerId) ?? [],
        )
      : topology.containers.filter(
          (container) =>
            foldScopeOf(topology, container) === scope && sandboxOwner(container, topology) === container,
        );
  const around = members.map((member) => foldIdsOf(scope, member)).find((ids) => ids.includes(id));
  return around && searchItems(foldContainers(scope, members, new Set(around)), id);
}

function searchItems(items: readonly FoldItem[], id: string): Fold | undefined {
  for (const item of items) {
    if (item.kind !== 'container' && item.id === id) {
      return item;
    }
    const found = item.kind === 'group' ? searchItems(item.items, id) : undefined;
    if (found) {
      return found;
    }
  }
  return undefined;
}
