import { drivers } from '../catalog';
import { withDeadline } from './deadline';
import type { Clock } from './debounce';
import { isList } from './decode';
import type { DockerApi } from './dockerApi';
import { EngineFault, problemOf } from './problem';
import { staleBy, type SlowFact } from './staleFacts';
import { list, object, text } from './wire';

/** Raw answers that rarely change: they are asked for when something says that they may have, and not at each refresh. */
export interface SlowAnswers {
  /** `GET /info` */
  readonly info: unknown;
  /** `GET /services?status=true`; undefined where the engine is no manager or does not tell. */
  readonly services: unknown;
  /** `GET /nodes`; as services. */
  readonly nodes: unknown;
  /** Why a manager did not answer with services and nodes, in its own words. */
  readonly swarmProblem: string | undefined;
}

/** A picture waits no longer than this for its swarm; ms. */
const PATIENCE_MS = 4000;

/** A swarm without a leader says so after 20 s (seen in moby, `swarmRequestTimeout`); ms. */
const LOOK_LIMIT_MS = 25_000;

/**
 * Pauses before a swarm is looked at again, ms. That a task of another node started or died, and that this engine left
 * the swarm, no event tells (seen on engine 20.10): the first looks follow a change, the last comes back for as long as
 * the engine is in a swarm and somebody watches.
 */
const LOOKS_MS = [1000, 2000, 4000, 8000, 16_000, 30_000] as const;

/** An engine that left a swarm takes its networks down a moment later, and tells no event of that either; ms. */
const AFTER_LEAVING_MS = [1000, 4000] as const;

/** The drivers that an engine has whatever its networks. */
const BUILT_IN: ReadonlySet<string> = new Set(
  drivers.flatMap(({ kind, engineNames }) => (kind === 'builtIn' ? engineNames : [])),
);

/** Keeps the slow answers of one connection, and says when a swarm has changed without an event. */
export class SlowFacts {
  private answers: SlowAnswers = {
    info: undefined,
    services: undefined,
    nodes: undefined,
    swarmProblem: undefined,
  };
  private readonly stale = new Set<SlowFact>(['info', 'services', 'nodes']);
  private foreignDrivers = '';
  private looks = 0;
  private notes = 0;
  private wasInSwarm = false;
  private planned: { readonly at: number; readonly cancel: () => void } | undefined;
  private looking = false;

  constructor(
    private readonly docker: DockerApi,
    private readonly clock: Clock,
    /** Ends the looking; aborted with the connection. */
    private readonly life: AbortSignal,
    /** Called when a look found something new. */
    private readonly changed: () => void,
  ) {
    life.addEventListener('abort', () => this.planned?.cancel(), { once: true });
  }

  /** Marks what an event can have made old; it is asked for at the next read. */
  note(event: unknown): void {
    const facts = staleBy(event);
    if (facts.length > 0) {
      facts.forEach((fact) => this.stale.add(fact));
      this.notes++;
      this.looks = 0;
      if (this.answers.swarmProblem === undefined) {
        // The next read asks.
        this.planned?.cancel();
        this.planned = undefined;
      }
    }
  }

  /**
   * Whether `/info` is old by what the list of networks says: an engine names a plugin of the older kind only while a
   * network uses it (seen on engine 20.10), and no event tells that.
   */
  noteNetworks(networks: unknown): boolean {
    const names = list(networks).flatMap((network) => text(object(network).Driver) ?? []);
    const foreign = [...new Set(names.filter((name) => !BUILT_IN.has(name)))].sort().join('\n');
    const known = list(object(object(this.answers.info).Plugins).Network);
    const old =
      foreign !== this.foreignDrivers &&
      (this.foreignDrivers !== '' || !names.every((name) => known.includes(name)));
    this.foreignDrivers = foreign;
    if (old) {
      this.stale.add('info');
    }
    return old;
  }

  /**
   * The answers, asked for anew where they are old. Rejects only where `/info` was never had, unless that is forbidden:
   * then it is unknown.
   */
  async read(signal: AbortSignal): Promise<SlowAnswers> {
    if (this.stale.delete('info')) {
      await this.readInfo(signal);
    }
    if (!isManager(this.answers.info)) {
      this.answers = { ...this.answers, services: undefined, nodes: undefined, swarmProblem: undefined };
      // Once it is a manager, nothing is known yet.
      this.stale.add('services').add('nodes');
    } else if (this.isSwarmOld() && this.answers.swarmProblem === undefined) {
      // A swarm that does not answer is left to the looks: no picture waits for it again.
      await this.readSwarm(signal, PATIENCE_MS);
    }
    this.planLook();
    return this.answers;
  }

  private isSwarmOld(): boolean {
    return this.stale.has('services') || this.stale.has('nodes');
  }

  private async readInfo(signal: AbortSignal): Promise<void> {
    try {
      const info = await this.docker.info({ abortSignal: signal });
      this.answers = { ...this.answers, info };
    } catch (error) {
      if (!signal.aborted && problemOf(error).reason === 'forbidden') {
        // What a proxy keeps from us it will keep the next time too.
        return;
      }
      this.stale.add('info');
      // An old answer is better than no picture; a swarm is looked at again, and the next event asks anew.
      if (signal.aborted || this.answers.info === undefined) {
        throw error;
      }
    }
  }

  /** A failure is an answer, too: it stays until the next look or event. */
  private async readSwarm(signal: AbortSignal, limitMs: number): Promise<void> {
    const asked = { services: this.stale.delete('services'), nodes: this.stale.delete('nodes') };
    try {
      const [services, nodes] = await withDeadline(signal, limitMs, (abortSignal) =>
        Promise.all([
          asked.services ? this.docker.listServices({ ...this.status(), abortSignal }) : null,
          asked.nodes ? this.docker.listNodes({ abortSignal }) : null,
        ]),
      );
      if (!isList(services) || !isList(nodes)) {
        const detail = 'GET /services or /nodes did not answer with a list';
        throw new EngineFault({ reason: 'badAnswer', detail });
      }
      this.answers = {
        ...this.answers,
        ...(asked.services ? { services } : {}),
        ...(asked.nodes ? { nodes } : {}),
        swarmProblem: undefined,
      };
    } catch (error) {
      if (signal.aborted) {
        throw error;
      }
      const swarmProblem = problemOf(error).detail;
      this.answers = { ...this.answers, services: undefined, nodes: undefined, swarmProblem };
    }
  }

  /** Tasks are counted from API 1.41 on. */
  private status(): { readonly status?: true } {
    return Number(this.docker.modem.version.split('.')[1]) >= 41 ? { status: true } : {};
  }

  private planLook(): void {
    const inSwarm = isInSwarm(this.answers.info);
    if (this.wasInSwarm && !inSwarm) {
      AFTER_LEAVING_MS.forEach((ms) =>
        this.clock.after(ms, () => {
          this.tell();
        }),
      );
    }
    this.wasInSwarm = inSwarm;
    if (!this.looking && !this.life.aborted && inSwarm) {
      this.planNext();
    }
  }

  /** The sooner of two plans holds: no storm of events puts a look off. */
  private planNext(): void {
    const longest = LOOKS_MS.length - 1;
    const next = isSettled(this.answers) ? longest : Math.min(this.looks, longest);
    const ms = LOOKS_MS[next] ?? 0;
    const at = this.clock.elapsed() + ms;
    if (this.planned && this.planned.at <= at) {
      return;
    }
    this.looks = next + 1;
    this.planned?.cancel();
    const cancel = this.clock.after(ms, () => {
      this.planned = undefined;
      void this.look();
    });
    this.planned = { at, cancel };
  }

  /** Asks for the swarm alone, and lets the picture be read anew only if it is another. */
  private async look(): Promise<void> {
    const before = swarmText(this.answers);
    const notes = this.notes;
    this.looking = true;
    try {
      await withDeadline(this.life, LOOK_LIMIT_MS, async (signal) => {
        this.stale.delete('info');
        await this.readInfo(signal);
        if (isManager(this.answers.info)) {
          this.stale.add('services').add('nodes');
          await this.readSwarm(signal, LOOK_LIMIT_MS);
        }
      });
    } catch {
      // The connection is over, or the engine is stalled: the next list call says so.
    }
    this.looking = false;
    // What was asked for before an event may have answered after it.
    if (notes !== this.notes) {
      this.stale.add('info').add('services').add('nodes');
    }
    this.planLook();
    if (notes !== this.notes || swarmText(this.answers) !== before) {
      this.tell();
    }
  }

  private tell(): void {
    if (!this.life.aborted) {
      this.changed();
    }
  }
}

function isManager(info: unknown): boolean {
  return object(object(info).Swarm).ControlAvailable === true;
}

function isInSwarm(info: unknown): boolean {
  return (text(object(object(info).Swarm).LocalNodeState) ?? 'inactive') !== 'inactive';
}

/**
 * Whether the swarm is as it should be, so that nothing is awaited: it answers, every node has described itself (after
 * `swarm init` it takes a moment, and sends no event) and every service runs its tasks.
 */
function isSettled({ info, services, nodes, swarmProblem }: SlowAnswers): boolean {
  return (
    swarmProblem === undefined &&
    object(object(info).Swarm).LocalNodeState === 'active' &&
    list(nodes).every((node) => text(object(object(node).Description).Hostname) !== undefined) &&
    list(services).every((service) => {
      const { RunningTasks, DesiredTasks } = object(object(service).ServiceStatus);
      return RunningTasks === DesiredTasks;
    })
  );
}

function swarmText({ info, ...swarm }: SlowAnswers): string {
  const { Plugins, Swarm } = object(info);
  return JSON.stringify([Plugins, Swarm, swarm]);
}
