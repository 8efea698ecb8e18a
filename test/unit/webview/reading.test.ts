import assert from 'node:assert/strict';
import { layoutNetwork, layoutTopology } from '../../../src/diagram';
import { changeWords, findBoxes, neighbourhood, nextBox } from '../../../src/webview/reading';
import { networkNamed, rich, small } from '../diagram/fixtures';

const scene = layoutTopology(rich);
const boxOf = (name: string): string =>
  `container:${rich.containers.find((container) => container.name === name)?.id ?? ''}`;

describe('reading a scene', () => {
  it('finds by name, address, port and image', () => {
    assert.deepEqual(
      findBoxes(scene, 'FX-BOTH').map(({ id }) => id),
      [boxOf('fx-both')],
    );
    assert.deepEqual(
      findBoxes(scene, '10.88.2.3').map(({ id }) => id),
      [boxOf('fx-both')],
    );
    assert.deepEqual(
      findBoxes(scene, ':18082')
        .map(({ kind }) => kind)
        .sort(),
      ['container', 'row'],
    );
    assert.deepEqual(findBoxes(scene, '  '), []);
  });

  it('lights up the networks of a container between them', () => {
    const near = neighbourhood(scene, boxOf('fx-both'));
    const regions = ['fx-bra', 'fx-brb'].map((name) => `network:${networkNamed(rich, name).id}`);
    assert.deepEqual([...near.boxes].sort(), [boxOf('fx-both'), ...regions].sort());
    assert.equal(near.wires.size, 2);
  });

  it('lights up a port with its rule and the bridge', () => {
    const port = rich.ports.find(({ hostPort }) => hostPort === 8080)?.id ?? '';
    const near = neighbourhood(layoutNetwork(rich, networkNamed(rich, 'bridge').id), `port:${port}`);
    assert.deepEqual([...near.boxes].sort(), [`nat:${port}`, `port:${port}`, 'stage:bridge']);
  });

  it('moves to the box that lies next in a direction', () => {
    const first = scene.boxes.find(({ kind }) => kind === 'row');
    assert.ok(first);
    const next = nextBox(scene, first.id, 'down');
    assert.ok(next && next.y > first.y && next.kind === 'row');
    assert.equal(nextBox(scene, next.id, 'up')?.id, first.id);
  });

  it('says what came, went and changed', () => {
    const before = layoutTopology(small);
    const changed = structuredClone(small);
    Object.assign(changed.containers.find(({ name }) => name === 'h1') ?? {}, { state: 'exited' });
    assert.equal(changeWords(before, before), '');
    assert.equal(changeWords(before, layoutTopology(changed)), 'changed: container h1, exited');
    assert.equal(
      changeWords(undefined, before),
      'Docker topology, 8 networks · 9 containers · 2 published ports',
    );
  });
});
