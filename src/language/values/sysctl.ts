import type { Span } from '../span';
import type { Refused } from './refused';

/** A kernel parameter and its value: `net.core.somaxconn=1024`. */
export interface Sysctl {
  readonly ok: true;
  readonly key: string;
  readonly value: string;
}

export type SysctlProblem = Span & {
  readonly code: 'sysctl.notAllowed';
  readonly actual: string;
  /** The value is missing; else it is a parameter of the whole host. */
  readonly noValue: boolean;
};

export type SysctlResult = Sysctl | Refused<SysctlProblem>;

const namespaced =
  /^(net\..*|fs\.mqueue\..*|kernel\.(msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced))$/s;

/** Reads a `--sysctl` value as the docker command line does. */
export function parseSysctl(text: string): SysctlResult {
  const equals = text.indexOf('=');
  const key = text.slice(0, Math.max(0, equals));
  if (equals >= 0 && namespaced.test(key)) return { ok: true, key, value: text.slice(equals + 1) };
  const problem = {
    code: 'sysctl.notAllowed',
    actual: text,
    noValue: equals < 0 && namespaced.test(text),
  } as const;
  return { ok: false, problem: { ...problem, start: 0, end: text.length } };
}
