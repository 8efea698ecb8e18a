import * as vscode from 'vscode';
import type { HoverSubject } from '../language';

/** The commands that a click in a hover may run: they show something, and change nothing. */
const enabledCommands = ['portolan.showNetworkDiagram', 'portolan.revealInNetworks'];

/**
 * What a click in a hover can show of a live object. A text of its own, which holds nothing but ids of the engine: the words
 * of the hover, where names of files and engines stand, run no commands.
 */
export function hoverLinks(subject: HoverSubject): vscode.MarkdownString {
  const links =
    subject.kind === 'network'
      ? [
          link('Show diagram', 'portolan.showNetworkDiagram', subject.networkId),
          link('Reveal in Networks', 'portolan.revealInNetworks', subject),
        ]
      : [link('Reveal in Networks', 'portolan.revealInNetworks', { ...subject, networkId: '' })];
  const words = new vscode.MarkdownString(links.join(' · '));
  words.isTrusted = { enabledCommands };
  words.supportHtml = false;
  return words;
}

function link(title: string, command: string, argument: unknown): string {
  // Brackets, which would end the link, are not encoded otherwise.
  const query = encodeURIComponent(JSON.stringify([argument]))
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
  return `[${title}](command:${command}?${query})`;
}
