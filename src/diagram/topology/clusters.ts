import type { Container, Network } from '../../model';

/** Networks that are drawn as one block: containers join them, or they are of one compose project. */
export interface Cluster {
  readonly members: readonly Network[];
  readonly joining: readonly Container[];
  /** The compose project that all of them are of; its name stands above them. */
  readonly project: string | undefined;
}

export type Side = 'left' | 'right';

/** Networks by what holds them together, in the order of the first of each. */
export function clusterNetworks(
  networks: readonly Network[],
  joining: readonly Container[],
): readonly Cluster[] {
  const find = unite(networks, joining);
  const clusters = new Map<string, { members: Network[]; joining: Container[] }>();
  for (const network of networks) {
    const key = find(network.id);
    const cluster = clusters.get(key);
    if (cluster) {
      cluster.members.push(network);
    } else {
      clusters.set(key, { members: [network], joining: [] });
    }
  }
  const known = new Set(networks.map(({ id }) => id));
  for (const container of joining) {
    const first = container.endpoints.find(({ networkId }) => known.has(networkId));
    clusters.get(find(first?.networkId ?? ''))?.joining.push(container);
  }
  return [...clusters.values()].map((cluster) => ({ ...cluster, project: projectOf(cluster.members) }));
}

/** The one that stands for a network's cluster, by its id. */
function unite(networks: readonly Network[], joining: readonly Container[]): (id: string) => string {
  const root = new Map(networks.map(({ id }) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    for (let up = root.get(at); up !== undefined && up !== at; up = root.get(at)) {
      root.set(at, root.get(up) ?? up);
      at = up;
    }
    return at;
  };
  const join = (ids: readonly string[]): void => {
    let first: string | undefined;
    for (const id of ids) {
      if (first === undefined) {
        first = root.has(id) ? id : undefined;
      } else if (root.has(id)) {
        root.set(find(id), find(first));
      }
    }
  };
  joining.forEach(({ endpoints }) => join(endpoints.map(({ networkId }) => networkId)));
  const projects = new Map<string, string[]>();
  for (const { id, composeProject } of networks) {
    if (composeProject) {
      const own = projects.get(composeProject) ?? [];
      own.push(id);
      projects.set(composeProject, own);
    }
  }
  projects.forEach(join);
  return find;
}

function projectOf([first, ...others]: readonly Network[]): string | undefined {
  const project = first?.composeProject;
  return project && others.every(({ composeProject }) => composeProject === project) ? project : undefined;
}

/** Puts networks that share containers on opposite sides where that is possible, so that wires go left or right. */
export function chooseSides({ members, joining }: Cluster): ReadonlyMap<string, Side> {
  const sides = new Map<string, Side>();
  const joinersOf = new Map<string, Container[]>();
  for (const container of joining) {
    for (const { networkId } of container.endpoints) {
      const others = joinersOf.get(networkId);
      if (others) {
        others.push(container);
      } else {
        joinersOf.set(networkId, [container]);
      }
    }
  }
  for (const { id } of members) {
    const queue = sides.has(id) ? [] : [id];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (sides.has(next)) {
        continue;
      }
      const neighbours = neighboursOf(joinersOf.get(next) ?? [], next);
      const leaning = neighbours.reduce((sum, other) => sum + lean(sides.get(other)), 0);
      sides.set(next, leaning > 0 ? 'right' : 'left');
      neighbours.forEach((other) => sides.has(other) || queue.push(other));
    }
  }
  return sides;
}

/** The other networks of those containers, once for each container that joins them. */
function neighboursOf(joiners: readonly Container[], own: string): string[] {
  const found: string[] = [];
  for (const { endpoints } of joiners) {
    for (const { networkId } of endpoints) {
      if (networkId !== own) {
        found.push(networkId);
      }
    }
  }
  return found;
}

function lean(side: Side | undefined): number {
  return side === undefined ? 0 : side === 'left' ? 1 : -1;
}
