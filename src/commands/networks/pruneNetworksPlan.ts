import { prunePlan, type Container, type PruneItem, type Topology } from '../../model';
import { networkRow } from '../../views/rows/rows';
import { listNames } from '../shared/quickWords';
import { whyNotAttached } from './removeNetworksPlan';

/** A network that pruning would remove. */
export interface PruneRow {
  readonly networkId: string;
  readonly label: string;
  readonly description: string;
  /** Who would miss it, and who may keep it; undefined where nobody would. */
  readonly detail: string | undefined;
  readonly icon: string;
  /** What a stopped container needs is not picked: the docker CLI would take it all the same. */
  readonly picked: boolean;
}

/** Exactly the networks that `docker network prune` would remove. */
export function pruneRows(topology: Topology): readonly PruneRow[] {
  return prunePlan(topology).flatMap((item) => {
    const { networkId } = item;
    const network = topology.networkById.get(networkId);
    if (network === undefined) {
      return [];
    }
    const { label, description, icon } = networkRow(network);
    return [
      {
        networkId,
        label,
        description,
        detail: remarksOn(item, topology),
        icon,
        picked: item.neededBy.length === 0,
      },
    ];
  });
}

function remarksOn({ neededBy, keptIfUsedElsewhere }: PruneItem, topology: Topology): string | undefined {
  const containers = neededBy.flatMap((id) => topology.containerById.get(id) ?? []);
  const needed = (wanted: 'stopped' | 'restarting'): readonly string[] => {
    const names = containers.filter((container) => whyNotAttached(container) === wanted).map(nameOf);
    return names.length === 0 ? [] : [`needed by ${wanted}: ${listNames(names)}`];
  };
  const kept = keptIfUsedElsewhere ? ['kept if a container on another node uses it'] : [];
  const remarks = [...needed('stopped'), ...needed('restarting'), ...kept];
  return remarks.length === 0 ? undefined : remarks.join(' · ');
}

function nameOf({ name }: Container): string {
  return name;
}
