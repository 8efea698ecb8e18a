import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveEndpoint, type EndpointSources } from '../../../src/engine/endpoint';

describe('resolveEndpoint', () => {
  let home: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'portolan-home-'));
  });

  afterEach(() => {
    rmSync(home, { recursive: true });
  });

  function resolve(changes: Partial<EndpointSources> = {}) {
    return resolveEndpoint({ setting: '', env: {}, home, platform: 'linux', ...changes });
  }

  function writeConfig(name: string, meta: unknown, tls = false): void {
    const digest = createHash('sha256').update(name).digest('hex');
    const folder = join(home, '.docker/contexts/meta', digest);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'meta.json'), JSON.stringify(meta));
    writeFileSync(join(home, '.docker/config.json'), JSON.stringify({ currentContext: name }));
    if (tls) {
      mkdirSync(join(home, '.docker/contexts/tls', digest, 'docker'), { recursive: true });
    }
  }

  it('prefers the setting to the environment, and the environment to the context', async () => {
    writeConfig('desk', { Endpoints: { docker: { Host: 'unix:///desk.sock' } } });
    const env = { DOCKER_HOST: 'tcp://10.0.0.1:2375' };
    assert.deepEqual((await resolve({ setting: '/run/my.sock', env })).endpoint, {
      url: 'unix:///run/my.sock',
      origin: 'setting',
    });
    assert.deepEqual((await resolve({ env })).endpoint, {
      url: 'tcp://10.0.0.1:2375',
      origin: 'DOCKER_HOST',
    });
    assert.deepEqual((await resolve()).endpoint, {
      url: 'unix:///desk.sock',
      origin: 'context',
      context: 'desk',
    });
  });

  it('reads the context that DOCKER_CONTEXT names, from the folder that DOCKER_CONFIG names', async () => {
    writeConfig('far', { Endpoints: { docker: { Host: 'tcp://far:2376', SkipTLSVerify: true } } }, true);
    const digest = createHash('sha256').update('far').digest('hex');
    const env = { DOCKER_CONTEXT: 'far', DOCKER_CONFIG: join(home, '.docker') };
    assert.deepEqual(await resolve({ env, home: '/nowhere' }), {
      endpoint: { url: 'tcp://far:2376', origin: 'DOCKER_CONTEXT', context: 'far' },
      tls: { folder: join(home, '.docker/contexts/tls', digest, 'docker'), verify: false, caOptional: true },
    });
  });

  it('takes TLS from a context that has files for it, or skips to verify', async () => {
    const tlsOf = async (changes: object, files: boolean) => {
      const name = `${JSON.stringify(changes)} ${String(files)}`;
      writeConfig(name, { Endpoints: { docker: { Host: 'tcp://far:2376', ...changes } } }, files);
      return (await resolve()).tls?.verify;
    };
    assert.equal(await tlsOf({ SkipTLSVerify: false }, false), undefined);
    assert.equal(await tlsOf({}, true), true);
    assert.equal(await tlsOf({ SkipTLSVerify: true }, true), false);
    assert.equal(await tlsOf({ SkipTLSVerify: true }, false), false);
    assert.equal(await tlsOf({ SkipTLSVerify: true, Host: 'unix:///x.sock' }, false), undefined);
  });

  it('takes TLS from the environment for tcp endpoints', async () => {
    const env = { DOCKER_HOST: 'example:2376', DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/certs' };
    assert.deepEqual(await resolve({ env }), {
      endpoint: { url: 'tcp://example:2376', origin: 'DOCKER_HOST' },
      tls: { folder: '/certs', verify: true },
    });
    assert.equal((await resolve({ env: { ...env, DOCKER_HOST: 'unix:///x.sock' } })).tls, undefined);
  });

  it('takes the system’s socket before the rootless one, and names it where there is none', async () => {
    const rootless = join(home, 'docker.sock');
    const systemSocket = join(home, 'system.sock');
    const env = { XDG_RUNTIME_DIR: home };
    const urlOf = async () => (await resolve({ env, systemSocket })).endpoint.url;
    assert.equal(await urlOf(), `unix://${systemSocket}`);
    writeFileSync(rootless, '');
    assert.equal(await urlOf(), `unix://${rootless}`);
    writeFileSync(systemSocket, '');
    assert.equal(await urlOf(), `unix://${systemSocket}`);
    assert.equal((await resolve({ platform: 'win32' })).endpoint.url, 'npipe:////./pipe/docker_engine');
  });

  it('takes `unix://` alone for the default socket', async () => {
    const systemSocket = join(home, 'system.sock');
    assert.deepEqual((await resolve({ env: { DOCKER_HOST: 'unix://' }, systemSocket })).endpoint, {
      url: `unix://${systemSocket}`,
      origin: 'DOCKER_HOST',
    });
  });

  it('drops a password before anybody can show it', async () => {
    const urlOf = async (setting: string) => (await resolve({ setting })).endpoint.url;
    assert.equal(await urlOf('ssh://u:secret@h'), 'ssh://u@h');
    assert.equal(await urlOf('tcp://u:se/c@ret@h:2376'), 'tcp://u@h:2376');
    assert.equal(await urlOf('tcp://[::1]:2375'), 'tcp://[::1]:2375');
    assert.equal(await urlOf('u:secret@h:2375'), 'tcp://u@h:2375');
    assert.equal(await urlOf('ssh://u:secret@h:22/run/a@b:c@1.sock'), 'ssh://u@h:22/run/a@b:c@1.sock');
    assert.equal(await urlOf('ssh://u:se/c@ret@h'), 'ssh://u@h');
    assert.equal(await urlOf('ssh://u:se\nc@h'), 'ssh://u@h');
  });

  it('leaves the path of a socket behind ssh as it is', async () => {
    for (const url of [
      'ssh://host:22/run/docker@1.sock',
      'ssh://host/run/docker@1.sock',
      'ssh://u@host:22/run/docker:a@1.sock',
      'ssh://[fe80::1]:22/run/docker@1.sock',
      'ssh://u@[fe80::1]/run/docker@1.sock',
    ]) {
      assert.equal((await resolve({ setting: url })).endpoint.url, url);
    }
  });

  it('goes on with the default when the config is broken', async () => {
    mkdirSync(join(home, '.docker'));
    writeFileSync(join(home, '.docker/config.json'), '{ not json');
    assert.equal((await resolve()).endpoint.origin, 'default');
  });

  it('puts the user’s choice before all', async () => {
    writeConfig('desk', { Endpoints: { docker: { Host: 'unix:///desk.sock' } } });
    const others = { setting: 'unix:///set.sock', env: { DOCKER_HOST: 'tcp://10.0.0.1:2375' } };
    const resolved = (choice: EndpointSources['choice']) => resolve({ ...others, choice });
    assert.deepEqual((await resolved({ kind: 'context', name: 'desk' })).endpoint, {
      url: 'unix:///desk.sock',
      origin: 'chosen',
      context: 'desk',
    });
    assert.deepEqual((await resolved({ kind: 'host', url: 'ssh://u@h' })).endpoint, {
      url: 'ssh://u@h',
      origin: 'chosen',
    });
  });

  it('takes the context `default` for none, whoever names it', async () => {
    writeConfig('default', {});
    assert.equal((await resolve()).endpoint.origin, 'default');
    writeConfig('desk', { Endpoints: { docker: { Host: 'unix:///desk.sock' } } });
    assert.equal((await resolve({ env: { DOCKER_CONTEXT: 'default' } })).endpoint.origin, 'default');
  });

  it('names a context that is gone, with the problem', async () => {
    const problem = { reason: 'badEndpoint', detail: 'there is no docker context "gone"' };
    assert.deepEqual(await resolve({ env: { DOCKER_CONTEXT: 'gone' } }), {
      endpoint: { url: '', origin: 'DOCKER_CONTEXT', context: 'gone' },
      problem,
    });
    assert.deepEqual(await resolve({ choice: { kind: 'context', name: 'gone' } }), {
      endpoint: { url: '', origin: 'chosen', context: 'gone' },
      problem,
    });
  });

  it('says why a context can’t be used', async () => {
    writeConfig('k8s', { Endpoints: { kubernetes: {} } });
    assert.equal((await resolve()).problem?.detail, 'the docker context "k8s" has no docker endpoint');
  });
});
