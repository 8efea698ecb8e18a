import { holders, isOwn, serviceContainers } from '../facts';
import type { Protocol } from '../../model';
import { parseShortPublish } from '../values/publish';
import type { Surroundings } from './proposer';
import type { Scope } from '../use';

const highest = 65_535;
/** Lower ports need a privilege on many hosts: 80 becomes 8080. */
const lowestFree = 1024;

/** A port of the host, and what is to come there. */
export interface Wanted {
  readonly containerPort: number;
  readonly protocol: Protocol;
  readonly hostIp: string | undefined;
  /** Its own containers give their ports back when they are made anew. */
  readonly scope: Scope;
}

/**
 * Ports of the host that nothing takes as far as the file and the engine tell, the nearest to the port of the container
 * first. Other programs of the host are not seen.
 */
export function freeHostPorts(wanted: Wanted, count: number, around: Surroundings): readonly number[] {
  const { containerPort, protocol, hostIp, scope } = wanted;
  const inFile = portsInFile(around.text);
  const free: number[] = [];
  for (let port = firstChoice(containerPort); port <= highest && free.length < count; port += 1) {
    if (inFile.has(port) || isHeld(port)) continue;
    free.push(port);
  }
  return free;

  function isHeld(port: number): boolean {
    const { facts } = around;
    if (!facts) return false;
    const ports = { first: port, last: port };
    const publish = {
      ok: true,
      hostIp,
      hostPorts: ports,
      containerPorts: ports,
      protocol,
      oddities: [],
    } as const;
    return holders(facts, publish).some(({ containerId }) => {
      const container = facts.topology.containerById.get(containerId);
      return scope.place !== 'composeService' || !container || !isOwn(container, scope, facts);
    });
  }
}

/** 80 → 8080, 443 → 8443, 53 → 8053; ports without a privilege stay as they are. */
function firstChoice(containerPort: number): number {
  if (containerPort === 80) return 8080;
  return containerPort < lowestFree ? 8000 + containerPort : containerPort;
}

/** Host ports that the text names in short form or as `published`; read by their look, wherever they stand. */
function portsInFile(text: string): ReadonlySet<number> {
  const ports = new Set<number>();
  const add = (first: string | undefined, last = first) => {
    const [from, to] = [Number(first), Math.min(Number(last), Number(first) + 1000)];
    for (let port = from; port <= to; port += 1) ports.add(port);
  };
  for (const [, first, last] of text.matchAll(/(?<![\d.])(\d{1,5})(?:-(\d{1,5}))?:\d{1,5}(?![\d:])/g))
    add(first, last);
  for (const [, first, last] of text.matchAll(/\bpublished["']?\s*[:=]\s*["']?(\d{1,5})(?:-(\d{1,5}))?/g))
    add(first, last);
  return ports;
}

/** A port on which a program in the container may listen. */
export interface ContainerPort {
  readonly port: number;
  readonly protocol: Protocol;
  /** Who tells: a few plain words. */
  readonly source: string;
}

/** The ports of the container: as live containers of the service or the name tell, and what else the scope says. */
export function containerPorts(scope: Scope, { facts }: Surroundings): readonly ContainerPort[] {
  const found = new Map<string, ContainerPort>();
  const add = (port: number, protocol: Protocol, source: string) => {
    const key = `${port}/${protocol}`;
    if (!found.has(key)) found.set(key, { port, protocol, source });
  };
  for (const { syntax, text } of scope.uses) {
    const value = syntax === 'expose' || syntax === 'exposeKey' ? parseShortPublish(text ?? '') : undefined;
    if (value?.ok && value.containerPorts.first === value.containerPorts.last)
      add(value.containerPorts.first, value.protocol, 'exposed here');
  }
  const own =
    scope.name === undefined || !facts
      ? []
      : scope.place === 'composeService'
        ? serviceContainers(facts, scope.name)
        : facts.topology.containers.filter(({ name }) => name === scope.name);
  for (const { name, exposed, published } of own) {
    for (const { containerPort, protocol } of [...exposed, ...published])
      add(containerPort, protocol, `${name} has it`);
  }
  return [...found.values()];
}
