import assert from 'node:assert/strict';
import * as vscode from 'vscode';

function own(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'portolan');
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until the marks of a document are so; fails by the time limit of the test. */
async function marked(
  uri: vscode.Uri,
  holds: (diagnostics: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  while (!holds(own(uri))) {
    await new Promise<void>((resolve) => {
      const subscription = vscode.languages.onDidChangeDiagnostics(() => {
        subscription.dispose();
        resolve();
      });
    });
  }
  return own(uri);
}

async function open(content: string, language = 'dockercompose'): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

async function actionsAt(
  document: vscode.TextDocument,
  range: vscode.Range,
): Promise<readonly vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
  // Other extensions may have ideas of their own, and which diagnostic one is for does not come along.
  return actions.filter(
    ({ edit, command }) => edit !== undefined || command?.command === 'portolan.turnOffRule',
  );
}

async function apply({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit) assert.equal(await vscode.workspace.applyEdit(edit), true);
  if (command)
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

const compose = `services:
  web:
    image: nginx
    ports:
      - "127.0.0.1:80"
      - "8080:80"
    networks: [front]
  api:
    image: api
    ports: ["8080:3000"]
networks:
  front:
  spare:
`;

describe('diagnostics and quick fixes', () => {
  it('mark what is wrong, with the documentation and the other place', async () => {
    const document = await open(compose);
    const found = await marked(document.uri, (all) => all.length === 3);
    assert.deepEqual(
      found.map((one) => [codeOf(one), one.severity, document.getText(one.range)]),
      [
        ['publish.invalid', vscode.DiagnosticSeverity.Error, '127.0.0.1'],
        ['publish.twice', vscode.DiagnosticSeverity.Error, '8080:3000'],
        ['network.unused', vscode.DiagnosticSeverity.Hint, 'spare'],
      ],
    );
    const [invalid, twice, unused] = found;
    const code = invalid?.code;
    assert.ok(typeof code === 'object');
    assert.equal(code.target.authority, 'docs.docker.com');
    assert.deepEqual(
      twice?.relatedInformation?.map(({ location }) => document.getText(location.range)),
      ['8080:80'],
    );
    assert.deepEqual(unused?.tags, [vscode.DiagnosticTag.Unnecessary]);
  });

  it('mend it, and the mark goes', async () => {
    const document = await open(compose);
    const [invalid] = await marked(document.uri, (all) => all.length === 3);
    assert.ok(invalid);
    const actions = await actionsAt(document, invalid.range);
    assert.deepEqual(
      actions.map(({ title }) => title.replace(/ in this workspace$/, ' …')),
      [
        'Publish port 80 of 127.0.0.1',
        'Publish on a free port of 127.0.0.1',
        'Turn off the rule publish.invalid',
        ...(vscode.workspace.workspaceFolders ? ['Turn off the rule publish.invalid …'] : []),
      ],
    );
    const [first] = actions;
    assert.ok(first);
    assert.equal(first.isPreferred, true);
    await apply(first);
    assert.equal(document.getText(), compose.replace('"127.0.0.1:80"', '"127.0.0.1:80:80"'));
    await marked(document.uri, (all) => all.length === 2);
  });

  it('are silent about a rule that is turned off, and again about nothing', async () => {
    const document = await open('docker run --network host -p 80:80 nginx\n', 'shellscript');
    const [discarded] = await marked(document.uri, (all) => all.length === 1);
    assert.ok(discarded);
    assert.equal(codeOf(discarded), 'publish.discarded');
    const actions = await actionsAt(document, discarded.range);
    const off = actions.find(({ title }) => title === 'Turn off the rule publish.discarded');
    assert.ok(off);
    const settings = () => vscode.workspace.getConfiguration('portolan');
    try {
      await apply(off);
      assert.deepEqual(settings().inspect('rules')?.globalValue, { 'publish.discarded': 'off' });
      await marked(document.uri, (all) => all.length === 0);
    } finally {
      await settings().update('rules', undefined, vscode.ConfigurationTarget.Global);
    }
    await marked(document.uri, (all) => all.length === 1);
  });

  it('go when all of them are switched off, and follow what is typed', async () => {
    const document = await open('docker run -p 70000:80 nginx\n', 'shellscript');
    await marked(document.uri, (all) => all.length === 1);
    const settings = vscode.workspace.getConfiguration('portolan');
    try {
      await settings.update('diagnostics.enabled', false, vscode.ConfigurationTarget.Global);
      await marked(document.uri, (all) => all.length === 0);
    } finally {
      await settings.update('diagnostics.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
    await marked(document.uri, (all) => all.length === 1);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 14, 0, 19), '7000');
    await vscode.workspace.applyEdit(edit);
    await marked(document.uri, (all) => all.length === 0);
  });
});
