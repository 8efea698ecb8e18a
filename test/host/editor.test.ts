import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Portolan's hover at the marked place: what it covers and its first line. `|` marks the place. */
async function hoverAt(
  marked: string,
  language: string,
): Promise<readonly [covered: string, title: string] | undefined> {
  const offset = marked.indexOf('|');
  const content = marked.slice(0, offset) + marked.slice(offset + 1);
  const document = await vscode.workspace.openTextDocument({ language, content });
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(offset),
  );
  const [hover, ...others] = hovers;
  assert.deepEqual(others, []);
  const [contents] = hover?.contents ?? [];
  return contents instanceof vscode.MarkdownString
    ? [document.getText(hover?.range), contents.value.split('\n')[0] ?? '']
    : undefined;
}

/** The same in a file of that name, whose language is for the editor to find. */
async function hoverInFile(
  path: string,
  marked: string,
): Promise<readonly [covered: string, title: string] | undefined> {
  const uri = vscode.Uri.joinPath(scratch(), path);
  const offset = marked.indexOf('|');
  const content = marked.slice(0, offset) + marked.slice(offset + 1);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  const document = await vscode.workspace.openTextDocument(uri);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    document.positionAt(offset),
  );
  // JSON files have hovers of their schemas too.
  for (const { contents, range } of hovers) {
    const [first] = contents;
    const title = first instanceof vscode.MarkdownString ? (first.value.split('\n')[0] ?? '') : '';
    if (title.startsWith('**')) return [document.getText(range), title];
  }
  return undefined;
}

/** A folder for files that a test writes. */
function scratch(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'no workspace');
  return vscode.Uri.joinPath(folder.uri, 'kinds-of-files');
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
  it('explains the three flags in comments and RUN lines of a Dockerfile', async () => {
    assert.deepEqual(
      await hoverAt('FROM scratch\n# docker run -p 127.0.0.1:80|80:80 nginx\n', 'dockerfile'),
      ['-p 127.0.0.1:8080:80', '**Publish a port** · `-p 127.0.0.1:8080:80`'],
    );
    assert.deepEqual(await hoverAt('FROM scratch\nRUN docker run --net ho|st nginx\n', 'dockerfile'), [
      '--net host',
      '**Network** · `--net host`',
    ]);
    assert.deepEqual(await hoverAt('# docker run --link db:data|base nginx\nFROM scratch\n', 'dockerfile'), [
      '--link db:database',
      '**Link (legacy)** · `--link db:database`',
    ]);
  });

  it('explains the four keys of a compose file', async () => {
    const inService = (lines: string) =>
      hoverAt(`services:\n  web:\n    image: nginx\n${lines}\n`, 'dockercompose');
    assert.deepEqual(await inService('    ports:\n      - "80|80:80"'), [
      '8080:80',
      '**Publish a port** · `ports: 8080:80`',
    ]);
    assert.deepEqual(await inService('    network_mode: ho|st'), [
      'network_mode: host',
      '**Network** · `network_mode: host`',
    ]);
    assert.deepEqual(await inService('    links:\n      - db:data|base'), [
      'db:database',
      '**Link (legacy)** · `links: db:database`',
    ]);
    assert.deepEqual(await inService('    networks:\n      - fr|ont'), [
      'front',
      '**Network** · `networks: front`',
    ]);
  });

  const port = (covered: string, value = '8080:80') => [covered, `**Publish a port** · \`-p ${value}\``];
  const kinds: readonly (readonly [path: string, marked: string, expected: readonly string[]])[] = [
    ['Makefile', 'up:\n\t@docker run -p 80|80:80 nginx\n', port('-p 8080:80')],
    [
      '.github/workflows/test.yml',
      'jobs:\n  a:\n    steps:\n      - run: >\n          docker run -p 80|80:80 nginx\n',
      port('-p 8080:80'),
    ],
    ['.gitlab-ci.yml', 'a:\n  script:\n    - docker run -p 80|80:80 nginx\n', port('-p 8080:80')],
    [
      '.devcontainer/devcontainer.json',
      '{\n  // ports\n  "runArgs": ["-p", "80|80:80"]\n}\n',
      port('-p", "8080:80'),
    ],
    ['package.json', '{ "scripts": { "db": "docker run -p 80|80:80 nginx" } }\n', port('-p 8080:80')],
    ['run.ps1', 'docker run `\n  -p 80|80:80 nginx\n', port('-p 8080:80')],
    ['run.bat', 'docker run ^\r\n  -p %PORT%:8|0 nginx\r\n', port('-p %PORT%:80', '%PORT%:80')],
    [
      'Containerfile',
      'FROM scratch\nRUN --network=no|ne true\n',
      ['--network=none', '**Network** · `RUN --network=none`'],
    ],
    [
      'compose.yaml',
      'services:\n  web:\n    network_mode: ho|st\n',
      ['network_mode: host', '**Network** · `network_mode: host`'],
    ],
  ];
  for (const [path, marked, expected] of kinds)
    it(`explains in ${path}`, async () => {
      assert.deepEqual(await hoverInFile(path, marked), expected);
    });

  it('says nothing in files that are none of those', async () => {
    assert.equal(await hoverInFile('settings.json', '{ "a": "docker run -p 80|80:80 nginx" }\n'), undefined);
    assert.equal(await hoverInFile('deployment.yaml', 'run: docker run -p 80|80:80 nginx\n'), undefined);
  });

  after(() => vscode.workspace.fs.delete(scratch(), { recursive: true }));

  it('says nothing about flags of other programs, and nothing in a binary file', async () => {
    assert.equal(await hoverAt('FROM scratch\nRUN mkdir -p /a|pp\n', 'dockerfile'), undefined);
    assert.equal(await hoverAt('\u0000\u0001\u0002-p 80|80\u0000:80', 'dockerfile'), undefined);
  });

  it('is silent when it is switched off', async () => {
    const settings = vscode.workspace.getConfiguration('portolan');
    await settings.update('hover.enabled', false, vscode.ConfigurationTarget.Global);
    try {
      assert.equal(await hoverAt('# docker run -p 80|80:80 nginx\n', 'dockerfile'), undefined);
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
