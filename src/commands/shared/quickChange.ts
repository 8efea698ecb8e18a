import type { EngineCalls } from '../../engine/calls';
import type { EngineProblem } from '../../engine/state';
import type { OpenEngine } from './openEngine';

/** Why something was not done, and how far it came. */
export interface ChangeProblem extends EngineProblem {
  /** The engine was asked: what it did not answer it may have done all the same. */
  readonly sent: boolean;
  /** Somebody stopped it before an answer came. */
  readonly cancelled: boolean;
}

/** Whom a change is asked of. */
export type Asked = Pick<OpenEngine, 'ask'>;

/** What came of a change. */
export type Changed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: ChangeProblem };

/** Asks the engine for a change. Never rejects; where it fails, it tells a call that was given up from one never made. */
export async function change<T>(
  engine: Asked,
  call: (calls: EngineCalls, signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
): Promise<Changed<T>> {
  const came = { sent: false };
  const answer = await engine.ask((calls, abort) => {
    abort.throwIfAborted();
    came.sent = true;
    return call(calls, abort);
  }, signal);
  // The engine's own refusal may come in the moment in which somebody gives up: then it is the reason.
  return answer.ok
    ? answer
    : {
        ok: false,
        problem: {
          ...answer.problem,
          ...came,
          cancelled: signal.aborted && (!came.sent || answer.problem.reason === 'timeout'),
        },
      };
}
