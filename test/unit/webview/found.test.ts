import assert from 'node:assert/strict';
import type { Subject } from '../../../src/diagram';
import { askFor, foundWords, nothingFound, step, takeFound } from '../../../src/webview/found';

const subjects: readonly Subject[] = ['a', 'b', 'c'].map((id) => ({ kind: 'container', id }));
const answer = (text: string, found: readonly Subject[] = subjects) =>
  ({ type: 'found', text, subjects: found }) as const;

describe('what the find box holds', () => {
  it('says nothing before the answer, then which of how many, or that there is none', () => {
    assert.equal(foundWords(nothingFound), '');
    assert.equal(foundWords(askFor('u')), '');
    assert.equal(foundWords(takeFound(askFor('u'), answer('u'))), '1 of 3');
    assert.equal(foundWords(takeFound(askFor('x'), answer('x', []))), 'not found');
    assert.equal(foundWords(takeFound(askFor(' '), answer(' ', []))), '');
  });

  it('drops the answer to an older question', () => {
    const asked = askFor('ub');
    assert.equal(takeFound(asked, answer('u')), asked);
  });

  it('keeps the match at hand when the answers change around it', () => {
    const found = { ...takeFound(askFor('u'), answer('u')), at: 1 };
    assert.equal(takeFound(found, answer('u', [...subjects].reverse())).at, 1);
    assert.equal(takeFound(found, answer('u', subjects.slice(1))).at, 0);
    assert.equal(takeFound({ ...found, at: 2 }, answer('u', subjects.slice(0, 1))).at, 0);
  });

  it('jumps to the match at hand first, then around in both directions', () => {
    const found = takeFound(askFor('u'), answer('u'));
    assert.equal(step(found, 1, undefined).at, 0);
    assert.equal(step(found, 1, subjects[0]).at, 1);
    assert.equal(step(found, -1, subjects[0]).at, 2);
    assert.equal(step({ ...found, at: 2 }, 1, subjects[2]).at, 0);
    const none = takeFound(askFor('x'), answer('x', []));
    assert.equal(step(none, 1, undefined), none);
  });
});
