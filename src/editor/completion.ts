import * as vscode from 'vscode';
import { completerAt, type Completer, type Completion, type CompletionKind } from '../language';
import type { Topology } from '../model';
import { languageOf, selector } from './documentLanguage';
import { folderName } from './folderName';
import { isWritable } from './longLine';

export interface CompletionOptions {
  /** What the engine knows, within a bounded time; undefined where it does not answer. */
  readonly facts: () => Promise<Topology | undefined>;
}

/** What is written before there is something to propose: dashes of flags, and what parts values. */
const triggers = ['-', ' ', '=', ':', '/', ',', '"', "'", '['];

const { CompletionItemKind: Kind } = vscode;
const kinds: Readonly<Record<CompletionKind, vscode.CompletionItemKind>> = {
  flag: Kind.Property,
  key: Kind.Property,
  network: Kind.Interface,
  driver: Kind.Module,
  container: Kind.Variable,
  service: Kind.Class,
  port: Kind.Value,
  address: Kind.Value,
  word: Kind.EnumMember,
};

/** Extensions that propose the keys of compose files by their schema. */
const schemaReaders = [
  'docker.docker',
  'redhat.vscode-yaml',
  'ms-azuretools.vscode-docker',
  'ms-azuretools.vscode-containers',
];

/** Proposes flags, keys and values while they are written. The engine is asked only where there is something to propose. */
export function registerCompletion({ facts }: CompletionOptions): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    selector,
    {
      async provideCompletionItems(document, position, token, { triggerKind }) {
        const asked = triggerKind === vscode.CompletionTriggerKind.Invoke;
        const complete = questionAt(document, position, asked);
        if (!complete) return undefined;
        const toVs = placer(document, position);
        const topology = await facts();
        return token.isCancellationRequested ? undefined : toVs(complete(topology));
      },
    },
    ...triggers,
  );
}

function questionAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  asked: boolean,
): Completer | undefined {
  const enabled = vscode.workspace
    .getConfiguration('portolan', document)
    .get<boolean>('completion.enabled', true);
  const languageId = languageOf(document);
  if (!enabled || languageId === undefined || !isWritable(document, position)) return undefined;
  const schemaKeys = schemaReaders.every((id) => vscode.extensions.getExtension(id) === undefined);
  const folder = folderName(document.uri);
  return completerAt(document.getText(), languageId, document.offsetAt(position), {
    folder,
    schemaKeys,
    asked,
  });
}

/** Positions are those of the text as it was asked about: while the engine answers, somebody may type on. */
function placer(
  document: vscode.TextDocument,
  position: vscode.Position,
): (completions: readonly Completion[]) => vscode.CompletionList {
  const offset = document.offsetAt(position);
  // A flag or value stands on one line.
  const range = ({ start, end }: Completion) => ({
    inserting: new vscode.Range(position.translate(0, start - offset), position),
    replacing: new vscode.Range(position.translate(0, start - offset), position.translate(0, end - offset)),
  });
  return (completions) => {
    const items = completions.map((completion, index) => toVsItem(completion, range(completion), index));
    // Ports are proposed for what is typed: with more of it there are others.
    return new vscode.CompletionList(
      items,
      completions.some(({ kind }) => kind === 'port'),
    );
  };
}

function toVsItem(
  completion: Completion,
  range: { readonly inserting: vscode.Range; readonly replacing: vscode.Range },
  index: number,
): vscode.CompletionItem {
  const { label, kind, insert, snippet, detail, documentation, more } = completion;
  const item = new vscode.CompletionItem(label, kinds[kind]);
  item.range = range;
  const written = insert ?? label;
  item.insertText = snippet ? new vscode.SnippetString(written) : written;
  item.sortText = String(index).padStart(4, '0');
  if (detail !== undefined) item.detail = detail;
  if (documentation !== undefined) item.documentation = new vscode.MarkdownString(documentation);
  if (more) item.command = { command: 'editor.action.triggerSuggest', title: 'Propose what follows' };
  return item;
}
