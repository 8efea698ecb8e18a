import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImages } from '../../scripts/testbed/image.mjs';
import { assertAccessible } from '../page/support/axe';
import { DiagramView } from './support/diagramView';
import { openWorkbench, type Theme, type Workbench } from './support/workbench';

describe('a diagram over time, and for all', function () {
  this.timeout(120_000);
  let engine: Engine;
  let workbench: Workbench;

  before(async () => {
    engine = await startEngine();
    await loadImages(engine, { 'nginx:1.27': 80 });
    await engine.docker('network', 'create', '--subnet', '172.28.0.0/16', 'front');
    await engine.docker('network', 'create', '--internal', 'back');
    const web = ['--name', 'web', '--network', 'front', '-p', '8080:80'];
    await engine.docker('run', '-d', ...web, '--label', 'note=<b>bold</b>', 'nginx:1.27');
    const worker = ['--network', 'front', '--label', 'com.docker.compose.project=shop'];
    for (let number = 1; number <= 14; number++) {
      await engine.docker('create', '--name', `worker-${number}`, ...worker, 'nginx:1.27');
    }
    workbench = await openWorkbench({ folder: resolve('samples'), env: engine.env, theme: 'dark' });
    await workbench.run('Portolan: Show Topology');
  });

  after(async () => {
    await workbench.close();
    await engine.stop();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      const name = this.currentTest.title.slice(0, 40).replaceAll(/\W+/g, '-');
      await workbench.screenshot(`failed-diagram-${name}`);
    }
  });

  const topology = (): Promise<DiagramView> => DiagramView.of(workbench, 'Docker topology');

  async function untilTab(title: string): Promise<void> {
    await workbench.page.locator('.tab.active', { hasText: title }).waitFor();
  }

  it('has no grave fault for axe in any theme, with the details open and as tables', async () => {
    const diagram = await topology();
    await diagram.select('container web', 'web');
    await diagram.details.getByText('<b>bold</b>').waitFor();
    for (const theme of ['highContrast', 'highContrastLight', 'light', 'dark'] satisfies Theme[]) {
      await workbench.setTheme(theme);
      await assertAccessible(diagram.frame);
      await workbench.screenshot(`diagram-details-${theme}`);
      await diagram.button('Show as tables').click();
      await diagram.frame.getByRole('grid').first().waitFor();
      await assertAccessible(diagram.frame);
      await workbench.screenshot(`diagram-tables-${theme}`);
      await diagram.button('Show as picture').click();
      await diagram.box('container web').waitFor();
    }
    await diagram.button('Close details').click();
    await diagram.details.waitFor({ state: 'hidden' });
  });

  it('is used by the keyboard alone: find, arrows along the wires, details, zoom, a network and the way back', async () => {
    const { keyboard } = workbench.page;
    const diagram = await topology();
    await diagram.frame.getByRole('tree').focus();
    await keyboard.press('Home');
    await diagram.untilMarked('Host', 'active');
    await findByKeys(diagram, '*:8080');
    await diagram.untilMarked('Published port', 'selected');
    // Along the wire of the port.
    await keyboard.press('ArrowRight');
    await diagram.untilMarked('container web', 'active');
    await keyboard.press('Space');
    await diagram.details.getByRole('heading', { name: 'web', exact: true }).waitFor();
    const before = await diagram.seen('container web');
    await keyboard.press('+');
    await diagram.untilElsewhere('container web', before);
    await keyboard.press('0');
    await keyboard.press('Escape');
    await diagram.details.waitFor({ state: 'hidden' });
    await findByKeys(diagram, 'front');
    await diagram.untilMarked('network front', 'selected');
    await keyboard.press('Enter');
    await untilTab('Network: front');
    const front = await DiagramView.of(workbench, 'front');
    await front.frame.locator('[role=tree]').focus();
    await keyboard.press('Alt+ArrowLeft');
    await untilTab('Docker Topology');
    assert.equal(await workbench.page.locator('.tab', { hasText: 'Network: front' }).count(), 1);
  });

  /** Finds the first, goes there, and leaves the find box. */
  async function findByKeys(diagram: DiagramView, text: string): Promise<void> {
    const { keyboard } = workbench.page;
    await keyboard.press('/');
    await keyboard.type(text);
    await diagram.frame
      .locator('.find-count')
      .getByText(/^1 of /)
      .waitFor();
    await keyboard.press('Enter');
    await keyboard.press('Escape');
  }

  it('keeps its zoom, its selection, its folds and its choices while it is hidden, reloaded and moved', async () => {
    await arrange(await topology());
    const before = await kept(await topology());
    await workbench.page.locator('.tab', { hasText: 'Network: front' }).click();
    await DiagramView.of(workbench, 'front');
    await workbench.page.locator('.tab', { hasText: 'Docker Topology' }).click();
    assert.deepEqual(await kept(await topology()), before, 'hidden');
    await workbench.reload();
    assert.deepEqual(await kept(await topology()), before, 'reloaded');
    await workbench.run('View: Move Editor into Right Group');
    const moved = await topology();
    await moved.untilMarked('container web', 'selected');
    assert.deepEqual((await kept(moved)).slice(2), before.slice(2), 'moved');
    await workbench.screenshot('diagram-beside-dark');
    await moved.button('Close details').click();
    await moved.hide('Hide empty networks');
    // In a narrow column an empty network is a speck without a box.
    await workbench.run('View: Close Editors in Other Groups');
    await moved.button('Zoom to fit').click();
    await moved.box('network back').waitFor();
  });

  /** Hides, unfolds, selects and zooms. */
  async function arrange(diagram: DiagramView): Promise<void> {
    await diagram.hide('Hide empty networks');
    await diagram.box('network back').waitFor({ state: 'detached' });
    await diagram.box('compose project shop').click();
    await diagram.box('container worker-1').waitFor();
    await diagram.select('container web', 'web');
    await diagram.button('Zoom to selection').click();
    const before = await diagram.seen('container web');
    await diagram.button('Zoom out').click();
    await diagram.untilElsewhere('container web', before);
  }

  /** Where the selected box is and how large, and what is unfolded and hidden. */
  async function kept(diagram: DiagramView): Promise<readonly unknown[]> {
    await diagram.details.getByRole('heading', { name: 'web', exact: true }).waitFor();
    await diagram.untilMarked('container web', 'selected');
    const [x, y, width, height] = await diagram.seen('container web');
    const group = await diagram.box('compose project shop').getAttribute('aria-expanded');
    return [x, y, width, height, group, await diagram.box('network back').count()];
  }

  it('keeps the last picture, marked as old, while the engine is gone', async () => {
    const diagram = await topology();
    await engine.kill();
    const banner = diagram.frame.locator('.banner');
    await banner.getByText(/^No Docker engine answers .*; Portolan goes on trying\.$/).waitFor();
    await diagram.box('container web').waitFor();
    await workbench.screenshot('diagram-old-dark');
    await engine.restart();
    await banner.waitFor({ state: 'hidden', timeout: 30_000 });
  });

  it('says so when its network is removed, and leads back to the topology', async () => {
    const diagram = await topology();
    await diagram.menu('network front', 'Show Network Diagram');
    await DiagramView.of(workbench, 'front');
    const ids = await engine.docker('ps', '-aq');
    await engine.docker('rm', '-f', ...ids.trim().split(/\s+/));
    await engine.docker('network', 'rm', 'front');
    const frame = await workbench.webview('.notice:not([hidden])');
    await frame.getByText('This network is gone').waitFor();
    await workbench.screenshot('diagram-gone-dark');
    await frame.getByRole('button', { name: 'Show topology' }).click();
    await (await topology()).box('network front').waitFor({ state: 'detached' });
  });

  it('has thrown nothing, and its pages were refused nothing', () => {
    assert.deepEqual(workbench.complaints, []);
  });
});
