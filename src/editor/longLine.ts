import type * as vscode from 'vscode';

/** A line of this length was written by a machine. */
const longestLine = 100_000;

/** True where a person may write or read: a line of a hundred thousand characters is no such place. */
export function isWritable(document: vscode.TextDocument, position: vscode.Position): boolean {
  return document.lineAt(position).text.length <= longestLine;
}
