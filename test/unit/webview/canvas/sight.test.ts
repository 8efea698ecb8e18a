import assert from 'node:assert/strict';
import { layoutTopology } from '../../../../src/diagram';
import { seenRect } from '../../../../src/webview/canvas/camera';
import { buildModel } from '../../../../src/webview/canvas/model';
import { keepSight } from '../../../../src/webview/canvas/sight';
import { rich, small } from '../../diagram/fixtures';

const window = { width: 1000, height: 700 };
const large = buildModel(layoutTopology(rich));
const shrunk = buildModel(layoutTopology(small));

describe('what is in sight of another scene', () => {
  const seen = (model: typeof large, view: typeof away): number =>
    model.boxes.query(seenRect(view, window)).length;
  const away = { x: -9000, y: -9912, k: 1 };

  it('is something, wherever the view stood', () => {
    for (const view of [
      away,
      { x: 9000, y: 0, k: 1 },
      { x: 0, y: 9000, k: 0.1 },
      { x: -50, y: -9000, k: 4 },
    ]) {
      assert.ok(seen(shrunk, keepSight(view, shrunk, window, large)) > 0, JSON.stringify(view));
    }
  });

  it('is the same where the view shows anything, or showed nothing before', () => {
    const view = { x: -100, y: -50, k: 1 };
    assert.deepEqual(keepSight(view, large, window, shrunk), view);
    const corner = { x: 960, y: 660, k: 1 };
    const bare = { ...large, boxes: buildModel({ ...large.scene, boxes: [] }).boxes };
    assert.deepEqual(keepSight({ ...corner, x: 952, y: 652 }, bare, window, bare), { x: 952, y: 652, k: 1 });
    assert.deepEqual(keepSight(corner, bare, window, undefined).k, 1);
  });

  it('waits for a window', () => {
    assert.equal(keepSight(away, shrunk, { width: 0, height: 0 }, large), away);
  });
});
