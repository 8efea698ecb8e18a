import type { Topology } from '../model';
import type { Clock } from './debounce';
import type { Disposable, EngineState, Store } from './state';

export interface GlanceOptions {
  /** How long an asker waits for an engine that is still connecting, ms. */
  readonly limit: number;
  /** How long the picture is kept live after the last question, ms: hovers come in groups. */
  readonly hold: number;
}

/** Answers "what does the engine know now?" for askers that come and go (hovers), without a view being open. */
export class Glance {
  private lease: Disposable | undefined;
  private cancelRelease: (() => void) | undefined;

  constructor(
    private readonly store: Store,
    private readonly options: GlanceOptions,
    private readonly clock: Clock,
  ) {}

  /** The live topology; undefined when no engine answers within the limit. */
  async topology(): Promise<Topology | undefined> {
    this.lease ??= this.store.watch();
    this.cancelRelease?.();
    this.cancelRelease = this.clock.after(this.options.hold, () => {
      this.release();
    });
    return topologyOf(this.store.state) ?? this.nextTopology();
  }

  dispose(): void {
    this.release();
  }

  private release(): void {
    this.cancelRelease?.();
    this.lease?.dispose();
    this.lease = undefined;
  }

  private nextTopology(): Promise<Topology | undefined> {
    if (this.store.state.kind === 'unavailable') {
      return Promise.resolve(undefined);
    }
    return new Promise((resolve) => {
      const settle = (topology: Topology | undefined): void => {
        cancel();
        subscription.dispose();
        resolve(topology);
      };
      const cancel = this.clock.after(this.options.limit, () => {
        settle(undefined);
      });
      const subscription = this.store.onDidChangeState((state) => {
        if (state.kind !== 'connecting') {
          settle(topologyOf(state));
        }
      });
    });
  }
}

function topologyOf(state: EngineState): Topology | undefined {
  return state.kind === 'ready' ? state.topology : undefined;
}
