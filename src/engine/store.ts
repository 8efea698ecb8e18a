import { buildTopology, type Topology } from '../model';
import { backOff, pause } from './backOff';
import type { Answer, EngineCalls } from './calls';
import type { Connection } from './connection';
import { follow } from './deadline';
import type { Clock } from './debounce';
import { decodeSnapshot } from './decode';
import { Emitter } from './emitter';
import { otherEngine } from './otherEngine';
import { EngineFault, problemOf } from './problem';
import { readOnChanges } from './readOnChanges';
import { isSameProblem } from './sameProblem';
import { nextSettled, whenSettled } from './settled';
import type { Disposable, Endpoint, EngineProblem, EngineState, Store } from './state';

/** Where the store gets its picture from; asked anew at every (re)connection, as a context can change meanwhile. */
export interface Source {
  /** Names the endpoint before anything is tried, so that "connecting" can say where to. */
  locate(): Promise<Located>;
}

export interface Located {
  readonly endpoint: Endpoint;
  readonly connect: (signal: AbortSignal) => Promise<Connection>;
}

/** A picture that is older than that is read again when a person looks. ms. */
const OLD = 30_000;

/** A connection that lived that long was a good one: after its loss the next is tried at once. ms. */
const GOOD_LIFE = 5000;

const nowhere: Endpoint = { url: '', origin: 'default' };

const NO_ANSWER: EngineProblem = { reason: 'disconnected', detail: 'no engine is connected' };

interface Picture {
  readonly endpoint: Endpoint;
  readonly topology: Topology;
  readonly at: number;
}

interface Connected {
  readonly endpoint: Endpoint;
  readonly calls: EngineCalls;
}

/**
 * Keeps the picture of one engine live while somebody watches: subscribes to events, then reads; each change asks for a
 * debounced read. A lost stream is re-opened with back-off, for ever. When nobody watches, nothing is asked.
 */
export class EngineStore implements Store {
  private current: EngineState = { kind: 'connecting', endpoint: nowhere };
  private readonly changed = new Emitter<EngineState>();
  private watchers = 0;
  private session: AbortController | undefined;
  private settled = false;
  private last: Picture | undefined;
  private connected: Connected | undefined;
  private readonly looked = new Emitter<undefined>();

  constructor(
    private source: Source,
    private readonly clock: Clock,
  ) {}

  get state(): EngineState {
    return this.current;
  }

  get live(): boolean {
    return this.settled;
  }

  onDidChangeState(listener: (state: EngineState) => void): Disposable {
    return this.changed.on(listener);
  }

  watch(): Disposable {
    this.watchers++;
    if (this.session) {
      this.check();
    } else {
      this.start();
    }
    let held = true;
    return {
      dispose: () => {
        if (held) {
          held = false;
          this.watchers--;
          this.stopUnlessWatched();
        }
      },
    };
  }

  /** Starts over with a new connection, also while a back-off pause runs; resolves with its first outcome. */
  async refresh(): Promise<void> {
    this.stop();
    const lease = this.watch();
    try {
      await nextSettled(this, this.session?.signal);
    } finally {
      lease.dispose();
    }
  }

  async ask<T>(
    call: (calls: EngineCalls, signal: AbortSignal) => Promise<T>,
    signal: AbortSignal = new AbortController().signal,
    meant?: Endpoint,
  ): Promise<Answer<T>> {
    const state = await this.whenConnected(signal);
    const refused = this.refusal(state, meant);
    if (refused) {
      return { ok: false, problem: refused };
    }
    try {
      if (this.connected === undefined) {
        return { ok: false, problem: state.kind === 'unavailable' ? state.problem : NO_ANSWER };
      }
      return { ok: true, value: await call(this.connected.calls, signal) };
    } catch (error) {
      const problem = problemOf(error);
      if (problem.reason === 'timeout' && !isGivenUp(signal)) {
        // The picture of an engine that does not answer is in doubt too.
        this.looked.emit(undefined);
      }
      return { ok: false, problem };
    }
  }

  /**
   * A person looks: a picture that no event has renewed for half a minute is read again, since an engine that is frozen
   * and one where nothing happens are equally quiet; a pause between two tries ends. Asks nothing when nobody watches.
   */
  check(): void {
    const connected = this.connected === undefined ? undefined : this.last;
    if (!connected || Math.abs(this.clock.now() - connected.at) >= OLD) {
      this.looked.emit(undefined);
    }
  }

  /** Turns to another engine: the picture of the old one is dropped, not shown as the new one's. */
  use(source: Source): void {
    const running = this.session !== undefined;
    this.stop();
    this.source = source;
    this.last = undefined;
    this.setState({ kind: 'connecting', endpoint: nowhere });
    if (running) {
      this.start();
    }
  }

  dispose(): void {
    this.stop();
  }

  /** The picture of a lost engine stands while it is dialled anew: what comes of that is waited for. */
  private async whenConnected(signal: AbortSignal): Promise<EngineState> {
    const state = await whenSettled(this, signal);
    return state.kind === 'ready' && this.connected === undefined ? nextSettled(this, signal) : state;
  }

  private refusal(state: EngineState, meant: Endpoint | undefined): EngineProblem | undefined {
    const { endpoint } = this.connected ?? state;
    return endpoint === nowhere ? undefined : otherEngine(meant, endpoint);
  }

  private start(): void {
    const session = new AbortController();
    this.session = session;
    void this.keepConnected(session.signal);
  }

  private stop(): void {
    this.session?.abort();
    this.session = undefined;
    this.settled = false;
  }

  private stopUnlessWatched(): void {
    if (this.watchers === 0) {
      this.stop();
    }
  }

  private async keepConnected(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      const lifeMs = await this.connectOnce(signal);
      failures = lifeMs >= GOOD_LIFE ? 0 : failures + 1;
      await pause(this.clock, backOff(failures), signal, this.looked);
    }
  }

  /** One connection from dial to loss; the answer is how long it lived, in ms. */
  private async connectOnce(signal: AbortSignal): Promise<number> {
    const life = new AbortController();
    const unfollow = follow(signal, life);
    let endpoint = nowhere;
    let since: number | undefined;
    let connected: Connected | undefined;
    try {
      const located = await this.source.locate();
      endpoint = located.endpoint;
      this.announce(endpoint, signal);
      const connection = await located.connect(life.signal);
      if (signal.aborted) {
        // Another session may be connected by now: its calls are not this one's to replace.
        return 0;
      }
      connected = { endpoint, calls: connection.calls };
      this.connected = connected;
      const changes = await connection.changes(life.signal);
      const read = () => this.read(connection, endpoint, life.signal);
      await read();
      since = this.clock.elapsed();
      await readOnChanges(changes, this.looked, read, this.clock);
      // How a stream ended tells little: the next dial says whether the engine is gone, and in which words.
    } catch (error) {
      this.fail(problemOf(error), endpoint, signal);
    } finally {
      unfollow();
      life.abort();
      // A refresh may have connected anew meanwhile.
      this.connected = this.connected === connected ? undefined : this.connected;
    }
    return since === undefined ? 0 : this.clock.elapsed() - since;
  }

  /** Says "connecting" where no picture of this endpoint stands; that of another endpoint is dropped. */
  private announce(endpoint: Endpoint, signal: AbortSignal): void {
    const known = [this.current.endpoint.url, this.last?.endpoint.url];
    if (signal.aborted || known.includes(endpoint.url)) {
      return;
    }
    this.last = undefined;
    this.setState({ kind: 'connecting', endpoint });
  }

  private async read(connection: Connection, endpoint: Endpoint, signal: AbortSignal): Promise<void> {
    const topology = buildTopology(decodeSnapshot(await connection.read(signal)));
    if (!signal.aborted) {
      this.last = { endpoint, topology, at: this.clock.now() };
      this.settle({ kind: 'ready', endpoint, topology });
    }
  }

  private fail(problem: EngineProblem, endpoint: Endpoint, signal: AbortSignal): void {
    if (!signal.aborted) {
      const last = this.last && { topology: this.last.topology, at: this.last.at };
      this.settle({ kind: 'unavailable', endpoint, problem, ...(last ? { last } : {}) });
    }
  }

  /** A try that fails as the one before has nothing to tell. */
  private settle(state: EngineState): void {
    const told = this.settled && isSameProblem(this.current, state);
    this.settled = true;
    if (!told) {
      this.setState(state);
    }
  }

  private setState(state: EngineState): void {
    this.current = state;
    this.changed.emit(state);
  }
}

/** Whether somebody has lost interest, which says nothing of the engine; one whose patience is at an end says so. */
function isGivenUp(signal: AbortSignal): boolean {
  return signal.aborted && !(signal.reason instanceof EngineFault);
}
