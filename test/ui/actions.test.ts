import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import type { Locator } from 'playwright-core';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImages } from '../../scripts/testbed/image.mjs';
import { QuickInput } from './support/quickInput';
import type { TreeView } from './support/treeView';
import { until } from './support/until';
import { openWorkbench, type Workbench } from './support/workbench';

interface Inspected {
  readonly Name: string;
  readonly Driver: string;
  readonly Internal: boolean;
  readonly IPAM: { readonly Config: readonly unknown[] };
  readonly Options: Readonly<Record<string, string>>;
  readonly Labels: Readonly<Record<string, string>>;
}

interface Attachment {
  readonly IPAddress: string;
  readonly Aliases: readonly string[] | null;
  readonly IPAMConfig: Readonly<Record<string, string>> | null;
}

describe('changing an engine’s networks', function () {
  this.timeout(180_000);
  let engine: Engine;
  let workbench: Workbench;
  let quick: QuickInput;
  let networks: TreeView;

  before(async () => {
    engine = await startEngine();
    await loadImages(engine, { 'nginx:1.27': 80 });
    await engine.docker('run', '-d', '--name', 'web', '-p', '8080:80', 'nginx:1.27');
    await engine.netns('ip', 'link', 'add', 'p0', 'type', 'veth', 'peer', 'name', 'p1');
    workbench = await openWorkbench({ folder: resolve('samples'), env: engine.env, theme: 'dark' });
    quick = new QuickInput(workbench.page);
    networks = workbench.tree('Networks');
    await workbench.openContainer('Portolan');
    await untilRow('none');
  });

  after(async () => {
    await workbench.close();
    await engine.stop();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await workbench.screenshot(
        `failed-actions-${this.currentTest.title.slice(0, 40).replaceAll(/\W+/g, '-')}`,
      );
    }
    await clearNotifications();
  });

  async function untilRow(label: string, description?: RegExp): Promise<void> {
    await networks.untilRows((rows) =>
      rows.some((row) => row.label === label && (description?.test(row.description) ?? true)),
    );
  }

  async function untilNoRow(label: string): Promise<void> {
    await networks.untilRows((rows) => rows.every((row) => row.label !== label));
  }

  /** Waits for a message in the notification center: a toast comes and goes as it likes. */
  async function notification(text: string | RegExp): Promise<Locator> {
    await workbench.run('Notifications: Show Notifications');
    const all = workbench.page.locator('.notifications-center .notification-list-item');
    const found = all.filter({ hasText: text }).first();
    await found.waitFor();
    return found;
  }

  async function clearNotifications(): Promise<void> {
    const clear = workbench.page.locator('.notifications-center .codicon-notifications-clear-all');
    if (await clear.isVisible()) {
      await clear.click();
    }
  }

  function dialog(): Locator {
    return workbench.page.locator('.monaco-dialog-box');
  }

  async function answerDialog(button: string): Promise<void> {
    await dialog().getByRole('button', { name: button, exact: true }).click();
    await dialog().waitFor({ state: 'hidden' });
  }

  async function inspect<T>(...args: readonly string[]): Promise<T> {
    const [found] = JSON.parse(await engine.docker(...args)) as readonly T[];
    assert.ok(found);
    return found;
  }

  async function attachment(container: string, network: string): Promise<Attachment | undefined> {
    const inspected = await inspect<{
      readonly NetworkSettings: { readonly Networks: Readonly<Record<string, Attachment>> };
    }>('inspect', container);
    return inspected.NetworkSettings.Networks[network];
  }

  async function networkNames(): Promise<readonly string[]> {
    return (await engine.docker('network', 'ls', '--format', '{{.Name}}')).split('\n').sort();
  }

  /** Puts a field of the form right, from its row and back to it. */
  async function fill(row: string, text: string): Promise<void> {
    await quick.choose(row, new RegExp(`^${row},`));
    await quick.untilTitle(`Create Network: ${row}`);
    await quick.type(text);
    await quick.enter();
    await quick.untilTitle('Create Network (3/3)');
  }

  it('creates a network through the form, by the keyboard', async () => {
    await workbench.run('Portolan: Create Network…');
    await quick.untilTitle('Create Network (1/3)');
    assert.match(await quick.untilRow(/^Overlay/), /^Overlay, not now: the engine is in no swarm/);
    await workbench.screenshot('actions-1-driver-dark');
    await quick.choose('Bridge', /^Bridge,/);

    await quick.untilTitle('Create Network (2/3)');
    await quick.type('bridge');
    await quick.untilMessage('bridge is one of Docker');
    await workbench.screenshot('actions-2-name-dark');
    await quick.enter();
    await quick.untilTitle('Create Network (2/3)');
    await quick.type('shop_front');
    await quick.enter();

    await quick.untilTitle('Create Network (3/3)');
    await quick.untilRow(/^Subnet, chosen by the engine, next free: 172\.18\.0\.0\/16/);
    await workbench.screenshot('actions-3-form-dark');
    await fill('Subnet', '172.30.0.0/16');

    await quick.choose('Gateway', /^Gateway,/);
    await quick.untilTitle('Create Network: Gateway');
    await quick.type('172.31.0.9');
    await quick.untilMessage('The gateway 172.31.0.9 is not in the subnet 172.30.0.0/16.');
    await workbench.screenshot('actions-4-gateway-dark');
    await quick.enter();
    await quick.untilTitle('Create Network (3/3)');
    await quick.untilRow(/^Gateway, 172\.31\.0\.9, The gateway 172\.31\.0\.9 is not in the subnet/);
    await quick.choose('Create', /^Create shop_front, after one field is put right/);
    await quick.untilFocused(/^Gateway/);
    await workbench.screenshot('actions-5-errors-dark');
    await quick.enter();
    await quick.untilTitle('Create Network: Gateway');
    await quick.type('172.30.0.9');
    await quick.enter();
    await quick.untilTitle('Create Network (3/3)');

    await fill('IP range', '172.30.5.0/24');
    await fill('Reserved addresses', 'router=172.30.0.2');
    await fill('Labels', 'team=shop');
    await quick.choose('Driver options', /^Driver options/);
    await quick.untilTitle('Create Network: Driver options');
    await workbench.screenshot('actions-options-dark');
    await quick.choose('enable_icc', /^com\.docker\.network\.bridge\.enable_icc/);
    await quick.untilTitle('Create Network: Driver options: com.docker.network.bridge.enable_icc');
    await quick.choose('false', /^false/);
    await quick.untilTitle('Create Network (3/3)');
    await quick.choose('Internal', /^Internal, no/);
    await quick.untilRow(/^Internal, yes/);
    const create = await quick.untilRow(/^Create shop_front/);
    assert.match(create, /docker network create --driver bridge --internal .* shop_front$/);
    await workbench.screenshot('actions-6-filled-dark');
    await quick.choose('Create', /^Create shop_front/);

    await untilRow('shop_front', /172\.30\.0\.0\/16/);
    await notification('The network shop_front was created.');
    await workbench.screenshot('actions-7-created-dark');
    await workbench.page
      .locator('.part.sidebar .monaco-list-row.selected', { hasText: 'shop_front' })
      .waitFor();
    const { Name, Driver, Internal, IPAM, Options, Labels } = await inspect<Inspected>(
      'network',
      'inspect',
      'shop_front',
    );
    assert.deepEqual(
      { Name, Driver, Internal, Config: IPAM.Config, Options, Labels },
      {
        Name: 'shop_front',
        Driver: 'bridge',
        Internal: true,
        Config: [
          {
            Subnet: '172.30.0.0/16',
            IPRange: '172.30.5.0/24',
            Gateway: '172.30.0.9',
            AuxiliaryAddresses: { router: '172.30.0.2' },
          },
        ],
        Options: { 'com.docker.network.bridge.enable_icc': 'false' },
        Labels: { team: 'shop' },
      },
    );
  });

  it('creates a macvlan network on an interface', async () => {
    await workbench.run('Portolan: Create Network…');
    await quick.untilTitle('Create Network (1/3)');
    await quick.choose('Macvlan', /^Macvlan/);
    await quick.untilTitle('Create Network (2/5)');
    await quick.type('lan');
    await quick.enter();
    await quick.untilTitle('Create Network (3/5)');
    await quick.type('p0.5000');
    await quick.untilMessage('p0.5000 has to be there');
    await quick.type('p0');
    await workbench.screenshot('actions-parent-dark');
    await quick.enter();
    await quick.untilTitle('Create Network (4/5)');
    await workbench.screenshot('actions-mode-dark');
    await quick.choose('private', /^private/);
    await quick.untilTitle('Create Network (5/5)');
    await quick.untilRow(/^Create lan, docker network create --driver macvlan .*parent=p0/);
    await quick.choose('Create', /^Create lan/);
    await untilRow('lan');
    const { Options } = await inspect<Inspected>('network', 'inspect', 'lan');
    assert.deepEqual(Options, { macvlan_mode: 'private', parent: 'p0' });
  });

  it('shows the engine’s words when it refuses, and keeps what was typed', async () => {
    await workbench.run('Portolan: Create Network…');
    await quick.untilTitle('Create Network (1/3)');
    await quick.choose('Another Driver', /^Another Driver/);
    await quick.untilTitle('Create Network: Another Driver (1/3)');
    await quick.type('nosuch');
    await quick.enter();
    await quick.untilTitle('Create Network (2/3)');
    await quick.type('odd');
    await quick.enter();
    await quick.untilTitle('Create Network (3/3)');
    await quick.choose('Create', /^Create odd/);
    const refusal = await notification('The network odd was not created: plugin "nosuch" not found');
    await workbench.screenshot('actions-refused-dark');
    await refusal.getByRole('button', { name: 'Try Again' }).click();
    await quick.untilTitle('Create Network (3/3)');
    await quick.untilRow(/^Name, odd/);
    await quick.cancel();
    await workbench.run('Portolan: Create Network…');
    await quick.untilFocused(/^Continue with odd/);
    await workbench.screenshot('actions-continue-dark');
    await quick.cancel();
    assert.equal((await networkNames()).includes('odd'), false);
  });

  it('connects a container with an address and aliases', async () => {
    await networks.collapse('bridge');
    await networks.menu('shop_front', 'Connect Container…');
    await quick.untilTitle('Connect Container');
    await quick.untilRow(/^web, running · bridge/);
    await quick.enter();
    await quick.untilFocused(/^Connect web to shop_front/);
    await quick.choose('IPv4', /^IPv4 address, chosen by the engine, of 172\.30\.5\.0\/24/);
    await quick.untilTitle('Connect Container: IPv4 address');
    await quick.type('172.29.0.1');
    await quick.untilMessage('172.29.0.1');
    await workbench.screenshot('actions-address-dark');
    await quick.type('172.30.5.77');
    await quick.enter();
    await quick.untilTitle('Connect Container');
    await quick.choose('Aliases', /^Aliases, none/);
    await quick.untilTitle('Connect Container: Aliases');
    await quick.type('db, database');
    await quick.enter();
    await quick.untilRow(
      /^Connect web to shop_front, docker network connect --ip 172\.30\.5\.77 --alias db --alias database shop_front web/,
    );
    await workbench.screenshot('actions-connect-dark');
    await quick.choose('Connect', /^Connect web/);
    await untilRow('web', /172\.30\.5\.77/);
    const joined = await attachment('web', 'shop_front');
    assert.deepEqual(joined?.IPAMConfig, { IPv4Address: '172.30.5.77' });
    assert.deepEqual(joined.Aliases?.slice(0, 2), ['db', 'database']);
  });

  it('disconnects it, and connects it again as it was', async () => {
    const before = await attachment('web', 'shop_front');
    await networks.menu('web', 'Disconnect from Network');
    await dialog().getByText('Disconnect web from shop_front?').waitFor();
    await dialog().getByText('web leaves shop_front and loses 172.30.5.77.').waitFor();
    await workbench.screenshot('actions-disconnect-dark');
    await answerDialog('Disconnect');
    await untilNoRow('web');
    assert.equal(await attachment('web', 'shop_front'), undefined);
    const said = await notification('The container web was disconnected from shop_front.');
    await workbench.screenshot('actions-undo-dark');
    await said.getByRole('button', { name: 'Undo' }).click();
    await untilRow('web', /172\.30\.5\.77/);
    await notification('web is on shop_front again.');
    const after = await attachment('web', 'shop_front');
    assert.deepEqual(after?.IPAMConfig, before?.IPAMConfig);
    assert.deepEqual(after?.Aliases, before?.Aliases);
  });

  it('removes two networks at once by the Delete key', async () => {
    await engine.docker('network', 'create', 'one');
    await engine.docker('network', 'create', 'two');
    await untilRow('two');
    await networks.row('one').click();
    await networks.row('two').click({ modifiers: ['Control'] });
    await workbench.page.keyboard.press('Delete');
    await dialog().getByText('Remove 2 networks?').waitFor();
    await dialog().getByText('one and two.').waitFor();
    await workbench.screenshot('actions-remove-dark');
    await answerDialog('Remove');
    await untilNoRow('one');
    await untilNoRow('two');
    await notification('The networks one and two were removed.');
    assert.deepEqual(
      (await networkNames()).filter((name) => name === 'one' || name === 'two'),
      [],
    );
  });

  it('takes the row under the cursor where keys moved it off the selection', async () => {
    await engine.docker('network', 'create', 'key1');
    await engine.docker('network', 'create', 'key2');
    await untilRow('key2');
    await networks.row('key2').click();
    await workbench.page.keyboard.press('ArrowUp');
    await workbench.page.keyboard.press('Delete');
    await dialog().getByText('Remove the network key1?').waitFor();
    await answerDialog('Cancel');
    await networks.row('bridge').click();
    await workbench.page.keyboard.press('Delete');
    await notification('The engine made bridge itself, and does not remove it.');
    await engine.docker('network', 'rm', 'key1', 'key2');
    await untilNoRow('key2');
  });

  it('shows the engine’s words when it refuses to remove one, and the row stays', async () => {
    await engine.docker('network', 'create', 'late');
    await untilRow('late');
    await networks.menu('late', 'Remove Network…');
    await dialog().getByText('Remove the network late?').waitFor();
    await engine.docker('run', '-d', '--name', 'quick', '--network', 'late', 'nginx:1.27');
    await answerDialog('Remove');
    await notification(/The network late was not removed: .*late id .* has active endpoints/);
    await workbench.screenshot('actions-remove-refused-dark');
    await untilRow('late');
    assert.ok((await networkNames()).includes('late'));
  });

  it('says whom it disconnected where the engine refuses all the same, and connects them again', async () => {
    const before = await attachment('quick', 'late');
    await networks.menu('late', 'Remove Network…');
    await dialog().getByText('quick is on it; the engine does not remove it while it is.').waitFor();
    await engine.docker('run', '-d', '--name', 'guest', '--network', 'late', 'nginx:1.27');
    await answerDialog('Disconnect 1 Container and Remove');
    const said = await notification(
      /The network late was not removed: .* has active endpoints\. quick was disconnected from late\./,
    );
    await workbench.screenshot('actions-remove-half-dark');
    assert.equal(await attachment('quick', 'late'), undefined);
    await said.getByRole('button', { name: 'Undo' }).click();
    await notification('quick is on late again.');
    assert.deepEqual((await attachment('quick', 'late'))?.Aliases, before?.Aliases);
    await engine.docker('rm', '-f', 'guest');
    await untilNoRow('guest');
  });

  it('disconnects what is on a network and removes it, when told so', async () => {
    await networks.menu('late', 'Remove Network…');
    await dialog().getByText('quick is on it; the engine does not remove it while it is.').waitFor();
    await workbench.screenshot('actions-remove-busy-dark');
    await answerDialog('Disconnect 1 Container and Remove');
    await untilNoRow('late');
    assert.equal((await networkNames()).includes('late'), false);
    assert.equal(await engine.docker('inspect', '--format', '{{.State.Running}}', 'quick'), 'true');
  });

  it('lists what pruning removes, and spares what a stopped container needs', async () => {
    await engine.docker('network', 'create', 'unused1');
    await engine.docker('network', 'create', 'unused2');
    await engine.docker('network', 'create', 'needed');
    await engine.docker('create', '--name', 'asleep', '--network', 'needed', 'nginx:1.27');
    await untilRow('asleep');
    const before = await networkNames();
    await workbench.run('Portolan: Prune Networks…');
    await quick.untilTitle('Prune Networks Without a Running Container');
    await quick.untilRow(/^needed, .*needed by stopped: asleep/);
    assert.deepEqual(
      (await quick.rows()).map((row) => row.split(',')[0]),
      ['lan', 'needed', 'unused1', 'unused2'],
    );
    await workbench.screenshot('actions-prune-dark');
    await quick.enter();
    await notification('The networks lan, unused1 and unused2 were removed.');
    await untilNoRow('unused1');
    const gone = ['lan', 'unused1', 'unused2'];
    assert.deepEqual(
      await networkNames(),
      before.filter((name) => !gone.includes(name)),
    );
    await engine.docker('rm', 'asleep');
    await engine.docker('network', 'rm', 'needed');
    await untilNoRow('needed');
    await workbench.run('Portolan: Prune Networks…');
    await notification('There is nothing to prune: no network is unused.');
  });

  it('has thrown nothing', () => {
    assert.deepEqual(workbench.complaints, []);
  });

  it('says so when the engine is gone, and how to come to another', async () => {
    await engine.kill();
    await until('a view that knows', async () =>
      (await workbench.page.getByText('This is the picture of').count()) > 0 ? true : undefined,
    );
    await workbench.run('Portolan: Prune Networks…');
    const said = await notification(/can’t be reached|No Docker engine answers|broke the connection off/);
    await said.getByRole('button', { name: 'Select Docker Endpoint' }).waitFor();
    await workbench.screenshot('actions-no-engine-dark');
  });
});
