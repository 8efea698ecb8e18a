import type { Container, Endpoint, Network } from '../model';
import type { Answer, EngineCalls } from './calls';
import type { Clock } from './debounce';
import {
  decodeContainerDetails,
  decodeNetworkDetails,
  type ContainerDetails,
  type NetworkDetails,
} from './decodeDetails';
import { EngineFault } from './problem';
import type { Store } from './state';

/** Bounds of what is asked and remembered. */
export interface DetailsLimits {
  /** Objects that are remembered; the one that was opened longest ago goes first. */
  readonly most: number;
  /** How long an engine may take for one object, ms. */
  readonly patience: number;
  /** How long a failure, and what a network has heard from other nodes, is believed, ms: no event tells of it. */
  readonly fresh: number;
}

export const DETAILS_LIMITS: DetailsLimits = { most: 256, patience: 5000, fresh: 5000 };

interface Entry {
  /** What the answer holds for; another one asks anew. */
  readonly stamp: string;
  readonly answer: Promise<Answer<unknown>>;
  /** When the answer is to be asked for again; undefined while it holds as long as the stamp does. */
  expires: number | undefined;
}

/**
 * What only an inspect tells, asked for when somebody opens an object and remembered while nothing about it changed: a
 * storm of refreshes asks nothing again. Never rejects: a failure is an answer, in the engine's own words.
 */
export class Details {
  /** By id, least recently opened first. */
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly store: Pick<Store, 'ask'>,
    private readonly clock: Clock,
    private readonly limits: DetailsLimits = DETAILS_LIMITS,
  ) {}

  /** Aliases, links, requested and exposed ports; the store must be watched meanwhile. */
  container(container: Container): Promise<Answer<ContainerDetails>> {
    const stamp = [container.state, container.name, ...container.endpoints.map(stampOf)].join(' ');
    const ask = (calls: EngineCalls, signal: AbortSignal) => calls.inspectContainer(container.id, signal);
    return this.recall(container.id, stamp, ask, decodeContainerDetails, undefined);
  }

  /** Peers, services and the engine's own endpoints; the store must be watched meanwhile. */
  network(network: Network): Promise<Answer<NetworkDetails>> {
    const stamp = [network.name, ...network.endpoints.map(stampOf)].join(' ');
    const ask = (calls: EngineCalls, signal: AbortSignal) => calls.inspectNetwork(network.id, signal);
    return this.recall(network.id, stamp, ask, decodeNetworkDetails, this.limits.fresh);
  }

  /** Asks anew when the object is opened the next time: what is stopped changes without an event. */
  forget(id: string): void {
    this.entries.delete(id);
  }

  /** Forgets everything: another engine, or somebody asked for a refresh. */
  clear(): void {
    this.entries.clear();
  }

  private recall<T>(
    id: string,
    stamp: string,
    ask: (calls: EngineCalls, signal: AbortSignal) => Promise<unknown>,
    decode: (raw: unknown) => T,
    lifeMs: number | undefined,
  ): Promise<Answer<T>> {
    const known = this.entries.get(id);
    const holds =
      known?.stamp === stamp && (known.expires === undefined || known.expires > this.clock.elapsed());
    const entry = holds ? known : this.ask(stamp, ask, decode, lifeMs);
    this.remember(id, entry);
    return entry.answer as Promise<Answer<T>>;
  }

  private remember(id: string, entry: Entry): void {
    this.entries.delete(id);
    this.entries.set(id, entry);
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= this.limits.most) {
        break;
      }
      this.entries.delete(oldest);
    }
  }

  private ask<T>(
    stamp: string,
    ask: (calls: EngineCalls, signal: AbortSignal) => Promise<unknown>,
    decode: (raw: unknown) => T,
    lifeMs: number | undefined,
  ): Entry {
    const answer = this.askInTime(ask).then((raw): Answer<T> => {
      const life = raw.ok ? lifeMs : this.limits.fresh;
      entry.expires = life === undefined ? undefined : this.clock.elapsed() + life;
      return raw.ok ? { ok: true, value: decode(raw.value) } : raw;
    });
    const entry: Entry = { stamp, answer, expires: undefined };
    return entry;
  }

  /** Answers in time whatever the store and the engine do. */
  private async askInTime(
    ask: (calls: EngineCalls, signal: AbortSignal) => Promise<unknown>,
  ): Promise<Answer<unknown>> {
    const { patience } = this.limits;
    const limit = new AbortController();
    let cancel = (): void => undefined;
    const late = new Promise<Answer<unknown>>((resolve) => {
      cancel = this.clock.after(patience, () => {
        const detail = `no answer within ${patience / 1000} s`;
        const problem = { reason: 'timeout', detail } as const;
        // Aborted with a fault, and not for want of interest: the store then doubts its picture.
        limit.abort(new EngineFault(problem));
        resolve({ ok: false, problem });
      });
    });
    const answer = await Promise.race([this.store.ask(ask, limit.signal), late]);
    cancel();
    return answer;
  }
}

/** The engine gives each connect another endpoint id; addresses tell where it gives none. */
function stampOf({ networkId, endpointId, attached, ipv4, ipv6, requestedIpv4 }: Endpoint): string {
  return [networkId, endpointId, attached, ipv4, ipv6, requestedIpv4].join('/');
}
