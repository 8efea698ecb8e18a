import type { Container, Network, Topology } from '../../model';
import type { TreeNode } from '../../views/rows/nodes';
import { networkWords } from '../../views/rows/rowWords';
import { plural } from '../../views/rows/rows';
import type { ChangeProblem } from '../shared/quickChange';
import { firstLines, listNames, sayNotDone } from '../shared/quickWords';

/** A network that is to be removed, with what stands in the way and what would miss it. */
export interface Removal {
  readonly network: Network;
  /** On it now: the engine does not remove a network while they are. */
  readonly attached: readonly Container[];
  /** Stopped or waiting for a restart, and set up for it: without it they can't start. */
  readonly needed: readonly Container[];
  /** Names of swarm services that use it: the engine does not remove it while they do. */
  readonly services: readonly string[];
}

/** The removals of the networks with these ids that the engine can remove at all, in the picture's order. */
export function planRemovals(topology: Topology, ids: readonly string[]): readonly Removal[] {
  return topology.networks
    .filter((network) => ids.includes(network.id) && networkWords(network).includes('removable'))
    .map((network) => ({
      network,
      attached: containersOf(network, topology, true),
      needed: containersOf(network, topology, false),
      services: topology.services
        .filter(({ networkIds }) => networkIds.includes(network.id))
        .map(({ name }) => name),
    }));
}

function containersOf({ endpoints }: Network, topology: Topology, attached: boolean): readonly Container[] {
  return endpoints
    .filter((endpoint) => endpoint.attached === attached)
    .flatMap(({ containerId }) => topology.containerById.get(containerId) ?? []);
}

/** Why none of the rows can be removed; a row that is no network is none that "Remove Network…" could mean. */
export function whyNotRemoved(topology: Topology, nodes: readonly TreeNode[]): string {
  const networks = nodes.flatMap((node) =>
    node.kind === 'network' ? (topology.networkById.get(node.networkId) ?? []) : [],
  );
  if (networks.length > 0) {
    return networks.map(sayKept).join(' ');
  }
  return nodes.some(({ kind }) => kind === 'network')
    ? 'The engine no longer has this network.'
    : 'Only networks can be removed: select the row of one.';
}

function sayKept({ name, predefined }: Network): string {
  return predefined
    ? `The engine made ${name} itself, and does not remove it.`
    : `The swarm needs ${name}: Portolan does not remove it.`;
}

/** Why a network was not even tried: a container on it was not disconnected. */
export function notTried(container: string, problem: ChangeProblem): ChangeProblem {
  const detail = sayNotDone(container, 'disconnected', problem);
  return { reason: 'engineError', detail, sent: false, cancelled: false };
}

/** Who was cut off networks that are still there: `web was disconnected from late.` */
export function sayCut(cuts: readonly { readonly leaving: CutLeaving }[]): string {
  const networks = [...new Set(cuts.map(({ leaving }) => leaving.network.name))];
  const names = [...new Set(cuts.map(({ leaving }) => leaving.container.name))];
  return `${listNames(names)} ${names.length === 1 ? 'was' : 'were'} disconnected from ${listNames(networks)}.`;
}

interface CutLeaving {
  readonly container: Pick<Container, 'name'>;
  readonly network: Pick<Network, 'name'>;
}

/** A button of the question, and what it does. */
export interface RemovalButton {
  readonly title: string;
  readonly removals: readonly Removal[];
  readonly disconnect: boolean;
}

export interface RemovalQuestion {
  readonly message: string;
  readonly detail: string;
  /** The one that disturbs the least is first. */
  readonly buttons: readonly RemovalButton[];
}

/** What is asked before anything is removed: names what goes, what stands in the way and what would miss it. */
export function removalQuestion(removals: readonly Removal[]): RemovalQuestion {
  const names = removals.map(({ network }) => network.name);
  const message =
    names.length === 1 ? `Remove the network ${names[0] ?? ''}?` : `Remove ${names.length} networks?`;
  const remarks = removals.flatMap((removal) =>
    remarksOn(removal, names.length > 1 ? `${removal.network.name}: ` : ''),
  );
  const lines = names.length === 1 ? remarks : [`${listNames(names)}.`, ...remarks];
  return { message, detail: firstLines(lines).join('\n'), buttons: buttonsFor(removals) };
}

function remarksOn({ attached, needed, services }: Removal, before: string): readonly string[] {
  const because = `the engine does not remove it while ${attached.length === 1 ? 'it is' : 'they are'}.`;
  return [
    ...(attached.length === 0
      ? []
      : [
          `${before}${listNames(attached.map(nameOf))} ${attached.length === 1 ? 'is' : 'are'} on it; ${because}`,
        ]),
    ...(services.length === 0
      ? []
      : [
          `${before}used by ${services.length === 1 ? 'the service' : 'the services'} ${listNames(services)}; ` +
            `the engine does not remove it while it is.`,
        ]),
    ...sayNeeded(needed, 'stopped', before),
    ...sayNeeded(needed, 'restarting', before),
  ];
}

function sayNeeded(
  needed: readonly Container[],
  wanted: 'stopped' | 'restarting',
  before: string,
): readonly string[] {
  const names = needed.filter((container) => whyNotAttached(container) === wanted).map(nameOf);
  const are = names.length === 1 ? 'is' : 'are';
  return names.length === 0
    ? []
    : [`${before}${listNames(names)} ${are} ${wanted}, and can’t start without it.`];
}

/** A container that is set up for a network without being on it waits for its start, or for the next try of it. */
export function whyNotAttached({ state }: Container): 'stopped' | 'restarting' {
  return state === 'restarting' ? 'restarting' : 'stopped';
}

function nameOf({ name }: Container): string {
  return name;
}

function buttonsFor(removals: readonly Removal[]): readonly RemovalButton[] {
  const busy = removals.filter(({ attached }) => attached.length > 0);
  const free = removals.filter(({ attached }) => attached.length === 0);
  const endpoints = busy.reduce((sum, { attached }) => sum + attached.length, 0);
  const plain = busy.length === 0 ? 'Remove' : `Remove the ${free.length} Without Containers`;
  const both = `Disconnect ${plural(endpoints, 'Container')} and Remove${free.length > 0 ? ' All' : ''}`;
  return [
    ...(free.length === 0 ? [] : [{ title: plain, removals: free, disconnect: false }]),
    ...(busy.length === 0 ? [] : [{ title: both, removals, disconnect: true }]),
  ];
}
