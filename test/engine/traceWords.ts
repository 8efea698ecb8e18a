import { layoutTopology, subjectKey, traceSubject, type Scene, type Subject } from '../../src/diagram';
import type { Container, PublishedPort, Topology } from '../../src/model';
import { HOST, HOST6, ON_HOST, type Asker } from './traceWorld';

/** What the steps of a trace say, read as a person would: which connects arrive. Words that nobody knows are an error. */
export class Words {
  private readonly known = new Map<string, readonly string[]>();

  private readonly scene: Scene;

  constructor(private readonly topology: Topology) {
    this.scene = layoutTopology(topology);
  }

  of(subject: Subject): readonly string[] {
    const key = subjectKey(subject);
    const steps =
      this.known.get(key) ?? traceSubject(this.topology, this.scene, subject)?.steps.map(({ text }) => text);
    if (steps === undefined) {
      throw new Error(`no trace of ${key}`);
    }
    this.known.set(key, steps);
    return steps;
  }

  ofContainer({ id }: Container): readonly string[] {
    return this.of({ kind: 'container', id });
  }

  /** Whether a connect from one container to an address of another arrives, by the words of the first. */
  reaches(from: Container, to: Container, networkName: string, address: string): boolean {
    const steps = this.ofContainer(from);
    if (steps.some((step) => step.includes('has its own loopback only'))) {
      return false;
    }
    if (steps.some((step) => step.startsWith('Containers on local bridges it reaches at their addresses'))) {
      return this.topology.networks.find(({ name }) => name === networkName)?.driver === 'bridge';
    }
    const shared = steps.find((step) => step.startsWith(`On ${networkName}, from `));
    return shared === undefined ? elsewhere(steps, address) : among(shared, to.name, address);
  }

  /** Whether an asker reaches a published port, by the words of the port and its own; undefined where they do not tell. */
  reachesPort(
    from: Asker,
    asker: Container | undefined,
    port: PublishedPort,
    address: string,
  ): boolean | undefined {
    const steps = this.of({ kind: 'port', id: port.id });
    if (steps.some((step) => /^(Nothing|Nobody) answers/.test(step))) {
      return false;
    }
    const onHost =
      from === ON_HOST ||
      (asker !== undefined &&
        this.ofContainer(asker).some((step) => step.includes('published ports where they are bound')));
    if (asker !== undefined && !onHost && !this.mayAskHost(asker, address)) {
      // Of its own network's ports nothing is said.
      return asker.endpoints.some(({ networkId }) => networkId === port.target?.networkId)
        ? undefined
        : false;
    }
    return takes(steps[0] ?? '', address, onHost);
  }

  private mayAskHost(asker: Container, address: string): boolean {
    return this.ofContainer(asker).some(
      (step) =>
        step.includes('What they publish beyond 127.0.0.1 it reaches') ||
        (address.includes(':') &&
          step.startsWith('To containers on other networks') &&
          step.includes('over IPv6 yes')),
    );
  }
}

/** `On shop, from 172.18.0.2: to api and db over …`, `not to db. …`. */
function among(step: string, name: string, address: string): boolean {
  const words = /^On .+?, from \S+: (not )?to (.+?)( over | and to |\. |, as |,? the )/.exec(`${step} `);
  if (words?.[2]?.split(/, | and /).includes(name) !== true) {
    throw new Error(`“${step}” does not tell of ${name}`);
  }
  const six = address.includes(':') && step.includes('engines before 27 let IPv6 pass');
  return words[1] === undefined || six;
}

function elsewhere(steps: readonly string[], address: string): boolean {
  const step = steps.find((one) => /^To containers on other (bridges|networks): not /.test(one));
  // Nothing is said of networks that Docker does not run: they are not reached by any promise.
  return step !== undefined && address.includes(':') && step.includes('over IPv6 yes');
}

/** `A client asks any IPv4 address of …`, `A client that reaches 192.0.2.1 of …`, `A program on … itself asks 127.0.0.1`. */
function takes(step: string, address: string, onHost: boolean): boolean {
  const loopback = address.startsWith('127.') || address === '::1';
  const any = /^A client asks any (IPv[46] )?address/.exec(step);
  if (any) {
    const family = address.includes(':') ? 'IPv6 ' : 'IPv4 ';
    return (onHost || !loopback) && (any[1] === undefined || any[1] === family);
  }
  const one = /^A client that reaches (\S+) of|^A program on \S+ itself asks (\S+),/.exec(step);
  if (one === null) {
    throw new Error(`“${step}” does not tell who may ask`);
  }
  const bound = (one[1] ?? one[2] ?? '').replaceAll(/[[\]]/g, '');
  return bound === address && (onHost || one[2] === undefined);
}

/** Addresses at which a published port may be asked: the host's own and its loopbacks. */
export const ASKED = [HOST, HOST6, '127.0.0.1', '::1'] as const;

/** The addresses that IPv4 and IPv6 requests have outside, by the words; undefined where they do not get there. */
export function saidOutside(steps: readonly string[]): readonly (string | undefined)[] {
  const all = steps.join('\n');
  const kept = /^It leaves \S+ with ([\d.]+),|^It leaves by \S+ with ([\d.]+):/m.exec(all);
  const four = /^MASQUERADE gives it an address of node-1/m.test(all)
    ? '192.0.2.1'
    : (kept?.[1] ?? kept?.[2]);
  return [four, /\bIPv6 it leaves with (\S+),/.exec(all)?.[1]];
}
