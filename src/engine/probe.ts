import type { Answer } from './calls';
import { follow, withDeadline } from './deadline';
import type { ResolvedEndpoint } from './endpoint';
import { openDocker } from './openDocker';
import { problemOf } from './problem';
import { object, text } from './wire';

/** What a list of endpoints says of one that answers. */
export interface ProbedEngine {
  /** `20.10.24`; undefined where the engine does not say. */
  readonly engineVersion: string | undefined;
  /** The newest API of the engine. */
  readonly apiVersion: string | undefined;
}

/** ms; a login by ssh takes its time. */
const PROBE_LIMITS = { near: 3000, ssh: 10_000 };

/** Asks an endpoint who it is, and hangs up. Never rejects; when the signal fires, its connections and processes end. */
export async function probeEndpoint(
  resolved: ResolvedEndpoint,
  signal: AbortSignal,
): Promise<Answer<ProbedEngine>> {
  const limitMs = resolved.endpoint.url.startsWith('ssh://') ? PROBE_LIMITS.ssh : PROBE_LIMITS.near;
  const own = new AbortController();
  const unfollow = follow(signal, own);
  try {
    const { version } = await withDeadline(own.signal, limitMs, () =>
      openDocker(resolved, own.signal, limitMs),
    );
    const { Version, ApiVersion } = object(version);
    return { ok: true, value: { engineVersion: text(Version), apiVersion: text(ApiVersion) } };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  } finally {
    unfollow();
    own.abort();
  }
}
