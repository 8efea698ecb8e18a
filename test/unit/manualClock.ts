import type { Clock } from '../../src/engine/debounce';

/** A clock that stands still until it is told to go on. */
export class ManualClock implements Clock {
  private time = 0;
  /** What the time of day was set forth or back by, ms. */
  private offset = 0;
  private readonly timers = new Set<{ readonly at: number; readonly callback: () => void }>();

  now(): number {
    return this.time + this.offset;
  }

  elapsed(): number {
    return this.time;
  }

  /** Sets the time of day, as an administrator or NTP does: timers don't mind. */
  set(ms: number): void {
    this.offset += ms;
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.time + ms, callback };
    this.timers.add(timer);
    return () => void this.timers.delete(timer);
  }

  /** Moves on, running what falls due in order, and lets promises settle after each. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      await settle();
      const next = [...this.timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) {
        break;
      }
      this.timers.delete(next);
      this.time = next.at;
      next.callback();
    }
    this.time = end;
    await settle();
  }
}

/** Lets every promise that can settle do so. */
export async function settle(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
}
