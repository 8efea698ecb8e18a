import assert from 'node:assert/strict';
import { EngineFault } from '../../../../src/engine/problem';
import { sampleSource } from '../../../../src/engine/sources';
import { EngineStore } from '../../../../src/engine/store';
import { askWatched } from '../../../../src/views/objects/askWatched';
import { ManualClock } from '../../manualClock';

describe('asking an engine that nobody watches', () => {
  const never = new AbortController().signal;
  let store: EngineStore;

  beforeEach(() => {
    store = new EngineStore(sampleSource('media/sample/engine.json'), new ManualClock());
  });

  it('gives its answer, and leaves the engine in peace afterwards', async () => {
    const answer = await askWatched(store, () => Promise.resolve('said'), never);
    assert.deepEqual(answer, { ok: true, value: 'said' });
    assert.equal(store.live, false);
  });

  it('does so after a refusal too', async () => {
    const problem = { reason: 'engineError', detail: 'no' } as const;
    const answer = await askWatched(store, () => Promise.reject(new EngineFault(problem)), never);
    assert.deepEqual(answer, { ok: false, problem });
    assert.equal(store.live, false);
  });
});
