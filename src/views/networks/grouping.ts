import { drivers } from '../../catalog';
import { compareNames, type Endpoint, type Network, type Topology } from '../../model';
import { driverText, runningFirst } from '../rows/rows';
import { filterNetwork, parseFilter } from './filter';

export type GroupBy = 'none' | 'driver' | 'project';

/** What the user wants to see of the networks. */
export interface NetworksChoice {
  readonly groupBy: GroupBy;
  /** Leave out what the engine made itself: bridge, host, none, ingress, docker_gwbridge. */
  readonly hideDefault: boolean;
  /** Leave out networks with neither containers nor services. */
  readonly hideEmpty: boolean;
  readonly filter: string;
}

/** A picture's networks as the user wants them, made once for each picture. */
export interface Arrangement {
  readonly choice: NetworksChoice;
  /** One without a name where nothing is grouped. */
  readonly groups: readonly NetworkGroup[];
  /** By network id: the endpoints that are listed, running containers first. A network that is not shown is not here. */
  readonly endpoints: ReadonlyMap<string, readonly Endpoint[]>;
  /** Networks that the settings leave out. */
  readonly hidden: number;
  /** Networks that the settings let through, before the filter. */
  readonly total: number;
}

export interface NetworkGroup {
  /** A driver's name, a compose project; empty for networks of no project. */
  readonly value: string;
  readonly networks: readonly Network[];
}

/** Hides, filters and groups the networks of a picture. Linear in its containers. */
export function arrange(topology: Topology, choice: NetworksChoice): Arrangement {
  const words = parseFilter(choice.filter);
  const serviced = new Set(topology.services.flatMap(({ networkIds }) => networkIds));
  const kept = topology.networks.filter(
    (network) =>
      !(choice.hideDefault && isEngines(network)) &&
      !(choice.hideEmpty && network.endpoints.length === 0 && !serviced.has(network.id)),
  );
  const endpoints = new Map<string, readonly Endpoint[]>();
  for (const network of kept) {
    const found = filterNetwork(network, topology, words);
    if (found) {
      endpoints.set(network.id, runningFirst(found, topology));
    }
  }
  const shown = kept.filter(({ id }) => endpoints.has(id));
  return {
    choice,
    groups: groupNetworks(shown, choice.groupBy),
    endpoints,
    hidden: topology.networks.length - kept.length,
    total: kept.length,
  };
}

/** Made by the engine itself, at its start or for its swarm. */
export function isEngines({ predefined, ingress, name }: Network): boolean {
  return predefined || ingress || name === 'docker_gwbridge';
}

/** Drivers as in the catalog, then others by name; projects by name, and networks of none last. */
function groupNetworks(networks: readonly Network[], by: GroupBy): readonly NetworkGroup[] {
  if (by === 'none') {
    return [{ value: '', networks }];
  }
  const groups = new Map<string, Network[]>();
  for (const network of networks) {
    const value = by === 'driver' ? driverText(network) : (network.composeProject ?? '');
    const members = groups.get(value) ?? [];
    members.push(network);
    groups.set(value, members);
  }
  return [...groups.entries()]
    .map(([value, members]) => ({ value, networks: members }))
    .sort((a, b) => rankGroup(a, by) - rankGroup(b, by) || compareNames(a.value, b.value));
}

function rankGroup({ value, networks }: NetworkGroup, by: GroupBy): number {
  if (by === 'driver') {
    return drivers.findIndex(({ id }) => id === networks[0]?.driver);
  }
  return value === '' ? 1 : 0;
}

/** `filter: api, 3 of 20 networks`; nothing where nothing is filtered. */
export function sayFilter({ choice, endpoints, total }: Arrangement): string | undefined {
  const words = parseFilter(choice.filter).join(' ');
  return words === ''
    ? undefined
    : `filter: ${words}, ${endpoints.size} of ${total} ${total === 1 ? 'network' : 'networks'}`;
}

/** `2 networks hidden`; nothing where the settings leave none out. */
export function sayHidden({ hidden }: Arrangement): string | undefined {
  return hidden === 0 ? undefined : `${hidden} ${hidden === 1 ? 'network' : 'networks'} hidden`;
}
