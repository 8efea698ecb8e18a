import type { Container } from '../../model';
import type { Row } from '../containerCard';
import { foldContainers, foldScopeOf, gatherProjects, placesFor } from '../folds';
import { addressText, networkTone } from '../words';
import type { Cell } from './cells';
import { arrangeCells } from './grid';
import type { Context, Region } from './region';

/** Containers on the same networks, between their regions, with a line of each card for each of those networks. */
export interface Stack {
  /** Cards, folds and the frames of open folds, from top to bottom. */
  readonly cells: readonly Cell[];
  /** Network ids in the order of the cards' lines. */
  readonly networkIds: readonly string[];
  readonly width: number;
  readonly height: number;
}

const betweenWidth = 196;

export function makeStack(
  { topology, unfolded }: Context,
  containers: readonly Container[],
  place: ReadonlyMap<string, number>,
): Stack {
  const [first] = containers;
  const networkIds = (first?.endpoints ?? [])
    .map(({ networkId }) => networkId)
    .filter((id) => place.has(id))
    .sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
  const rowOf = (id: string, container: Container | undefined): Row[] => {
    const network = topology.networkById.get(id);
    const endpoint = container?.endpoints.find(({ networkId }) => networkId === id);
    const tone = network ? networkTone(network) : 'muted';
    if (!container || !endpoint) {
      return [{ text: network?.name ?? id, tone }];
    }
    // In the network's colour only while it is on it: that of a stopped one, or "not attached", is no address in use.
    const ink = endpoint.attached ? tone : 'muted';
    return [{ text: addressText(endpoint, container), tone: ink, end: endpoint.networkName }];
  };
  const scope = first ? foldScopeOf(topology, first) : '';
  const items = foldContainers(scope, gatherProjects(containers), unfolded, placesFor(topology, scope));
  const grid = arrangeCells(topology, items, {
    rows: (container) => networkIds.flatMap((id) => rowOf(id, container)),
    foldRows: networkIds.flatMap((id) => rowOf(id, undefined)),
    width: betweenWidth,
    left: 0,
    top: 0,
    columns: 1,
  });
  return { cells: grid.cells, networkIds, width: grid.width, height: grid.bottom };
}

/** By the mean place of their networks, so that wires stay short and cross little. */
export function sortStacks(
  between: readonly Stack[],
  left: readonly Region[],
  right: readonly Region[],
): Stack[] {
  const height = new Map(
    [...left.entries(), ...right.entries()].map(([index, { network }]) => [network?.id ?? '', index]),
  );
  const mean = ({ networkIds }: Stack): number =>
    networkIds.reduce((sum, id) => sum + (height.get(id) ?? 0), 0) / Math.max(1, networkIds.length);
  const means = new Map(between.map((one) => [one, mean(one)]));
  return [...between].sort((a, b) => (means.get(a) ?? 0) - (means.get(b) ?? 0));
}

/** A card or a fold: wires end at these, not at the frames around them. */
export function isWired({ spec }: Cell): boolean {
  return spec.kind !== 'group';
}

export function stacksWidth(between: readonly Stack[]): number {
  return between.reduce((widest, { width }) => Math.max(widest, width), 0);
}
