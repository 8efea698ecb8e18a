import { buildTopology, type Topology } from '../model';
import type { Connection } from './connection';
import { Debouncer, type Clock } from './debounce';
import { decodeSnapshot } from './decode';
import { Emitter } from './emitter';
import { problemOf } from './problem';
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

/** A single change is seen after 30 ms; in a storm the picture is at most 250 ms old. */
const DEBOUNCE = { quiet: 30, atMost: 250 };

/** First retry, and the longest pause between two: an engine that comes back is seen within that time. ms. */
const BACK_OFF = { first: 250, longest: 10_000 };

/**
 * Keeps the picture of one engine live while somebody watches: subscribes to events, then reads; each change asks for a
 * debounced read. A lost stream is re-opened with back-off, for ever. When nobody watches, nothing is asked.
 */
export class EngineStore implements Store {
  private current: EngineState;
  private readonly changed = new Emitter<EngineState>();
  private watchers = 0;
  private session: AbortController | undefined;
  private last: { readonly topology: Topology; readonly at: number } | undefined;

  constructor(
    private source: Source,
    private readonly clock: Clock,
  ) {
    this.current = { kind: 'connecting', endpoint: { url: '', origin: 'default' } };
  }

  get state(): EngineState {
    return this.current;
  }

  onDidChangeState(listener: (state: EngineState) => void): Disposable {
    return this.changed.on(listener);
  }

  watch(): Disposable {
    this.watchers++;
    if (this.watchers === 1) {
      this.start();
    }
    let held = true;
    return {
      dispose: () => {
        if (held) {
          held = false;
          this.watchers--;
          if (this.watchers === 0) {
            this.stop();
          }
        }
      },
    };
  }

  /** Starts over with a new connection, also while a back-off pause runs; resolves with the outcome of the first read. */
  async refresh(): Promise<void> {
    const lease = this.watch();
    const settled = new Promise<void>((resolve) => {
      const subscription = this.onDidChangeState(({ kind }) => {
        if (kind !== 'connecting') {
          subscription.dispose();
          resolve();
        }
      });
    });
    this.stop();
    this.start();
    await settled;
    lease.dispose();
  }

  /** Turns to another engine: the picture of the old one is dropped, not shown as the new one's. */
  use(source: Source): void {
    this.source = source;
    this.last = undefined;
    this.setState({ kind: 'connecting', endpoint: { url: '', origin: 'default' } });
    if (this.session) {
      this.stop();
      this.start();
    }
  }

  dispose(): void {
    this.stop();
  }

  private start(): void {
    const session = new AbortController();
    this.session = session;
    void this.keepConnected(session.signal);
  }

  private stop(): void {
    this.session?.abort();
    this.session = undefined;
  }

  private async keepConnected(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      // How a lost stream ended tells little: the next dial says whether the engine is gone, and in which words.
      failures = (await this.connectOnce(signal)) === 'streamLost' ? 0 : failures + 1;
      await pause(this.clock, backOff(failures), signal);
    }
  }

  /** One connection from dial to loss. */
  private async connectOnce(signal: AbortSignal): Promise<'streamLost' | 'failed'> {
    try {
      const { endpoint, connect } = await this.locate(signal);
      const connection = await connect(signal);
      const reader = new AbortController();
      const either = AbortSignal.any([signal, reader.signal]);
      const changes = await connection.changes(either);
      await this.read(connection, endpoint, either);
      await this.follow(changes, connection, endpoint, reader, either);
      return 'streamLost';
    } catch (error) {
      this.fail(problemOf(error), signal);
      return 'failed';
    }
  }

  private async locate(signal: AbortSignal): Promise<Located> {
    const located = await this.source.locate();
    if (
      !signal.aborted &&
      this.current.kind !== 'ready' &&
      this.current.endpoint.url !== located.endpoint.url
    ) {
      this.setState({ kind: 'connecting', endpoint: located.endpoint });
    }
    return located;
  }

  private async read(connection: Connection, endpoint: Endpoint, signal: AbortSignal): Promise<void> {
    const topology = buildTopology(decodeSnapshot(await connection.read(signal)));
    if (!signal.aborted) {
      this.last = { topology, at: this.clock.now() };
      this.setState({ kind: 'ready', endpoint, topology });
    }
  }

  /** Reads again after changes until the stream is lost; throws when a read fails. */
  private async follow(
    changes: AsyncIterable<unknown>,
    connection: Connection,
    endpoint: Endpoint,
    reader: AbortController,
    signal: AbortSignal,
  ): Promise<void> {
    const failures: unknown[] = [];
    const task = async (): Promise<void> => {
      try {
        await this.read(connection, endpoint, signal);
      } catch (error) {
        failures.push(error);
        reader.abort();
      }
    };
    const debouncer = new Debouncer(task, DEBOUNCE, this.clock);
    await forEach(changes, () => {
      debouncer.request();
    });
    debouncer.dispose();
    reader.abort();
    if (failures.length > 0) {
      throw failures[0];
    }
  }

  private fail(problem: EngineProblem, signal: AbortSignal): void {
    if (!signal.aborted) {
      const { endpoint } = this.current;
      this.setState({ kind: 'unavailable', endpoint, problem, ...(this.last ? { last: this.last } : {}) });
    }
  }

  private setState(state: EngineState): void {
    this.current = state;
    this.changed.emit(state);
  }
}

/** Resolves when the stream is over, however it ended. */
async function forEach(stream: AsyncIterable<unknown>, then: () => void): Promise<void> {
  try {
    for await (const item of stream) {
      void item;
      then();
    }
  } catch {
    // A stream that broke is as lost as one that ended.
  }
}

function backOff(failures: number): number {
  return failures === 0 ? 0 : Math.min(BACK_OFF.longest, BACK_OFF.first * 2 ** (failures - 1));
}

/** Waits, and ends early when the signal fires. */
async function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const cancel = clock.after(ms, done);
    function done(): void {
      cancel();
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done, { once: true });
    if (signal.aborted) {
      done();
    }
  });
}
