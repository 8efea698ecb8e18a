import * as vscode from 'vscode';
import type { EngineStore } from '../../engine/store';

/** Who comes back to the window looks at a picture: one that nothing has renewed for long is made sure of. */
export function registerWindowFocus(store: Pick<EngineStore, 'check'>): vscode.Disposable {
  return vscode.window.onDidChangeWindowState(({ focused }) => {
    if (focused) {
      store.check();
    }
  });
}
