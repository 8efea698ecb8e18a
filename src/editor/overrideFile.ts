import * as vscode from 'vscode';
import { overrideNames } from '../language';

/** True where compose lays another file over this one by itself: what is missing here may stand there. */
export async function hasOverride(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme === 'untitled') return false;
  const names = overrideNames(uri.path.split('/').at(-1) ?? '');
  const found = await Promise.all(names.map((name) => isThere(vscode.Uri.joinPath(uri, '..', name))));
  return found.includes(true);
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
