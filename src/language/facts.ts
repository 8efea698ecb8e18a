import type { Container, Endpoint, Network, PublishedPort, Topology } from '../model';
import type { Scope, Use } from './use';
import { overlaps } from './values/address';
import type { Publish } from './values/publish';
import { readNetwork } from './values/read';

/** What the engine knows now. */
export interface Facts {
  readonly topology: Topology;
  /** The name of the folder that the file is in: compose names the project after it. */
  readonly folder?: string | undefined;
}

/** What the engine knows, and which of it may belong to the file. */
export interface LiveFacts {
  readonly topology: Topology;
  /** The project of a compose file; undefined where it is not known, and nothing of the engine is the file's own. */
  readonly project: string | undefined;
}

/** The published ports that stand in the way of this one: same protocol, same port, an address in common. */
export function holders({ topology }: LiveFacts, publish: Publish): readonly PublishedPort[] {
  const { hostPorts, protocol, hostIp } = publish;
  if (!hostPorts) return [];
  return topology.ports.filter(
    (port) =>
      port.protocol === protocol &&
      port.hostPort >= hostPorts.first &&
      port.hostPort <= hostPorts.last &&
      port.hostIps.some((address) => overlaps(address, hostIp)),
  );
}

/** A container by name, id, or the start of its id. */
export function findContainer({ topology }: LiveFacts, name: string): Container | undefined {
  const { containers, containerById } = topology;
  return containers.find((one) => one.name === name) ?? containerById.get(name) ?? byPrefix(containers, name);
}

/** A network by name, id, or the start of its id. */
export function findNetwork({ topology }: LiveFacts, name: string): Network | undefined {
  const { networks, networkById } = topology;
  return networks.find((one) => one.name === name) ?? networkById.get(name) ?? byPrefix(networks, name);
}

function byPrefix<T extends { readonly id: string }>(rows: readonly T[], start: string): T | undefined {
  const found = /^[0-9a-f]{4,}$/.test(start) ? rows.filter(({ id }) => id.startsWith(start)) : [];
  return found.length === 1 ? found[0] : undefined;
}

/** A network by its whole name. */
export function networkNamed({ topology }: LiveFacts, name: string): Network | undefined {
  return topology.networks.find((one) => one.name === name);
}

/** The live network made from a network of the compose file; undefined where the project is not known. */
export function composeNetwork({ topology, project }: LiveFacts, key: string): Network | undefined {
  if (project === undefined) return undefined;
  return topology.networks.find(
    ({ labels, composeProject }) =>
      composeProject === project && labels['com.docker.compose.network'] === key,
  );
}

/** The live containers of a service of the compose file; none where the project is not known. */
export function serviceContainers({ topology, project }: LiveFacts, service: string): readonly Container[] {
  if (project === undefined) return [];
  return topology.containers.filter(
    ({ composeService, composeProject }) => composeService === service && composeProject === project,
  );
}

/** The name of the network that a use is about, as it is written; undefined where none is, or a mode. */
export function networkNameOf({ owner }: Use, { uses, network }: Scope): string | undefined {
  if (owner !== undefined || network !== undefined) return owner ?? network;
  const first = uses.find(({ syntax }) => syntax === 'network');
  const value = first && readNetwork(first);
  return value?.ok && value.mode === 'named' ? value.name : undefined;
}

/** The live network that a use is about. */
export function networkOfUse(use: Use, scope: Scope, facts: LiveFacts): Network | undefined {
  if (use.owner !== undefined) return composeNetwork(facts, use.owner);
  const name = networkNameOf(use, scope);
  return name === undefined ? undefined : findNetwork(facts, name);
}

/** The live containers that a scope describes: one of that name, or those of the service. */
export function ownContainers({ place, name }: Scope, facts: LiveFacts): readonly Container[] {
  if (name === undefined) return [];
  if (place === 'composeService') return serviceContainers(facts, name);
  return facts.topology.containers.filter((container) => container.name === name);
}

/** The live networks that a command or service joins; undefined where one of them is not known. */
export function joinedNetworks(facts: LiveFacts, scope: Scope): readonly Network[] | undefined {
  const choices = scope.uses.filter(choosesNetwork);
  const found =
    choices.length > 0 ? choices.map((use) => joined(facts, use)) : [defaultNetwork(facts, scope)];
  const known = found.filter((network) => network !== undefined);
  return known.length === found.length ? known : undefined;
}

function choosesNetwork({ syntax, kind, value }: Use): boolean {
  if (syntax === 'networks') return kind === 'item' || value !== undefined;
  return syntax === 'network' || syntax === 'networkMode';
}

function joined(facts: LiveFacts, use: Use): Network | undefined {
  if (use.syntax === 'networks') return use.text === undefined ? undefined : composeNetwork(facts, use.text);
  const value = readNetwork(use);
  if (!value?.ok) return undefined;
  if (value.mode === 'default' || value.mode === 'bridge') return defaultBridge(facts);
  return value.mode === 'named' ? findNetwork(facts, value.name) : undefined;
}

/** What is joined where no network is named. */
function defaultNetwork(facts: LiveFacts, { place, partial }: Scope): Network | undefined {
  if (partial) return undefined;
  if (place === 'composeService') return composeNetwork(facts, 'default');
  return place === 'run' || place === 'create' ? defaultBridge(facts) : undefined;
}

function defaultBridge({ topology }: LiveFacts): Network | undefined {
  return topology.networks.find((network) => network.defaultBridge);
}

/** True where the container is what the scope describes. */
export function isOwn(container: Container, { place, name }: Scope, facts: LiveFacts): boolean {
  if (name === undefined) return false;
  return place === 'composeService'
    ? serviceContainers(facts, name).includes(container)
    : container.name === name;
}

/** The address of an endpoint to show. */
export function addressOf({ ipv4, ipv6, requestedIpv4 }: Endpoint): string | undefined {
  return ipv4 ?? ipv6 ?? requestedIpv4;
}
