import assert from 'node:assert/strict';
import manifest from '../../../../package.json';
import { findings, isRuleCode, readRuleSettings, rules } from '../../../../src/language';

const setting = manifest.contributes.configuration.properties['portolan.rules'];
const text = 'docker run --network host -p 80:80 -p 70000:80 nginx\n';

function codes(severities: unknown): readonly string[] {
  return findings(text, 'shellscript', { severities: readRuleSettings(severities) }).map(
    ({ code, severity }) => `${severity} ${code}`,
  );
}

describe('the setting of the rules', () => {
  it('has every rule, and no other', () => {
    assert.deepEqual(Object.keys(setting.properties).sort(), rules.map(({ code }) => code).sort());
    assert.equal(new Set(rules.map(({ code }) => code)).size, rules.length);
  });

  it('says of every rule what it finds and how serious that is', () => {
    const described = new Map(Object.entries(setting.properties));
    for (const { code, about, severity } of rules) {
      assert.equal(described.get(code)?.description, `${about} By default: ${severity}.`);
      assert.equal(described.get(code)?.default, 'default');
    }
  });

  it('offers the same words for each', () => {
    const words = ['default', 'error', 'warning', 'information', 'hint', 'off'];
    assert.deepEqual(
      Object.values(setting.properties).filter((one) => one.enum.join() !== words.join()),
      [],
    );
  });

  it('makes a finding more or less serious, or nothing', () => {
    assert.deepEqual(codes({}), [
      'warning publish.discarded',
      'warning publish.discarded',
      'error publish.invalid',
    ]);
    assert.deepEqual(codes({ 'publish.discarded': 'off', 'publish.invalid': 'hint' }), [
      'hint publish.invalid',
    ]);
    assert.deepEqual(codes({ 'publish.discarded': 'off', 'publish.invalid': 'default' }), [
      'error publish.invalid',
    ]);
  });

  it('turns on what is off by itself', () => {
    const privileged = findings('docker run -p 80:80 nginx\n', 'shellscript', {
      severities: { 'publish.privileged': 'hint', 'publish.allAddresses': 'hint' },
    });
    assert.deepEqual(
      privileged.map(({ severity, code, fixes }) => [severity, code, fixes?.[0]?.title]),
      [
        ['hint', 'publish.allAddresses', 'Bind to 127.0.0.1'],
        ['hint', 'publish.privileged', undefined],
      ],
    );
    assert.deepEqual(privileged[0]?.fixes?.[0]?.edits, [{ start: 14, end: 14, text: '127.0.0.1:' }]);
    assert.deepEqual(findings('docker run -p 80:80 nginx\n', 'shellscript'), []);
  });

  it('survives what is no setting', () => {
    for (const odd of [undefined, null, 'off', 7, ['off'], { 'publish.discarded': 'loud', x: 'off' }])
      assert.deepEqual(readRuleSettings(odd), {});
    assert.equal(isRuleCode('publish.taken'), true);
    assert.equal(isRuleCode('constructor'), false);
  });
});
