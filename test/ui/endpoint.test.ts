import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Locator } from 'playwright-core';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { until } from './support/until';
import { openWorkbench, type Workbench } from './support/workbench';

/** Before Portolan gives a call up, and not before it gives a probe up: connecting takes half a minute. ms */
const LATE = 7000;

function answerLate(_request: IncomingMessage, response: ServerResponse): void {
  setTimeout(() => {
    response.writeHead(200, { 'Api-Version': '1.41' }).end('{ "ApiVersion": "1.41" }');
  }, LATE).unref();
}

const COMMAND = 'Portolan: Select Docker Endpoint…';

describe('selecting an endpoint', function () {
  this.timeout(180_000);
  let config: string;
  let near: Engine;
  let far: Engine;
  let stalled: Server;
  let workbench: Workbench;

  before(async () => {
    config = mkdtempSync(join(tmpdir(), 'portolan-config-'));
    [near, far] = await Promise.all([startEngine({ name: 'near' }), startEngine({ name: 'far' })]);
    await near.docker('network', 'create', 'near_net');
    await far.docker('network', 'create', 'far_net');
    stalled = createServer(answerLate).listen(join(config, 'stalled.sock'));
    const contexts = { near: near.host, far: far.host, dead: 'unix:///nonexistent/docker.sock' };
    for (const [name, host] of Object.entries({ ...contexts, stalled: `unix://${config}/stalled.sock` })) {
      docker('context', 'create', name, '--description', `the ${name} one`, '--docker', `host=${host}`);
    }
    docker('context', 'use', 'near');
    const env = { DOCKER_CONFIG: config };
    workbench = await openWorkbench({ folder: resolve('samples'), env, theme: 'dark' });
    await workbench.openContainer('Portolan');
    await untilNetwork('near_net');
  });

  after(async () => {
    await workbench.close();
    stalled.close();
    stalled.closeAllConnections();
    await Promise.all([near.stop(), far.stop()]);
    rmSync(config, { recursive: true });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await workbench.screenshot(`failed-${this.currentTest.title.slice(0, 40).replaceAll(/\W+/g, '-')}`);
    }
  });

  /** The docker CLI with the settings that the extension reads. */
  function docker(...args: readonly string[]): void {
    const own = Object.entries(process.env).filter(([name]) => !name.startsWith('DOCKER_'));
    const env = { ...Object.fromEntries(own), DOCKER_CONFIG: config };
    execFileSync('docker', args, { env, stdio: 'pipe' });
  }

  function statusItem(): Locator {
    return workbench.page.locator('.statusbar-item[id="portolan.portolan.portolan.endpoint"]');
  }

  async function untilStatus(spoken: string): Promise<void> {
    const label = async () => statusItem().locator('a').first().getAttribute('aria-label');
    await until(`status ${spoken}`, async () => ((await label()) === spoken ? true : undefined));
  }

  async function untilNetwork(name: string): Promise<void> {
    const rows = await workbench
      .tree('Networks')
      .untilRows((seen) => seen.some(({ label }) => label === name));
    const others = ['near_net', 'far_net'].filter((other) => other !== name);
    assert.deepEqual(
      rows.filter(({ label }) => others.includes(label)),
      [],
    );
  }

  /** The server for tests shows no notification by itself, only in the list of all. */
  async function notificationWith(words: string): Promise<Locator> {
    await workbench.run('Notifications: Show Notifications');
    const all = workbench.page.locator('.notifications-center .notification-list-item');
    const notification = all.filter({ hasText: words }).first();
    await notification.waitFor();
    return notification;
  }

  /** Waits until a row of the open list says that, and gives what it says. */
  async function rowWith(label: string, words: RegExp): Promise<string> {
    return until(`row ${label} with ${String(words)}`, async () => {
      const rows = workbench.page.locator(`.quick-input-list [role=option][aria-label^="${label},"]`);
      const text = (await rows.count()) > 0 ? await rows.first().innerText() : '';
      return words.test(text) ? text : undefined;
    });
  }

  it('shows in the status bar which engine it is, and follows `docker context use`', async () => {
    await untilStatus('Docker endpoint near, connected');
    docker('context', 'use', 'far');
    await untilNetwork('far_net');
    await untilStatus('Docker endpoint far, connected');
    docker('context', 'use', 'near');
    await untilNetwork('near_net');
  });

  it('lists the contexts with the state of each, and turns to the one that is picked by keyboard', async () => {
    await workbench.run(COMMAND);
    assert.match(await rowWith('near', /engine/), /engine \d+\.\d+\.\d+.* · API 1\.\d+/);
    assert.match(await rowWith('far', /engine/), /the far one/);
    await rowWith('dead', /No Docker engine answers \(connect ENOENT \/nonexistent\/docker\.sock\)\./);
    await rowWith('stalled', /The Docker engine does not answer in time \(no answer within 3 s\)\./);
    await rowWith('As the docker CLI Decides', /current .*context near/);
    await workbench.screenshot('endpoint-select-dark');
    await workbench.page.keyboard.type('the far one');
    await workbench.page.keyboard.press('Enter');
    await untilNetwork('far_net');
    await untilStatus('Docker endpoint far, connected');
    await statusItem().hover();
    await workbench.page.getByText('chosen for this workspace').waitFor();
    await workbench.screenshot('endpoint-status-dark');
  });

  it('keeps the choice over a reload of the window', async () => {
    await workbench.reload();
    await untilNetwork('far_net');
    await untilStatus('Docker endpoint far, connected');
  });

  it('goes back to the endpoint before when connecting is cancelled', async () => {
    await workbench.run(COMMAND);
    await rowWith('stalled', /the stalled one/);
    await workbench.page.keyboard.type('the stalled one');
    await workbench.page.keyboard.press('Enter');
    const notification = await notificationWith('Connecting to Docker context stalled…');
    await workbench.tree('Networks').untilRows((rows) => rows.length === 0);
    await workbench.screenshot('endpoint-connecting-dark');
    await notification.getByRole('button', { name: 'Cancel' }).click();
    await untilNetwork('far_net');
    await untilStatus('Docker endpoint far, connected');
  });

  it('says in one sentence that an endpoint does not answer, with the next step', async () => {
    await workbench.run(COMMAND);
    await rowWith('dead', /the dead one/);
    await workbench.page.keyboard.type('the dead one');
    await workbench.page.keyboard.press('Enter');
    const words = 'Docker context dead: No Docker engine answers (connect ENOENT /nonexistent/docker.sock).';
    const notification = await notificationWith(words);
    await untilStatus(
      'Docker endpoint dead, No Docker engine answers (connect ENOENT /nonexistent/docker.sock).',
    );
    await workbench.tree('Networks').row('Select Docker Endpoint…').waitFor();
    await workbench.screenshot('endpoint-dead-dark');
    await notification.getByRole('button', { name: 'Select Another' }).click();
    await rowWith('dead', /current/);
    await workbench.page.keyboard.press('Escape');
  });

  it('says that a chosen context is gone', async () => {
    docker('context', 'rm', '--force', 'dead');
    await workbench.run('Portolan: Refresh');
    await untilStatus(
      'Docker endpoint dead, This Docker endpoint can’t be used (there is no docker context "dead").',
    );
    await workbench.page.getByText('Select another one, or mend DOCKER_HOST').waitFor();
    await workbench.screenshot('endpoint-gone-dark');
  });

  it('takes a host that is typed, and refuses one that is none', async () => {
    await workbench.run(COMMAND);
    await workbench.pick('Enter a Host', 'Enter a Host…');
    const input = workbench.page.locator('.quick-input-widget input.input');
    await input.fill('ssh://-oProxyCommand=x');
    await workbench.page.getByText('its user or host is none that ssh may be given').waitFor();
    await workbench.screenshot('endpoint-enter-dark');
    await input.fill(near.host);
    await workbench.page.keyboard.press('Enter');
    await untilNetwork('near_net');
    await workbench.run('Portolan: Open the Sample Engine');
    await untilStatus('Docker endpoint Sample Engine, connected');
    await workbench.run('Portolan: Leave the Sample Engine');
    await untilNetwork('near_net');
    await untilStatus(`Docker endpoint ${near.socket}, connected`);
  });

  it('has thrown nothing', () => {
    assert.deepEqual(workbench.complaints, []);
  });
});
