import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImages } from '../../scripts/testbed/image.mjs';
import { DiagramView } from './support/diagramView';
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
    workbench = await openWorkbench({ folder: resolve('samples'), env: engine.env, theme: 'dark' });
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
    await workbench.page.locator('.quick-input-title').getByText('Export Diagram').waitFor();
    await quick.type(path);
    await quick.enter();
    await until(file, () => Promise.resolve(existsSync(path) ? true : undefined));
    return readFile(path);
  }

  /** Opens a picture in a browser page of its own: how many boxes it draws, and what went wrong. */
  async function openSvg(svg: Buffer): Promise<{ boxes: number; width: number }> {
    const page = await workbench.page.context().newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) {
        errors.push(request.url());
      }
    });
    await page.goto(`data:image/svg+xml;base64,${svg.toString('base64')}`);
    const boxes = await page.locator('.box').count();
    const width = (await page.locator('svg').first().boundingBox())?.width ?? 0;
    await page.close();
    assert.deepEqual(errors, []);
    return { boxes, width };
  }

  it('is a picture in the theme’s colours that a browser draws the same', async () => {
    const svg = await exportAs('SVG, Theme Colours', 'theme.svg');
    const { boxes, width } = await openSvg(svg);
    const diagram = await topology();
    const drawn = await diagram.frame.locator('[role=treeitem]').count();
    assert.ok(boxes >= drawn && drawn > 4, `${boxes} boxes, ${drawn} in the diagram`);
    assert.ok(width > 500);
    assert.ok(svg.toString().includes('>web<') && !/<script|href=/.test(svg.toString()));
  });

  it('is a picture for print, text and tables', async () => {
    const print = await exportAs('SVG, for Print', 'print.svg');
    assert.ok((await openSvg(print)).boxes > 4);
    assert.match((await exportAs('Mermaid', 'topology.mmd')).toString(), /^flowchart /m);
    const tables = (await exportAs('Markdown Tables', 'topology.md')).toString();
    assert.match(tables, /^\|.*front.*172\.28\.0\.0\/16.*\|$/m);
  });

  it('is a PNG that the page paints', async () => {
    const png = await exportAs('PNG', 'topology.png');
    assert.deepEqual([...png.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
    const page = await workbench.page.context().newPage();
    await page.goto(`data:image/png;base64,${png.toString('base64')}`);
    const width = await page
      .locator('img')
      .evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth);
    await page.close();
    assert.ok(width > 1000, `${width} pixels`);
  });

  it('goes to the clipboard as a picture', async () => {
    await (await topology()).frame.getByRole('button', { name: 'Copy as picture' }).click();
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
