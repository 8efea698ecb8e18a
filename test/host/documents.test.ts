import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The recorded network of that name. */
async function recorded(name: string): Promise<{ readonly Id: string; readonly Name: string }> {
  const extension = vscode.extensions.getExtension('portolan.portolan');
  assert.ok(extension);
  const file = vscode.Uri.joinPath(extension.extensionUri, 'media/sample/engine.json');
  const raw = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const { networks, containers } = JSON.parse(raw) as {
    networks: readonly { Id: string; Name: string }[];
    containers: readonly { Id: string; Names: readonly string[] }[];
  };
  const all = [...networks, ...containers.map(({ Id, Names }) => ({ Id, Name: Names[0]?.slice(1) ?? '' }))];
  const found = all.find(({ Name }) => Name === name);
  assert.ok(found, `no ${name} in the sample`);
  return found;
}

/** Waits for a state of the editors; fails by the time limit of the test. */
async function until(holds: () => boolean, event: vscode.Event<unknown>): Promise<void> {
  while (!holds()) {
    await new Promise<void>((resolve) => {
      const subscription = event(() => {
        subscription.dispose();
        resolve();
      });
    });
  }
}

function shown(): vscode.TextDocument | undefined {
  return vscode.window.activeTextEditor?.document;
}

const anyEditor: vscode.Event<unknown> = (listener) =>
  vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(listener),
    vscode.workspace.onDidOpenTextDocument(listener),
    vscode.workspace.onDidChangeTextDocument(listener),
  );

function tabLabels(): readonly string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}

describe('an object of the sample engine', () => {
  before(() => vscode.commands.executeCommand('portolan.useSampleEngine'));

  after(async () => {
    await vscode.commands.executeCommand('portolan.useDockerEngine');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('opens as a read-only document with the engine’s answer', async () => {
    const front = await recorded('shop_front');
    await vscode.commands.executeCommand('portolan.inspect', { kind: 'network', networkId: front.Id });
    await until(() => shown()?.languageId === 'jsonc', anyEditor);
    const document = shown();
    assert.equal(document?.uri.toString(), `portolan:/networks/${front.Id}/shop_front.json`);
    assert.equal((JSON.parse(document.getText()) as { Name: string }).Name, 'shop_front');
    assert.equal(vscode.workspace.fs.isWritableFileSystem('portolan'), false);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });

  it('opens one document for each of several rows', async () => {
    const [front, back] = [await recorded('shop_front'), await recorded('shop_back')];
    const rows = [front, back].map(({ Id }) => ({ kind: 'network', networkId: Id }));
    await vscode.commands.executeCommand('portolan.inspect', rows[0], rows);
    await until(
      () => ['shop_front.json', 'shop_back.json'].every((label) => tabLabels().includes(label)),
      vscode.window.tabGroups.onDidChangeTabs,
    );
  });

  it('says in its first line when it is gone, and is as it was when it is back', async () => {
    const front = await recorded('shop_front');
    await vscode.commands.executeCommand('portolan.inspect', { kind: 'network', networkId: front.Id });
    await until(() => shown()?.uri.path.endsWith('/shop_front.json') === true, anyEditor);
    const before = shown()?.getText() ?? '';
    await vscode.commands.executeCommand('portolan.useDockerEngine');
    await until(() => shown()?.getText().startsWith('// No Docker engine answers (') === true, anyEditor);
    assert.ok(shown()?.getText().endsWith(before));
    await vscode.commands.executeCommand('portolan.useSampleEngine');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await until(() => shown()?.getText() === before, anyEditor);
  });

  it('stays the one that was chosen when the setting of another changes', async () => {
    const settings = vscode.workspace.getConfiguration('portolan');
    await settings.update('host', 'unix:///nonexistent/docker.sock', vscode.ConfigurationTarget.Global);
    try {
      const { Id } = await recorded('docker_gwbridge');
      const uri = vscode.Uri.parse(`portolan:/networks/${Id}/docker_gwbridge.json`);
      const document = await vscode.workspace.openTextDocument(uri);
      assert.equal((JSON.parse(document.getText()) as { Name: string }).Name, 'docker_gwbridge');
    } finally {
      await settings.update('host', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('that is unknown is a document that says so', async () => {
    const uri = vscode.Uri.parse('portolan:/containers/0123456789ab/gone.json');
    const document = await vscode.workspace.openTextDocument(uri);
    assert.equal(document.getText(), '// This container is gone, or it belongs to another engine.\n');
    await assert.rejects(async () =>
      vscode.workspace.openTextDocument(vscode.Uri.parse('portolan:/else.json')),
    );
  });

  it('gives its name, id, subnets and command to the clipboard', async () => {
    const front = await recorded('shop_front');
    const row = { kind: 'network', networkId: front.Id };
    const copied = async (command: string, ...args: readonly unknown[]): Promise<string> => {
      await vscode.commands.executeCommand(command, ...args);
      return vscode.env.clipboard.readText();
    };
    assert.equal(await copied('portolan.copyName', row), 'shop_front');
    assert.equal(await copied('portolan.copyId', row), front.Id);
    assert.equal(await copied('portolan.copySubnet', row), '172.28.0.0/16');
    assert.match(
      await copied('portolan.copyCommand', row),
      /^docker network create .*--subnet 172\.28\.0\.0\/16.* shop_front$/,
    );
    const rows = [row, { kind: 'fact', parent: '', name: 'MAC', value: '02:42' }];
    assert.equal(await copied('portolan.copyName', row, rows), 'shop_front\n02:42');
    assert.equal(await copied('portolan.copyValue', rows[1]), '02:42');
  });
});

describe('a row of Container Tools', () => {
  before(() => vscode.commands.executeCommand('portolan.useSampleEngine'));

  after(async () => {
    await vscode.commands.executeCommand('portolan.useDockerEngine');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('opens the diagram of its network', async () => {
    const { Id } = await recorded('shop_back');
    await vscode.commands.executeCommand('portolan.showInPortolan', {
      networkId: Id,
      networkName: 'shop_back',
    });
    await until(() => tabLabels().includes('Network: shop_back'), vscode.window.tabGroups.onDidChangeTabs);
  });
});
