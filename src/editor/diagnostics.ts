import * as vscode from 'vscode';
import { findings, type Finding, type Severity } from '../language';
import { languageOf } from './documentLanguage';

/** Typing pauses this long before a document is looked at. ms. */
const pause = 300;
const longestText = 1_000_000;

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

/** Marks what is wrong in open documents, once typing pauses. */
export function registerDiagnostics(): vscode.Disposable {
  const publisher = new DiagnosticsPublisher();
  const { workspace } = vscode;
  const subscriptions = [
    workspace.onDidOpenTextDocument((document) => publisher.schedule(document)),
    workspace.onDidChangeTextDocument(({ document }) => publisher.schedule(document)),
    workspace.onDidCloseTextDocument((document) => publisher.forget(document)),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('portolan.diagnostics')) publisher.scheduleAll();
    }),
  ];
  publisher.scheduleAll();
  return vscode.Disposable.from(publisher, ...subscriptions);
}

/** Keeps one timer per document: a newer change takes the place of an older one. */
class DiagnosticsPublisher implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('portolan');
  private readonly timers = new Map<string, NodeJS.Timeout>();

  scheduleAll(): void {
    for (const document of vscode.workspace.textDocuments) this.schedule(document);
  }

  schedule(document: vscode.TextDocument): void {
    if (!isOfInterest(document)) return;
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => {
        this.timers.delete(key);
        this.publish(document);
      }, pause),
    );
  }

  forget({ uri }: vscode.TextDocument): void {
    const key = uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    this.collection.delete(uri);
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    this.collection.dispose();
  }

  private publish(document: vscode.TextDocument): void {
    const languageId = languageOf(document);
    const enabled = vscode.workspace
      .getConfiguration('portolan', document)
      .get<boolean>('diagnostics.enabled', true);
    if (!enabled || languageId === undefined || document.isClosed) {
      this.collection.delete(document.uri);
      return;
    }
    const text = document.getText();
    const found = text.length > longestText ? [] : findings(text, languageId);
    this.collection.set(
      document.uri,
      found.map((finding) => toVsDiagnostic(document, finding)),
    );
  }
}

/** A document in a diff view has a second self, which is marked already. */
function isOfInterest(document: vscode.TextDocument): boolean {
  return document.uri.scheme !== 'git' && languageOf(document) !== undefined;
}

function toVsDiagnostic(
  document: vscode.TextDocument,
  { start, end, message, severity, code }: Finding,
): vscode.Diagnostic {
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  const diagnostic = new vscode.Diagnostic(range, message, severities[severity]);
  diagnostic.source = 'portolan';
  diagnostic.code = code;
  return diagnostic;
}
