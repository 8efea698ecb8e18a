import assert from 'node:assert/strict';
import {
  fitReadable,
  fitView,
  keepInside,
  revealIn,
  showsAll,
  viewOf,
  zoomAt,
} from '../../../../src/webview/canvas/camera';

const window = { width: 1000, height: 500 };

describe('where a picture stands', () => {
  it('fits the whole picture into its window, and a small one not too large', () => {
    assert.deepEqual(fitView({ width: 2000, height: 500 }, window), { x: 0, y: 24, k: 0.5 });
    assert.equal(fitView({ width: 100, height: 50 }, window).k, 1.15);
  });

  it('keeps a large picture readable', () => {
    assert.deepEqual(fitReadable({ width: 20_000, height: 20_000 }, window), { x: 0, y: 0, k: 1 });
    assert.equal(fitReadable({ width: 1500, height: 5000 }, window).k, 1);
    assert.equal(fitReadable({ width: 1100, height: 500 }, window).k, 1000 / 1100);
  });

  it('keeps the place under the pointer while it zooms, within bounds', () => {
    const view = zoomAt({ x: 10, y: 20, k: 1 }, 2, { x: 110, y: 120 });
    assert.deepEqual(view, { x: -90, y: -80, k: 2 });
    assert.equal(zoomAt(view, 100, { x: 0, y: 0 }).k, 4);
    assert.equal(zoomAt(view, 0.0001, { x: 0, y: 0 }).k, 0.02);
    assert.equal(zoomAt(view, 0.0001, { x: 0, y: 0 }, 0.005).k, 0.005);
  });

  it('knows when nothing is out of sight but an empty margin', () => {
    const picture = { width: 990, height: 490 };
    assert.ok(showsAll({ x: 0, y: 0, k: 1 }, picture, window));
    assert.ok(showsAll({ x: -15, y: 24, k: 1 }, picture, window));
    assert.ok(!showsAll({ x: -30, y: 0, k: 1 }, picture, window));
    assert.ok(!showsAll({ x: 0, y: 0, k: 1.1 }, picture, window));
  });

  it('never loses the picture', () => {
    const picture = { width: 800, height: 400 };
    assert.deepEqual(keepInside({ x: 5000, y: -5000, k: 1 }, picture, window), { x: 952, y: -352, k: 1 });
  });

  it('moves just so far that a box is seen, and not at all when it is', () => {
    const view = { x: 0, y: 0, k: 1 };
    assert.deepEqual(revealIn(view, { x: 1200, y: 100, w: 100, h: 50 }, window), { x: -316, y: 0, k: 1 });
    assert.deepEqual(revealIn(view, { x: 100, y: 100, w: 100, h: 50 }, window), view);
    assert.deepEqual(revealIn(view, { x: -500, y: 100, w: 3000, h: 50 }, window), view);
  });

  it('moves a box out of a covered corner, the shorter way that has room', () => {
    const view = { x: 0, y: 0, k: 1 };
    const corner = { width: 212, height: 152 };
    assert.deepEqual(revealIn(view, { x: 700, y: 400, w: 100, h: 50 }, window, corner), {
      x: -28,
      y: 0,
      k: 1,
    });
    assert.deepEqual(revealIn(view, { x: 850, y: 310, w: 100, h: 50 }, window, corner), {
      x: 0,
      y: -28,
      k: 1,
    });
    assert.deepEqual(revealIn(view, { x: 600, y: 310, w: 100, h: 50 }, window, corner), view);
    assert.deepEqual(revealIn(view, { x: 850, y: 290, w: 100, h: 50 }, window, corner), view);
    // From out of sight first into the window, then out of the corner.
    assert.deepEqual(revealIn(view, { x: 1200, y: 450, w: 100, h: 50 }, window, corner), {
      x: -316,
      y: -168,
      k: 1,
    });
    // Too wide to stand beside the corner, and too large for either way.
    assert.deepEqual(revealIn(view, { x: 100, y: 400, w: 800, h: 50 }, window, corner), {
      x: 0,
      y: -118,
      k: 1,
    });
    assert.deepEqual(revealIn(view, { x: 50, y: 50, w: 900, h: 400 }, window, corner), view);
  });

  it('goes as near as places allow', () => {
    const view = viewOf({ x: 1000, y: 1000, w: 2000, h: 100 }, window);
    assert.equal(view.k, 936 / 2000);
    assert.equal(2000 * view.k + view.x, 500);
  });
});
