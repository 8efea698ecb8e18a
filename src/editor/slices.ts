/** So long a stretch of work keeps everything else waiting. ms. */
const slice = 8;

/**
 * Runs the steps to their end, and lets everything else go first after each short stretch. Undefined once they are
 * stale: what is left of them is not done.
 */
export async function runInSlices<T>(
  steps: Generator<void, T>,
  isStale: () => boolean,
  now: () => number = () => performance.now(),
): Promise<T | undefined> {
  while (!isStale()) {
    for (const start = now(); now() - start < slice;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return undefined;
}
