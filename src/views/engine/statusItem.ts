import * as vscode from 'vscode';
import type { EngineState, Store } from '../../engine/state';
import { statusOf } from './statusWords';

/** Far to the right among the items on the left: who works with another engine than usual looks for it. */
const PRIORITY = -100;

/** Shows the endpoint and its state in the status bar, from when somebody first asked for the engine; a click selects another. */
export function registerStatusItem(store: Store): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'portolan.endpoint',
    vscode.StatusBarAlignment.Left,
    PRIORITY,
  );
  item.name = 'Docker Endpoint (Portolan)';
  item.command = 'portolan.selectEndpoint';
  const show = (state: EngineState): void => {
    const words = statusOf(state);
    if (words) {
      item.text = words.text;
      item.tooltip = new vscode.MarkdownString(words.tooltip);
      item.accessibilityInformation = { label: words.spoken, role: 'button' };
      item.backgroundColor = words.warns
        ? new vscode.ThemeColor('statusBarItem.warningBackground')
        : undefined;
      item.show();
    }
  };
  show(store.state);
  return vscode.Disposable.from(item, store.onDidChangeState(show));
}
