import type {
  Container,
  ExposedPort,
  Network,
  PublishedPort,
  ServicePortRecord,
  Topology,
} from '../../model';
import { membersOf } from '../network/members';
import { sharersOf } from '../sharers';
import type { DiagramTarget } from '../options';
import type { Subject } from '../scene';
import { driverWord, hostPortText } from '../words';

/** An object, and all that can be found of it: lower case, one word a line. */
export interface SearchEntry {
  readonly subject: Subject;
  readonly text: string;
}

/** Made once for each picture of the engine: a find box asks at every key. */
const indexes = new WeakMap<Topology, Map<string, readonly SearchEntry[]>>();

/** Everything that a diagram of the target shows, in reading order, with the words that find it. */
export function searchIndex(topology: Topology, target: DiagramTarget): readonly SearchEntry[] {
  const key = target.kind === 'topology' ? '' : `network:${target.id}`;
  const known = indexes.get(topology) ?? new Map<string, readonly SearchEntry[]>();
  indexes.set(topology, known);
  const entries = known.get(key) ?? buildIndex(topology, target);
  known.set(key, entries);
  return entries;
}

function buildIndex(topology: Topology, target: DiagramTarget): readonly SearchEntry[] {
  const aliases = linkAliases(topology);
  const entries: SearchEntry[] = [hostEntry(topology)];
  const seen = new Set<string>();
  const add = (container: Container): void => {
    if (!seen.has(container.id)) {
      seen.add(container.id);
      entries.push(containerEntry(container, aliases.get(container.id)));
      container.published.forEach((port) => entries.push(portEntry(port)));
      sharersOf(container, topology).forEach(add);
    }
  };
  for (const network of topology.networks) {
    if (target.kind === 'topology' || network.id === target.id) {
      entries.push(networkEntry(network));
      membersOf(topology, network, false).forEach(({ container }) => add(container));
    }
  }
  if (target.kind === 'topology') {
    topology.containers.forEach(add);
  }
  return entries.concat(swarmEntries(topology, target));
}

function entry(subject: Subject, words: readonly (string | undefined)[]): SearchEntry {
  return { subject, text: lines(words).toLowerCase() };
}

function lines(words: readonly (string | undefined)[]): string {
  let text = '';
  for (const word of words) {
    text += line(word);
  }
  return text;
}

function line(word: string | undefined): string {
  return word === undefined || word === '' ? '' : `${word}\n`;
}

function hostEntry({ host }: Topology): SearchEntry {
  return entry({ kind: 'host' }, [host.name, host.swarm?.nodeAddress]);
}

function networkEntry(network: Network): SearchEntry {
  const subnets = network.subnets.flatMap(({ cidr, gateway, range }) => [cidr, gateway, range]);
  const { id, name, driver, device, parent, composeProject } = network;
  const words = [name, driver, driverWord(network), device, parent, composeProject, ...subnets];
  return entry({ kind: 'network', id }, words);
}

/** The names under which legacy links find a container. */
function linkAliases({ links }: Topology): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { targetId, alias } of links) {
    found.set(targetId, [...(found.get(targetId) ?? []), alias]);
  }
  return found;
}

function containerEntry(container: Container, aliases: readonly string[] = []): SearchEntry {
  const { id, name, image, composeProject: project, composeService: service } = container;
  // Joined by hand: ten thousand of them are made at the first key.
  let text = line(name) + line(image);
  if (project !== undefined || service !== undefined) {
    text += `${project ?? ''}/${service ?? ''}\n`;
  }
  for (const { ipv4, ipv6, mac, requestedIpv4, requestedIpv6, aliases: own } of container.endpoints) {
    text += line(ipv4) + line(ipv6) + line(mac) + line(requestedIpv4) + line(requestedIpv6);
    text += own === undefined ? '' : lines(own);
  }
  text += lines(aliases) + portLines(container.published) + portLines(container.exposed);
  return { subject: { kind: 'container', id }, text: text.toLowerCase() };
}

function portLines(ports: readonly ExposedPort[]): string {
  let text = '';
  for (const { containerPort, protocol } of ports) {
    text += `:${containerPort}/${protocol}\n`;
  }
  return text;
}

function portEntry(port: PublishedPort): SearchEntry {
  const { hostIps, hostPort, protocol } = port;
  const text = `${hostPortText(port)}\n${hostIps.map((ip) => `${ip}:${hostPort}/${protocol}`).join('\n')}`;
  return {
    subject: { kind: 'port', id: port.id },
    text: hostIps.length === 0 ? `${text}:${hostPort}/${protocol}` : text,
  };
}

/** Services and nodes; in a network's diagram those services only that are on it. */
function swarmEntries({ services, nodes }: Topology, target: DiagramTarget): SearchEntry[] {
  const shown =
    target.kind === 'topology'
      ? services
      : services.filter(({ networkIds }) => networkIds.includes(target.id));
  return [
    ...shown.map(({ id, name, image, addresses, ports }) => {
      const words = [name, image, ...addresses.map(({ ipv4 }) => ipv4), ...ports.flatMap(servicePortWords)];
      return entry({ kind: 'service', id }, words);
    }),
    ...nodes.map(({ id, hostname, address }) => entry({ kind: 'node', id }, [hostname, address])),
  ];
}

function servicePortWords({ publishedPort, targetPort, protocol }: ServicePortRecord): string[] {
  const target = `:${targetPort}/${protocol}`;
  return publishedPort === undefined ? [target] : [`:${publishedPort}/${protocol}`, target];
}
