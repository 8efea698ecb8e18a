import type { Container, Network, Topology } from '../model';
import { networkWords } from '../views/rowWords';
import { countOf, listNames } from './quickWords';

/** A network that is to be removed, with what stands in the way and what would miss it. */
export interface Removal {
  readonly network: Network;
  /** On it now: the engine does not remove a network while they are. */
  readonly attached: readonly Container[];
  /** Stopped, and set up for it: without it they can't start. */
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
  return { message, detail: cut(lines).join('\n'), buttons: buttonsFor(removals) };
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
          `${before}used by ${services.length === 1 ? 'the service' : 'the services'} ${listNames(services)}.`,
        ]),
    ...(needed.length === 0
      ? []
      : [
          `${before}${listNames(needed.map(nameOf))} ${needed.length === 1 ? 'is' : 'are'} stopped, ` +
            'and can’t start without it.',
        ]),
  ];
}

function nameOf({ name }: Container): string {
  return name;
}

const MOST_LINES = 12;

/** A question that is longer than the window can't be answered. */
function cut(lines: readonly string[]): readonly string[] {
  return lines.length > MOST_LINES
    ? [...lines.slice(0, MOST_LINES), `And ${lines.length - MOST_LINES} more remarks like these.`]
    : lines;
}

function buttonsFor(removals: readonly Removal[]): readonly RemovalButton[] {
  const busy = removals.filter(({ attached }) => attached.length > 0);
  const free = removals.filter(({ attached }) => attached.length === 0);
  const endpoints = busy.reduce((sum, { attached }) => sum + attached.length, 0);
  const plain = busy.length === 0 ? 'Remove' : `Remove the ${free.length} Without Containers`;
  const both = `Disconnect ${countOf(endpoints, 'Container')} and Remove${free.length > 0 ? ' All' : ''}`;
  return [
    ...(free.length === 0 ? [] : [{ title: plain, removals: free, disconnect: false }]),
    ...(busy.length === 0 ? [] : [{ title: both, removals, disconnect: true }]),
  ];
}
