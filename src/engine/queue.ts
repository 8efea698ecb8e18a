/** Hands items from where they are pushed to one reader, in order; what is not read yet is kept. */
export class Queue<T> implements AsyncIterable<T> {
  private readonly items: T[] = [];
  private over = false;
  private wake: (() => void) | undefined;

  push(item: T): void {
    if (!this.over) {
      this.items.push(item);
      this.wake?.();
    }
  }

  /** The reader gets what was pushed before, then the end. */
  end(): void {
    this.over = true;
    this.wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      yield* this.items.splice(0);
      if (this.items.length > 0) {
        continue;
      }
      if (this.over) {
        return;
      }
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      this.wake = undefined;
    }
  }
}
