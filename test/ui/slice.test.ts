import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImages } from '../../scripts/testbed/image.mjs';
import { outline } from './support/treeView';
import { until } from './support/until';
import { openWorkbench, type Theme, type Workbench } from './support/workbench';

const samples = resolve('samples');
const boxes = '.picture [role=treeitem]';

describe('the workbench with a real engine', function () {
  this.timeout(180_000);
  let engine: Engine;
  let workbench: Workbench;

  before(async () => {
    engine = await startEngine();
    await loadImages(engine, { 'nginx:1.27': 80, 'shop/api:2.3': 8080 });
    workbench = await openWorkbench({ folder: samples, env: engine.env, theme: 'dark' });
    await workbench.openContainer('Portolan');
    await workbench.tree('Networks').untilRows((rows) => rows.some(({ label }) => label === 'none'));
  });

  after(async () => {
    await workbench.close();
    await engine.stop();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await workbench.screenshot(`failed-${this.currentTest.title.slice(0, 40).replaceAll(/\W+/g, '-')}`);
    }
  });

  /** Text of the diagram, once it has all of these words. */
  async function diagramWith(...words: readonly string[]): Promise<string> {
    const frame = await workbench.webview(boxes);
    // What is out of sight has no elements.
    await frame.getByRole('button', { name: 'Zoom to fit' }).click();
    return until(`a diagram with ${words.join(', ')}`, async () => {
      const text = (await frame.locator('.picture').textContent()) ?? '';
      return words.every((word) => text.includes(word)) ? text : undefined;
    });
  }

  async function inBothThemes(name: string): Promise<void> {
    for (const theme of ['light', 'dark'] satisfies Theme[]) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`${name}-${theme}`);
    }
  }

  it('shows a network and a container within a second of the CLI', async () => {
    const networks = workbench.tree('Networks');
    await engine.docker('network', 'create', '--subnet', '172.28.0.0/16', 'shop_front');
    const rows = await networks.untilRows((seen) => seen.some(({ label }) => label === 'shop_front'), 1000);
    const network = rows.find(({ label }) => label === 'shop_front');
    assert.equal(network?.description, 'bridge · 172.28.0.0/16');
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
    await networks.untilRows(
      (seen) => seen.some(({ description }) => description === '172.28.0.2 · running · 8080→80'),
      1000,
    );
  });

  it('shows the drivers, and which of them this engine has', async () => {
    await engine.docker('run', '-d', '--name', 'my-nginx', '-p', '8081:80', 'nginx:1.27');
    await engine.docker('run', '-d', '--name', 'linked', '--link', 'my-nginx:nginx', 'nginx:1.27');
    await workbench.tree('Drivers').open();
    const rows = await workbench.tree('Drivers').untilRows((seen) => seen.length >= 6);
    assert.deepEqual(
      rows.slice(0, 3).map(({ label, description }) => `${label}: ${description}`),
      [
        'Bridge: on this engine, 2 networks',
        'Host: on this engine, 1 network',
        'None: on this engine, 1 network',
      ],
    );
  });

  it('draws the network with the container, its address and its published port', async () => {
    await engine.docker(
      'run',
      '-d',
      '--name',
      'api',
      '--network',
      'shop_front',
      '-p',
      '127.0.0.1:9090:8080',
      'shop/api:2.3',
    );
    await workbench.tree('Networks').menu('shop_front', 'Show Network Diagram');
    await diagramWith(
      'shop_front',
      'web',
      '172.28.0.2',
      '8080',
      '172.28.0.1',
      'api',
      '172.28.0.3',
      '127.0.0.1:9090',
    );
    await inBothThemes('network');
  });

  it('draws what changes while the diagram is open', async () => {
    await engine.docker('run', '-d', '--name', 'late', '--network', 'shop_front', 'nginx:1.27');
    await diagramWith('late', '172.28.0.4');
    await engine.docker('rm', '-f', 'late');
    const frame = await workbench.webview(boxes);
    await until('a diagram without late', async () =>
      ((await frame.locator('.picture').textContent()) ?? '').includes('late') ? undefined : true,
    );
  });

  it('draws the whole topology from the palette', async () => {
    await workbench.run('Portolan: Show Topology');
    await diagramWith('shop_front', 'web', 'api', 'my-nginx', 'linked');
    await inBothThemes('topology');
  });

  it('explains a published port in a compose file, with who has it', async () => {
    const place = { line: '"8080:80"', word: '8080' };
    const text = await workbench.editor.hover('compose.yaml', place);
    assert.match(text, /8080\/tcp is taken by web on all addresses\./);
    await workbench.screenshot('hover-ports-dark');
    await workbench.setTheme('light');
    await workbench.editor.hover('compose.yaml', place);
    await workbench.screenshot('hover-ports-light');
    await workbench.setTheme('dark');
  });

  it('explains --net in a comment of a compose file, with the network’s members', async () => {
    const text = await workbench.editor.hover('compose.yaml', {
      line: '--net shop_front',
      word: 'shop_front',
    });
    assert.match(text, /172\.28\.0\.0\/16/);
    assert.match(text, /172\.28\.0\.2/);
    await workbench.screenshot('hover-net-dark');
  });

  it('explains --link in a comment of a Dockerfile, with the target’s address', async () => {
    const text = await workbench.editor.hover('Dockerfile', {
      line: '--link my-nginx:nginx',
      word: 'my-nginx:nginx',
    });
    assert.match(text, /172\.17\.0\.2/);
    await workbench.screenshot('hover-link-dark');
  });

  it('has thrown nothing, and its pages were refused nothing', () => {
    assert.deepEqual(workbench.complaints, []);
  });

  it('keeps the last picture, marked as old, when the engine dies, and recovers when it is back', async () => {
    await workbench.openContainer('Portolan');
    await engine.kill();
    const message = workbench.page.locator('.part.sidebar .tree-explorer-viewlet-tree-view .message');
    await message.getByText('This is the picture of').waitFor();
    await workbench.screenshot('engine-lost-dark');
    await engine.restart();
    await message.getByText('This is the picture of').waitFor({ state: 'hidden', timeout: 30_000 });
  });
});

describe('the workbench without an engine', function () {
  this.timeout(120_000);
  let workbench: Workbench;
  const offers = [
    'Try Again',
    'Select Docker Endpoint…',
    'Open the Sample Engine',
    'What the Engine Said',
    'Settings',
  ];

  before(async () => {
    const env = { DOCKER_HOST: 'unix:///nonexistent/docker.sock' };
    workbench = await openWorkbench({ folder: samples, env, theme: 'dark' });
    await workbench.openContainer('Portolan');
  });

  after(() => workbench.close());

  it('says so and offers the sample engine, which fills the tree and the diagrams', async () => {
    const tree = workbench.tree('Networks');
    await tree.untilRows((seen) => seen.length > 0);
    const messages = workbench.page.locator('.part.sidebar .tree-explorer-viewlet-tree-view .message');
    const problem = messages.filter({ hasText: 'No Docker engine answers' });
    assert.equal(
      await problem.innerText(),
      'No Docker engine answers (connect ENOENT /nonexistent/docker.sock). Start Docker, select another endpoint, or look at the sample engine: a recorded picture with every kind of network.',
    );
    assert.deepEqual(outline(await tree.rows()), offers);
    await workbench.screenshot('no-engine-dark');
    await workbench.setTheme('light');
    await workbench.screenshot('no-engine-light');
    await workbench.setTheme('dark');
    await tree.row('Open the Sample Engine').click();
    const rows = await tree.untilRows((seen) => seen.some(({ label }) => label === 'shop_back'));
    await problem.waitFor({ state: 'detached' });
    await messages.getByText('The sample engine: a recorded picture, not your Docker.').waitFor();
    await workbench.screenshot('sample-engine-dark');
    assert.deepEqual(
      outline(rows).filter((row) => offers.includes(row)),
      [],
    );
    assert.equal(
      rows.find(({ label }) => label === 'shop_back')?.description,
      'bridge · internal · 172.29.0.0/16 · 5 containers',
    );
    await workbench.run('Portolan: Show Topology');
    const frame = await workbench.webview(boxes);
    await frame.locator('.picture text', { hasText: 'shop_back' }).first().waitFor();
    await workbench.screenshot('sample-topology-dark');
    await workbench.setTheme('light');
    await workbench.screenshot('sample-topology-light');
  });

  it('still shows the sample engine after a reload of the window', async () => {
    await workbench.reload();
    const frame = await workbench.webview(boxes);
    await frame.locator('.picture text', { hasText: 'shop_back' }).first().waitFor();
  });

  it('offers the same when the sample is left, and the keyboard does it', async () => {
    const tree = workbench.tree('Networks');
    await workbench.openContainer('Portolan');
    await workbench.run('Portolan: Leave the Sample Engine');
    await tree.untilRows((seen) => isDeepStrictEqual(outline(seen), offers));
    await workbench.run('Portolan: Focus on Networks View');
    for (const key of ['Home', 'End', 'Enter']) {
      await workbench.page.keyboard.press(key);
    }
    await workbench.page.locator('.settings-editor').waitFor();
  });
});
