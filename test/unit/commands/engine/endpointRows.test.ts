import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  isSameChoice,
  listEndpoints,
  sayHostProblem,
  sayProbe,
} from '../../../../src/commands/engine/endpointRows';
import type { EngineChoice } from '../../../../src/engine/choice';
import type { EndpointSources } from '../../../../src/engine/endpoint';

describe('the list of endpoints', () => {
  let home: string;
  let sources: EndpointSources;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'portolan-home-'));
    const systemSocket = '/nonexistent/docker.sock';
    const podmanSocket = '/nonexistent/podman.sock';
    sources = { setting: '', env: {}, home, platform: 'linux', systemSocket, podmanSocket };
  });

  afterEach(() => {
    rmSync(home, { recursive: true });
  });

  function writeContext(name: string, host: string, description?: string): void {
    const digest = createHash('sha256').update(name).digest('hex');
    const folder = join(home, '.docker/contexts/meta', digest);
    mkdirSync(folder, { recursive: true });
    const meta = {
      Name: name,
      Metadata: { Description: description },
      Endpoints: { docker: { Host: host } },
    };
    writeFileSync(join(folder, 'meta.json'), JSON.stringify(meta));
  }

  async function rows(current?: EngineChoice, changes: Partial<EndpointSources> = {}) {
    const entries = await listEndpoints({ ...sources, ...changes }, current);
    return entries.map(({ group, label, description }) => [group, label, description]);
  }

  it('has what decides by itself alone on a bare machine', async () => {
    assert.deepEqual(await rows(), [
      ['automatic', 'As the docker CLI Decides', 'default socket · unix:///nonexistent/docker.sock'],
    ]);
  });

  it('says what decides now', async () => {
    const first = async (changes: Partial<EndpointSources>) => (await rows(undefined, changes))[0]?.slice(1);
    assert.deepEqual(await first({ setting: 'box:2375' }), [
      'As portolan.host Says',
      'setting · tcp://box:2375',
    ]);
    assert.deepEqual(await first({ env: { DOCKER_HOST: 'ssh://u@box' } }), [
      'As the docker CLI Decides',
      'DOCKER_HOST · ssh://u@box',
    ]);
    writeContext('far', 'ssh://u@far');
    assert.deepEqual(await first({ env: { DOCKER_CONTEXT: 'far' } }), [
      'As the docker CLI Decides',
      'DOCKER_CONTEXT far · ssh://u@far',
    ]);
    writeFileSync(join(home, '.docker/config.json'), '{ "currentContext": "far" }');
    assert.deepEqual(await first({}), ['As the docker CLI Decides', 'context far · ssh://u@far']);
  });

  it('has every context, and each socket that none of them leads to', async () => {
    const desktop = join(home, '.docker/desktop/docker.sock');
    const colima = join(home, '.colima/default/docker.sock');
    for (const socket of [desktop, colima]) {
      mkdirSync(join(socket, '..'), { recursive: true });
      writeFileSync(socket, '');
    }
    writeContext('colima', `unix://${colima}`, 'the light one');
    const podmanSocket = join(home, 'podman.sock');
    writeFileSync(podmanSocket, '');
    assert.deepEqual(
      (await rows(undefined, { podmanSocket })).map(([group, label]) => [group, label]),
      [
        // The default socket is Docker Desktop's.
        ['automatic', 'As the docker CLI Decides'],
        ['contexts', 'colima'],
        ['sockets', 'Podman'],
      ],
    );
    assert.match((await rows())[1]?.[2] ?? '', /docker\.sock · the light one$/);
  });

  it('says the whole of what a context says of itself, and draws no icon of it', async () => {
    const words = 'the build machine in the cellar, for nightly images only';
    writeContext('cellar', 'ssh://builder@a-long-name.of-a-host.example.com', `${words} $(flame)`);
    assert.equal(
      (await rows())[1]?.[2],
      `ssh://builder@a-long-name.of-a-host.example.com · ${words} \\$(flame)`,
    );
  });

  it('has what was chosen before, though it is gone or was typed', async () => {
    assert.deepEqual((await rows({ kind: 'host', url: 'ssh://u@box' })).slice(1), [
      ['chosen', 'u@box', 'ssh://u@box'],
    ]);
    assert.deepEqual((await rows({ kind: 'context', name: 'gone' })).slice(1), [['chosen', 'gone', '']]);
    assert.equal((await rows({ kind: 'sample' })).length, 1);
  });

  it('tells each state in words', () => {
    assert.equal(sayProbe(undefined), '$(loading~spin) asking…');
    const engine = { engineVersion: '20.10.24', apiVersion: '1.41' };
    assert.equal(sayProbe({ ok: true, value: engine }), '$(pass) engine 20.10.24 · API 1.41');
    const silent = { engineVersion: undefined, apiVersion: undefined };
    assert.equal(sayProbe({ ok: true, value: silent }), '$(pass) engine of unknown version');
    const problem = { reason: 'notRunning', detail: 'connect ENOENT /x$(y)' } as const;
    assert.equal(
      sayProbe({ ok: false, problem }),
      '$(error) No Docker engine answers (connect ENOENT /x\\$(y)).',
    );
  });

  it('tells choices apart', () => {
    assert.ok(isSameChoice(undefined, undefined));
    assert.ok(isSameChoice({ kind: 'context', name: 'a' }, { name: 'a', kind: 'context' }));
    assert.ok(!isSameChoice({ kind: 'context', name: 'a' }, { kind: 'host', url: 'a' }));
    assert.ok(!isSameChoice(undefined, { kind: 'sample' }));
  });

  it('says while it is typed why an address is none', () => {
    assert.equal(sayHostProblem('ssh://u@box'), undefined);
    assert.equal(sayHostProblem('/run/docker.sock'), undefined);
    assert.equal(sayHostProblem('box'), undefined);
    assert.match(sayHostProblem(' ') ?? '', /^unix:\/\/\/run\/docker\.sock, tcp:/);
    assert.equal(
      sayHostProblem('ssh://-oProxyCommand=x'),
      'Not an address of an engine: its user or host is none that ssh may be given.',
    );
  });
});
