import { EngineFault } from './problem';

/**
 * Runs a call that must end: when the time is over or the parent signal fires, the call's own signal is aborted and the
 * answer rejects, whatever the call does. A call that rejects is aborted too: of several requests the others would go on
 * without an end. One that succeeds is not: its answer may be a stream. The timer and the listener are held here: AbortSignal.any and
 * AbortSignal.timeout can be collected as garbage before they fire (seen on Node 20).
 */
export async function withDeadline<T>(
  parent: AbortSignal,
  limitMs: number,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  const unfollow = follow(parent, own);
  const timer = setTimeout(() => {
    own.abort(new EngineFault({ reason: 'timeout', detail: `no answer within ${limitMs / 1000} s` }));
  }, limitMs);
  try {
    return await Promise.race([rejection(own.signal), call(own.signal)]);
  } catch (error) {
    own.abort(error);
    throw error;
  } finally {
    clearTimeout(timer);
    unfollow();
  }
}

/** Aborts a controller when the parent signal fires; the answer ends that. */
export function follow(parent: AbortSignal, child: AbortController): () => void {
  const abort = (): void => {
    child.abort(parent.reason);
  };
  parent.addEventListener('abort', abort, { once: true });
  if (parent.aborted) {
    abort();
  }
  return () => {
    parent.removeEventListener('abort', abort);
  };
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const giveUp = (): void => {
      reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
    };
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) {
      giveUp();
    }
  });
}
