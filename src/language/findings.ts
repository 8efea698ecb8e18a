import type { Facts } from './facts';
import { activeScopesOf } from './languages';
import { rules, type Finding } from './rules';

/** What is wrong in a text, from the top. Comments, notes and the commands of other programs are not complained about. */
export function findings(text: string, languageId: string, facts?: Facts): readonly Finding[] {
  const found: Finding[] = [];
  for (const scope of activeScopesOf(text, languageId))
    found.push(...rules.flatMap((rule) => rule.find(scope, facts)));
  return found.sort((left, right) => left.start - right.start || left.end - right.end);
}
