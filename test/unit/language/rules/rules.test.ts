import assert from 'node:assert/strict';
import { findings, type Finding } from '../../../../src/language';
import { addresses } from './addresses.cases';
import { commands } from './commands.cases';
import { fixes } from './fixes.cases';
import { modes } from './modes.cases';
import { networks } from './networks.cases';
import { ports } from './ports.cases';
import { applied, said, type RuleCase } from './ruleCase';
import { subnets } from './subnets.cases';
import { values } from './values.cases';

const all: readonly RuleCase[] = [
  ...values,
  ...commands,
  ...fixes,
  ...ports,
  ...modes,
  ...networks,
  ...addresses,
  ...subnets,
];

/** As a case writes it down. */
function toCase(text: string, finding: Finding): RuleCase['findings'][number] {
  const { related, tag, fixes } = finding;
  return {
    said: said(text, finding),
    ...(related && {
      related: related.map((one) => `«${text.slice(one.start, one.end)}» ${one.message}`),
    }),
    ...(tag && { tag }),
    ...(fixes && {
      fixes: fixes.map((fix) => ({
        title: `${fix.preferred ? '* ' : ''}${fix.title}`,
        after: applied(text, fix),
      })),
    }),
  };
}

function count(found: readonly Finding[], code: string): number {
  return found.filter((one) => one.code === code).length;
}

function errors(found: readonly Finding[]): number {
  return found.filter(({ severity }) => severity === 'error').length;
}

describe('the rules', () => {
  for (const { language, text, findings: expected } of all) {
    it(`say of ${JSON.stringify(text)} what is wrong, and mend it`, () => {
      assert.deepEqual(
        findings(text, language).map((finding) => toCase(text, finding)),
        expected,
      );
    });
  }

  it('have one complaint less after a fix, and no error more', () => {
    let fixes = 0;
    for (const { language, text } of all) {
      const before = findings(text, language);
      for (const { code, fixes: offered = [] } of before)
        for (const fix of offered) {
          const after = findings(applied(text, fix), language);
          assert.equal(count(after, code) < count(before, code), true, `${text}\n${fix.title}`);
          assert.equal(errors(after) <= errors(before), true, `${text}\n${fix.title}`);
          fixes += 1;
        }
    }
    assert.equal(fixes > 40, true, String(fixes));
  });
});
