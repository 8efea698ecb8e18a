import type { Container, Topology } from '../model';

/** The containers in a sandbox besides its owner, also those that joined one that had joined: depth first, each once. */
export function sharersOf(owner: Container, topology: Topology): Container[] {
  if (owner.sharedBy.length === 0) {
    return [];
  }
  const seen = new Set([owner.id]);
  const found: Container[] = [];
  const visit = ({ sharedBy }: Container): void => {
    for (const id of sharedBy) {
      const sharer = topology.containerById.get(id);
      if (sharer && !seen.has(id)) {
        seen.add(id);
        found.push(sharer);
        visit(sharer);
      }
    }
  };
  visit(owner);
  return found;
}

/**
 * The container whose sandbox this one runs in, or itself; of containers that join each other in a ring the one whose id comes
 * first, whichever of them is asked for.
 */
export function sandboxOwner(container: Container, topology: Topology): Container {
  const seen = new Set<string>();
  let top = container;
  for (let next = joined(top, topology); next && !seen.has(top.id); next = joined(top, topology)) {
    seen.add(top.id);
    top = next;
  }
  return seen.has(top.id) ? firstOfRing(top, topology) : top;
}

function joined({ mode }: Container, { containerById }: Topology): Container | undefined {
  return mode.kind === 'container' && mode.owner !== undefined ? containerById.get(mode.owner) : undefined;
}

function firstOfRing(member: Container, topology: Topology): Container {
  let first = member;
  for (let next = joined(member, topology); next && next !== member; next = joined(next, topology)) {
    first = next.id < first.id ? next : first;
  }
  return first;
}
