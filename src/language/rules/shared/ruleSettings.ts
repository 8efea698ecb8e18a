import { rules } from '../index';
import type { RuleSetting } from './rule';

const settings: readonly RuleSetting[] = ['error', 'warning', 'information', 'hint', 'off'];

/** What the setting `portolan.rules` says, without what it can not mean. `default` is as if nothing stood there. */
export function readRuleSettings(written: unknown): Readonly<Record<string, RuleSetting>> {
  if (typeof written !== 'object' || written === null) return {};
  const known = Object.entries(written).flatMap(([code, value]) => {
    const setting = settings.find((one) => one === value);
    return setting && isRuleCode(code) ? [[code, setting] as const] : [];
  });
  return Object.fromEntries(known);
}

/** True for the code of a rule: `publish.taken`. */
export function isRuleCode(code: string): boolean {
  return rules.some((rule) => rule.code === code);
}
