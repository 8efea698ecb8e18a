import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import type { TreeRow } from './support/treeView';
import { openWorkbench, type Theme, type Workbench } from './support/workbench';

function say({ label, description }: TreeRow): string {
  return description === '' ? label : `${label}: ${description}`;
}

/** The rows below a row, down to the next of its level. */
function below(rows: readonly TreeRow[], label: string): readonly TreeRow[] {
  const at = rows.findIndex((row) => row.label === label);
  const level = rows[at]?.level ?? 0;
  const rest = rows.slice(at + 1);
  const end = rest.findIndex((row) => row.level <= level);
  return end === -1 ? rest : rest.slice(0, end);
}

describe('the drivers and the swarm of the sample engine', function () {
  this.timeout(120_000);
  let workbench: Workbench;

  before(async () => {
    const env = { DOCKER_HOST: 'unix:///nonexistent/docker.sock' };
    workbench = await openWorkbench({ folder: resolve('samples'), env, theme: 'dark', height: 1600 });
    await workbench.openContainer('Portolan');
    await workbench.tree('Networks').row('Open the Sample Engine').click();
    await workbench.tree('Networks').untilRows((seen) => seen.some(({ label }) => label === 'shop_front'));
  });

  after(() => workbench.close());

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await workbench.screenshot(`failed-${this.currentTest.title.slice(0, 40).replaceAll(/\W+/g, '-')}`);
    }
  });

  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await workbench.page.keyboard.press(key);
    }
  }

  /** Folds a view, so that the others have its room. */
  async function fold(view: string): Promise<void> {
    const header = workbench.page.locator(`.part.sidebar .pane-header[aria-label="${view} Section"]`);
    await header.click();
    await workbench.page
      .locator(`.part.sidebar .pane-header[aria-label="${view} Section"][aria-expanded=false]`)
      .waitFor();
  }

  async function inBothThemes(name: string): Promise<void> {
    for (const theme of ['light', 'dark'] satisfies Theme[]) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`${name}-${theme}`);
    }
  }

  it('opens a driver by keyboard: its networks, then what it is', async () => {
    const tree = workbench.tree('Drivers');
    await fold('Networks');
    await workbench.run('Portolan: Focus on Drivers View');
    await tree.untilRows((rows) => rows.some(({ label }) => label === 'Macvlan'));
    await press('Home', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight');
    const rows = await tree.untilRows((seen) => below(seen, 'Macvlan')[0]?.label === 'lab');
    assert.deepEqual(
      below(rows, 'Macvlan').map(({ label }) => label),
      ['lab', 'What it does', 'When to use it', 'Limits', 'Options', 'Documentation'],
    );
    assert.equal(rows.find(({ label }) => label === 'Macvlan')?.description, 'on this engine, 1 network');
    assert.match(
      below(rows, 'Macvlan')[0]?.description ?? '',
      /^macvlan · parent eth0\.20 · 10\.99\.0\.0\/24/,
    );
  });

  it('opens limits and options, each with its rows', async () => {
    const tree = workbench.tree('Drivers');
    await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight');
    await tree.untilRows((rows) => below(rows, 'Limits').length > 2);
    await tree.expand('Options');
    const rows = await tree.untilRows((seen) => below(seen, 'Options').length === 2);
    assert.deepEqual(below(rows, 'Options').map(say), [
      'parent: a host interface: eth0, eth0.10',
      'macvlan_mode: bridge (default), private, vepa, passthru',
    ]);
    assert.equal(
      below(rows, 'Limits')[0]?.label,
      'The host cannot talk to its containers through the parent interface, nor they to it.',
    );
    await inBothThemes('drivers');
  });

  it('opens the documentation with Enter', async () => {
    const tree = workbench.tree('Drivers');
    await tree.collapse('Options');
    await tree.row('Options').click();
    await tree.untilRows((rows) => below(rows, 'Options').length === 2);
    await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText('docs.docker.com/engine/network/drivers/macvlan').first().waitFor();
    await press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('shows the plugin that the engine has before those that it has not', async () => {
    const tree = workbench.tree('Drivers');
    await tree.collapse('Macvlan');
    const rows = await tree.untilRows((seen) => seen.some(({ label }) => label === 'Third-party driver'));
    assert.deepEqual(rows.map(say), [
      'Bridge: on this engine, 9 networks',
      'Host: on this engine, 1 network',
      'None: on this engine, 1 network',
      'Container: a mode, 1 container in it',
      'Overlay: on this engine, 2 networks',
      'Macvlan: on this engine, 1 network',
      'IPvlan: on this engine, 1 network',
      'Configuration only: on this engine, 1 network',
      'Weave Net: on this engine, 1 network',
      'flannel: no driver: works below Docker',
      'Open vSwitch: not seen on this engine',
      'Calico: not seen on this engine',
      'Kuryr: not seen on this engine',
      'Third-party driver: no other driver seen on this engine',
    ]);
  });

  it('shows nodes, services and overlay networks of the swarm, and the nodes that one spans', async () => {
    const tree = workbench.tree('Swarm');
    await fold('Drivers');
    await tree.open();
    await tree.expand('mesh');
    const rows = await tree.untilRows((seen) => below(seen, 'mesh').length === 2);
    assert.deepEqual(below(rows, 'Nodes').map(say), [
      'docker-01: leader · ready · active · 10.1.0.4 · this engine · engine 20.10.24+dfsg1',
      'docker-02: worker · ready · pause · 10.1.0.5 · engine 20.10.24+dfsg1',
    ]);
    assert.deepEqual(below(rows, 'Services').map(say), [
      'catalog: 2 of 2 running · replicated · shop/catalog:1.4 · 8088→80 ingress',
      'log-shipper: 1 of 1 running · global · fluent/fluent-bit:3.1 · 24224→24224/udp host',
      'reports: 0 of 1 running · replicated · shop/api:2.3',
    ]);
    assert.deepEqual(below(rows, 'mesh').map(say), [
      'docker-01: manager · ready · 10.1.0.4',
      'docker-02: worker · ready · 10.1.0.5',
    ]);
  });

  it('shows everything about a service', async () => {
    const tree = workbench.tree('Swarm');
    await tree.expand('catalog');
    const rows = await tree.untilRows((seen) => below(seen, 'catalog').length > 5);
    assert.deepEqual(below(rows, 'catalog').slice(3, 7).map(say), [
      'endpoint mode: vip',
      'virtual address: 10.0.0.4 (on ingress)',
      'virtual address: 10.0.1.6 (on mesh)',
      'published: 8088→80 ingress (on every node)',
    ]);
    await inBothThemes('swarm');
  });

  it('has thrown nothing', () => {
    assert.deepEqual(workbench.complaints, []);
  });
});
