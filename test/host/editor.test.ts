import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The text of all hovers at the marked place of a document; `|` marks the place. */
async function hoverText(marked: string, language: string): Promise<string> {
  const offset = marked.indexOf('|');
  const content = marked.slice(0, offset) + marked.slice(offset + 1);
  const document = await vscode.workspace.openTextDocument({ language, content });
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(offset),
  );
  return hovers
    .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
    .join('\n');
}

async function diagnosticsOf(document: vscode.TextDocument): Promise<readonly vscode.Diagnostic[]> {
  const own = () =>
    vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'portolan');
  if (own().length > 0) {
    return own();
  }
  return new Promise((resolve) => {
    const subscription = vscode.languages.onDidChangeDiagnostics(() => {
      if (own().length > 0) {
        subscription.dispose();
        resolve(own());
      }
    });
  });
}

describe('the editor', () => {
  it('explains the three flags and the four keys', async () => {
    assert.match(
      await hoverText('FROM scratch\n# docker run -p 127.0.0.1:80|80:80 nginx\n', 'dockerfile'),
      /127\.0\.0\.1/,
    );
    assert.match(await hoverText('FROM scratch\nRUN docker run --net ho|st nginx\n', 'dockerfile'), /host/);
    assert.match(
      await hoverText('# docker run --link db:data|base nginx\nFROM scratch\n', 'dockerfile'),
      /database/,
    );
    const compose = (key: string) =>
      hoverText(`services:\n  web:\n    image: nginx\n${key}\n`, 'dockercompose');
    assert.match(await compose('    ports:\n      - "80|80:80"'), /8080/);
    assert.match(await compose('    network_mode: ho|st'), /host/);
    assert.match(await compose('    links:\n      - db:data|base'), /database/);
    assert.match(await compose('    networks:\n      - fr|ont'), /front/);
  });

  it('says nothing about flags of other programs, and nothing in a binary file', async () => {
    assert.equal(await hoverText('FROM scratch\nRUN mkdir -p /a|pp\n', 'dockerfile'), '');
    assert.equal(await hoverText('\u0000\u0001\u0002-p 80|80\u0000:80', 'dockerfile'), '');
  });

  it('is silent when it is switched off', async () => {
    const settings = vscode.workspace.getConfiguration('portolan');
    await settings.update('hover.enabled', false, vscode.ConfigurationTarget.Global);
    try {
      assert.equal(await hoverText('# docker run -p 80|80:80 nginx\n', 'dockerfile'), '');
    } finally {
      await settings.update('hover.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('marks a value that Docker refuses, where it stands', async () => {
    const content = 'services:\n  web:\n    image: nginx\n    ports:\n      - "127.0.0.1:80"\n';
    const document = await vscode.workspace.openTextDocument({ language: 'dockercompose', content });
    const [diagnostic] = await diagnosticsOf(document);
    assert.match(diagnostic?.message ?? '', /invalid hostPort: 127\.0\.0\.1/);
    assert.ok(
      content
        .slice(document.offsetAt(diagnostic?.range.start ?? new vscode.Position(0, 0)))
        .startsWith('127.0.0.1'),
    );
  });
});
