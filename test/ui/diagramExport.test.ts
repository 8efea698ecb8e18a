import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImages } from '../../scripts/testbed/image.mjs';
import { DiagramView } from './support/diagramView';
import { looksIn } from './support/looks';
import { QuickInput } from './support/quickInput';
import { until } from './support/until';
import { openWorkbench, type Workbench } from './support/workbench';

describe('a diagram that is taken away', function () {
  this.timeout(120_000);
  let engine: Engine;
  let workbench: Workbench;
  let quick: QuickInput;
  const folder = mkdtempSync(join(tmpdir(), 'portolan-export-'));

  before(async () => {
    engine = await startEngine();
    await loadImages(engine, { 'nginx:1.27': 80 });
    await engine.docker('network', 'create', '--subnet', '172.28.0.0/16', 'front');
    await engine.docker('run', '-d', '--name', 'web', '--network', 'front', '-p', '8080:80', 'nginx:1.27');
    const workspace = join(folder, 'workspace');
    cpSync(resolve('samples'), workspace, { recursive: true });
    workbench = await openWorkbench({ folder: workspace, env: engine.env, theme: 'dark' });
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    quick = new QuickInput(workbench.page);
    await workbench.run('Portolan: Show Topology');
    await topology();
  });

  after(async () => {
    await workbench.close();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      const name = this.currentTest.title.slice(0, 40).replaceAll(/\W+/g, '-');
      await workbench.screenshot(`failed-export-${name}`);
    }
  });

  const topology = (): Promise<DiagramView> => DiagramView.of(workbench, 'Docker topology');

  /** Exports through the palette into a file, and gives what was written. */
  async function exportAs(format: string, file: string): Promise<Buffer> {
    const path = join(folder, file);
    await workbench.run('Portolan: Export Diagram…');
    await quick.untilTitle('Export the Docker Topology');
    await quick.choose(format, new RegExp(`^${format}`));
    await quick.untilTitle('Export Diagram');
    await quick.untilValue(/docker-topology\.\w+$/);
    await quick.type(path);
    await quick.untilValue(path);
    await quick.finish('OK');
    await until(file, () => Promise.resolve(existsSync(path) ? true : undefined));
    return readFile(path);
  }

  /** A page of its own beside the workbench. */
  async function newPage(): Promise<Page> {
    const browser = workbench.page.context().browser();
    assert.ok(browser);
    return browser.newPage();
  }

  /** Opens a picture in a browser page of its own and asks it; it may load nothing and must not fail. */
  async function inBrowser<T>(svg: Buffer, ask: (page: Page) => Promise<T>): Promise<T> {
    const page = await newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) {
        errors.push(request.url());
      }
    });
    await page.goto(`data:image/svg+xml;base64,${svg.toString('base64')}`);
    const answer = await ask(page);
    await page.close();
    assert.deepEqual(errors, []);
    return answer;
  }

  it('is a picture in the theme’s colours that a browser draws the same', async () => {
    const diagram = await topology();
    const drawn = await looksIn(diagram.frame);
    assert.ok(drawn.length > 10, `${drawn.length} boxes, grounds and wires`);
    const svg = await exportAs('SVG, Theme Colours', 'theme.svg');
    assert.deepEqual(await inBrowser(svg, looksIn), drawn);
    assert.ok(svg.toString().includes('>web<') && !/<script|href=/.test(svg.toString()));
  });

  it('is a picture for print, text and tables', async () => {
    const print = await exportAs('SVG, for Print', 'print.svg');
    const drawn = await inBrowser(print, looksIn);
    assert.equal(drawn.length, (await looksIn((await topology()).frame)).length);
    assert.match((await exportAs('Mermaid', 'topology.mmd')).toString(), /^flowchart /m);
    const tables = (await exportAs('Markdown Tables', 'topology.md')).toString();
    assert.match(tables, /^\|.*front.*172\.28\.0\.0\/16.*\|$/m);
  });

  it('is a PNG that the page paints', async () => {
    const png = await exportAs('PNG', 'topology.png');
    assert.deepEqual([...png.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
    const page = await newPage();
    await page.goto(`data:image/png;base64,${png.toString('base64')}`);
    const width = await page
      .locator('img')
      .evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth);
    await page.close();
    assert.ok(width > 1000, `${width} pixels`);
  });

  it('goes to the clipboard as a picture', async () => {
    await (await topology()).frame.getByRole('button', { name: 'Copy picture' }).click();
    await until('a picture in the clipboard', async () => {
      const types = await workbench.page.evaluate<readonly string[]>(
        'navigator.clipboard.read().then((items) => items.flatMap((item) => item.types))',
      );
      return types.includes('image/png') ? true : undefined;
    });
  });

  it('is shown as tables with the same facts', async () => {
    const diagram = await topology();
    await diagram.frame.getByRole('button', { name: 'Show as tables' }).click();
    await diagram.frame.getByText('172.28.0.2').first().waitFor();
    await diagram.frame.getByRole('button', { name: 'Show as picture' }).click();
    await diagram.box('container web').waitFor();
  });

  it('is one of several, and all come back after a reload with what was selected', async () => {
    const diagram = await topology();
    await diagram.select('network front', 'front');
    await diagram.menu('network front', 'Show Network Diagram');
    await DiagramView.of(workbench, 'front');
    await workbench.reload();
    await DiagramView.of(workbench, 'front');
    await workbench.page.locator('.tab', { hasText: 'Docker Topology' }).click();
    const again = await topology();
    await again.untilMarked('network front', 'selected');
  });

  it('has thrown nothing, and its pages were refused nothing', () => {
    assert.deepEqual(workbench.complaints, []);
  });
});
