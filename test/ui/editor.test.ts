import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImages } from '../../scripts/testbed/image.mjs';
import { openWorkbench, type Workbench } from './support/workbench';

const compose = `services:
  web:
    image: nginx:1.27
    ports:
      - "127.0.0.1:80"
    networks: [front]
  api:
    image: shop/api:2.3
    ports:
      - "8080:80"
    networks:
      - front
      - back

networks:
  front:
    ipam:
      config:
        - subnet: 172.28.0.0/16
`;

const files = {
  'compose.yaml': compose,
  Makefile: 'up:\n\t@docker run -d \\\n\t  --network shop_front -p 8080:80 nginx:1.27\n',
  'run.sh': `#!/bin/sh
docker network create -o com.docker.network.bridge.name=docker0 harbour
docker run -d
exit
`,
  'ci/.gitlab-ci.yml': 'test:\n  script:\n    - docker run --rm --network host nginx:1.27\n',
  '.devcontainer/devcontainer.json':
    '{\n  // Beside the shop.\n  "runArgs": ["--network", "shop_front", "-p", "9090:80"]\n}\n',
};

describe('the editor of a real workbench', function () {
  this.timeout(180_000);
  let folder: string;
  let engine: Engine;
  let workbench: Workbench;

  before(async () => {
    const parent = mkdtempSync(join(tmpdir(), 'portolan-editor-'));
    folder = join(parent, 'shop');
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    engine = await startEngine();
    await loadImages(engine, { 'nginx:1.27': 80 });
    await engine.docker('network', 'create', '--subnet', '172.28.0.0/16', 'shop_front');
    await engine.docker(
      'run',
      '-d',
      '--name',
      'web',
      '--network',
      'shop_front',
      '-p',
      '8080:80',
      'nginx:1.27',
    );
    const settings = { 'files.autoSave': 'off' };
    workbench = await openWorkbench({ folder, env: engine.env, theme: 'dark', settings });
    await workbench.openContainer('Portolan');
    await workbench.tree('Networks').untilRows((rows) => rows.some(({ label }) => label === 'web'));
  });

  after(async () => {
    await workbench.close();
    await engine.stop();
    rmSync(join(folder, '..'), { recursive: true });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await workbench.screenshot(`failed-${this.currentTest.title.slice(0, 40).replaceAll(/\W+/g, '-')}`);
    }
  });

  it('underlines what docker refuses and what is taken, and says why', async () => {
    const { editor } = workbench;
    await editor.open('compose.yaml');
    await editor.untilUnderlined('error', 2);
    await editor.untilUnderlined('warning', 1);
    assert.match(
      await editor.hover('compose.yaml', { line: '"127.0.0.1:80"', word: '127.0.0.1' }),
      /invalid hostPort: 127\.0\.0\.1/,
    );
    await workbench.screenshot('findings-dark');
    assert.match(await editor.hover('compose.yaml', { line: '"8080:80"', word: '8080' }), /taken by web/);
  });

  it('mends a port, and takes the fix back', async () => {
    const { editor, page } = workbench;
    await editor.goTo('compose.yaml', { line: '"127.0.0.1:80"', word: '127.0.0.1' });
    assert.deepEqual(await editor.fixes(), [
      'Publish port 80 of 127.0.0.1',
      'Publish on a free port of 127.0.0.1',
      'Turn off the rule publish.invalid',
      'Turn off the rule publish.invalid in this workspace',
    ]);
    await workbench.screenshot('fixes-dark');
    await editor.takeFix('Publish on a free port of 127.0.0.1');
    await editor.untilLine('      - "127.0.0.1::80"');
    await editor.untilUnderlined('error', 1);
    await page.keyboard.press('Control+Z');
    await editor.untilLine('      - "127.0.0.1:80"');
    await editor.untilUnderlined('error', 2);
    await page.keyboard.press('Control+Y');
    await editor.untilUnderlined('error', 1);
  });

  it('defines a network that is not there, and takes another port for one that is taken', async () => {
    const { editor } = workbench;
    await editor.goTo('compose.yaml', { line: '- back', word: 'back' });
    await editor.fixes();
    await editor.takeFix('Define the network back');
    await editor.untilLine('  back:');
    await editor.untilUnderlined('error', 0);
    await editor.goTo('compose.yaml', { line: '"8080:80"', word: '8080' });
    await editor.fixes();
    await editor.takeFix('Publish on port 8081');
    await editor.untilLine('      - "8081:80"');
    await editor.untilUnderlined('warning', 0);
  });

  it('is silent about a rule that a person turns off', async () => {
    const { editor } = workbench;
    await editor.open('run.sh');
    await editor.goToEnd('run.sh', 'docker network create');
    await editor.untilUnderlined('error', 1);
    await editor.fixes();
    await editor.takeFix('Turn off the rule network.docker0 in this workspace');
    await editor.untilUnderlined('error', 0);
    const settings = readFileSync(join(folder, '.vscode/settings.json'), 'utf8');
    assert.deepEqual(JSON.parse(settings), { 'portolan.rules': { 'network.docker0': 'off' } });
  });

  it('goes to the definition of a network, and renames it everywhere in the file', async () => {
    const { editor, page } = workbench;
    await editor.goTo('compose.yaml', { line: '      - front', word: 'front' });
    await page.keyboard.press('F12');
    await page
      .locator('#status\\.editor\\.selection')
      .getByText(/^Ln 16, Col 3/)
      .waitFor();
    await page.keyboard.press('F2');
    await page.locator('.rename-box input').fill('edge');
    await page.keyboard.press('Enter');
    await editor.untilLine('    networks: [edge]');
    await editor.untilLine('      - edge');
    await editor.untilLine('  edge:');
    await workbench.screenshot('renamed-dark');
  });

  it('proposes the networks of the engine, and the form of a port, while a command is written', async () => {
    const { editor, page } = workbench;
    await editor.goToEnd('run.sh', 'docker run -d');
    await page.keyboard.type(' --network sh');
    await editor.untilSuggested('shop_front');
    await workbench.screenshot('suggestions-dark');
    await page.keyboard.press('Enter');
    await page.keyboard.type(' -p 127.0.0.1:');
    await page.keyboard.press('Control+Shift+Space');
    await page
      .locator('.parameter-hints-widget.visible')
      .getByText('-p [host-ip:][host-port:]container-port[/protocol]')
      .waitFor();
    await workbench.screenshot('signature-dark');
    await page.keyboard.press('Escape');
    await page.keyboard.type('8080:80 nginx:1.27');
    await editor.untilLine('docker run -d --network shop_front -p 127.0.0.1:8080:80 nginx:1.27');
  });

  it('explains flags in a Makefile, a pipeline and a dev container', async () => {
    const { editor } = workbench;
    const net = { line: '--network shop_front', word: 'shop_front' };
    assert.match(await editor.hover('Makefile', net), /172\.28\.0\.0\/16/);
    await workbench.screenshot('hover-makefile-dark');
    const host = { line: '--network host', word: 'host' };
    assert.match(await editor.hover('ci/.gitlab-ci.yml', host), /^Network/);
    const inJson = { line: '"shop_front"', word: 'shop_front' };
    assert.match(await editor.hover('.devcontainer/devcontainer.json', inJson), /172\.28\.0\.0\/16/);
    await workbench.screenshot('hover-devcontainer-dark');
  });

  it('shows behind a port where it is published, if that is wished for', async () => {
    const settings = { 'portolan.rules': {}, 'portolan.inlayHints.enabled': true };
    writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
    const { editor } = workbench;
    await editor.open('.devcontainer/devcontainer.json');
    await editor.untilLine('  "runArgs": ["--network", "shop_front", "-p", "9090:80"on all addresses]');
    await workbench.screenshot('inlay-dark');
  });

  it('has thrown nothing', () => {
    assert.deepEqual(workbench.complaints, []);
  });
});
