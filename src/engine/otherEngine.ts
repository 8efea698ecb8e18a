import type { Endpoint, EngineProblem } from './state';

/**
 * Why a call that was meant for one endpoint does not go to another, in one sentence; undefined where they are the same.
 * The address decides: a context and a setting can name the same engine.
 */
export function otherEngine(meant: Endpoint | undefined, now: Endpoint): EngineProblem | undefined {
  if (meant === undefined || meant.url === now.url) {
    return undefined;
  }
  const detail = `Portolan turned to ${nameOf(now)} meanwhile, and this was for ${nameOf(meant)}`;
  return { reason: 'engineError', detail };
}

function nameOf({ url, context }: Endpoint): string {
  return context === undefined ? url : url === '' ? context : `${context} (${url})`;
}
