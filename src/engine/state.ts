import type { Topology } from '../model';
import type { Answer, EngineCalls } from './calls';

/** Why no picture can be had. Nobody matches message text: the reason decides, the detail is shown. */
export type ProblemReason =
  /** Nothing listens at the endpoint. */
  | 'notRunning'
  /** The socket is there and this user may not open it. */
  | 'noPermission'
  /** The engine, or a proxy in front of it, answers that this is forbidden. */
  | 'forbidden'
  /** The host name does not resolve, no route leads to it, or the system failed in another way. */
  | 'unreachable'
  /** It was there, and broke the connection off. */
  | 'disconnected'
  /** It listens, and does not answer in time. */
  | 'timeout'
  /** TLS was refused or is missing. */
  | 'tls'
  /** ssh was refused, does not find the host, or does not find docker there. */
  | 'ssh'
  /** DOCKER_HOST, the context or the setting can't be used. */
  | 'badEndpoint'
  /** It answers, and not as a Docker engine does. */
  | 'badAnswer'
  /** A Docker engine from before API 1.24. */
  | 'tooOld'
  /** The engine answered with an error status; or Portolan refuses a call in its place. */
  | 'engineError';

/** A failure as data: `detail` is the engine's (or the system's) own words. */
export interface EngineProblem {
  readonly reason: ProblemReason;
  readonly detail: string;
}

/** Where an engine is asked, and who said so. */
export interface Endpoint {
  /**
   * `unix:///var/run/docker.sock`, `npipe:////./pipe/docker_engine`, `tcp://host:2376`, `ssh://user@host`; `sample:` for
   * the sample engine; empty for a docker context that can't be read.
   */
  readonly url: string;
  /** `chosen` is the user's choice for the workspace, which goes before the others. */
  readonly origin: 'chosen' | 'setting' | 'DOCKER_HOST' | 'DOCKER_CONTEXT' | 'context' | 'default' | 'sample';
  /** The docker context's name, where one was used. */
  readonly context?: string;
}

/** "Docker is not running" is a state, not an exception: every view handles the three kinds. */
export type EngineState =
  | { readonly kind: 'connecting'; readonly endpoint: Endpoint }
  | { readonly kind: 'ready'; readonly endpoint: Endpoint; readonly topology: Topology }
  | {
      readonly kind: 'unavailable';
      readonly endpoint: Endpoint;
      readonly problem: EngineProblem;
      /** The last picture before the engine was lost, and when it was true (ms since the epoch). */
      readonly last?: { readonly topology: Topology; readonly at: number };
    };

export interface Disposable {
  dispose(): void;
}

/** What views, panels and hovers know of the engine. */
export interface Store {
  readonly state: EngineState;
  /** The state was had since somebody watches: false while nobody does, and until the first answer after that. */
  readonly live: boolean;
  onDidChangeState(listener: (state: EngineState) => void): Disposable;
  /** Keeps the picture live while held: a store that nobody watches asks the engine nothing. */
  watch(): Disposable;
  /** Asks now, for the refresh button; resolves when the new state is there. */
  refresh(): Promise<void>;
  /**
   * Asks the engine for one thing more than the picture; the store must be watched meanwhile. Waits for an engine that is
   * still connecting, or connecting anew. Never rejects: a failure is an answer, and so is the abort of the signal.
   * `meant` is the endpoint that the call is for: where the store has turned to another meanwhile, it is not made.
   */
  ask<T>(
    call: (calls: EngineCalls, signal: AbortSignal) => Promise<T>,
    signal?: AbortSignal,
    meant?: Endpoint,
  ): Promise<Answer<T>>;
}
