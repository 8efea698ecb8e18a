import * as vscode from 'vscode';
import type { EngineState, Store } from '../engine/state';
import type { Topology } from '../model';
import { registerCompletion } from './completion';
import { registerHover } from './hover';
import { registerInlayHints } from './inlayHints';
import { registerNetworkNames } from './networkNames';
import { registerSignatureHelp } from './signatureHelp';

export interface EditorHelpOptions {
  /** What the engine knows, within a bounded time; undefined where it does not answer. */
  readonly facts: () => Promise<Topology | undefined>;
  readonly store: Pick<Store, 'onDidChangeState'>;
}

/** What helps people who read and write files: hovers, completion, the forms of values, hints behind them, names of networks. */
export function registerEditorHelp({ facts, store }: EditorHelpOptions): vscode.Disposable {
  const isReady = ({ kind }: EngineState) => kind === 'ready';
  return vscode.Disposable.from(
    registerHover({ facts }),
    registerCompletion({ facts }),
    registerSignatureHelp(),
    registerInlayHints({
      facts,
      // While no engine answers nothing is asked for: hints would keep on trying.
      onDidChange: (listener) =>
        store.onDidChangeState((state) => {
          if (isReady(state)) listener();
        }),
    }),
    registerNetworkNames(),
  );
}
