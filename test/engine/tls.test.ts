import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { connectDocker } from '../../src/engine/dockerConnection';
import { problemOf } from '../../src/engine/problem';
import { makeCertificates } from './certificates';

/** Passes on to the engine's socket what comes from a client, with a certificate of the authority if one is asked for. */
async function serveTls(engine: Engine, folder: string, requestCert = true): Promise<Server> {
  const read = (name: string) => readFileSync(join(folder, name));
  const options = { ca: read('ca.pem'), cert: read('server-cert.pem'), key: read('server-key.pem') };
  const server = createServer({ ...options, requestCert }, ({ method, url: path, headers }, outgoing) => {
    request({ socketPath: engine.socket, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

describe('an engine behind TLS', () => {
  let engine: Engine;
  let own: string;
  let foreign: string;
  let server: Server;

  before(async () => {
    engine = await startEngine();
    [own, foreign] = [join(engine.folder, 'own'), join(engine.folder, 'foreign')];
    makeCertificates(own);
    makeCertificates(foreign);
    server = await serveTls(engine, own);
  });

  after(async () => {
    server.closeAllConnections();
    server.close();
    await engine.stop();
  });

  async function networkCount(tls?: { folder: string; verify: boolean }, at = server): Promise<number> {
    const url = `tcp://127.0.0.1:${(at.address() as AddressInfo).port}`;
    const { signal } = new AbortController();
    const endpoint = { url, origin: 'setting' } as const;
    const connection = await connectDocker(tls ? { endpoint, tls } : { endpoint }, signal);
    return ((await connection.read(signal)).networks as unknown[]).length;
  }

  async function reasonOf(tls?: { folder: string; verify: boolean }): Promise<string> {
    return networkCount(tls).then(
      () => 'connected',
      (error: unknown) => problemOf(error).reason,
    );
  }

  it('answers a client with its certificates', async () => {
    assert.equal(await networkCount({ folder: own, verify: true }), 3);
  });

  it('answers a client that has only the authority, where it asks for none', async () => {
    const alone = join(engine.folder, 'alone');
    mkdirSync(alone);
    writeFileSync(join(alone, 'ca.pem'), readFileSync(join(own, 'ca.pem')));
    const open = await serveTls(engine, own, false);
    try {
      assert.equal(await networkCount({ folder: alone, verify: true }, open), 3);
      assert.equal(await networkCount({ folder: join(alone, 'none'), verify: false }, open), 3);
    } finally {
      open.closeAllConnections();
      open.close();
    }
  });

  it('is not believed when another authority vouches for it, unless verification is off', async () => {
    writeFileSync(join(own, 'right.pem'), readFileSync(join(own, 'ca.pem')));
    writeFileSync(join(own, 'ca.pem'), readFileSync(join(foreign, 'ca.pem')));
    assert.equal(await reasonOf({ folder: own, verify: true }), 'tls');
    assert.equal(await networkCount({ folder: own, verify: false }), 3);
  });

  it('is a TLS problem too when the certificates are not there', async () => {
    assert.equal(await reasonOf({ folder: join(own, 'none'), verify: true }), 'tls');
  });
});
