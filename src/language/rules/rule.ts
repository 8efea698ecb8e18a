import type { Facts } from '../facts';
import type { Span } from '../span';
import type { Scope } from '../use';

export type Severity = 'error' | 'warning' | 'information';

/** One thing to complain about. */
export interface Finding extends Span {
  readonly code: string;
  readonly severity: Severity;
  /** Plain text. */
  readonly message: string;
}

/** A rule looks for data in a scope, and puts it into words last. */
export interface RuleDefinition<Data extends Span> {
  readonly code: string;
  readonly severity: Severity;
  readonly check: (scope: Scope, facts?: Facts) => readonly Data[];
  readonly say: (data: Data) => string;
}

export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  readonly find: (scope: Scope, facts?: Facts) => readonly Finding[];
}

/** Makes a rule whose data is nobody else's concern. */
export function rule<Data extends Span>({ code, severity, check, say }: RuleDefinition<Data>): Rule {
  const toFinding = (data: Data): Finding => ({
    code,
    severity,
    start: data.start,
    end: data.end,
    message: say(data),
  });
  return { code, severity, find: (scope, facts) => check(scope, facts).map(toFinding) };
}
