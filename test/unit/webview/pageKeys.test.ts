import assert from 'node:assert/strict';
import { actionOf } from '../../../src/webview/pageKeys';

const none = { altKey: false, ctrlKey: false, metaKey: false };

describe('keys of the page', () => {
  it('find, help and back, wherever the focus is', () => {
    assert.equal(actionOf({ ...none, key: '/' }, false), 'find');
    assert.equal(actionOf({ ...none, key: 'f', ctrlKey: true }, false), 'find');
    assert.equal(actionOf({ ...none, key: 'F', metaKey: true }, true), 'find');
    assert.equal(actionOf({ ...none, key: '?' }, false), 'help');
    assert.equal(actionOf({ ...none, key: 'Backspace' }, false), 'back');
    assert.equal(actionOf({ ...none, key: 'ArrowLeft', altKey: true }, false), 'back');
  });

  it('write in a field, and leave the editor its own', () => {
    for (const key of ['/', '?', 'Backspace', 'f']) {
      assert.equal(actionOf({ ...none, key }, true), undefined);
    }
    assert.equal(actionOf({ ...none, key: 'ArrowLeft' }, false), undefined);
    assert.equal(actionOf({ ...none, key: 'Backspace', ctrlKey: true }, false), undefined);
    assert.equal(actionOf({ ...none, key: '/', ctrlKey: true }, false), undefined);
  });
});
