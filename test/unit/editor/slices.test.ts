import assert from 'node:assert/strict';
import { runInSlices } from '../../../src/editor/slices';

/** A clock that moves by one with each step. ms. */
function world(steps: number) {
  let time = 0;
  function* work(): Generator<void, string> {
    for (let step = 0; step < steps; step += 1) {
      time += 1;
      yield;
    }
    return `done at ${time}`;
  }
  return { work, now: () => time };
}

describe('work in slices', () => {
  it('comes to its end', async () => {
    const { work, now } = world(50);
    assert.equal(await runInSlices(work(), () => false, now), 'done at 50');
    assert.equal(await runInSlices(world(0).work(), () => false), 'done at 0');
  });

  it('lets others go first after 8 ms', async () => {
    const { work, now } = world(20);
    let turn = 0;
    const seen = () => {
      turn += 1;
      return false;
    };
    await runInSlices(work(), seen, now);
    // 0 to 8, 8 to 16, 16 to 20.
    assert.equal(turn, 3);
  });

  it('ends where it stands once it is stale', async () => {
    const { work, now } = world(50);
    assert.equal(await runInSlices(work(), () => now() >= 10, now), undefined);
    assert.equal(now(), 16);
  });
});
