import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImages } from '../../scripts/testbed/image.mjs';
import { DiagramView, notificationWith } from './support/diagramView';
import { until } from './support/until';
import { openWorkbench, type Workbench } from './support/workbench';

describe('a diagram and the engine behind it', function () {
  this.timeout(120_000);
  let engine: Engine;
  let workbench: Workbench;

  before(async () => {
    engine = await startEngine();
    await loadImages(engine, { 'nginx:1.27': 80 });
    await engine.docker('network', 'create', '--subnet', '172.28.0.0/16', 'front');
    await engine.docker('network', 'create', '--subnet', '172.29.0.0/16', 'back');
    await engine.docker('run', '-d', '--name', 'web', '--network', 'front', '-p', '8080:80', 'nginx:1.27');
    await engine.docker('run', '-d', '--name', 'db', '--network', 'back', 'nginx:1.27');
    workbench = await openWorkbench({ folder: resolve('samples'), env: engine.env, theme: 'dark' });
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.run('Portolan: Show Topology');
  });

  after(async () => {
    await workbench.close();
    await engine.stop();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      const name = this.currentTest.title.slice(0, 40).replaceAll(/\W+/g, '-');
      await workbench.screenshot(`failed-actions-${name}`);
    }
  });

  const topology = (): Promise<DiagramView> => DiagramView.of(workbench, 'Docker topology');
  const clipboard = (): Promise<string> => workbench.page.evaluate('navigator.clipboard.readText()');

  async function untilClipboard(text: string): Promise<void> {
    await until(`${text} in the clipboard`, async () => ((await clipboard()) === text ? true : undefined));
  }

  async function untilTab(title: string): Promise<void> {
    await workbench.page.locator('.tab.active', { hasText: title }).waitFor();
  }

  it('has the details of what is selected, and runs the sidebar’s actions from there', async () => {
    const diagram = await topology();
    await diagram.select('container web', 'web');
    const details = diagram.frame.locator('aside.details');
    // Only an inspect tells the host name.
    await details.getByText('Names inside').waitFor();
    await details.getByRole('button', { name: 'Copy', exact: true }).click();
    await details.getByRole('menuitem', { name: 'Address', exact: true }).click();
    await untilClipboard('172.28.0.2');
  });

  it('asks before it removes a network, from the context menu', async () => {
    const diagram = await topology();
    await diagram.menu('network back', 'Remove Network…');
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText('back', { exact: false }).first().waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await engine.docker('network', 'inspect', 'back');
  });

  it('has the sidebar’s entries in its context menu, opened by mouse and by keyboard', async () => {
    const diagram = await topology();
    await diagram.box('container web').locator('text').first().click({ button: 'right' });
    const byMouse = await diagram.menuEntries();
    for (const entry of [
      'Inspect',
      'Reveal in Networks View',
      'Open Shell',
      'Disconnect from Network…',
      'Copy',
    ]) {
      assert.ok(byMouse.includes(entry), `${entry} among ${byMouse.join(', ')}`);
    }
    assert.ok(!byMouse.includes('Remove Network…') && !byMouse.includes('Paste'));
    await workbench.page.keyboard.press('Escape');
    await diagram.select('container web', 'web');
    await diagram.frame.locator('[role=tree]').focus();
    await workbench.page.keyboard.press('Shift+F10');
    assert.deepEqual(await diagram.menuEntries(), byMouse);
    await workbench.page.keyboard.press('Escape');
    await diagram.menu('container web', 'Copy', 'Copy Address');
    await untilClipboard('172.28.0.2');
  });

  it('leads to the sidebar, and marks what is selected there', async () => {
    const diagram = await topology();
    await diagram.menu('container web', 'Reveal in Networks View');
    const tree = workbench.tree('Networks');
    const row = tree.row('web');
    await row.waitFor();
    await until('the selected row', async () =>
      (await row.getAttribute('aria-selected')) === 'true' ? true : undefined,
    );
    await tree.row('back').click();
    await diagram.untilMarked('network back', 'pointed');
  });

  it('says that the filter leaves a row out, and offers to clear it', async () => {
    await workbench.run('Portolan: Filter Networks…');
    await workbench.page.keyboard.type('front');
    await workbench.page.keyboard.press('Enter');
    await workbench.tree('Networks').row('back').waitFor({ state: 'hidden' });
    const diagram = await topology();
    await diagram.menu('network back', 'Reveal in Networks View');
    const words = 'The filter of the Networks view leaves it out.';
    const notification = await notificationWith(workbench, words);
    await notification.getByRole('button', { name: 'Clear the Filter' }).click();
    const row = workbench.tree('Networks').row('back');
    await until('the selected row', async () =>
      (await row.getAttribute('aria-selected')) === 'true' ? true : undefined,
    );
  });

  it('follows the engine, and moves only what changed', async () => {
    const diagram = await topology();
    await diagram.select('network back', 'back');
    const before = [await diagram.place('container db'), await diagram.place('network back')];
    await engine.docker('run', '-d', '--name', 'late', '--network', 'back', 'nginx:1.27');
    await diagram.box('container late').waitFor();
    const after = [await diagram.place('container db'), await diagram.place('network back')];
    assert.deepEqual(after, before);
    await diagram.untilMarked('network back', 'selected');
    await engine.docker('rm', '-f', 'late');
    await diagram.box('container late').waitFor({ state: 'detached' });
  });

  it('opens a network’s own diagram by a double click, and goes back', async () => {
    const diagram = await topology();
    await diagram.select('network front', 'front');
    await diagram.box('network front').locator('text').first().dblclick();
    await untilTab('Network: front');
    const front = await DiagramView.of(workbench, 'front');
    await front.frame.getByRole('button', { name: 'Back to Docker topology' }).click();
    await untilTab('Docker Topology');
    const again = await topology();
    assert.equal(await again.frame.getByRole('button', { name: /^Back to/ }).count(), 0);
  });

  it('says why it can’t tell the name of a veth pair', async () => {
    const diagram = await topology();
    await diagram.menu('container web', 'Find veth Name');
    // The engine of this test lives in a network namespace of its own: its bridge is none of this machine's.
    await notificationWith(workbench, 'The engine is not on this machine');
  });

  it('has thrown nothing, and its pages were refused nothing', () => {
    assert.deepEqual(workbench.complaints, []);
  });
});
