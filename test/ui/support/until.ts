import { setTimeout } from 'node:timers/promises';

/** Asks again until there is an answer, and gives it. Fails with what was waited for. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  limitMs = 20_000,
): Promise<T> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) {
      return answer;
    }
    if (Date.now() > deadline) {
      throw new Error(`no ${what} within ${limitMs / 1000} s`);
    }
    await setTimeout(50);
  }
}
