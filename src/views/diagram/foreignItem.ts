import type { Container, Network, Topology } from '../../model';

/** An object that a row of another extension stands for, as far as it tells. */
export interface ForeignItem {
  readonly kind: 'network' | 'container';
  /** Whole, or the first 12 characters. */
  readonly id: string | undefined;
  readonly name: string | undefined;
}

/**
 * Reads a row of Container Tools' views: its classes have `networkId` and `networkName`, or `containerId` and
 * `containerName` (2.5.0, and the Docker extension before it), all of them getters. Undefined for anything else.
 */
export function readForeignItem(value: unknown): ForeignItem | undefined {
  for (const kind of ['network', 'container'] as const) {
    const id =
      textAt(value, `${kind}Id`) ??
      (kind === 'container' ? textAt(at(value, 'containerDesc'), 'Id') : undefined);
    const name = textAt(value, `${kind}Name`);
    if (id !== undefined || name !== undefined) {
      return { kind, id, name: name?.replace(/^\//, '') };
    }
  }
  return undefined;
}

function textAt(value: unknown, key: string): string | undefined {
  const text = at(value, key);
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** Another extension's getter may throw. */
function at(value: unknown, key: string): unknown {
  try {
    return typeof value === 'object' && value !== null
      ? (value as Readonly<Record<string, unknown>>)[key]
      : undefined;
  } catch {
    return undefined;
  }
}

/** The network or container of the picture that is meant: by id, else by name where the item has no id. */
export function findForeign(item: ForeignItem, topology: Topology): FoundForeign | undefined {
  if (item.kind === 'network') {
    const network = find(item, topology.networks);
    return network && { kind: 'network', network };
  }
  const container = find(item, topology.containers);
  return container && { kind: 'container', container };
}

export type FoundForeign =
  | { readonly kind: 'network'; readonly network: Network }
  | { readonly kind: 'container'; readonly container: Container };

/** A short id has at least 12 characters (nerdctl lists no others). */
function find<T extends Network | Container>(
  { id, name }: ForeignItem,
  objects: readonly T[],
): T | undefined {
  if (id === undefined) {
    return objects.find((object) => object.name === name);
  }
  return objects.find((object) => object.id === id || (id.length >= 12 && object.id.startsWith(id)));
}

/** The networks that show a container: its own, or those of the container whose namespace it shares; not host and none. */
export function networksOfContainer(container: Container, topology: Topology): readonly Network[] {
  const holder =
    container.mode.kind === 'container' ? topology.containerById.get(container.mode.owner ?? '') : container;
  return (holder?.endpoints ?? []).flatMap(({ networkId }) => {
    const network = topology.networkById.get(networkId);
    return network && network.driver !== 'host' && network.driver !== 'none' ? [network] : [];
  });
}
