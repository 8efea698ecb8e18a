import { fileView, type FileOptions, type FileView } from './compose/fileView';
import type { Facts } from './facts';
import { activeScopesOf } from './languages';
import { projectName } from './project';
import { rules, type Finding, type Rule, type RuleSetting } from './rules';
import type { Scope } from './use';

export interface FindingOptions extends Pick<FileOptions, 'fileName' | 'combined'> {
  readonly facts?: Facts | undefined;
  /** By the code of a rule; each has a severity of its own where nothing stands here. */
  readonly severities?: Readonly<Record<string, RuleSetting>>;
}

/** What is wrong in a text, from the top. Comments, notes and the commands of other programs are not complained about. */
export function findings(text: string, languageId: string, options: FindingOptions = {}): readonly Finding[] {
  const steps = findingSteps(text, languageId, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, with a pause after each small part of the work: the caller may do something else, or give up. */
export function* findingSteps(
  text: string,
  languageId: string,
  { facts, severities = {}, ...rest }: FindingOptions = {},
): Generator<void, readonly Finding[]> {
  const scopes: Scope[] = [];
  for (const scope of activeScopesOf(text, languageId)) {
    scopes.push(scope);
    yield;
  }
  const live = facts && { topology: facts.topology, project: projectName(text, facts.folder) };
  const file = fileView(text, languageId, scopes, { ...rest, live });
  yield;
  const found: Finding[] = [];
  const active = activeRules(severities);
  const perScope = active.filter(({ rule }) => rule.of === 'scope');
  for (const scope of scopes) {
    found.push(...perScope.flatMap((one) => apply(one, file, scope)));
    yield;
  }
  for (const one of active.filter(({ rule }) => rule.of === 'file')) {
    found.push(...apply(one, file));
    yield;
  }
  return distinct(found).sort((left, right) => left.start - right.start || left.end - right.end);
}

interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Finding['severity'];
}

function activeRules(severities: Readonly<Record<string, RuleSetting>>): readonly ActiveRule[] {
  return rules.flatMap((rule) => {
    const severity = severities[rule.code] ?? rule.severity;
    return severity === 'off' ? [] : [{ rule, severity }];
  });
}

function apply({ rule, severity }: ActiveRule, file: FileView, scope?: Scope): readonly Finding[] {
  return rule.find(file, scope).map((finding) => ({ ...finding, severity }));
}

/** What several services take from one anchor is wrong once. */
function distinct(found: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return found.filter(({ code, start, end }) => {
    const key = [code, start, end].join(' ');
    return !seen.has(key) && seen.add(key);
  });
}
