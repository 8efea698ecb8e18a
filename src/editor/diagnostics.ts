import * as vscode from 'vscode';
import type { Store } from '../engine/state';
import { findingSteps, readRuleSettings, type Finding, type FindingOptions } from '../language';
import type { Topology } from '../model';
import { languageOf } from './documentLanguage';
import { folderName } from './folderName';
import { hasOverride } from './overrideFile';
import { registerQuickFixes } from './quickFixes';
import { runInSlices } from './slices';
import { toVsDiagnostic } from './toVsDiagnostic';

/** Typing pauses this long before a document is looked at. ms. */
const pause = 300;
/** Signs; a longer text was written by a machine. */
const longestText = 1_000_000;

/**
 * Marks what is wrong in open documents, once typing pauses, and offers to mend it. What the engine knows counts while
 * somebody watches it anyway: to open a file makes no connection.
 */
export function registerDiagnostics(store: Store): vscode.Disposable {
  const publisher = new DiagnosticsPublisher(() => topologyOf(store));
  const { workspace } = vscode;
  let known = topologyOf(store);
  const subscriptions = [
    workspace.onDidOpenTextDocument((document) => publisher.schedule(document)),
    workspace.onDidChangeTextDocument(({ document }) => publisher.schedule(document)),
    workspace.onDidCloseTextDocument((document) => publisher.forget(document)),
    workspace.onDidChangeConfiguration((change) => {
      if (['portolan.diagnostics', 'portolan.rules'].some((name) => change.affectsConfiguration(name)))
        publisher.scheduleAll();
    }),
    store.onDidChangeState(() => {
      const now = topologyOf(store);
      if (now !== known) publisher.scheduleAll();
      known = now;
    }),
    registerQuickFixes((document) => publisher.findingsOf(document)),
  ];
  publisher.scheduleAll();
  return vscode.Disposable.from(publisher, ...subscriptions);
}

function topologyOf({ state, live }: Store): Topology | undefined {
  return state.kind === 'ready' && live ? state.topology : undefined;
}

interface Pass {
  readonly timer: NodeJS.Timeout;
  stale: boolean;
}

interface Found {
  readonly version: number;
  readonly findings: readonly Finding[];
}

/** Keeps one pass per document: a newer change takes the place of an older one. */
class DiagnosticsPublisher implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('portolan');
  private readonly passes = new Map<string, Pass>();
  private readonly found = new Map<string, Found>();

  constructor(private readonly topology: () => Topology | undefined) {}

  scheduleAll(): void {
    for (const document of vscode.workspace.textDocuments) this.schedule(document);
  }

  schedule(document: vscode.TextDocument): void {
    if (!isOfInterest(document)) return;
    this.cancel(document);
    const pass: Pass = {
      stale: false,
      timer: setTimeout(() => void this.publish(document, pass), pause),
    };
    this.passes.set(document.uri.toString(), pass);
  }

  forget(document: vscode.TextDocument): void {
    this.cancel(document);
    this.clear(document.uri);
  }

  /** What the document's marks stand for; nothing while it is newer than they are. */
  findingsOf({ uri, version }: vscode.TextDocument): readonly Finding[] {
    const found = this.found.get(uri.toString());
    return found?.version === version ? found.findings : [];
  }

  dispose(): void {
    for (const pass of this.passes.values()) stop(pass);
    this.passes.clear();
    this.collection.dispose();
  }

  private cancel({ uri }: vscode.TextDocument): void {
    const pass = this.passes.get(uri.toString());
    if (pass) stop(pass);
    this.passes.delete(uri.toString());
  }

  private clear(uri: vscode.Uri): void {
    this.found.delete(uri.toString());
    this.collection.delete(uri);
  }

  private async publish(document: vscode.TextDocument, pass: Pass): Promise<void> {
    const { uri, version } = document;
    const findings = await this.find(document, pass);
    if (pass.stale || document.isClosed || document.version !== version) return;
    this.passes.delete(uri.toString());
    if (!findings) {
      this.clear(uri);
      return;
    }
    this.found.set(uri.toString(), { version, findings });
    this.collection.set(
      uri,
      findings.map((finding) => toVsDiagnostic(document, finding)),
    );
  }

  /** Undefined where nothing is looked for, or the pass went stale. */
  private async find(document: vscode.TextDocument, pass: Pass): Promise<readonly Finding[] | undefined> {
    const languageId = languageOf(document);
    const enabled = vscode.workspace
      .getConfiguration('portolan', document)
      .get<boolean>('diagnostics.enabled', true);
    if (!enabled || languageId === undefined || document.isClosed) return undefined;
    const combined = languageId === 'dockercompose' && (await hasOverride(document.uri));
    const text = document.getText();
    if (pass.stale || text.length > longestText) return undefined;
    const options = { ...this.optionsFor(document), combined };
    return runInSlices(findingSteps(text, languageId, options), () => pass.stale);
  }

  private optionsFor(document: vscode.TextDocument): FindingOptions {
    const { uri } = document;
    const topology = this.topology();
    const rules = vscode.workspace.getConfiguration('portolan', document).get<unknown>('rules', {});
    return {
      severities: readRuleSettings(rules),
      fileName: uri.scheme === 'untitled' ? undefined : uri.path.split('/').at(-1),
      facts: topology && { topology, folder: folderName(uri) },
    };
  }
}

function stop(pass: Pass): void {
  clearTimeout(pass.timer);
  pass.stale = true;
}

/** A document in a diff view has a second self, which is marked already. */
function isOfInterest(document: vscode.TextDocument): boolean {
  return document.uri.scheme !== 'git' && languageOf(document) !== undefined;
}
