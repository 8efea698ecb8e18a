import assert from 'node:assert/strict';
import { makeElementIds } from '../../../../src/webview/canvas/elementIds';

describe('ids of elements', () => {
  it('stay with a box, are never given twice, and are bounded by the picture', () => {
    const ids = makeElementIds();
    const [a, b] = [ids.of('network:a b'), ids.of('b')];
    assert.equal(ids.of('network:a b'), a);
    ids.keepOnly((key) => key === 'b');
    assert.equal(ids.size(), 1);
    assert.equal(ids.of('b'), b);
    assert.equal(new Set([a, b, ids.of('c'), ids.of('network:a b')]).size, 4);
  });
});
