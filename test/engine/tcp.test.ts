import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { connectDocker } from '../../src/engine/dockerConnection';
import type { TlsFiles } from '../../src/engine/endpoint';
import { problemOf } from '../../src/engine/problem';
import { makeCertificates } from './certificates';

const PORT = 2376;

describe('an engine that listens on TCP with TLS', () => {
  let folder: string;
  let engine: Engine;
  let encrypted: Server;
  let plain: Server;
  let end: AbortController;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'portolan-certificates-'));
    const own = join(folder, 'own');
    makeCertificates(own);
    const files = ['--tlscacert', `${own}/ca.pem`, '--tlscert', `${own}/server-cert.pem`];
    const listen = ['--host', `tcp://127.0.0.1:${PORT}`, '--tlsverify', '--tlskey', `${own}/server-key.pem`];
    engine = await startEngine({ args: [...listen, ...files] });
    // Its loopback is not ours: each connection goes in through a process.
    encrypted = await relay((socket) => {
      const into = ['busybox', 'nc', '127.0.0.1', String(PORT)];
      const { stdin, stdout } = spawn('nsenter', [`--net=/var/run/netns/${engine.namespace}`, ...into], {
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      stdin.on('error', () => undefined);
      socket.pipe(stdin);
      stdout.pipe(socket);
    });
    plain = await relay((socket) => {
      const onwards = connect(engine.socket);
      onwards.on('error', () => socket.destroy());
      socket.pipe(onwards).pipe(socket);
    });
  });

  after(async () => {
    encrypted.close();
    plain.close();
    await engine.stop();
    rmSync(folder, { recursive: true });
  });

  beforeEach(() => {
    end = new AbortController();
  });

  afterEach(() => {
    end.abort();
  });

  function urlOf(server: Server): string {
    return `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async function networkCount(server: Server, tls?: TlsFiles): Promise<number> {
    const endpoint = { url: urlOf(server), origin: 'setting' } as const;
    const connection = await connectDocker({ endpoint, ...(tls ? { tls } : {}) }, end.signal);
    return ((await connection.read(end.signal)).networks as unknown[]).length;
  }

  async function problemAt(server: Server, tls?: TlsFiles): Promise<string> {
    return networkCount(server, tls).then(
      () => 'connected',
      (error: unknown) => {
        const { reason, detail } = problemOf(error);
        return `${reason}: ${detail}`;
      },
    );
  }

  it('answers a client with its certificates', async () => {
    assert.equal(await networkCount(encrypted, { folder: join(folder, 'own'), verify: true }), 3);
  });

  it('says that it wants TLS, in its own words, when it is asked without', async () => {
    assert.match(
      await problemAt(encrypted),
      /^tls: it was asked without TLS and answered: .*Client sent an HTTP request to an HTTPS server\.$/,
    );
  });

  it('says that a port knows no TLS, when it is asked with', async () => {
    assert.equal(
      await problemAt(plain, { folder: join(folder, 'own'), verify: true }),
      'tls: TLS was asked for and what answers does not speak it: wrong version number',
    );
  });

  it('says that a certificate of another authority is refused', async () => {
    makeCertificates(join(folder, 'foreign'));
    const problem = await problemAt(encrypted, { folder: join(folder, 'foreign'), verify: false });
    assert.match(problem, /^tls: .*alert/);
    assert.doesNotMatch(problem, /openssl/);
  });

  it('is asked whether it still lives while it is silent', async () => {
    const endpoint = { url: urlOf(plain), origin: 'setting' } as const;
    const connection = await connectDocker({ endpoint }, end.signal);
    await connection.changes(end.signal);
    const { port } = plain.address() as AddressInfo;
    assert.ok(timersTo(port).length > 0);
    // 02 is the keep-alive timer (proc_net_tcp of the kernel's documentation).
    assert.deepEqual(
      timersTo(port).filter((timer) => timer !== '02'),
      [],
    );
  });
});

/** The kernel's timer of each connection of ours to that port of the loopback. */
function timersTo(port: number): readonly string[] {
  const remote = `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = readFileSync('/proc/net/tcp', 'utf8').split('\n').slice(1);
  return rows.flatMap((row) => {
    const [, , to, state, , timer = ''] = row.trim().split(/\s+/);
    return to === remote && state === '01' ? [timer.split(':')[0] ?? ''] : [];
  });
}

async function relay(pass: (socket: Socket) => void): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    pass(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
