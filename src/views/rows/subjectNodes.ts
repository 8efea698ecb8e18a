import type { Subject } from '../../diagram';
import type { Container, Topology } from '../../model';
import type { TreeNode } from './nodes';

type ContainerNode = Extract<TreeNode, { readonly kind: 'container' }>;

/**
 * The row that stands for an object of a diagram; `networkId` is where a container or a port stands, empty for between its
 * networks. Undefined for what no tree has a row for.
 */
export function nodeOfSubject(subject: Subject, networkId: string, containerId = ''): TreeNode | undefined {
  switch (subject.kind) {
    case 'network':
      return { kind: 'network', networkId: subject.id };
    case 'container':
      return { kind: 'container', containerId: subject.id, networkId };
    case 'port':
      return { kind: 'port', portId: subject.id, containerId, networkId };
    case 'service':
      return { kind: 'service', serviceId: subject.id };
    case 'node':
      return { kind: 'node', nodeId: subject.id };
    case 'host':
    case 'fold':
      return undefined;
  }
}

/** The object that a row stands for, as diagrams name it; undefined for rows that are no object. */
export function subjectOfNode(node: TreeNode): Subject | undefined {
  switch (node.kind) {
    case 'network':
      return { kind: 'network', id: node.networkId };
    case 'container':
      return { kind: 'container', id: node.containerId };
    case 'port':
      return { kind: 'port', id: node.portId };
    case 'service':
      return { kind: 'service', id: node.serviceId };
    case 'node':
      return { kind: 'node', id: node.nodeId };
    case 'group':
    case 'fact':
    case 'section':
    case 'peer':
    case 'heard':
    case 'more':
    case 'note':
    case 'offer':
    case 'driver':
      return undefined;
  }
}

const PLACE = 'on:';

/**
 * A box's words for its context menu: those of its row, and where it stands: `container;running;on:3f9c…`. The place is
 * last, whatever signs an engine puts into its ids.
 */
export function menuWords(words: readonly string[], networkId: string): string {
  return [...words, ...(networkId === '' ? [] : [`${PLACE}${networkId}`])].join(';');
}

const SUBJECT_KINDS: ReadonlySet<unknown> = new Set(['network', 'container', 'port', 'service', 'node']);

/**
 * The row that is meant by what a command gets from a diagram's context menu: the box's `data-vscode-context`, with
 * `portolanItem` (the words of {@link menuWords}), `portolanKind` and `portolanId`. Undefined for anything else. Whether the
 * object is there the command asks the engine's picture, as it does for a row.
 */
export function readMenuNode(value: unknown): TreeNode | undefined {
  const { portolanItem, portolanKind, portolanId } = fields(value);
  if (!SUBJECT_KINDS.has(portolanKind) || typeof portolanId !== 'string' || portolanId === '') {
    return undefined;
  }
  return nodeOfSubject({ kind: portolanKind, id: portolanId } as Subject, placeOf(portolanItem));
}

function placeOf(words: unknown): string {
  const at = typeof words === 'string' ? `;${words}`.indexOf(`;${PLACE}`) : -1;
  return at < 0 ? '' : (words as string).slice(at + PLACE.length);
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** The container whose network namespace a container lives in: its own, or its owner's; undefined where that is gone. */
export function holderOf(container: Container, topology: Topology): Container | undefined {
  return container.mode.kind === 'container'
    ? topology.containerById.get(container.mode.owner ?? '')
    : container;
}

/** A container's row for each network where it stands: itself where it names one, else one for every network. */
export function everyPlace(node: ContainerNode, topology: Topology): readonly ContainerNode[] {
  const container = topology.containerById.get(node.containerId);
  if (node.networkId !== '' || container === undefined) {
    return [node];
  }
  return (holderOf(container, topology)?.endpoints ?? []).map(({ networkId }) => ({ ...node, networkId }));
}
