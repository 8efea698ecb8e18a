import type { EngineCalls } from './calls';
import type { RawSnapshot } from './decode';

/** What the store needs of an engine, live or sample. Every call rejects rather than hangs. */
export interface Connection {
  /** Reads what the picture is made of: two list calls, and of what rarely changes that which may be old. */
  read(signal: AbortSignal): Promise<RawSnapshot>;
  /**
   * Opens the event stream; resolves when the engine has accepted it, so that a read after it misses nothing.
   * The iterable gives each change that matters to the picture, and ends or throws when the stream is lost.
   */
  changes(signal: AbortSignal): Promise<AsyncIterable<unknown>>;
  /** Single objects and changes; the sample engine knows the objects and refuses the changes. */
  readonly calls: EngineCalls;
}
