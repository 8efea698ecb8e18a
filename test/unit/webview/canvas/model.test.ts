import assert from 'node:assert/strict';
import { hasGround, layoutTopology } from '../../../../src/diagram';
import { strays } from '../../../../src/webview/canvas/layer';
import { levelAt, lookAt, lookWhileMoving } from '../../../../src/webview/canvas/levels';
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
    assert.deepEqual(near.tiles, []);
    const far = planAt(model, all, 'far 1');
    assert.equal(far.boxes.length, scene.boxes.filter(hasGround).length);
    assert.deepEqual(far.wires, []);
    assert.ok(
      far.tiles.some((key) => key.startsWith('wire ')) && far.tiles.some((key) => key.startsWith('box ')),
    );
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

  it('has levels, and far names in steps', () => {
    assert.deepEqual([1, 0.55, 0.5, 0.2, 0.05, 0.01].map(levelAt), [
      'near',
      'near',
      'middle',
      'far',
      'farther',
      'farthest',
    ]);
    assert.equal(lookAt(0.2), lookAt(0.19));
    assert.notEqual(lookAt(0.2), lookAt(0.1));
  });

  it('keeps the size of far names under the hand, and makes no new names of boxes', () => {
    assert.equal(lookWhileMoving(0.1, lookAt(0.2)), lookAt(0.2));
    assert.equal(lookWhileMoving(0.05, lookAt(0.2)), lookAt(0.05));
    assert.equal(lookWhileMoving(0.4, 'middle'), 'middle');
    assert.match(lookWhileMoving(0.4, 'near'), /^far /);
    assert.equal(lookWhileMoving(0.6, 'middle'), 'near');
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
