import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import type { Engine } from '../../scripts/testbed/engine.mjs';
import { loadImages } from '../../scripts/testbed/image.mjs';
import { startTwoNodes, type TwoNodes } from '../../scripts/testbed/twoNodes.mjs';
import { outline } from './support/treeView';
import { until } from './support/until';
import { openWorkbench } from './support/workbench';

const samples = resolve('samples');

describe('the networks view of a swarm', function () {
  this.timeout(240_000);
  let nodes: TwoNodes;

  before(async () => {
    nodes = await startTwoNodes();
    for (const engine of [nodes.manager, nodes.worker]) {
      await loadImages(engine, { 'nginx:1.27': 80 });
    }
    await nodes.manager.docker(
      'network',
      'create',
      '-d',
      'overlay',
      '--attachable',
      '--subnet',
      '10.7.0.0/24',
      'mesh',
    );
    await nodes.manager.docker(
      'service',
      'create',
      '-d',
      '--name',
      'shop',
      '--network',
      'mesh',
      '--mode',
      'global',
      '--no-resolve-image',
      'nginx:1.27',
    );
    for (const engine of [nodes.manager, nodes.worker]) {
      await until('a task on each node', async () =>
        (await engine.docker('ps', '-q')) === '' ? undefined : true,
      );
    }
  });

  after(() => nodes.stop());

  /** Opens the network and its groups, and gives what stands below it. */
  async function meshOf(engine: Engine, name: string, peer: RegExp): Promise<readonly string[]> {
    const workbench = await openWorkbench({ folder: samples, env: engine.env, theme: 'dark', height: 1200 });
    try {
      await workbench.openContainer('Portolan');
      const networks = workbench.tree('Networks');
      await networks.untilRows((seen) => seen.some(({ label }) => label === 'mesh'));
      await networks.expand('mesh');
      await networks.expand('Services');
      await networks.expand('Peers');
      const rows = await networks.untilRows((seen) => {
        const lines = outline(seen);
        return (
          lines.some((line) => /^ {4}shop: /.test(line)) && lines.filter((line) => peer.test(line)).length > 0
        );
      });
      await workbench.screenshot(name);
      const lines = outline(rows);
      return lines.slice(lines.findIndex((line) => line.startsWith('mesh')));
    } finally {
      await workbench.close();
    }
  }

  it('has services and peers of an overlay on a manager', async () => {
    const lines = await meshOf(nodes.manager, 'overlay-manager-dark', /^ {4}node-2: worker · ready/);
    assert.match(lines[0] ?? '', /^mesh: overlay · swarm · attachable · 10\.7\.0\.0\/24 · 1 container$/);
    assert.ok(
      lines.some((line) => /^ {4}shop: 10\.7\.0\.\d+ · 2 of 2 running · global/.test(line)),
      lines.join('\n'),
    );
  });

  it('has on a worker what it has heard, and says what it can’t know', async () => {
    const lines = await meshOf(nodes.worker, 'overlay-worker-dark', /^ {4}192\.0\.2\.1: peer/);
    assert.ok(
      lines.some((line) => /^ {4}shop: 10\.7\.0\.\d+ · 2 tasks$/.test(line)),
      lines.join('\n'),
    );
    assert.ok(lines.includes('    A manager knows more.'), lines.join('\n'));
  });
});
