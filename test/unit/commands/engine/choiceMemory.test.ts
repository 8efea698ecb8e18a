import assert from 'node:assert/strict';
import { choiceMemory, type ChoiceMemory } from '../../../../src/commands/engine/choiceMemory';

const remote = { kind: 'host', url: 'ssh://u@box' } as const;
const context = { kind: 'context', name: 'far' } as const;
const sample = { kind: 'sample' } as const;

describe('the engine that a workspace looks at', () => {
  let kept: Map<string, unknown>;
  let memory: ChoiceMemory;

  beforeEach(() => {
    kept = new Map();
    memory = choiceMemory({
      get: (key) => kept.get(key),
      // As a workspace's memory: what comes back is a copy.
      update: (key, value) => {
        kept.set(key, structuredClone(value));
        return Promise.resolve();
      },
    });
  });

  it('is the one that was chosen last', async () => {
    assert.equal(memory.choice, undefined);
    await memory.choose(remote);
    assert.deepEqual(memory.choice, remote);
    await memory.choose(undefined);
    assert.equal(memory.choice, undefined);
  });

  it('is the same again after the sample, also when that was opened twice', async () => {
    for (const choice of [remote, context, undefined]) {
      await memory.choose(choice);
      await memory.choose(sample);
      await memory.choose(sample);
      assert.deepEqual(memory.choice, sample);
      assert.deepEqual(memory.beforeSample, choice);
    }
  });

  it('stays where no sample is left', async () => {
    await memory.choose(sample);
    await memory.choose(remote);
    assert.deepEqual(memory.beforeSample, remote);
  });
});
