import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listContexts } from '../../../src/engine/contexts';
import { onConfigChange } from '../../../src/engine/contextWatch';
import { defaultSocket, existingSockets } from '../../../src/engine/sockets';

describe('what this machine has', () => {
  let home: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'portolan-home-'));
  });

  afterEach(() => {
    rmSync(home, { recursive: true });
  });

  function writeMeta(name: string, meta: string): void {
    const digest = createHash('sha256').update(name).digest('hex');
    mkdirSync(join(home, '.docker/contexts/meta', digest), { recursive: true });
    writeFileSync(join(home, '.docker/contexts/meta', digest, 'meta.json'), meta);
  }

  it('lists the docker contexts by name, and leaves out those that can’t be read', async () => {
    writeMeta('zeta', JSON.stringify({ Name: 'zeta', Metadata: { Description: 'the far one' } }));
    writeMeta('alpha', JSON.stringify({ Name: 'alpha', Metadata: null }));
    writeMeta('odd', JSON.stringify({ Name: 7 }));
    writeMeta('broken', '{ not json');
    mkdirSync(join(home, '.docker/contexts/meta/empty'));
    assert.deepEqual(await listContexts({ env: {}, home }), [
      { name: 'alpha', description: undefined },
      { name: 'zeta', description: 'the far one' },
    ]);
  });

  it('has no contexts where there is no docker folder', async () => {
    assert.deepEqual(await listContexts({ env: {}, home }), []);
    assert.deepEqual(await listContexts({ env: { DOCKER_CONFIG: join(home, 'none') }, home: '/none' }), []);
  });

  it('finds the sockets of every engine it knows, the system’s own first', async () => {
    const runtime = join(home, 'run');
    const names = [
      '.docker/run/docker.sock',
      '.docker/desktop/docker.sock',
      '.colima/default/docker.sock',
      '.orbstack/run/docker.sock',
      '.rd/docker.sock',
      'run/docker.sock',
      'run/podman/podman.sock',
      'podman.sock',
      'system.sock',
    ];
    const sources = {
      env: { XDG_RUNTIME_DIR: runtime },
      home,
      platform: 'linux',
      systemSocket: join(home, 'system.sock'),
      podmanSocket: join(home, 'podman.sock'),
    } as const;
    assert.deepEqual(await existingSockets(sources), []);
    for (const name of names) {
      mkdirSync(join(home, name, '..'), { recursive: true });
      writeFileSync(join(home, name), '');
    }
    assert.deepEqual(
      (await existingSockets(sources)).map(({ name, url }) => [name, url.replace(`unix://${home}/`, '')]),
      [
        ['Docker', 'system.sock'],
        ['Docker (rootless)', 'run/docker.sock'],
        ['Docker Desktop', '.docker/run/docker.sock'],
        ['Docker Desktop', '.docker/desktop/docker.sock'],
        ['Colima', '.colima/default/docker.sock'],
        ['OrbStack', '.orbstack/run/docker.sock'],
        ['Rancher Desktop', '.rd/docker.sock'],
        ['Podman (rootless)', 'run/podman/podman.sock'],
        ['Podman', 'podman.sock'],
      ],
    );
  });

  it('takes Podman’s system socket where there is no other', async () => {
    const podmanSocket = join(home, 'podman.sock');
    const server = createServer().listen(podmanSocket);
    const systemSocket = join(home, 'none.sock');
    const sources = { env: {}, home, platform: 'linux', systemSocket, podmanSocket } as const;
    assert.equal(await defaultSocket(sources), `unix://${podmanSocket}`);
    await new Promise((resolve) => server.close(resolve));
    assert.equal(await defaultSocket(sources), `unix://${systemSocket}`);
  });

  it('hears when the docker settings are written, and nothing after the end', async () => {
    mkdirSync(join(home, '.docker'));
    const end = new AbortController();
    await new Promise<void>((resolve) => {
      onConfigChange({ env: {}, home }, undefined, end.signal, resolve);
      writeFileSync(join(home, '.docker/config.json'), '{}');
    });
    end.abort();
    const never = (): void => assert.fail('the folder is not there');
    onConfigChange({ env: {}, home: '/nonexistent' }, 'desk', new AbortController().signal, never);
  });

  it('hears when the context in use is updated', async () => {
    writeMeta('desk', '{}');
    const end = new AbortController();
    await new Promise<void>((resolve) => {
      onConfigChange({ env: {}, home }, 'desk', end.signal, resolve);
      writeMeta('desk', '{ }');
    });
    end.abort();
  });
});
