import type { Answer, EngineCalls } from '../../engine/calls';
import type { EngineState, Store } from '../../engine/state';
import type { Topology } from '../../model';

type Ready = Extract<EngineState, { readonly kind: 'ready' }>;

/** What an action knows of the engine while it is open: the store is watched until it ends. */
export interface OpenEngine {
  readonly endpoint: Ready['endpoint'];
  /** As it is now; the last one had where the engine is lost meanwhile, or Portolan has turned to another. */
  readonly topology: () => Topology;
  /** As the store's, and of this engine alone: where Portolan has turned to another, nothing is asked or changed. */
  readonly ask: AskEngine;
}

export type AskEngine = <T>(
  call: (calls: EngineCalls, signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
) => Promise<Answer<T>>;

/** Holds on to the engine that a person sees when an action begins: a change never goes to another. */
export function openEngine(store: Store, { endpoint, topology }: Ready): OpenEngine {
  let last = topology;
  return {
    endpoint,
    topology: () => {
      const { state } = store;
      const same = state.kind === 'ready' && state.endpoint.url === endpoint.url;
      return (last = same ? state.topology : last);
    },
    ask: (call, signal) => store.ask(call, signal, endpoint),
  };
}
