import * as vscode from 'vscode';
import type { Span } from '../language';

/** A stretch of the text as the editor counts it. */
export function toVsRange(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
