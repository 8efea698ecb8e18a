import type { Container, PublishedPort, Topology } from '../../model';
import { isUp } from '../../model';
import type { Fact, Facts } from '../facts';
import { foldContainers, foldIdsOf, foldScopeOf, gatherProjects, placesFor, type FoldItem } from '../folds';
import { isGatewayBridge, membersOf } from '../network/members';
import { portsFoldId } from '../network/ports';
import type { DiagramTarget, LayoutOptions } from '../options';
import { foldPorts, portFoldIdOf, portFoldIdsOf, type PortEntry, type PortItem } from '../portFolds';
import { sandboxOwner } from '../sharers';
import { tame } from '../text';
import { count, hostPortText, servicePortText } from '../words';
import { fact, facts, withContent } from './factParts';

type Fold = Exclude<FoldItem, { readonly kind: 'container' }>;

/** What a fold of a diagram holds; the topology is without what the options leave out. Undefined when it is gone. */
export function describeFold(
  topology: Topology,
  id: string,
  target: DiagramTarget,
  options: LayoutOptions,
): Facts | undefined {
  if (id.startsWith('ports/')) {
    const own = target.kind === 'network' ? ownPorts(topology, id, target.id) : undefined;
    if (own) {
      return describeOwnPorts(topology, own, options);
    }
    const around = new Set(topology.ports.flatMap((port) => portFoldIdsOf(topology, port)));
    const ports = searchPorts(foldPorts(topology, around), id) ?? portsOf(topology, id);
    return ports && describePortFold(topology, ports, options);
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

type PortFold = Extract<PortItem, { readonly kind: 'fold' | 'group' }>;

/** Where ports became too few to be folded, a fold that is still selected is told of all the same. */
function portsOf(topology: Topology, id: string): PortFold | undefined {
  const entries = topology.ports
    .filter((port) => portFoldIdOf(topology, port) === id)
    .map((port) => ({ kind: 'port', port }) as const);
  const title = count(entries.length, 'port');
  return entries.length === 0 ? undefined : { kind: 'fold', id, title, entries };
}

function searchPorts(items: readonly PortItem[], id: string): PortFold | undefined {
  for (const item of items) {
    if ((item.kind === 'fold' || item.kind === 'group') && item.id === id) {
      return item;
    }
    const found = item.kind === 'group' ? searchPorts(item.items, id) : undefined;
    if (found) {
      return found;
    }
  }
  return undefined;
}

function describePortFold(
  topology: Topology,
  { id, title, entries }: PortFold,
  options: LayoutOptions,
): Facts {
  const network = topology.networkById.get(id.slice('ports/'.length));
  return {
    subject: { kind: 'fold', id },
    title: tame(network ? `Ports of ${network.name}` : title),
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
        title: count(entries.length, 'published port'),
        facts: entries.map((entry) => portFact(topology, entry)),
      },
    ],
  };
}

/** The fold of a container's own ports in a network's diagram. */
interface OwnPorts {
  readonly id: string;
  readonly container: Container;
  readonly ports: readonly PublishedPort[];
}

/** Those that lead in by this network, or by docker_gwbridge below an overlay; where none does, all are drawn as without effect. */
function ownPorts(topology: Topology, id: string, networkId: string): OwnPorts | undefined {
  const container = membersIn(topology, networkId).find(
    (one) => portsFoldId({ id: networkId }, one.id) === id,
  );
  const gateway = topology.networks.find(isGatewayBridge);
  const leading = container?.published.filter(
    ({ target }) => target && [networkId, gateway?.id].includes(target.networkId),
  );
  const ports = leading?.length === 0 ? container?.published : leading;
  return container && ports && ports.length > 0 ? { id, container, ports } : undefined;
}

function describeOwnPorts(topology: Topology, own: OwnPorts, { unfolded }: LayoutOptions): Facts {
  const { id, container, ports } = own;
  return {
    subject: { kind: 'fold', id },
    title: tame(`Ports of ${container.name}`),
    kind: 'folded ports',
    groups: [
      {
        title: '',
        facts: facts(
          fact('Shown', (unfolded?.includes(id) ?? false) ? 'open' : 'folded'),
          fact('Container', tame(container.name), { subject: { kind: 'container', id: container.id } }),
        ),
      },
      {
        title: count(ports.length, 'published port'),
        facts: ports.map((port) => portFact(topology, { kind: 'port', port })),
      },
    ],
  };
}

function portFact({ containerById }: Topology, entry: PortEntry): Fact {
  if (entry.kind === 'mesh') {
    const { service, port } = entry;
    return {
      name: servicePortText(port),
      value: tame(service.name),
      subject: { kind: 'service', id: service.id },
    };
  }
  const { id, containerId, containerPort, protocol } = entry.port;
  return {
    name: hostPortText(entry.port),
    value: tame(`${containerById.get(containerId)?.name ?? containerId}:${containerPort}/${protocol}`),
    code: true,
    subject: { kind: 'port', id },
  };
}

/** The fold of that id, whether it is open or closed: all around it is opened. */
function findFold(topology: Topology, id: string, target: DiagramTarget): Fold | undefined {
  const scope = target.kind === 'network' ? target.id : id.slice(0, Math.max(0, id.indexOf('/')));
  const members =
    target.kind === 'network'
      ? membersIn(topology, scope)
      : topology.containers.filter(
          (container) =>
            foldScopeOf(topology, container) === scope && sandboxOwner(container, topology) === container,
        );
  const places = target.kind === 'network' ? undefined : placesFor(topology, scope);
  const around = members.map((member) => foldIdsOf(scope, member)).find((ids) => ids.includes(id));
  return (
    around &&
    searchItems(
      foldContainers(
        scope,
        places === undefined ? members : gatherProjects(members),
        new Set(around),
        places,
      ),
      id,
    )
  );
}

function membersIn(topology: Topology, networkId: string): readonly Container[] {
  const network = topology.networkById.get(networkId);
  return network ? membersOf(topology, network, false).map(({ container }) => container) : [];
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
