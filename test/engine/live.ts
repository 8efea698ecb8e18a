import { systemClock } from '../../src/engine/debounce';
import { dockerSource } from '../../src/engine/sources';
import type { EngineState } from '../../src/engine/state';
import { EngineStore } from '../../src/engine/store';
import type { Topology } from '../../src/model';

/** A store on the engine at that address, as the extension makes it; `limitMs` is what a call may take. */
export function storeOn(host: string, limitMs?: number, clock = systemClock): EngineStore {
  const sources = { setting: host, env: {}, home: '/nonexistent', platform: process.platform };
  return new EngineStore(
    dockerSource(() => sources, limitMs),
    clock,
  );
}

/** Waits for a state that fulfils the condition; fails with the state it had when time ran out. */
export function stateWith<S extends EngineState>(
  store: EngineStore,
  condition: (state: EngineState) => state is S,
  limitMs?: number,
): Promise<S>;
export function stateWith(
  store: EngineStore,
  condition: (state: EngineState) => boolean,
  limitMs?: number,
): Promise<EngineState>;
export function stateWith(
  store: EngineStore,
  condition: (state: EngineState) => boolean,
  limitMs = 10_000,
): Promise<EngineState> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      subscription.dispose();
      reject(new Error(`not seen within ${limitMs} ms; the state was ${describe(store.state)}`));
    }, limitMs);
    const settle = (state: EngineState): void => {
      if (condition(state)) {
        clearTimeout(timer);
        subscription.dispose();
        resolve(state);
      }
    };
    const subscription = store.onDidChangeState(settle);
    settle(store.state);
  });
}

/** Waits for a live picture that fulfils the condition. */
export async function topologyWith(
  store: EngineStore,
  condition: (topology: Topology) => boolean,
  limitMs?: number,
): Promise<Topology> {
  const ready = (state: EngineState): state is EngineState & { kind: 'ready' } =>
    state.kind === 'ready' && condition(state.topology);
  return (await stateWith(store, ready, limitMs)).topology;
}

function describe(state: EngineState): string {
  switch (state.kind) {
    case 'ready':
      return `ready with ${state.topology.networks.map(({ name }) => name).join(', ')} and ${state.topology.containers.map(({ name }) => name).join(', ')}`;
    case 'unavailable':
      return `unavailable: ${state.problem.detail}`;
    case 'connecting':
      return 'connecting';
  }
}
