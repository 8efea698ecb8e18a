/** Timers, given in so that a test can hold the clock. */
export interface Clock {
  /** The time of day, ms since the epoch; it can be set, also backwards. */
  now(): number;
  /** Never goes back, from an arbitrary start, ms: for how long something took or waits. */
  elapsed(): number;
  /** Calls back once after `ms`; the answer cancels. */
  after(ms: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

export interface DebounceOptions {
  /** Quiet time that is waited for, ms. */
  readonly quiet: number;
  /** The longest a request waits while others keep coming, ms. */
  readonly atMost: number;
  /** After a run that took `t` ms, the next does not start for `times * t`, for `atMost` ms; else at once. */
  readonly rest?: { readonly times: number; readonly atMost: number };
}

/**
 * Runs a task soon after it is requested, one run at a time: a storm of requests becomes a run every `atMost` ms, or
 * fewer where runs are long, and the last run always starts after the last request.
 */
export class Debouncer {
  private cancelTimer: (() => void) | undefined;
  private waitingSince: number | undefined;
  private restedAt = 0;
  private running = false;
  private disposed = false;

  constructor(
    private readonly task: () => Promise<void>,
    private readonly options: DebounceOptions,
    private readonly clock: Clock,
  ) {}

  request(): void {
    this.waitingSince ??= this.clock.elapsed();
    if (!this.running && !this.disposed) {
      this.schedule(this.waitingSince);
    }
  }

  dispose(): void {
    this.disposed = true;
    this.cancelTimer?.();
  }

  private schedule(since: number): void {
    this.cancelTimer?.();
    const now = this.clock.elapsed();
    const wait = Math.min(this.options.quiet, since + this.options.atMost - now);
    this.cancelTimer = this.clock.after(Math.max(0, wait, this.restedAt - now), () => void this.run());
  }

  private async run(): Promise<void> {
    this.waitingSince = undefined;
    this.running = true;
    const start = this.clock.elapsed();
    try {
      await this.task();
    } finally {
      this.running = false;
      const end = this.clock.elapsed();
      const { rest } = this.options;
      this.restedAt = end + (rest ? Math.min(rest.times * (end - start), rest.atMost) : 0);
      this.requestMissed();
    }
  }

  /** What was requested during a run is newer than what the run saw. */
  private requestMissed(): void {
    if (this.waitingSince !== undefined) {
      this.request();
    }
  }
}
