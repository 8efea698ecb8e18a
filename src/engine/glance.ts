import type { Topology } from '../model';
import type { Clock } from './debounce';
import { whenSettled } from './settled';
import type { Disposable, Store } from './state';

export interface GlanceOptions {
  /** How long an asker waits for an engine that is still connecting, ms. */
  readonly limit: number;
  /** How long the picture is kept live after the last question, ms: hovers come in groups. */
  readonly hold: number;
}

/** A hover waits this long for an engine that is still connecting, and keeps the picture live for a minute of reading. */
const HOVER: GlanceOptions = { limit: 300, hold: 60_000 };

/** Answers "what does the engine know now?" for askers that come and go (hovers), without a view being open. */
export class Glance {
  private lease: Disposable | undefined;
  private cancelRelease: (() => void) | undefined;

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly options = HOVER,
  ) {}

  /** The live topology; undefined when no engine answers within the limit. */
  async topology(): Promise<Topology | undefined> {
    this.lease ??= this.store.watch();
    this.cancelRelease?.();
    this.cancelRelease = this.clock.after(this.options.hold, () => {
      this.release();
    });
    const limit = new AbortController();
    const cancel = this.clock.after(this.options.limit, () => {
      limit.abort();
    });
    const state = await whenSettled(this.store, limit.signal);
    cancel();
    return state.kind === 'ready' && this.store.live ? state.topology : undefined;
  }

  dispose(): void {
    this.release();
  }

  private release(): void {
    this.cancelRelease?.();
    this.lease?.dispose();
    this.lease = undefined;
  }
}
