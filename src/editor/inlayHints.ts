import * as vscode from 'vscode';
import { inlayHints } from '../language';
import type { Topology } from '../model';
import { languageOf, selector } from './documentLanguage';
import { folderName } from './folderName';

export interface InlayHintOptions {
  /** What the engine knows, within a bounded time; undefined where it does not answer. */
  readonly facts: () => Promise<Topology | undefined>;
  /** Calls when what the engine knows has changed. */
  readonly onDidChange: (listener: () => void) => { dispose(): void };
}

/** Shows behind published ports what they come to. Off by default: then the engine is not asked. */
export function registerInlayHints({ facts, onDidChange }: InlayHintOptions): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    async provideInlayHints(document, range, token) {
      const languageId = languageOf(document);
      if (!isEnabled(document) || languageId === undefined) return [];
      const text = document.getText();
      const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      if (inlayHints(text, languageId, span).length === 0 && !/\$\{?\w/.test(text)) return [];
      const version = document.version;
      const topology = await facts();
      if (token.isCancellationRequested || document.version !== version) return [];
      const folder = folderName(document.uri);
      return inlayHints(text, languageId, span, topology && { topology, folder }).map(
        ({ offset, label, tooltip }) => {
          const hint = new vscode.InlayHint(document.positionAt(offset), label);
          hint.paddingLeft = true;
          hint.tooltip = new vscode.MarkdownString(tooltip);
          return hint;
        },
      );
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerInlayHintsProvider(selector, provider),
    onDidChange(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('portolan.inlayHints')) changed.fire();
    }),
  );
}

function isEnabled(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration('portolan', document).get<boolean>('inlayHints.enabled', false);
}
