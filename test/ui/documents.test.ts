import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImages } from '../../scripts/testbed/image.mjs';
import { drawnLines } from './support/textEditor';
import { until } from './support/until';
import { openWorkbench, type Workbench } from './support/workbench';

const samples = resolve('samples');

describe('what can be done with one object of a real engine', function () {
  this.timeout(180_000);
  let engine: Engine;
  let workbench: Workbench;

  before(async () => {
    engine = await startEngine();
    await loadImages(engine, { 'nginx:1.27': 80, 'shop/api:2.3': 8080 });
    await engine.docker('network', 'create', '--subnet', '172.28.0.0/16', 'shop_front');
    await engine.docker('network', 'create', '--subnet', '172.29.0.0/16', 'shop_back');
    const onFront = ['--network', 'shop_front', '--hostname', 'harbour', '-p', '8080:80'];
    await engine.docker('run', '-d', '--name', 'web', ...onFront, 'nginx:1.27');
    await engine.docker('run', '-d', '--name', 'api', '--network', 'shop_back', 'shop/api:2.3');
    const settings = { 'terminal.integrated.gpuAcceleration': 'off' };
    workbench = await openWorkbench({ folder: samples, env: engine.env, theme: 'dark', settings });
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.openContainer('Portolan');
    await workbench.tree('Networks').untilRows((rows) => rows.some(({ label }) => label === 'web'));
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

  async function documentWith(passes: (text: string) => boolean): Promise<string> {
    let seen = '';
    return until('such a document', async () => {
      seen = (await drawnLines(workbench.page, '.editor-group-container.active .view-line')).join('\n');
      return passes(seen) ? seen : undefined;
    }).catch((problem: unknown) => {
      throw new Error(`${String(problem)}; there is:\n${seen}`);
    });
  }

  async function terminalWith(passes: (text: string) => boolean): Promise<string> {
    let seen = '';
    return until('such a terminal', async () => {
      seen = (await drawnLines(workbench.page, '.terminal-wrapper.active .xterm-rows > div')).join('\n');
      return passes(seen) ? seen : undefined;
    }).catch((problem: unknown) => {
      throw new Error(`${String(problem)}; there is:\n${seen}`);
    });
  }

  /** Takes an entry of the "Copy" menu of a row, and gives what is in the clipboard then. */
  async function copy(row: string, entry: string): Promise<string> {
    const { page } = workbench;
    await page.evaluate(`navigator.clipboard.writeText('')`);
    await workbench.tree('Networks').row(row).click({ button: 'right' });
    const items = page.locator('.context-view .action-menu-item');
    await items.filter({ hasText: /^Copy$/ }).hover();
    const item = items.filter({ hasText: entry });
    await item.waitFor();
    // A menu takes no click in its first tenth of a second.
    await until(`end of the menu after ${entry}`, async () => {
      await item.click({ timeout: 1000 }).catch(() => undefined);
      return (await item.isVisible()) ? undefined : true;
    });
    return clipboard();
  }

  function clipboard(): Promise<string> {
    return until('something in the clipboard', async () => {
      const text = await workbench.page.evaluate<string>('navigator.clipboard.readText()');
      return text === '' ? undefined : text;
    });
  }

  it('inspects a network in a document that follows the engine', async () => {
    await workbench.tree('Networks').menu('shop_front', 'Inspect');
    const text = await documentWith((seen) => seen.includes('"Name": "web"'));
    assert.ok(text.startsWith('{\n  "Name": "shop_front",'), text);
    assert.ok(!text.includes('"Name": "api"'), text);
    await engine.docker('network', 'connect', 'shop_front', 'api');
    await documentWith((seen) => seen.includes('"Name": "api"') && seen.includes('172.28.0.3/16'));
    await workbench.screenshot('inspect-dark');
  });

  it('shows the document again after a reload of the window, still following', async () => {
    await workbench.reload();
    await documentWith((seen) => seen.includes('"Name": "api"'));
    await engine.docker('network', 'disconnect', 'shop_front', 'api');
    await documentWith((seen) => seen.includes('"Name": "web"') && !seen.includes('"Name": "api"'));
  });

  it('inspects what is picked from the palette', async () => {
    await workbench.run('Portolan: Inspect');
    await workbench.pick('api', 'api');
    await documentWith((seen) => seen.includes('"Path": "httpd"'));
  });

  it('says that a network is gone, and keeps its last content', async () => {
    await engine.docker('network', 'create', '--subnet', '172.30.0.0/16', 'short');
    await workbench.openContainer('Portolan');
    await workbench.tree('Networks').menu('short', 'Inspect');
    await documentWith((seen) => seen.includes('"Name": "short"'));
    await engine.docker('network', 'rm', 'short');
    const text = await documentWith((seen) => seen.startsWith('// '));
    assert.match(
      text,
      /^\/\/ This network is gone, or it belongs to another engine\. This is how it was at /,
    );
    assert.match(text, /\n {2}"Name": "short",\n/);
    await workbench.screenshot('inspect-gone-dark');
  });

  it('copies name, address, subnet and command from the context menu', async () => {
    assert.equal(await copy('shop_front', 'Copy Name'), 'shop_front');
    assert.equal(await copy('shop_front', 'Copy Subnet'), '172.28.0.0/16');
    assert.equal(await copy('web', 'Copy Address'), '172.28.0.2');
    assert.equal(await copy('web', 'Copy docker Command'), 'docker network connect shop_front web');
    const command = await copy('shop_back', 'Copy docker Command');
    assert.equal(command, 'docker network create --driver bridge --subnet 172.29.0.0/16 shop_back');
    await workbench.page.locator('.statusbar-item', { hasText: 'Copied docker network create' }).waitFor();
    // What was copied is a command that the engine takes, and makes the same network with.
    const before = await engine.docker(
      'network',
      'inspect',
      '-f',
      '{{json .IPAM}} {{json .Options}}',
      'shop_back',
    );
    await engine.docker('rm', '-f', 'api');
    await engine.docker('network', 'rm', 'shop_back');
    await engine.docker(...command.split(' ').slice(1));
    assert.equal(
      await engine.docker('network', 'inspect', '-f', '{{json .IPAM}} {{json .Options}}', 'shop_back'),
      before,
    );
    // Rows move until the view has seen all of that.
    await workbench.tree('Networks').untilRows((rows) => {
      const back = rows.find(({ label }) => label === 'shop_back');
      return back !== undefined && !rows.some(({ label }) => label === 'api');
    });
  });

  it('copies the names of the selected rows at a key press', async () => {
    const { page } = workbench;
    const networks = workbench.tree('Networks');
    // A click on a network would also fold it.
    await networks.row('web').click();
    await networks.row('shop_front').click({ modifiers: ['Control'] });
    await page.evaluate(`navigator.clipboard.writeText('')`);
    await page.keyboard.press('Control+C');
    assert.deepEqual((await clipboard()).split('\n').sort(), ['shop_front', 'web']);
    // The menu of one row, from here on: of several it has only what all of them have.
    await networks.row('none').click();
  });

  it('opens a published port in the browser', async () => {
    const opened = workbench.page.context().waitForEvent('page');
    await workbench.tree('Networks').menu('web', 'Open in Browser');
    const page = await opened;
    const url = page.url();
    await page.close();
    await workbench.page.bringToFront();
    // This server has the browser come to a port of its machine through itself.
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+\/proxy\/8080\/$/);
  });

  it('opens a shell in a container', async () => {
    await workbench.tree('Networks').menu('web', 'Open Shell');
    await terminalWith((seen) => /^\/ # /m.test(seen));
    await workbench.page.keyboard.type('hostname; echo é한🚢; stty size\n');
    const text = await terminalWith((seen) => /^harbour *$/m.test(seen) && /^\d+ \d+ *$/m.test(seen));
    assert.match(text, /é한🚢/);
    assert.doesNotMatch(text, /^24 80 *$/m);
    await workbench.screenshot('shell-dark');
    await workbench.page.keyboard.type('exit\n');
    await workbench.page.locator('.terminal-wrapper.active').waitFor({ state: 'detached' });
  });

  it('follows the log of a container, and says when it stops', async () => {
    const script =
      'echo started; echo "\u001b[31mred\u001b[0m" >&2; while [ ! -e /tmp/go ]; do usleep 10000; done; echo late; exit 3';
    await engine.docker(
      'run',
      '-d',
      '--name',
      'job',
      '--network',
      'shop_front',
      'nginx:1.27',
      'sh',
      '-c',
      script,
    );
    // A row moves up when its container runs.
    await workbench
      .tree('Networks')
      .untilRows((rows) =>
        rows.some(({ label, description }) => label === 'job' && description.includes('running')),
      );
    await workbench.tree('Networks').menu('job', 'Show Logs');
    await terminalWith((seen) => seen.includes('started') && seen.includes('red'));
    await engine.docker('exec', 'job', 'touch', '/tmp/go');
    await terminalWith(
      (seen) => /^late *$/m.test(seen) && seen.includes('The container stopped with exit code 3.'),
    );
    await workbench.screenshot('logs-dark');
    await workbench.page.locator('.terminal-wrapper.active').click();
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.terminal-wrapper.active').waitFor({ state: 'detached' });
  });

  it('has thrown nothing', () => {
    assert.deepEqual(workbench.complaints, []);
  });
});
