import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dockerSource } from '../../../src/engine/sources';

describe('the user’s engine', () => {
  let home: string;
  let server: Server;
  let end: AbortController;
  /** Called when the engine is asked for its version, before it answers. */
  let meanwhile: () => void;

  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'portolan-home-'));
    end = new AbortController();
    meanwhile = () => undefined;
    server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    writeContext('one', { Host: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}` });
    writeContext('two', { Host: 'unix:///nonexistent.sock' });
    use('one');
  });

  afterEach(async () => {
    end.abort();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    rmSync(home, { recursive: true });
  });

  function answer({ url = '' }: IncomingMessage, response: ServerResponse): void {
    if (url.includes('/events')) {
      // Its stream stays open.
      response.writeHead(200).flushHeaders();
      return;
    }
    if (url.endsWith('/version')) {
      meanwhile();
    }
    response.writeHead(200, { 'Content-Type': 'application/json', 'Api-Version': '1.41' });
    response.end('{}');
  }

  function writeContext(name: string, docker: object): void {
    const digest = createHash('sha256').update(name).digest('hex');
    const folder = join(home, '.docker/contexts/meta', digest);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'meta.json'), JSON.stringify({ Name: name, Endpoints: { docker } }));
  }

  function use(currentContext: string): void {
    writeFileSync(join(home, '.docker/config.json'), JSON.stringify({ currentContext }));
  }

  async function openStream(): Promise<AsyncIterator<unknown>> {
    const sources = { setting: '', env: {}, home, platform: 'linux' } as const;
    const located = await dockerSource(() => sources).locate();
    assert.equal(located.endpoint.context, 'one');
    const connection = await located.connect(end.signal);
    return (await connection.changes(end.signal))[Symbol.asyncIterator]();
  }

  it('is left when another context was taken up while it was dialled', async () => {
    meanwhile = () => {
      use('two');
    };
    const stream = await openStream();
    assert.deepEqual(await stream.next(), { done: true, value: undefined });
  });

  it('is left when another context is taken up later', async () => {
    const stream = await openStream();
    use('two');
    assert.deepEqual(await stream.next(), { done: true, value: undefined });
  });

  it('is left when its context leads to another address, or asks for TLS', async () => {
    const moved = await openStream();
    const { port } = server.address() as AddressInfo;
    const Host = `tcp://localhost:${port}`;
    writeContext('one', { Host });
    assert.deepEqual(await moved.next(), { done: true, value: undefined });
    const encrypted = await openStream();
    writeContext('one', { Host, SkipTLSVerify: true });
    assert.deepEqual(await encrypted.next(), { done: true, value: undefined });
  });
});
