import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImages } from '../../scripts/testbed/image.mjs';
import { outline, type TreeRow } from './support/treeView';
import { until } from './support/until';
import { openWorkbench, type Theme, type Workbench } from './support/workbench';

const samples = resolve('samples');
const themes: readonly Theme[] = ['light', 'highContrast', 'dark'];

function names(rows: readonly TreeRow[], level: number): readonly string[] {
  return rows.filter((row) => row.level === level).map(({ label }) => label);
}

describe('the networks view on a real engine', function () {
  this.timeout(240_000);
  let engine: Engine;
  let workbench: Workbench;

  before(async () => {
    engine = await startEngine();
    await loadImages(engine, { 'nginx:1.27': 80, 'shop/api:2.3': 8080 });
    const project = ['--label', 'com.docker.compose.project=shop'];
    await engine.docker('network', 'create', ...project, '--subnet', '172.28.0.0/16', 'shop_front');
    await engine.docker(
      'network',
      'create',
      ...project,
      '--internal',
      '--subnet',
      '172.29.0.0/16',
      'shop_back',
    );
    await engine.docker('network', 'create', '--subnet', '10.9.0.0/16', 'crowd');
    const front = ['--network', 'shop_front'];
    await engine.docker(
      'run',
      '-d',
      '--name',
      'web',
      ...front,
      '--network-alias',
      'www',
      '-p',
      '8080:80',
      'nginx:1.27',
    );
    await engine.docker('run', '-d', '--name', 'sidecar', '--network', 'container:web', 'shop/api:2.3');
    await engine.docker(
      'create',
      '--name',
      'db',
      ...front,
      '--ip',
      '172.28.0.9',
      '--network-alias',
      'database',
      'nginx:1.27',
    );
    await engine.docker(
      'run',
      '-d',
      '--name',
      'api',
      '--network',
      'shop_back',
      '-p',
      '9090:8080',
      'shop/api:2.3',
    );
    workbench = await openWorkbench({ folder: samples, env: engine.env, theme: 'dark', height: 1200 });
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

  async function inAllThemes(name: string): Promise<void> {
    for (const theme of themes) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`${name}-${theme}`);
    }
  }

  /** The text above the rows. */
  function message(): Promise<string> {
    return workbench.page
      .locator('.part.sidebar .tree-explorer-viewlet-tree-view .message')
      .first()
      .innerText();
  }

  /** Opens "Filter Networks…" and types. */
  async function typeFilter(words: string): Promise<void> {
    await workbench.run('Portolan: Filter Networks…');
    const input = workbench.page.locator('.quick-input-widget input.input');
    await input.waitFor();
    await until('the box of the filter', async () =>
      (await input.getAttribute('placeholder'))?.startsWith('shop web') === true ? true : undefined,
    );
    await input.fill(words);
  }

  /** Presses a key, and gives the name of the row that the focus has gone to. */
  async function press(key: string): Promise<string> {
    const { page } = workbench;
    const focused = page.locator('.part.sidebar [role=treeitem].focused').first();
    const index = () => focused.getAttribute('data-index', { timeout: 2000 }).catch(() => null);
    const before = await index();
    await page.keyboard.press(key);
    // At an end of the list the focus stays.
    await until('a step', async () => ((await index()) === before ? undefined : true), 1000).catch(
      () => true,
    );
    return focused.locator('.label-name').innerText();
  }

  /** Goes to a row by the keyboard alone: to the first of that name, then on to the next that is named. */
  async function goTo(...labels: readonly string[]): Promise<void> {
    await workbench.run('Portolan: Focus on Networks View');
    let at = await press('Home');
    for (const label of labels) {
      for (let step = 0; at !== label; step++) {
        assert.ok(step < 60, `no row ${label}`);
        at = await press('ArrowDown');
      }
    }
  }

  it('shows who is on which network, who would be, and who is in another’s network', async () => {
    const rows = await workbench
      .tree('Networks')
      .untilRows((seen) => seen.some(({ description }) => description.includes('shared by sidecar')));
    assert.deepEqual(outline(rows), [
      'bridge: bridge · 172.17.0.0/16',
      'crowd: bridge · 10.9.0.0/16',
      'shop_back: bridge · internal · 172.29.0.0/16 · 1 container',
      '  api: 172.29.0.2 · running',
      '  Details',
      'shop_front: bridge · 172.28.0.0/16 · 2 containers',
      '  web: 172.28.0.2 · running · 8080→80 · shared by sidecar',
      '  db: 172.28.0.9 when started · created',
      '  Details',
      'host: host',
      'none: none',
    ]);
    await inAllThemes('networks');
  });

  it('tells by the keyboard alone what a container is reached by', async () => {
    const networks = workbench.tree('Networks');
    await goTo('web');
    await workbench.page.keyboard.press('ArrowRight');
    const rows = await networks.untilRows((seen) => seen.some(({ label }) => label === 'sidecar'));
    const mac = await engine.docker(
      'inspect',
      '-f',
      '{{.NetworkSettings.Networks.shop_front.MacAddress}} {{.Config.Hostname}}',
      'web',
    );
    const [address, host] = mac.split(' ');
    const at = rows.findIndex(({ label }) => label === 'web');
    assert.deepEqual(outline(rows).slice(at + 1, at + 9), [
      '    IPv4: 172.28.0.2/16',
      `    MAC: ${address ?? ''}`,
      '    gateway: 172.28.0.1 (default route)',
      '    alias: www',
      `    alias: ${host ?? ''}`,
      '    published: 8080→80',
      '    image: nginx:1.27',
      '    sidecar: running · in web’s network',
    ]);
    assert.equal(rows[at + 4]?.spoken, 'alias, www');
    await networks.expand('db');
    const stopped = await networks.untilRows((seen) =>
      seen.some(({ description }) => description === 'database'),
    );
    const place = stopped.findIndex(({ label }) => label === 'db');
    assert.deepEqual(outline(stopped).slice(place + 1, place + 5), [
      '    IPv4: 172.28.0.9 (when started)',
      '    alias: database',
      '    exposed: 80/tcp',
      '    image: nginx:1.27',
    ]);
    await networks.expand('api');
    await networks.untilRows((seen) => seen.some(({ description }) => description === '9090:8080'));
    await inAllThemes('container-facts');
    for (const name of ['web', 'db', 'api']) {
      await networks.collapse(name);
    }
  });

  it('keeps a container open while the engine changes, and asks anew after a connect', async () => {
    const networks = workbench.tree('Networks');
    await engine.docker('network', 'connect', '--alias', 'backend', 'shop_back', 'web');
    await networks.untilRows((seen) => names(seen, 2).filter((name) => name === 'web').length === 2);
    await goTo('shop_back', 'web');
    await workbench.page.keyboard.press('ArrowRight');
    await networks.untilRows((seen) => seen.some(({ description }) => description === 'backend'));
    await engine.docker('network', 'create', 'passing');
    await networks.untilRows((seen) => names(seen, 1).includes('passing'));
    await engine.docker('network', 'rm', 'passing');
    const rows = await networks.untilRows((seen) => !names(seen, 1).includes('passing'));
    assert.ok(rows.some(({ description }) => description === 'backend'));
    await engine.docker('network', 'disconnect', 'shop_back', 'web');
    await networks.untilRows((seen) => names(seen, 2).filter((name) => name === 'web').length === 1);
    await engine.docker('network', 'connect', '--alias', 'behind', 'shop_back', 'web');
    await networks.untilRows((seen) => names(seen, 2).filter((name) => name === 'web').length === 2);
    await goTo('shop_back', 'web');
    await workbench.page.keyboard.press('ArrowRight');
    const anew = await networks.untilRows((seen) => seen.some(({ description }) => description === 'behind'));
    assert.equal(
      anew.some(({ description }) => description === 'backend'),
      false,
    );
    await engine.docker('network', 'disconnect', 'shop_back', 'web');
    await networks.untilRows((seen) => names(seen, 2).filter((name) => name === 'web').length === 1);
  });

  it('filters while words are typed; Escape returns to the filter before, Enter keeps', async () => {
    const networks = workbench.tree('Networks');
    await typeFilter('SIDE');
    await networks.untilRows((seen) => names(seen, 1).join() === 'shop_front' && names(seen, 2)[0] === 'web');
    assert.equal(await message(), 'filter: side, 1 of 6 networks');
    await workbench.page.keyboard.press('Escape');
    await networks.untilRows((seen) => names(seen, 1).length === 6);
    await typeFilter('shop 9');
    await workbench.page.keyboard.press('Enter');
    const rows = await networks.untilRows((seen) => names(seen, 1).length === 2);
    assert.deepEqual(names(rows, 1), ['shop_back', 'shop_front']);
    assert.equal(await message(), 'filter: shop 9, 2 of 6 networks');
    await inAllThemes('filtered');
    await typeFilter('nowhere');
    await workbench.page
      .getByText('No network, and no container on one, has all words of the filter.')
      .waitFor();
    await workbench.screenshot('filtered-empty-dark');
    await workbench.page.keyboard.press('Escape');
    await networks.untilRows((seen) => names(seen, 1).length === 2);
    await workbench.run('Portolan: Clear the Filter of Networks');
    await networks.untilRows((seen) => names(seen, 1).length === 6);
  });

  it('groups by driver and by compose project', async () => {
    const networks = workbench.tree('Networks');
    await workbench.run('Portolan: Group Networks…');
    await workbench.pick('By Driver', 'By Driver');
    const drivers = await networks.untilRows(
      (seen) => seen[0]?.description === '4 networks' && seen.at(-1)?.label === 'none',
    );
    assert.deepEqual(names(drivers, 1), ['bridge', 'host', 'none']);
    assert.equal(drivers[0]?.description, '4 networks');
    assert.ok(outline(drivers).includes('  shop_back: internal · 172.29.0.0/16 · 1 container'));
    await workbench.run('Portolan: Group Networks…');
    await workbench.pick('Compose', 'By Compose Project');
    const projects = await networks.untilRows(
      (seen) => names(seen, 1)[0] === 'shop' && names(seen, 2).length === 6,
    );
    assert.deepEqual(names(projects, 1), ['shop', 'no compose project']);
    assert.deepEqual(names(projects, 2), ['shop_back', 'shop_front', 'bridge', 'crowd', 'host', 'none']);
    await inAllThemes('groups');
    await workbench.run('Portolan: Group Networks…');
    await workbench.pick('No Groups', 'No Groups');
    await networks.untilRows((seen) => seen[0]?.label === 'bridge' && seen[0].description !== '4 networks');
  });

  it('hides the engine’s own and empty networks, and says so', async () => {
    const networks = workbench.tree('Networks');
    await workbench.run('Portolan: Show or Hide the Engine’s Own Networks');
    await networks.untilRows((seen) => names(seen, 1).join() === 'crowd,shop_back,shop_front');
    await workbench.run('Portolan: Show or Hide Empty Networks');
    await networks.untilRows((seen) => names(seen, 1).join() === 'shop_back,shop_front');
    await workbench.page.locator('.part.sidebar .pane-header', { hasText: '4 networks hidden' }).waitFor();
    await engine.docker('rm', '-f', 'web', 'sidecar', 'db', 'api');
    await workbench.page.getByText('All networks of the engine are hidden by your settings.').waitFor();
    await workbench.screenshot('hidden-dark');
    await workbench.page.getByRole('button', { name: 'Show or Hide the Engine’s Own Networks' }).click();
    await workbench.run('Portolan: Show or Hide Empty Networks');
    await networks.untilRows((seen) => names(seen, 1).length === 6);
  });

  it('shows a long list in pages, by the keyboard', async () => {
    for (let first = 0; first < 250; first += 10) {
      await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          engine.docker(
            'create',
            '--name',
            `c-${String(first + index).padStart(3, '0')}`,
            '--network',
            'crowd',
            'nginx:1.27',
          ),
        ),
      );
    }
    const networks = workbench.tree('Networks');
    await networks.untilRows((seen) =>
      seen.some(({ description }) => description.endsWith('250 containers')),
    );
    await goTo('crowd');
    const { keyboard } = workbench.page;
    await keyboard.press('ArrowRight');
    await networks.untilRows((seen) => seen.some(({ label }) => label === 'c-001'));
    let at = await press('End');
    for (let step = 0; at !== '50 more…'; step++) {
      assert.ok(step < 30, 'no row 50 more…');
      at = await press('ArrowUp');
    }
    await workbench.screenshot('long-list-dark');
    await keyboard.press('Enter');
    await networks.untilRows((seen) => seen.some(({ label }) => label === 'c-201'));
  });

  it('has thrown nothing', () => {
    assert.deepEqual(workbench.complaints, []);
  });
});
