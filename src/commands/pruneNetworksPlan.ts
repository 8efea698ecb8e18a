import { prunePlan, type Topology } from '../model';
import { networkRow } from '../views/rows';
import { listNames } from './quickWords';

/** A network that pruning would remove. */
export interface PruneRow {
  readonly networkId: string;
  readonly label: string;
  readonly description: string;
  /** Who would miss it; undefined where nobody would. */
  readonly detail: string | undefined;
  readonly icon: string;
  /** What a stopped container needs is not picked: the docker CLI would take it all the same. */
  readonly picked: boolean;
}

/** Exactly the networks that `docker network prune` would remove. */
export function pruneRows(topology: Topology): readonly PruneRow[] {
  return prunePlan(topology).flatMap(({ networkId, neededBy }) => {
    const network = topology.networkById.get(networkId);
    if (network === undefined) {
      return [];
    }
    const { label, description, icon } = networkRow(network);
    const names = neededBy.map((id) => topology.containerById.get(id)?.name ?? id.slice(0, 12));
    return [
      {
        networkId,
        label,
        description,
        detail: names.length === 0 ? undefined : `needed by stopped: ${listNames(names)}`,
        icon,
        picked: names.length === 0,
      },
    ];
  });
}
