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
