import * as vscode from 'vscode';
import type { Finding, Severity } from '../language';
import { toVsRange } from './toVsRange';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

const tags = {
  unnecessary: vscode.DiagnosticTag.Unnecessary,
  deprecated: vscode.DiagnosticTag.Deprecated,
} as const;

/** A finding as the editor shows it: its code leads to the documentation. */
export function toVsDiagnostic(document: vscode.TextDocument, finding: Finding): vscode.Diagnostic {
  const { message, severity, code, docs, tag, related = [] } = finding;
  const diagnostic = new vscode.Diagnostic(toVsRange(document, finding), message, severities[severity]);
  diagnostic.source = 'portolan';
  diagnostic.code = docs === undefined ? code : { value: code, target: vscode.Uri.parse(docs) };
  if (tag) diagnostic.tags = [tags[tag]];
  if (related.length > 0)
    diagnostic.relatedInformation = related.map(
      (place) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(document.uri, toVsRange(document, place)),
          place.message,
        ),
    );
  return diagnostic;
}
