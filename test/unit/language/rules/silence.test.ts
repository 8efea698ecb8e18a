import assert from 'node:assert/strict';
import { findings } from '../../../../src/language';
import { said } from './ruleCase';
import { validCompose } from './validCompose';
import { validTexts } from './validTexts';

/** What is said of a text that is as it should be; hints and information are no alarm. */
function alarms(text: string, language: string, fileName?: string): readonly string[] {
  return findings(text, language, { fileName })
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map((finding) => said(text, finding));
}

describe('no false alarm', () => {
  for (const { what, text, fileName } of validCompose) {
    it(`in a compose file with ${what}`, () => {
      assert.deepEqual(alarms(text, 'dockercompose', fileName), []);
    });
  }

  for (const { language, text } of validTexts) {
    it(`in a text of ${language}`, () => {
      assert.deepEqual(alarms(text, language), []);
    });
  }

  it('in all of them without their last lines', () => {
    for (const { text } of validCompose.filter(({ what }) => !what.includes('nothing but'))) {
      const cut = text.slice(0, text.lastIndexOf('\nnetworks'));
      // What a service joins may be defined further down: half a file is said to lack it, and nothing else.
      const codes = findings(cut, 'dockercompose').filter(({ severity }) => severity === 'error');
      assert.deepEqual(
        codes
          .filter(({ code }) => !/^(network\.undefined|link\.unknownService)$/.test(code))
          .map(({ code }) => code),
        [],
        cut,
      );
    }
  });
});
