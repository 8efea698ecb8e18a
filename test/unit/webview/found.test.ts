import assert from 'node:assert/strict';
import { layoutTopology } from '../../../src/diagram';
import { findIn, nothingFound, step } from '../../../src/webview/found';
import { plain } from '../fixture';

const scene = layoutTopology(plain);

describe('what the find box holds', () => {
  it('starts at the first match, and keeps its place when the scene changes', () => {
    const found = findIn(scene, 'u', nothingFound);
    assert.ok(found.boxes.length > 1);
    assert.equal(found.at, 0);
    assert.equal(findIn(scene, 'u', { ...found, at: 1 }).at, 1);
    assert.equal(findIn(scene, 'u1', { ...found, at: 1 }).at, 0);
  });

  it('jumps to the match at hand first, then around in both directions', () => {
    const found = findIn(scene, 'u', nothingFound);
    const last = found.boxes.length - 1;
    assert.equal(step(found, 1, undefined).at, 0);
    assert.equal(step(found, 1, found.boxes[0]?.subject).at, 1);
    assert.equal(step(found, -1, found.boxes[0]?.subject).at, last);
    assert.equal(step({ ...found, at: last }, 1, found.boxes[last]?.subject).at, 0);
  });

  it('holds nothing for an empty text or where nothing matches', () => {
    assert.deepEqual(findIn(scene, ' ', nothingFound).boxes, []);
    const none = findIn(scene, 'no such thing', nothingFound);
    assert.deepEqual(none, { text: 'no such thing', at: 0, boxes: [] });
    assert.deepEqual(step(none, 1, undefined), none);
  });
});
