import * as vscode from 'vscode';
import { hoverAt, type Hover } from '../language';
import type { Topology } from '../model';
import { languageOf, selector } from './documentLanguage';
import { folderName } from './folderName';
import { hoverLinks } from './hoverLinks';
import { isWritable } from './longLine';
import { toVsRange } from './toVsRange';

export interface HoverOptions {
  /** What the engine knows, within a bounded time; undefined where it does not answer. */
  readonly facts: () => Promise<Topology | undefined>;
}

/** Explains network flags and keys under the mouse. The engine is asked only where there is something to explain. */
export function registerHover({ facts }: HoverOptions): vscode.Disposable {
  return vscode.languages.registerHoverProvider(selector, {
    async provideHover(document, position, token) {
      const ask = questionAt(document, position);
      const plain = ask?.();
      if (!ask || !plain) return undefined;
      const topology = await facts();
      if (token.isCancellationRequested) return undefined;
      return toVsHover(document, (topology && ask(topology)) ?? plain);
    },
  });
}

/** The text is taken once: while the engine is asked, somebody may type on. */
function questionAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): ((topology?: Topology) => Hover | undefined) | undefined {
  const enabled = vscode.workspace.getConfiguration('portolan', document).get<boolean>('hover.enabled', true);
  const languageId = languageOf(document);
  if (!enabled || languageId === undefined || !isWritable(document, position)) return undefined;
  const text = document.getText();
  const offset = document.offsetAt(position);
  const folder = folderName(document.uri);
  return (topology) => hoverAt(text, languageId, offset, topology && { topology, folder });
}

function toVsHover(document: vscode.TextDocument, hover: Hover): vscode.Hover {
  const { markdown, subject } = hover;
  const words = new vscode.MarkdownString(markdown);
  words.isTrusted = false;
  words.supportHtml = false;
  const contents = subject ? [words, hoverLinks(subject)] : [words];
  return new vscode.Hover(contents, toVsRange(document, hover));
}
