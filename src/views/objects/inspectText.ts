import type { Topology } from '../../model';
import type { TreeNode } from '../rows/nodes';

export type InspectKind = 'network' | 'container' | 'service' | 'node';

/** An object of the engine that a document shows. */
export interface InspectTarget {
  readonly kind: InspectKind;
  readonly id: string;
}

/** What a row's document is about; undefined for rows that are no objects of the engine. */
export function inspectTargetOf(node: TreeNode): InspectTarget | undefined {
  if (node.kind === 'network') {
    return { kind: 'network', id: node.networkId };
  }
  if (node.kind === 'container') {
    return { kind: 'container', id: node.containerId };
  }
  if (node.kind === 'service') {
    return { kind: 'service', id: node.serviceId };
  }
  return node.kind === 'node' ? { kind: 'node', id: node.nodeId } : undefined;
}

/** `/networks/3f9c…/shop_front.json`: all that is needed to read the object again after a reload of the window. */
export function inspectPath({ kind, id }: InspectTarget, name: string): string {
  return `/${kind}s/${encodeURIComponent(id)}/${fileName(name)}.json`;
}

/** A name of the engine as the last part of a path. */
function fileName(name: string): string {
  return name.replace(/[/\\:*?"<>|\p{C}\p{Zl}\p{Zp}]/gu, '_') || '_';
}

/** Reads what {@link inspectPath} wrote; undefined for any other path. */
export function readInspectPath(path: string): InspectTarget | undefined {
  const [, kind, id] = /^\/(network|container|service|node)s\/([^/]+)\/[^/]+\.json$/.exec(path) ?? [];
  try {
    return kind === undefined || id === undefined
      ? undefined
      : { kind: kind as InspectKind, id: decodeURIComponent(id) };
  } catch {
    return undefined;
  }
}

/** What the picture says of an object: its name, and a text that changes when an inspect may have changed. */
export interface Glimpse {
  readonly name: string;
  readonly stamp: string;
}

/** Finds an object in the picture; undefined where it is gone. */
export function glimpse({ kind, id }: InspectTarget, topology: Topology): Glimpse | undefined {
  switch (kind) {
    case 'network': {
      const network = topology.networkById.get(id);
      const members = network?.endpoints.map(
        ({ containerId }) => topology.containerById.get(containerId)?.name,
      );
      return network && { name: network.name, stamp: JSON.stringify([network, members]) };
    }
    case 'container':
      return stamped(topology.containerById.get(id), ({ name }) => name);
    case 'service':
      return stamped(
        topology.services.find((service) => service.id === id),
        ({ name }) => name,
      );
    case 'node':
      return stamped(
        topology.nodes.find((node) => node.id === id),
        ({ hostname }) => hostname,
      );
  }
}

function stamped<T>(record: T | undefined, nameOf: (record: T) => string): Glimpse | undefined {
  return record && { name: nameOf(record), stamp: JSON.stringify(record) };
}

/** The engine's answer in its own order. */
export function inspectText(raw: unknown): string {
  return `${JSON.stringify(raw, undefined, 2)}\n`;
}

/** What was read last, and when (ms since the epoch). */
export interface LastRead {
  readonly text: string;
  readonly at: number;
}

/** The last content below a line that says that the object is gone. */
export function goneText({ kind }: InspectTarget, last: LastRead | undefined): string {
  return withNote(`This ${kind} is gone, or it belongs to another engine.`, last);
}

/** The last content below a line that says why there is no newer one. */
export function oldText(why: string, last: LastRead | undefined): string {
  return withNote(why, last);
}

function withNote(note: string, last: LastRead | undefined): string {
  const line = note.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return last === undefined
    ? `// ${line}\n`
    : `// ${line} This is how it was at ${new Date(last.at).toLocaleTimeString()}.\n${last.text}`;
}
