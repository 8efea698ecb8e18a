import { fixValue } from '../../fixes/fixValue';
import type { Scope, Use } from '../../use';
import { say, sayPlainly, withoutCode } from '../../values/say';
import { rule, type Rule } from './rule';
import { badValues, type BadValue } from './valueProblems';

export interface InvalidValue {
  readonly code: string;
  readonly about: string;
  readonly docs: string;
  readonly syntaxes: readonly Use['syntax'][];
}

/** A value that docker refuses. */
export function invalidValue({ code, about, docs, syntaxes }: InvalidValue): Rule {
  return refusal(code, about, docs, (scope) => badValues(scope, syntaxes));
}

export function refusal(
  code: string,
  about: string,
  docs: string,
  check: (scope: Scope) => readonly BadValue[],
): Rule {
  return rule({ code, severity: 'error', about, docs, check, say: words, mend: fixValue });
}

/** Keys of compose have a reader of their own: what the command line prints would be a stranger there. */
export function words({ use, problem }: BadValue): string {
  const flagOnly = use.kind !== 'flag' && problem.code.startsWith('expose.');
  return flagOnly ? withoutCode(say(problem).advice) : sayPlainly(problem);
}

export const runPage = 'https://docs.docker.com/reference/cli/docker/container/run/';
export const networkCreatePage = 'https://docs.docker.com/reference/cli/docker/network/create/';
