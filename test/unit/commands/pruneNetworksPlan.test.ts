import assert from 'node:assert/strict';
import { pruneRows } from '../../../src/commands/pruneNetworksPlan';
import { rich } from '../fixture';

describe('the list of networks to prune', () => {
  it('has exactly what the engine would remove, and marks what a stopped container needs', () => {
    assert.deepEqual(
      pruneRows(rich).map(
        ({ label, description, detail, picked }) =>
          `${picked ? '[x]' : '[ ]'} ${label}: ${description}${detail === undefined ? '' : ` | ${detail}`}`,
      ),
      [
        '[x] fx-cf: bridge · 10.88.40.0/24 · config from fx-cfg',
        '[x] fx-int2: bridge · 10.88.5.0/24 · internal',
        '[ ] fx-ipv: ipvlan · 10.89.11.0/24 · parent fxmvp0 · 1 container | needed by stopped: fx-ipv1',
        '[x] fx-mvint: macvlan · 10.89.16.0/24 · internal · parent fxmvp1',
        '[x] fx-rng: bridge · 10.88.80.0/24',
      ],
    );
  });
});
