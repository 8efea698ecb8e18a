import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImages } from '../../scripts/testbed/image.mjs';
import { DiagramView } from './support/diagramView';
import { until } from './support/until';
import { openWorkbench, type Workbench } from './support/workbench';

describe('reading a diagram', function () {
  this.timeout(120_000);
  let engine: Engine;
  let workbench: Workbench;
  let diagram: DiagramView;

  before(async () => {
    engine = await startEngine();
    await loadImages(engine, { 'nginx:1.27': 80, 'shop/api:2.3': 9000 });
    await engine.docker('network', 'create', '--subnet', '172.28.0.0/16', 'front');
    await engine.docker('network', 'create', '--subnet', '172.29.0.0/16', 'back');
    await engine.docker('network', 'create', 'spare');
    await engine.docker('run', '-d', '--name', 'web', '--network', 'front', '-p', '8080:80', 'nginx:1.27');
    await engine.docker('run', '-d', '--name', 'db', '--network', 'back', 'shop/api:2.3');
    const worker = ['--network', 'back', '--label', 'com.docker.compose.project=shop'];
    for (let number = 1; number <= 14; number++) {
      await engine.docker('create', '--name', `worker-${number}`, ...worker, 'shop/api:2.3');
    }
    workbench = await openWorkbench({ folder: resolve('samples'), env: engine.env, theme: 'light' });
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.run('Portolan: Show Topology');
    diagram = await DiagramView.of(workbench, 'Docker topology');
  });

  after(async () => {
    await workbench.close();
    await engine.stop();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      const name = this.currentTest.title.slice(0, 40).replaceAll(/\W+/g, '-');
      await workbench.screenshot(`failed-reading-${name}`);
    }
  });

  async function untilClipboard(text: string): Promise<void> {
    const read = (): Promise<string> => workbench.page.evaluate('navigator.clipboard.readText()');
    await until(`${text} in the clipboard`, async () => ((await read()) === text ? true : undefined));
  }

  it('copies a fact of what is selected, and goes to what a fact names', async () => {
    await diagram.select('container web', 'web');
    const { details } = diagram;
    await details.getByRole('button', { name: /^Copy MAC / }).click();
    await untilClipboard('02:42:ac:1c:00:02');
    await details.getByRole('button', { name: 'front', exact: true }).first().click();
    await details.getByRole('heading', { name: 'front', exact: true }).waitFor();
    await diagram.untilMarked('network front', 'selected');
    assert.equal(await diagram.box('container web').getAttribute('aria-selected'), 'false');
  });

  it('lights the way of a request to a published port, and tells it in numbered steps', async () => {
    await diagram.button('Zoom to fit').click();
    await diagram.select('Published port', '*:8080');
    const steps = diagram.details.locator('.way li');
    const words = await steps.allInnerTexts();
    assert.match(words[0] ?? '', /^A client asks any address of \S+, port 8080\/tcp/);
    assert.ok(words.some((step) => step.includes('--dport 8080 -j DNAT --to-destination 172.28.0.2:80')));
    assert.match(words.at(-1) ?? '', /^A process of web answers/);
    await diagram.untilMarked('container web', 'lit');
    await diagram.untilMarked('network front', 'lit');
    assert.ok(!(await diagram.marks('network back')).includes('lit'));
    // From other machines to the interfaces, and from the port to its container.
    assert.equal(await diagram.frame.locator('.wires .lit').count(), 2);
    await workbench.screenshot('diagram-way-light');
    await steps.last().hover();
    await until('one step alone', async () =>
      (await diagram.marks('network front')).includes('lit') ? undefined : true,
    );
    await diagram.untilMarked('container web', 'lit');
  });

  it('lights where the requests of a container go, and tells it in numbered steps', async () => {
    await diagram.select('container web', 'web');
    const { details } = diagram;
    await details.getByRole('heading', { name: 'Requests of web' }).waitFor();
    await details
      .locator('.way li')
      .getByText(/^MASQUERADE gives it an address of .*-s 172\.28\.0\.0\/16/)
      .waitFor();
    await diagram.untilMarked('network front', 'lit');
    await workbench.page.keyboard.press('Escape');
    await details.waitFor({ state: 'hidden' });
    assert.equal(await diagram.frame.locator('.lit').count(), 0);
  });

  it('highlights what belongs together under the pointer', async () => {
    await diagram.box('Published port').hover();
    await diagram.untilMarked('container web', 'near');
    assert.equal(await diagram.frame.locator('.wires .near').count(), 1);
    assert.ok(!(await diagram.marks('container db')).includes('near'));
    await diagram.button('Zoom to fit').hover();
    await diagram.frame.locator('.near').first().waitFor({ state: 'detached' });
  });

  it('finds by name, address, port, MAC and image, and jumps, also to what is folded', async () => {
    const found: readonly (readonly [string, string, string])[] = [
      ['spare', '1 of 1', 'network spare'],
      ['172.28.0.2', '1 of 1', 'container web'],
      [':8080', '1 of 1', 'Published port'],
      ['02:42:ac:1c:00:02', '1 of 1', 'container web'],
      ['nginx:1.27', '1 of 1', 'container web'],
    ];
    for (const [text, count, words] of found) {
      await diagram.find(text, count);
      await diagram.untilMarked(words, 'found');
      await workbench.page.keyboard.press('Enter');
      await diagram.untilMarked(words, 'selected');
    }
    await diagram.find('shop/api:2.3', '1 of 15');
    await diagram.find('no such thing', 'not found');
    assert.equal(await diagram.box('container worker-7').count(), 0);
    await diagram.find('worker-7', '1 of 1');
    await workbench.page.keyboard.press('Enter');
    await diagram.untilMarked('container worker-7', 'selected');
    await until('worker-7 in sight', async () =>
      (await diagram.isInSight('container worker-7')) ? true : undefined,
    );
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('Escape');
    await diagram.details.waitFor({ state: 'hidden' });
  });

  it('folds and unfolds, by a click and by the menu', async () => {
    await diagram.button('Zoom to fit').click();
    await diagram.hide('Fold all');
    await diagram.box('container worker-7').waitFor({ state: 'detached' });
    const fold = diagram.box('compose project shop');
    assert.equal(await fold.getAttribute('aria-expanded'), 'false');
    await fold.click();
    await diagram.frame.locator('.box.group[aria-expanded=true]').waitFor();
    await diagram.button('Zoom to fit').click();
    await diagram.box('container worker-7').waitFor();
    await fold.locator('text').first().click();
    await diagram.box('container worker-7').waitFor({ state: 'detached' });
  });

  it('hides empty networks, the engine’s own, and stopped containers, and shows them again', async () => {
    await hidesAndShows('Hide empty networks', 'network spare');
    await hidesAndShows('Hide unused default networks', 'network bridge');
    await hidesAndShows('Hide stopped containers', 'compose project shop');
    await diagram.box('container web').waitFor();
  });

  async function hidesAndShows(entry: string, words: string): Promise<void> {
    await diagram.box(words).waitFor();
    await diagram.hide(entry);
    await diagram.box(words).waitFor({ state: 'detached' });
    await diagram.hide(entry);
    await diagram.box(words).waitFor();
  }

  it('zooms to the selection and to fit, and has a small map meanwhile', async () => {
    const map = diagram.frame.locator('.minimap');
    await diagram.select('container web', 'web');
    await diagram.button('Close details').click();
    await diagram.button('Zoom to fit').click();
    await map.waitFor({ state: 'hidden' });
    const fitted = await diagram.seen('container web');
    await diagram.select('container web', 'web');
    await diagram.button('Zoom to selection').click();
    await diagram.untilElsewhere('container web', fitted);
    const near = await diagram.seen('container web');
    assert.ok((near[2] ?? 0) > (fitted[2] ?? 0) * 1.2, `${near.join()} after ${fitted.join()}`);
    await map.waitFor();
    await workbench.screenshot('diagram-zoomed-light');
    await map.click({ position: { x: 4, y: 4 } });
    await diagram.untilElsewhere('container web', near);
    await diagram.button('Close details').click();
    await diagram.button('Zoom to fit').click();
    await until('the fitted picture', async () =>
      (await diagram.seen('container web')).join() === fitted.join() ? true : undefined,
    );
  });

  it('has the same facts as tables that are sorted and copied', async () => {
    await diagram.button('Show as tables').click();
    const { frame } = diagram;
    const containers = frame.getByRole('grid', { name: 'Containers' });
    await containers.getByRole('gridcell', { name: '172.28.0.2' }).first().waitFor();
    const name = containers.getByRole('columnheader', { name: 'Container' });
    const first = containers.locator('[role=row]:has([role=gridcell])').first();
    await name.click();
    await first.getByText('db', { exact: true }).waitFor();
    await name.click();
    assert.equal(await name.getAttribute('aria-sort'), 'descending');
    await first.getByText('worker-', { exact: false }).waitFor();
    await containers.getByRole('gridcell', { name: '172.28.0.2' }).first().click();
    await diagram.details.getByRole('heading', { name: 'web', exact: true }).waitFor();
    await workbench.page.keyboard.press('Control+c');
    await untilClipboard('172.28.0.2');
    await workbench.screenshot('diagram-tables-light');
    await diagram.button('Show as picture').click();
    await diagram.untilMarked('container web', 'selected');
  });

  it('has thrown nothing, and its pages were refused nothing', () => {
    assert.deepEqual(workbench.complaints, []);
  });
});
