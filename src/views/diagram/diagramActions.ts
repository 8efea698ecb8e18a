import type { DiagramTarget, Subject } from '../../diagram';
import type { EngineState } from '../../engine/state';
import type { Container, PublishedPort, Topology } from '../../model';
import type { DiagramAction } from '../../protocol';
import type { TreeNode } from '../rows/nodes';
import { anywhereWords, containerWords, networkWords, portWords } from '../rows/rowWords';
import { everyPlace, holderOf, nodeOfSubject } from '../rows/subjectNodes';

/** What of the engine decides which actions there are. */
export interface ActionConditions {
  /** A real engine answers: it can be changed. */
  readonly acts: boolean;
  readonly sample: boolean;
  /** The engine is on this machine, as far as its endpoint tells. */
  readonly local: boolean;
}

/** The same that the menus' context keys say: `portolan.acts`, `portolan.sample`, `portolan.local`. */
export function conditionsOf({ kind, endpoint: { origin, url } }: EngineState): ActionConditions {
  const sample = origin === 'sample';
  return { sample, acts: kind === 'ready' && !sample, local: url.startsWith('unix://') };
}

/** An entry of the sidebar's context menus. */
export interface ActionEntry extends DiagramAction {
  /** The row has one of these words. */
  readonly words: readonly string[];
  readonly needs?: readonly (keyof ActionConditions | 'real')[];
}

/** The sidebar's entries in the order of its menu, what is copied in the place of the submenu; a test compares the two. */
export const DIAGRAM_ACTIONS: readonly ActionEntry[] = [
  { command: 'portolan.showNetworkDiagram', title: 'Show Network Diagram', words: ['network'] },
  { command: 'portolan.inspect', title: 'Inspect', words: ['network', 'container', 'service', 'node'] },
  {
    command: 'portolan.revealInNetworks',
    title: 'Reveal in Networks View',
    words: ['network', 'container', 'port'],
  },
  { command: 'portolan.openPort', title: 'Open in Browser', words: ['browsable'], needs: ['real'] },
  { command: 'portolan.openShell', title: 'Open Shell', words: ['running'], needs: ['acts'] },
  { command: 'portolan.showLogs', title: 'Show Logs', words: ['container'], needs: ['acts'] },
  {
    command: 'portolan.findVeth',
    title: 'Find veth Name',
    words: ['plugged'],
    needs: ['acts', 'local'],
  },
  {
    command: 'portolan.connectContainer',
    title: 'Connect Container…',
    words: ['connectable'],
    needs: ['acts'],
  },
  {
    command: 'portolan.connectToNetwork',
    title: 'Connect to Another Network…',
    words: ['disconnectable'],
    needs: ['acts'],
  },
  {
    command: 'portolan.disconnectContainer',
    title: 'Disconnect from Network…',
    words: ['disconnectable'],
    needs: ['acts'],
  },
  { command: 'portolan.copyName', title: 'Copy Name', words: ['network', 'container', 'service', 'node'] },
  { command: 'portolan.copyId', title: 'Copy Id', words: ['network', 'container', 'service', 'node'] },
  { command: 'portolan.copyAddress', title: 'Copy Address', words: ['addressed'] },
  { command: 'portolan.copySubnet', title: 'Copy Subnet', words: ['network'] },
  { command: 'portolan.copyValue', title: 'Copy Value', words: ['port'] },
  { command: 'portolan.copyCommand', title: 'Copy docker Command', words: ['network', 'container'] },
  {
    command: 'portolan.removeNetworks',
    title: 'Remove Network…',
    words: ['removable'],
    needs: ['acts'],
  },
];

/** An object of a diagram as a row of the sidebar: what it is and where, and what menus ask it for. */
export interface SubjectRow {
  readonly node: TreeNode;
  readonly words: readonly string[];
  /** The network that a container stands on; empty where it stands between several, and for all else. */
  readonly networkId: string;
}

/** The row of a diagram's object; undefined for what no tree has a row for, and for what is gone. */
export function rowOfSubject(
  topology: Topology,
  target: DiagramTarget,
  subject: Subject,
): SubjectRow | undefined {
  switch (subject.kind) {
    case 'network': {
      const network = topology.networkById.get(subject.id);
      return network && toRow(subject, networkWords(network));
    }
    case 'container': {
      const container = topology.containerById.get(subject.id);
      return container && containerOf(container, topology, target);
    }
    case 'port':
      return portOf(subject, topology, target);
    case 'service':
      return topology.services.some(({ id }) => id === subject.id) ? toRow(subject, ['service']) : undefined;
    case 'node':
      return topology.nodes.some(({ id }) => id === subject.id) ? toRow(subject, ['node']) : undefined;
    case 'host':
    case 'fold':
      return undefined;
  }
}

function toRow(
  subject: Subject,
  words: readonly string[],
  networkId = '',
  containerId = '',
): SubjectRow | undefined {
  const node = nodeOfSubject(subject, networkId, containerId);
  return node && { node, words, networkId };
}

function containerOf(
  container: Container,
  topology: Topology,
  target: DiagramTarget,
): SubjectRow | undefined {
  const networkId = placeIn(container, topology, target);
  const places = everyPlace({ kind: 'container', containerId: container.id, networkId }, topology);
  const words = places.flatMap((place) => {
    const network = topology.networkById.get(place.networkId);
    const endpoint = container.endpoints.find((one) => one.networkId === place.networkId);
    return network ? containerWords(container, endpoint, network) : [];
  });
  return toRow(
    { kind: 'container', id: container.id },
    [...new Set([...anywhereWords(container), ...words])],
    networkId,
  );
}

/** The network of the diagram where the container is on it, else its only one. */
function placeIn(container: Container, topology: Topology, target: DiagramTarget): string {
  const endpoints = holderOf(container, topology)?.endpoints ?? [];
  const here =
    target.kind === 'network' ? endpoints.find(({ networkId }) => networkId === target.id) : undefined;
  const [only, ...others] = endpoints;
  return here?.networkId ?? (others.length === 0 ? (only?.networkId ?? '') : '');
}

function portOf(
  subject: Extract<Subject, { readonly kind: 'port' }>,
  topology: Topology,
  target: DiagramTarget,
): SubjectRow | undefined {
  const port = portsById(topology).get(subject.id);
  const container = port && topology.containerById.get(port.containerId);
  if (!container) {
    return undefined;
  }
  const networkId = port.target?.networkId ?? placeIn(container, topology, target);
  return toRow(subject, portWords(port, container), networkId, container.id);
}

const indexes = new WeakMap<Topology, ReadonlyMap<string, PublishedPort>>();

/** Made once for a picture: a host's edge can have thousands of ports. */
function portsById(topology: Topology): ReadonlyMap<string, PublishedPort> {
  const index = indexes.get(topology) ?? new Map(topology.ports.map((port) => [port.id, port]));
  indexes.set(topology, index);
  return index;
}

/** The page has a button of its own that opens a network's diagram. */
const PAGES_OWN = 'portolan.showNetworkDiagram';

/** What can be done with an object besides drawing it, as the sidebar's menu offers it. */
export function actionsOf(
  row: SubjectRow | undefined,
  conditions: ActionConditions,
): readonly DiagramAction[] {
  const has = { ...conditions, real: !conditions.sample };
  return DIAGRAM_ACTIONS.filter(
    ({ command, words, needs = [] }) =>
      command !== PAGES_OWN &&
      words.some((word) => row?.words.includes(word)) &&
      needs.every((need) => has[need]),
  ).map(({ command, title }) => ({ command, title }));
}
