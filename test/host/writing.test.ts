import assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Marked {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
}

/** A document with the cursor at the `|` of the text. */
async function open(language: string, marked: string): Promise<Marked> {
  const offset = marked.indexOf('|');
  const content = marked.slice(0, offset) + marked.slice(offset + 1);
  const document = await vscode.workspace.openTextDocument({ language, content });
  return { document, position: document.positionAt(offset) };
}

async function completions(
  language: string,
  marked: string,
  trigger?: string,
): Promise<readonly vscode.CompletionItem[]> {
  const { document, position } = await open(language, marked);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
    trigger,
  );
  // The editor itself proposes the words of the document.
  return list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
}

const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

const file = `services:
  web:
    image: x
    networks: [front]
  api:
    image: x
    networks:
      front:
networks:
  fr|ont:
`;

/** Runs with a setting, and puts it back. */
async function withSetting(name: string, value: boolean, run: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration('portolan');
  await settings.update(name, value, vscode.ConfigurationTarget.Global);
  try {
    await run();
  } finally {
    await settings.update(name, undefined, vscode.ConfigurationTarget.Global);
  }
}

describe('while a file is written', () => {
  before(() => vscode.commands.executeCommand('portolan.useSampleEngine'));
  after(() => vscode.commands.executeCommand('portolan.useDockerEngine'));

  it('flags are proposed, with their meaning and what follows them', async () => {
    const found = await completions('shellscript', 'docker run --net| nginx', '-');
    const network = found.find((item) => labelOf(item) === '--network');
    assert.equal(network?.insertText, '--network ');
    assert.equal(network.detail, 'Network');
    assert.equal(network.command?.command, 'editor.action.triggerSuggest');
    const { range } = network;
    assert.ok(range);
    assert.equal(('replacing' in range ? range.replacing : range).start.character, 11);
    assert.deepEqual(await completions('shellscript', 'cp -|', '-'), []);
  });

  it('networks, ports and containers of the engine are proposed', async () => {
    const networks = await completions('shellscript', 'docker run --network | nginx', ' ');
    assert.ok(networks.some((item) => labelOf(item) === 'shop_front'));
    const ports = await completions('dockercompose', 'services:\n  a:\n    ports:\n      - |\n');
    const port = ports.find((item) => labelOf(item) === '8082:80');
    assert.equal(port?.insertText, '"8082:80"');
    const containers = await completions('shellscript', 'docker run --network container:| x', ':');
    assert.ok(containers.some((item) => labelOf(item) === 'container:api'));
  });

  it('nothing is proposed where that is switched off', () =>
    withSetting('completion.enabled', false, async () => {
      assert.deepEqual(await completions('shellscript', 'docker run --net| nginx', '-'), []);
    }));

  it('the form of a value is shown, with the part that is written', async () => {
    const { document, position } = await open('shellscript', 'docker run -p 8080:|80 nginx');
    const help = await vscode.commands.executeCommand<vscode.SignatureHelp | undefined>(
      'vscode.executeSignatureHelpProvider',
      document.uri,
      position,
      ':',
    );
    assert.equal(help?.signatures[0]?.label, '-p [host-ip:][host-port:]container-port[/protocol]');
    assert.equal(help.activeParameter, 2);
  });

  it('hints show what a port comes to, where they are switched on', async () => {
    const { document } = await open('shellscript', '|docker run --name my-nginx -p 80 nginx\n');
    const hints = async () => {
      const range = new vscode.Range(0, 0, document.lineCount, 0);
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        range,
      );
      return found.map(({ label, position }) => [label, position.character]);
    };
    assert.deepEqual(await hints(), []);
    await withSetting('inlayHints.enabled', true, async () => {
      assert.deepEqual(await hints(), [['→ 0.0.0.0:8081', 32]]);
    });
  });

  it('a network leads to its definition and to all who join it', async () => {
    const { document, position } = await open('dockercompose', file);
    const lines = (found: readonly (vscode.Location | vscode.LocationLink)[]) =>
      found.map((one) => ('targetRange' in one ? one.targetRange : one.range).start.line);
    const reference = new vscode.Position(3, 16);
    assert.deepEqual(
      lines(
        await vscode.commands.executeCommand('vscode.executeDefinitionProvider', document.uri, reference),
      ),
      [9],
    );
    assert.deepEqual(
      lines(await vscode.commands.executeCommand('vscode.executeReferenceProvider', document.uri, position)),
      [3, 7, 9],
    );
    const highlights = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      position,
    );
    assert.equal(highlights.length, 3);
  });

  it('a network gets another name everywhere in the file, or says why not', async () => {
    const { document, position } = await open('dockercompose', file);
    const rename = (name: string) =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        position,
        name,
      );
    assert.ok(await vscode.workspace.applyEdit(await rename('edge')));
    assert.equal(document.getText(), file.replace('|', '').replaceAll('front', 'edge'));
    await assert.rejects(async () => rename('a b'), /letters, digits, dots/);
  });

  it('a hover leads to the diagram by safe commands alone', async () => {
    const { document, position } = await open('shellscript', 'docker run --net shop_|front x');
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    const [words, links] = (hover?.contents ?? []) as vscode.MarkdownString[];
    assert.ok(!words?.isTrusted, 'the words run no commands');
    assert.match(
      links?.value ?? '',
      /^\[Show diagram\]\(command:portolan\.showNetworkDiagram\?%5B%22[0-9a-f]{64}%22%5D\) · \[Reveal in Networks\]\(command:portolan\.revealInNetworks\?[\w%-]+\)$/,
    );
  });
});
