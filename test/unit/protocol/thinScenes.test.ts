import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { layoutTopology, type Scene } from '../../../src/diagram';
import { plainOptions, type SceneMessage, type ToPage, type ToWebview } from '../../../src/protocol';
import { applyScene, keptPart, sceneChange } from '../../../src/protocol/sceneChange';
import { makeThinScenes, makeWholeScenes } from '../../../src/protocol/thinScenes';
import { largeHost } from '../../bench/largeHost';
import { topologies } from '../diagram/random';

/** What arrives on the other side: JSON, as VS Code sends it. */
function sent<T>(message: T): T {
  return JSON.parse(JSON.stringify(message)) as T;
}

function sceneMessage(scene: Scene, part: Partial<SceneMessage> = {}): SceneMessage {
  const target = { kind: 'topology' } as const;
  return {
    type: 'scene',
    target,
    options: plainOptions,
    scene,
    old: undefined,
    back: undefined,
    menus: {},
    ...part,
  };
}

const before = layoutTopology(largeHost(200, 10));
const after = layoutTopology(largeHost(200, 10, new Set([1])));

describe('the change of a scene', function () {
  this.timeout(60_000);

  it('makes any scene of any other', () => {
    const scenes = topologies.map((topology) => layoutTopology(topology));
    fc.assert(
      fc.property(scenes, scenes, (one, other) => {
        assert.deepEqual(applyScene(sent(one), sent(sceneChange(one, other))), sent(other));
      }),
      { numRuns: 60 },
    );
  });

  it('of a picture that lost some, gained some and was put in another order is as little as that', () => {
    const [first, second, ...others] = before.boxes;
    assert.ok(first && second);
    const moved = { ...before, boxes: [second, first, { ...first, id: 'new' }, ...others.slice(5)] };
    const change = sceneChange(before, moved);
    assert.deepEqual(change.boxes, [
      { from: 1, count: 1 },
      { from: 0, count: 1 },
      { items: [{ ...first, id: 'new' }] },
      { from: 7, count: before.boxes.length - 7 },
    ]);
    assert.deepEqual(change.wires, [{ from: 0, count: before.wires.length }]);
    assert.deepEqual(applyScene(before, change), moved);
  });

  it('keeps the very boxes that are equal', () => {
    const made = applyScene(before, sceneChange(before, after));
    const others = made.boxes.filter((box, index) => box !== before.boxes[index]);
    assert.ok(others.length > 0 && others.length < 4, `${others.length}`);
    assert.ok(keptPart(sceneChange(before, after)) > 0.9);
  });
});

describe('scenes on their way to a page', () => {
  /** What the page takes of each message, and how each was sent. */
  function pass(messages: readonly ToWebview[]) {
    const [thin, whole] = [makeThinScenes(), makeWholeScenes()];
    const posted = messages.map((message) => sent(thin.thin(message)));
    return { types: posted.map(({ type }) => type), taken: posted.map(whole) };
  }

  const bare = (message: ToWebview | undefined): unknown => sent({ ...message, number: undefined });

  it('arrive as they were, the second as its change', () => {
    const messages: readonly ToWebview[] = [
      sceneMessage(before, { menus: { a: 'x', b: 'y' } }),
      { type: 'point', subject: undefined, boxId: undefined },
      sceneMessage(after, { menus: { a: 'z', c: 'y' }, old: 'Old', note: 'Sample' }),
      sceneMessage(before, { menus: { a: 'z' } }),
    ];
    const { types, taken } = pass(messages);
    assert.deepEqual(types, ['scene', 'point', 'sceneChange', 'sceneChange']);
    assert.deepEqual(taken.map(bare), messages.map(bare));
  });

  it('go whole where the picture is another one', () => {
    const network = { kind: 'network', id: 'n1' } as const;
    const other = { ...before, boxes: before.boxes.map((box) => ({ ...box, id: `${box.id}!` })), wires: [] };
    for (const next of [
      sceneMessage(after, { engine: 'b' }),
      sceneMessage(after, { target: network }),
      sceneMessage(other),
    ]) {
      assert.deepEqual(pass([sceneMessage(before), next]).types, ['scene', 'scene']);
    }
  });

  it('are asked for again by a page that missed one', () => {
    const [thin, whole] = [makeThinScenes(), makeWholeScenes()];
    const send = (scene: Scene): ToPage => sent(thin.thin(sceneMessage(scene)));
    const change = (send(before), send(after));
    assert.equal(change.type, 'sceneChange');
    assert.equal(whole(change), undefined, 'a page that is loaded anew has no scene');
    thin.forget();
    const again = send(after);
    assert.equal(again.type, 'scene');
    assert.deepEqual(bare(whole(again)), bare(sceneMessage(after)));
    send(before);
    assert.equal(whole(send(after)), undefined, 'one was missed between');
    assert.equal(whole(send(before)), undefined, 'and what follows on it is of no use either');
  });
});
