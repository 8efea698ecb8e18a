import * as vscode from 'vscode';
import type { TreeNode } from '../../views/rows/nodes';
import type { NetworkRows } from './quickAction';
import { rowsUnderCursor } from './rowsUnderCursor';

/**
 * The rows that a key is for, as everywhere in VS Code: those that are selected where the cursor is on one of them,
 * else the row under the cursor alone. Arrow keys move the cursor and leave the selection; VS Code tells an extension
 * of the selection only. So the row under the cursor is selected, or taken out of the selection, and put back:
 * `list.select` would also open and close it, and run its command.
 */
export async function keyRows(rows: Pick<NetworkRows, 'selection'>): Promise<readonly TreeNode[]> {
  const before = rows.selection();
  await vscode.commands.executeCommand('list.toggleSelection');
  const after = rows.selection();
  if (after.length !== before.length) {
    await vscode.commands.executeCommand('list.toggleSelection');
  }
  return rowsUnderCursor(before, after);
}
