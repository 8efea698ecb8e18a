import type { NetworkService } from '../../engine/decodeDetails';
import { readMenuNode } from './subjectNodes';

/** What is offered where no engine can be had, in the order of the rows. */
export const OFFERS = ['tryAgain', 'selectEndpoint', 'sampleEngine', 'showLog', 'settings'] as const;

export type Offer = (typeof OFFERS)[number];

/**
 * The rows of the trees. A row names its object by id and holds nothing of it, so that a row outlives a refresh and a
 * command that got it always acts on what the engine has now.
 */
export type TreeNode =
  /** A group of networks: a driver's name or a compose project; the value is empty for networks of no project. */
  | { readonly kind: 'group'; readonly by: 'driver' | 'project'; readonly value: string }
  | { readonly kind: 'network'; readonly networkId: string }
  /**
   * A container on a network, or in the network namespace of one that is; `networkId` is empty where it stands between its
   * networks, in a diagram.
   */
  | { readonly kind: 'container'; readonly containerId: string; readonly networkId: string }
  /** A published port, by its id in the topology. */
  | {
      readonly kind: 'port';
      readonly portId: string;
      readonly containerId: string;
      readonly networkId: string;
    }
  /** A fact that can be copied: an address, a MAC address, an alias, a subnet, an option. */
  | {
      readonly kind: 'fact';
      /** The id of the row that it stands under. */
      readonly parent: string;
      readonly name: string;
      readonly value: string;
      /** Words of ours that are not part of the value: `derived`. */
      readonly remark?: string;
    }
  /** What a network has besides containers. */
  | { readonly kind: 'section'; readonly networkId: string; readonly of: 'services' | 'peers' | 'details' }
  /** A node that an overlay spans, as its inspect tells. */
  | { readonly kind: 'peer'; readonly networkId: string; readonly name: string; readonly address: string }
  /** A service that this node has heard of on a network, where no manager tells of it. */
  | { readonly kind: 'heard'; readonly networkId: string; readonly service: NetworkService }
  /** The rest of a long list. */
  | { readonly kind: 'more'; readonly networkId: string; readonly hidden: number }
  /** A sentence of ours: what is not known, and why. */
  | { readonly kind: 'note'; readonly parent: string; readonly text: string; readonly detail?: string }
  /** What can be done where no engine can be had. */
  | { readonly kind: 'offer'; readonly of: Offer }
  | { readonly kind: 'service'; readonly serviceId: string; readonly networkId?: string }
  | { readonly kind: 'node'; readonly nodeId: string }
  | { readonly kind: 'driver'; readonly driverId: string; readonly engineName?: string };

/** A row, from a tree or from the context menu of a diagram; undefined for anything that is none. */
function rowOf(value: unknown): TreeNode | undefined {
  const isRow =
    typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
  return isRow ? (value as TreeNode) : readMenuNode(value);
}

/** A row of that kind; undefined for anything that is none. Commands get rows from menus, and anything from elsewhere. */
export function nodeOf<K extends TreeNode['kind']>(
  kind: K,
  value: unknown,
): Extract<TreeNode, { readonly kind: K }> | undefined {
  const node = rowOf(value);
  return node?.kind === kind ? (node as Extract<TreeNode, { readonly kind: K }>) : undefined;
}

/** The rows of that kind that a command is for: all that are selected, or the one it was called on. */
export function nodesOf<K extends TreeNode['kind']>(
  kind: K,
  clicked: unknown,
  selected: unknown,
): readonly Extract<TreeNode, { readonly kind: K }>[] {
  return anyNodes(clicked, selected).filter(
    (node): node is Extract<TreeNode, { readonly kind: K }> => node.kind === kind,
  );
}

/** The rows of any kind that a command is for: all that are selected, or the one it was called on. */
export function anyNodes(clicked: unknown, selected: unknown): readonly TreeNode[] {
  const many: readonly unknown[] = Array.isArray(selected) && selected.length > 0 ? selected : [clicked];
  return many.flatMap((value) => rowOf(value) ?? []);
}
