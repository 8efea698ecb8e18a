import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { decodeFromWebview, decodeSavedState, plainOptions } from '../../../src/protocol';

describe('protocol', () => {
  it('reads each message of the webview', () => {
    const target = { kind: 'network', id: 'n1' } as const;
    const messages = [
      { type: 'ready', options: plainOptions, selected: undefined },
      { type: 'select', subject: { kind: 'container', id: 'c1' } },
      { type: 'select', subject: undefined },
      { type: 'open', target },
      { type: 'open', target: { kind: 'topology' } },
      { type: 'options', options: { hideEmpty: true, hideDefault: false, unfolded: ['n1'] } },
      { type: 'refresh' },
    ];
    assert.deepEqual(messages.map(decodeFromWebview), messages);
  });

  it('reads nonsense as nothing and never throws', () => {
    assert.equal(decodeFromWebview({ type: 'open', target: { kind: 'network' } }), undefined);
    assert.equal(decodeFromWebview('ready'), undefined);
    fc.assert(
      fc.property(
        fc.anything(),
        (value) => decodeFromWebview(value) === undefined && decodeSavedState(value) === undefined,
      ),
    );
  });

  it('keeps what is usable of a saved state', () => {
    const saved = {
      target: { kind: 'topology' },
      options: { unfolded: ['a', 7] },
      view: { x: 1, y: 2, k: Number.NaN },
      selected: { kind: 'moon' },
    };
    assert.deepEqual(decodeSavedState(saved), {
      target: { kind: 'topology' },
      options: { ...plainOptions, unfolded: ['a'] },
      selected: undefined,
      view: undefined,
    });
  });
});
