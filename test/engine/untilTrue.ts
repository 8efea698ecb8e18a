import { setTimeout } from 'node:timers/promises';

/** Asks again until it is so; the failure says what was waited for. */
export async function untilTrue(what: string, isSo: () => boolean, limitMs = 3000): Promise<void> {
  const end = Date.now() + limitMs;
  while (!isSo()) {
    if (Date.now() > end) {
      throw new Error(`no ${what} within ${limitMs} ms`);
    }
    await setTimeout(5);
  }
}
