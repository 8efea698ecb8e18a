import assert from 'node:assert/strict';
import { rowsUnderCursor } from '../../../../src/commands/shared/rowsUnderCursor';
import type { TreeNode } from '../../../../src/views/rows/nodes';

const row = (networkId: string): TreeNode => ({ kind: 'network', networkId });

describe('the rows that a key is for', () => {
  it('are the selected ones where the cursor is on one of them', () => {
    assert.deepEqual(rowsUnderCursor([row('a'), row('b')], [row('a')]), [row('a'), row('b')]);
    assert.deepEqual(rowsUnderCursor([row('a')], []), [row('a')]);
  });

  it('are else the one under the cursor', () => {
    assert.deepEqual(rowsUnderCursor([row('a')], [row('a'), row('b')]), [row('b')]);
    assert.deepEqual(rowsUnderCursor([], [row('b')]), [row('b')]);
    assert.deepEqual(rowsUnderCursor([row('a'), row('c')], [row('b'), row('c'), row('a')]), [row('b')]);
  });

  it('are the selected ones where there is no cursor', () => {
    assert.deepEqual(rowsUnderCursor([row('a')], [row('a')]), [row('a')]);
  });
});
