import type { FileView } from '../../compose/fileView';
import type { Span } from '../../span';
import type { Scope } from '../../use';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a rule can be set to: `off` is silent. */
export type RuleSetting = Severity | 'off';

/** Another place that has to do with a finding: the port that was there first. */
export interface Related extends Span {
  readonly message: string;
}

/** A stretch of the text, and what is to stand there. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** What would mend a finding. The edits do not overlap. */
export interface Fix {
  /** Plain text, as a menu shows it: `Publish on a free port of 127.0.0.1`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The one that is most likely meant. */
  readonly preferred?: boolean;
}

/** One thing to complain about. */
export interface Finding extends Span {
  readonly code: string;
  readonly severity: Severity;
  /** Plain text. */
  readonly message: string;
  /** Where the topic is documented. */
  readonly docs?: string;
  readonly tag?: 'unnecessary' | 'deprecated';
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

/** What all rules have, however they look at a file. */
interface RuleHead<Data> {
  /** `topic.problem` */
  readonly code: string;
  /** Unless the settings say otherwise. */
  readonly severity: RuleSetting;
  /** What it finds, in one sentence for the settings. */
  readonly about: string;
  readonly docs?: string;
  readonly tag?: Finding['tag'];
  /** What happens, and what to do. Plain text. */
  readonly say: (data: NoInfer<Data>) => string;
  readonly relate?: (data: NoInfer<Data>) => readonly Related[];
  readonly mend?: (data: NoInfer<Data>, file: FileView) => readonly Fix[];
}

/** A rule looks for data in a scope, and puts it into words last. */
export interface ScopeRule<Data extends Span> extends RuleHead<Data> {
  readonly check: (scope: Scope, file: FileView) => readonly Data[];
}

/** A rule that has to see all scopes of a file. */
export interface FileRule<Data extends Span> extends RuleHead<Data> {
  readonly checkFile: (file: FileView) => readonly Data[];
}

export interface Rule {
  readonly code: string;
  readonly severity: RuleSetting;
  readonly about: string;
  /** Looks at one scope, or once at the whole file. */
  readonly find: (file: FileView, scope?: Scope) => readonly Omit<Finding, 'severity'>[];
  readonly of: 'scope' | 'file';
}

/** Makes a rule whose data is nobody else's concern. */
export function rule<Data extends Span>(definition: ScopeRule<Data>): Rule {
  const { code, severity, about, check } = definition;
  const find: Rule['find'] = (file, scope) =>
    scope ? check(scope, file).map((data) => toFinding(definition, data, file)) : [];
  return { code, severity, about, find, of: 'scope' };
}

/** Makes a rule that looks at a file as a whole. */
export function fileRule<Data extends Span>(definition: FileRule<Data>): Rule {
  const { code, severity, about, checkFile } = definition;
  const find: Rule['find'] = (file) => checkFile(file).map((data) => toFinding(definition, data, file));
  return { code, severity, about, find, of: 'file' };
}

function toFinding<Data extends Span>(
  { code, docs, tag, say, relate, mend }: RuleHead<Data>,
  data: Data,
  file: FileView,
): Omit<Finding, 'severity'> {
  const related = relate?.(data) ?? [];
  const fixes = mend?.(data, file) ?? [];
  return {
    code,
    start: data.start,
    end: data.end,
    message: say(data),
    ...(docs === undefined ? {} : { docs }),
    ...(tag === undefined ? {} : { tag }),
    ...(related.length === 0 ? {} : { related }),
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}
