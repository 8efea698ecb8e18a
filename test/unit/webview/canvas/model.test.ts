import assert from 'node:assert/strict';
import { hasGround, layoutTopology } from '../../../../src/diagram';
import { cutPath } from '../../../../src/webview/canvas/bundle';
import { strays } from '../../../../src/webview/canvas/layer';
import { levelAt, lookAt } from '../../../../src/webview/canvas/levels';
import { boundsOf, boxUnder, buildModel, planAt } from '../../../../src/webview/canvas/model';
import { treePlaces } from '../../../../src/webview/canvas/tree';
import { rich } from '../../diagram/fixtures';

const scene = layoutTopology(rich);
const model = buildModel(scene);
const all = { x: 0, y: 0, w: scene.width, h: scene.height };

describe('what of a picture has elements', () => {
  it('is everything near by, and frames with specks far away', () => {
    const near = planAt(model, all, 'near');
    assert.equal(near.boxes.length, scene.boxes.length);
    assert.equal(near.wires.length, scene.wires.length);
    assert.deepEqual([near.tiles, near.bundled], [[], []]);
    const far = planAt(model, all, 'far 1');
    assert.equal(far.boxes.length, scene.boxes.filter(hasGround).length);
    assert.equal(far.bundled.length, scene.wires.length);
    assert.ok(far.tiles.length > 0);
  });

  it('is only what is in sight', () => {
    const [box] = scene.boxes.filter(({ kind }) => kind === 'container');
    assert.ok(box);
    const { boxes } = planAt(model, { x: box.x + 1, y: box.y + 1, w: 2, h: 2 }, 'near');
    const ids = boxes.map((number) => scene.boxes[number]?.id);
    assert.ok(ids.includes(box.id) && ids.length < 8, ids.join());
    assert.equal(boxUnder(model, box.x + 1, box.y + 1)?.id, box.id);
    assert.deepEqual(boundsOf(model, [box.id]), { x: box.x, y: box.y, w: box.w, h: box.h });
    assert.equal(boundsOf(model, ['no such box']), undefined);
  });

  it('has three levels, and far names in steps', () => {
    assert.deepEqual([1, 0.5, 0.4, 0.2].map(levelAt), ['near', 'near', 'middle', 'far']);
    assert.equal(lookAt(0.2), lookAt(0.19));
    assert.notEqual(lookAt(0.2), lookAt(0.1));
  });

  it('draws of a bundled wire what comes into the rectangle', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 900 },
      { x: 300, y: 900 },
    ];
    assert.equal(cutPath(points, { x: 50, y: -10, w: 200, h: 100 }), 'M50 0L100 0L100 90');
    assert.equal(cutPath(points, { x: 400, y: 0, w: 10, h: 10 }), '');
  });
});

describe('the tree of a picture', () => {
  it('counts every item among those that the same item holds', () => {
    const places = treePlaces(scene);
    const items = scene.boxes.filter(({ subject }) => subject !== undefined);
    assert.deepEqual(
      [...places.keys()],
      items.map(({ id }) => id),
    );
    const levels = [...places.values()];
    const roots = levels.filter(({ level }) => level === 1);
    assert.deepEqual(
      roots.map(({ position }) => position),
      roots.map((_, index) => index + 1),
    );
    assert.ok(levels.every(({ position, size }) => position >= 1 && position <= size));
    const { parent = '' } = scene.boxes.find(({ id }) => id === 'host') ?? {};
    assert.equal(parent, '');
  });
});

describe('elements that change their order', () => {
  const moved = (numbers: readonly number[]): number[] =>
    [...strays(numbers.map((number) => ({ number })))].map(({ number }) => number);

  it('moves as few as it can', () => {
    assert.deepEqual(moved([1, 2, 3]), []);
    assert.deepEqual(moved([2, 3, 4, 1]), [1]);
    assert.deepEqual(moved([9, 1, 2, 3, 4]), [9]);
  });
});
