/** Timers, given in so that a test can hold the clock. */
export interface Clock {
  now(): number;
  /** Calls back once after `ms`; the answer cancels. */
  after(ms: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
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
}

/**
 * Runs a task soon after it is requested, one run at a time: a storm of requests becomes a run every `atMost` ms, and
 * the last run always starts after the last request.
 */
export class Debouncer {
  private cancelTimer: (() => void) | undefined;
  private waitingSince: number | undefined;
  private running = false;
  private disposed = false;

  constructor(
    private readonly task: () => Promise<void>,
    private readonly options: DebounceOptions,
    private readonly clock: Clock,
  ) {}

  request(): void {
    this.waitingSince ??= this.clock.now();
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
    const left = since + this.options.atMost - this.clock.now();
    this.cancelTimer = this.clock.after(
      Math.max(0, Math.min(this.options.quiet, left)),
      () => void this.run(),
    );
  }

  private async run(): Promise<void> {
    this.waitingSince = undefined;
    this.running = true;
    try {
      await this.task();
    } finally {
      this.running = false;
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
