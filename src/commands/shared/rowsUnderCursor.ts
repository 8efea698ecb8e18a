import { nodeKey } from '../../views/networks/networkBranches';
import type { TreeNode } from '../../views/rows/nodes';

/** What a key means, told from the selection before and after the row under the cursor was added or taken away. */
export function rowsUnderCursor(
  before: readonly TreeNode[],
  after: readonly TreeNode[],
): readonly TreeNode[] {
  // A refresh makes new rows of the same keys.
  const keys = new Set(before.map(nodeKey));
  return after.length > before.length ? after.filter((row) => !keys.has(nodeKey(row))) : before;
}
