import type { ConnectSpec, NetworkSpec } from '../model';
import type { EngineProblem } from './state';

/**
 * What an engine can be asked besides the picture: single objects as they are, and changes. Every call rejects rather
 * than hangs, with the engine's own words. The store's `ask` turns a rejection into an {@link Answer}.
 */
export interface EngineCalls {
  /** `GET /networks/{id}?verbose=true`, raw. */
  inspectNetwork(id: string, signal: AbortSignal): Promise<unknown>;
  /** `GET /containers/{id}/json`, raw. */
  inspectContainer(id: string, signal: AbortSignal): Promise<unknown>;
  /** `GET /services/{id}`, raw; managers only. */
  inspectService(id: string, signal: AbortSignal): Promise<unknown>;
  /** `GET /nodes/{id}`, raw; managers only. */
  inspectNode(id: string, signal: AbortSignal): Promise<unknown>;
  /** `POST /networks/create`; a name that is taken is refused on every API version. */
  createNetwork(spec: NetworkSpec, signal: AbortSignal): Promise<CreatedNetwork>;
  /** `DELETE /networks/{id}` */
  removeNetwork(id: string, signal: AbortSignal): Promise<void>;
  /** `POST /networks/{id}/connect` */
  connectContainer(networkId: string, spec: ConnectSpec, signal: AbortSignal): Promise<void>;
  /** `POST /networks/{id}/disconnect` */
  disconnectContainer(networkId: string, containerId: string, signal: AbortSignal): Promise<void>;
  /** An interactive shell in a running container (`POST /containers/{id}/exec` with a terminal). */
  openShell(containerId: string, size: TerminalSize, signal: AbortSignal): Promise<ShellSession>;
  /** Small text files in a running container, one after the other, as its own `cat` prints them (`POST /containers/{id}/exec`). */
  readFiles(containerId: string, paths: readonly string[], signal: AbortSignal): Promise<string>;
  /** The last lines of a container's log, and those that follow (`GET /containers/{id}/logs?follow=1`). */
  followLogs(containerId: string, signal: AbortSignal): Promise<AsyncIterable<string>>;
}

export interface CreatedNetwork {
  readonly id: string;
  /** The engine's own words; undefined where it has none. */
  readonly warning: string | undefined;
}

/** In characters. */
export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

export interface ShellSession {
  /** What the shell prints; ends when it exits. */
  readonly output: AsyncIterable<string>;
  write(input: string): void;
  resize(size: TerminalSize): Promise<void>;
  /** The exit code, once the output has ended. */
  exitCode(): Promise<number | undefined>;
  close(): void;
}

/** What came of a call: the core throws nothing outward. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: EngineProblem };
