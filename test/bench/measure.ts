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
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? NaN;
}

/** Prints one figure: `refresh, 500 networks              3.21 ms`. */
export function print(name: string, value: number, unit = 'ms'): void {
  console.log(`${name.padEnd(56)} ${value.toFixed(2).padStart(9)} ${unit}`);
}
