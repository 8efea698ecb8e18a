import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type * as axe from 'axe-core';
import type { Frame, Locator } from 'playwright-core';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImages } from '../../scripts/testbed/image.mjs';
import { until } from './support/until';
import { openWorkbench, type Workbench } from './support/workbench';

/** Axe joins the lines of a box without a space between them and then misses them in its label. */
const rules = { 'label-content-name-mismatch': { enabled: false } };

describe('a diagram in the hands of a reader', function () {
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

  /** The page in sight, once its picture has that title. */
  async function diagram(title: string): Promise<Frame> {
    return workbench.webview(`svg.canvas[aria-label^="${title},"]`);
  }

  /** A box of the picture by the beginning of what a screen reader says. */
  function box(frame: Frame, words: string): Locator {
    return frame.locator(`.box[aria-label^="${words}"]`).first();
  }

  async function view(frame: Frame): Promise<string> {
    return (await frame.locator('svg.canvas > g').getAttribute('transform')) ?? '';
  }

  async function assertAccessible(frame: Frame): Promise<void> {
    await frame.evaluate(await readFile(resolve('node_modules/axe-core/axe.min.js'), 'utf8'));
    const { violations } = await frame.evaluate<axe.AxeResults, object>(
      (options) => (globalThis as unknown as { axe: typeof axe }).axe.run(options),
      { rules },
    );
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    assert.deepEqual(
      grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
      [],
    );
  }

  it('has no grave fault for axe, with the details open', async () => {
    const frame = await diagram('Docker topology');
    await box(frame, 'container web').click();
    await frame.getByRole('heading', { name: 'web', exact: true }).waitFor();
    await frame.getByText('<b>bold</b>').waitFor();
    await assertAccessible(frame);
  });

  it('is used by the keyboard alone: details, arrows, zoom, find, a network and the way back', async () => {
    const { keyboard } = workbench.page;
    const frame = await diagram('Docker topology');
    await keyboard.press('Tab');
    await keyboard.press('Escape');
    await frame.locator('aside.details').waitFor({ state: 'hidden' });
    await frame.locator('.box.container:focus').waitFor();
    await keyboard.press('/');
    await keyboard.type('front');
    await frame.getByText('1 of 1').waitFor();
    await keyboard.press('Enter');
    await keyboard.press('Escape');
    await frame.locator('.box:focus[aria-label^="network front"][aria-pressed=true]').waitFor();
    await keyboard.press('ArrowDown');
    await frame.locator('.box:focus:not([aria-label^="network front"])').waitFor();
    await keyboard.press('ArrowUp');
    await frame.locator('.box:focus[aria-label^="network front"]').waitFor();
    const before = await view(frame);
    await keyboard.press('+');
    assert.notEqual(await view(frame), before);
    await keyboard.press('0');
    await keyboard.press('Enter');
    await diagram('front');
    await workbench.page.locator('.tab.active', { hasText: 'Network: front' }).waitFor();
  });

  it('comes back after a reload with its zoom, its selection and its choices', async () => {
    await workbench.run('Portolan: Show Topology');
    let frame = await diagram('Docker topology');
    await frame.getByText('Hide empty').click();
    await box(frame, 'network back').waitFor({ state: 'detached' });
    await box(frame, 'container web').click();
    await frame.getByRole('button', { name: 'Zoom in' }).click();
    const before = await view(frame);
    await workbench.reload();
    frame = await diagram('Docker topology');
    await frame.getByRole('heading', { name: 'web', exact: true }).waitFor();
    assert.equal(await view(frame), before);
    assert.equal(await box(frame, 'container web').getAttribute('aria-pressed'), 'true');
    assert.equal(await box(frame, 'network back').count(), 0);
    await frame.getByText('Hide empty').click();
    await box(frame, 'network back').waitFor();
  });

  it('keeps the last picture, marked as old, while the engine is gone', async () => {
    const frame = await diagram('Docker topology');
    await engine.kill();
    await frame.getByText('The engine can’t be reached.').waitFor();
    await workbench.screenshot('diagram-old-dark');
    await engine.restart();
    await frame.locator('.banner').waitFor({ state: 'hidden', timeout: 30_000 });
  });

  it('says so when its network is removed, and leads back to the topology', async () => {
    await workbench.page.locator('.tab', { hasText: 'Network: front' }).click();
    await diagram('front');
    await engine.docker('rm', '-f', 'web');
    await engine.docker('network', 'rm', 'front');
    const frame = await workbench.webview('.notice:not([hidden])');
    await frame.getByText('This network is gone').waitFor();
    await workbench.screenshot('diagram-gone-dark');
    await frame.getByRole('button', { name: 'Show topology' }).click();
    const topology = await diagram('Docker topology');
    await until('a topology without front', async () =>
      (await box(topology, 'network front').count()) === 0 ? true : undefined,
    );
  });

  it('has thrown nothing, and its pages were refused nothing', () => {
    assert.deepEqual(workbench.complaints, []);
  });
});
