import type { EngineState } from './state';

/** Whether both say that the same endpoint can't be had, for the same reason, in the same words. */
export function isSameProblem(a: EngineState, b: EngineState): boolean {
  return (
    a.kind === 'unavailable' &&
    b.kind === 'unavailable' &&
    a.endpoint.url === b.endpoint.url &&
    a.problem.reason === b.problem.reason &&
    a.problem.detail === b.problem.detail
  );
}
