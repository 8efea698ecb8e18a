/** Runs a piece of work several times after a warm-up and gives the median, in milliseconds. */
export async function medianOf(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = -Math.ceil(runs / 5); run < runs; run++) {
    const start = performance.now();
    await work();
    if (run >= 0) {
      times.push(performance.now() - start);
    }
  }
  return quantile(times, 0.5);
}

/** Medians of several works that take turns, in milliseconds: what else the machine does meets all of them alike. */
export async function mediansOf<K extends string>(
  runs: number,
  works: Readonly<Record<K, () => unknown>>,
): Promise<Readonly<Record<K, number>>> {
  const names = Object.keys(works) as K[];
  const times = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let run = -Math.ceil(runs / 5); run < runs; run++) {
    for (const name of names) {
      const start = performance.now();
      await works[name]();
      if (run >= 0) {
        times.get(name)?.push(performance.now() - start);
      }
    }
  }
  return Object.fromEntries(names.map((name) => [name, quantile(times.get(name) ?? [], 0.5)])) as Record<
    K,
    number
  >;
}

/** Prints one figure: `refresh, 500 networks              3.21 ms`. */
export function print(name: string, value: number, unit = 'ms'): void {
  console.log(`${name.padEnd(56)} ${value.toFixed(2).padStart(9)} ${unit}`);
}

/** The value below which the given part of the values lies: 0.5 for the median. */
export function quantile(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN;
}
