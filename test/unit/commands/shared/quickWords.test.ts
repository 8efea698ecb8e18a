import assert from 'node:assert/strict';
import {
  listNames,
  plainMessage,
  sayFailure,
  sayOutcomes,
  type Outcome,
} from '../../../../src/commands/shared/quickWords';

const fine = (name: string): Outcome => ({ name, problem: undefined });
const refused = (name: string, detail: string): Outcome => ({
  name,
  problem: { reason: 'engineError', detail, sent: true, cancelled: false },
});
const removed = { noun: 'network', done: 'removed' };

describe('what became of several things', () => {
  it('is one sentence where all went well', () => {
    assert.equal(sayOutcomes([fine('a')], 1, removed), 'The network a was removed.');
    assert.equal(sayOutcomes([fine('a'), fine('b')], 2, removed), 'The networks a and b were removed.');
  });

  it('has the engine’s own words for each that failed', () => {
    assert.equal(
      sayOutcomes([refused('a', 'network a has active endpoints')], 1, removed),
      'The network a was not removed: network a has active endpoints.',
    );
    assert.equal(
      sayOutcomes([fine('a'), refused('b', 'in use'), refused('c', 'not found.')], 3, removed),
      '1 of 3 networks was removed. b was not removed: in use. c was not removed: not found.',
    );
  });

  it('says that the rest was not tried', () => {
    assert.equal(
      sayOutcomes([fine('a')], 3, removed),
      '1 of 3 networks was removed. The rest was not tried.',
    );
    assert.equal(sayOutcomes([], 1, removed), 'No network was removed. The rest was not tried.');
  });

  it('says what is wrong with the way to the engine in a sentence', () => {
    assert.equal(
      sayFailure({ reason: 'timeout', detail: 'no answer within 60 s' }),
      'The Docker engine does not answer in time (no answer within 60 s).',
    );
  });

  it('claims nothing where the engine did not answer: it may do it all the same', () => {
    const late: Outcome = {
      name: 'a',
      problem: { reason: 'timeout', detail: 'no answer within 60 s', sent: true, cancelled: false },
    };
    assert.equal(
      sayOutcomes([late], 1, removed),
      'The network a may or may not have been removed, the view tells: ' +
        'The Docker engine does not answer in time (no answer within 60 s).',
    );
  });

  it('tells what was cancelled on its way from what was never asked for', () => {
    const aborted = { reason: 'timeout', detail: 'This operation was aborted', cancelled: true } as const;
    assert.equal(
      sayOutcomes([{ name: 'a', problem: { ...aborted, sent: true } }], 1, removed),
      'The network a may or may not have been removed, the view tells: ' +
        'you cancelled it before the engine answered.',
    );
    assert.equal(
      sayOutcomes([{ name: 'a', problem: { ...aborted, sent: false } }], 1, removed),
      'The network a was not removed: you cancelled it before the engine was asked.',
    );
  });

  it('claims what no engine was asked for', () => {
    const problem = {
      reason: 'disconnected',
      detail: 'no engine is connected',
      sent: false,
      cancelled: false,
    } as const;
    assert.equal(
      sayOutcomes([{ name: 'a', problem }], 1, removed),
      'The network a was not removed: The Docker engine broke the connection off (no engine is connected).',
    );
  });

  it('has words for nothing at all', () => {
    assert.equal(sayOutcomes([], 0, removed), 'No network was removed.');
  });

  it('has the engine’s words for a refusal with status 403 too', () => {
    const detail = 'error while removing network: network a id 0 has active endpoints';
    assert.equal(sayFailure({ reason: 'forbidden', detail }), detail);
  });

  it('cuts long lists of names', () => {
    const names = [...'abcdefghijkl'];
    assert.equal(listNames(names), 'a, b, c, d, e, f, g, h and 4 more');
    assert.equal(listNames(names.slice(0, 9)), 'a, b, c, d, e, f, g, h and i');
  });

  it('never makes a link of an engine’s words', () => {
    assert.equal(plainMessage('[x](command:y)'), '[x] (command:y)');
  });
});
