import * as vscode from 'vscode';
import { networkAt, renamableNetwork, renameNetwork, type NamedNetwork, type Span } from '../language';
import { languageOf } from './documentLanguage';
import { toVsRange } from './toVsRange';

/** Docker DX, which does the same for all names of compose files. */
const other = 'docker.docker';
const compose: vscode.DocumentSelector = [
  { language: 'dockercompose' },
  { pattern: '**/{compose,docker-compose,docker-stack}*.{yml,yaml}' },
  { pattern: '**/*.{compose,docker-compose}.{yml,yaml}' },
];

/**
 * Definition, references, highlights and rename of networks in compose files, as long as no other extension that does it
 * is there.
 */
export function registerNetworkNames(): vscode.Disposable {
  let registered: vscode.Disposable | undefined;
  const update = () => {
    const wanted = !isServedElsewhere();
    if (wanted) registered ??= registerProviders();
    else {
      registered?.dispose();
      registered = undefined;
    }
  };
  update();
  return vscode.Disposable.from(
    vscode.extensions.onDidChange(update),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('docker.extension.enableComposeLanguageServer')) update();
    }),
    {
      dispose: () => {
        registered?.dispose();
      },
    },
  );
}

function isServedElsewhere(): boolean {
  const settings = vscode.workspace.getConfiguration('docker.extension');
  return (
    vscode.extensions.getExtension(other) !== undefined &&
    settings.get<boolean>('enableComposeLanguageServer', true)
  );
}

function registerProviders(): vscode.Disposable {
  const { languages } = vscode;
  return vscode.Disposable.from(
    languages.registerDefinitionProvider(compose, {
      provideDefinition: (document, position) =>
        networkOf(document, position)?.definitions.map((span) => toLocation(document, span)),
    }),
    languages.registerReferenceProvider(compose, {
      provideReferences: (document, position, { includeDeclaration }) => {
        const found = networkOf(document, position);
        const spans = found && [...(includeDeclaration ? found.definitions : []), ...found.references];
        return spans?.map((span) => toLocation(document, span));
      },
    }),
    languages.registerDocumentHighlightProvider(compose, { provideDocumentHighlights: highlights }),
    languages.registerRenameProvider(compose, { prepareRename, provideRenameEdits }),
  );
}

function networkOf(document: vscode.TextDocument, position: vscode.Position): NamedNetwork | undefined {
  return languageOf(document) === 'dockercompose'
    ? networkAt(document.getText(), 'dockercompose', document.offsetAt(position))
    : undefined;
}

function highlights(
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.DocumentHighlight[] | undefined {
  const found = networkOf(document, position);
  const { Read, Write } = vscode.DocumentHighlightKind;
  return (
    found && [
      ...found.definitions.map((span) => new vscode.DocumentHighlight(toVsRange(document, span), Write)),
      ...found.references.map((span) => new vscode.DocumentHighlight(toVsRange(document, span), Read)),
    ]
  );
}

function prepareRename(
  document: vscode.TextDocument,
  position: vscode.Position,
): { readonly range: vscode.Range; readonly placeholder: string } {
  const found = renamableNetwork(document.getText(), 'dockercompose', document.offsetAt(position));
  if (!found) throw new Error('Here is no network to rename.');
  if (!found.ok) throw new Error(found.reason);
  return { range: toVsRange(document, found.network.span), placeholder: found.network.name };
}

function provideRenameEdits(
  document: vscode.TextDocument,
  position: vscode.Position,
  newName: string,
): vscode.WorkspaceEdit | undefined {
  const found = renameNetwork(document.getText(), 'dockercompose', document.offsetAt(position), newName);
  if (!found) return undefined;
  if (!found.ok) throw new Error(found.reason);
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, text } of found.edits)
    edit.replace(document.uri, toVsRange(document, { start, end }), text);
  return edit;
}

function toLocation(document: vscode.TextDocument, span: Span): vscode.Location {
  return new vscode.Location(document.uri, toVsRange(document, span));
}
