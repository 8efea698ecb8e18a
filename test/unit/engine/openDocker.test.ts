import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ResolvedEndpoint } from '../../../src/engine/endpoint';
import { openDocker } from '../../../src/engine/openDocker';
import { probeEndpoint } from '../../../src/engine/probe';
import { problemOf } from '../../../src/engine/problem';

/** What an engine in memory answers, by path without version. */
interface Answers {
  /** The status of `/_ping`, and its Api-Version header. */
  readonly ping: readonly [status: number, version?: string];
  readonly version: unknown;
}

describe('agreeing on an API version', () => {
  let answers: Answers;
  let asked: string[];
  let server: Server;
  let end: AbortController;

  beforeEach(async () => {
    asked = [];
    end = new AbortController();
    server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterEach(async () => {
    end.abort();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  function answer({ url = '' }: IncomingMessage, response: ServerResponse): void {
    asked.push(url);
    if (url.endsWith('/_ping')) {
      const [status, version] = answers.ping;
      response.writeHead(status, version === undefined ? {} : { 'Api-Version': version });
      response.end(status === 200 ? 'OK' : 'no');
    } else {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(answers.version));
    }
  }

  function at(host = '127.0.0.1'): ResolvedEndpoint {
    const { port } = server.address() as AddressInfo;
    return { endpoint: { url: `tcp://${host}:${port}`, origin: 'setting' } };
  }

  async function agreed(given: Answers): Promise<string> {
    answers = given;
    try {
      return (await openDocker(at(), end.signal, 5000)).docker.modem.version;
    } catch (error) {
      const { reason, detail } = problemOf(error);
      return `${reason}: ${detail}`;
    }
  }

  it('asks /_ping first, outside the versions, and takes the lower of both', async () => {
    assert.equal(await agreed({ ping: [200, '1.41'], version: { ApiVersion: '1.40' } }), 'v1.41');
    assert.deepEqual(asked, ['/_ping', '/version']);
    assert.equal(await agreed({ ping: [200, '1.55'], version: {} }), 'v1.55');
    assert.equal(await agreed({ ping: [200, '1.60'], version: {} }), 'v1.55');
    assert.equal(await agreed({ ping: [200, '2.0'], version: {} }), 'v1.55');
    assert.equal(await agreed({ ping: [200, '1.24'], version: {} }), 'v1.24');
  });

  it('falls back to /version where /_ping names none, or is kept from us', async () => {
    assert.equal(await agreed({ ping: [200], version: { ApiVersion: '1.30' } }), 'v1.30');
    assert.equal(await agreed({ ping: [403], version: { ApiVersion: '1.44' } }), 'v1.44');
    assert.equal(await agreed({ ping: [404], version: { ApiVersion: '1.44' } }), 'v1.44');
  });

  it('says what is wrong in words', async () => {
    assert.equal(
      await agreed({ ping: [200, '1.23'], version: {} }),
      'tooOld: it speaks API 1.23, and Portolan reads 1.24 and later',
    );
    assert.equal(
      await agreed({ ping: [200], version: { ApiVersion: 'x' } }),
      'badAnswer: neither /_ping nor /version named an API version',
    );
    assert.match(await agreed({ ping: [500], version: {} }), /^engineError: .*no/);
    assert.match(
      await agreed({ ping: [400], version: {} }),
      /^tls: it was asked without TLS and answered: .*no/,
    );
  });

  it('is not led astray by a DOCKER_HOST that was not asked for', async () => {
    const { DOCKER_HOST } = process.env;
    process.env.DOCKER_HOST = 'tcp://no host:x';
    try {
      assert.equal(await agreed({ ping: [200, '1.41'], version: {} }), 'v1.41');
      assert.equal(process.env.DOCKER_HOST, 'tcp://no host:x');
    } finally {
      delete process.env.DOCKER_HOST;
      Object.assign(process.env, DOCKER_HOST === undefined ? {} : { DOCKER_HOST });
    }
  });

  it('takes an address of IPv6', async () => {
    answers = { ping: [200, '1.41'], version: {} };
    const six = createServer(answer);
    await new Promise<void>((resolve) => six.listen(0, '::1', resolve));
    const url = `tcp://[::1]:${(six.address() as AddressInfo).port}`;
    await openDocker({ endpoint: { url, origin: 'setting' } }, end.signal, 5000);
    six.closeAllConnections();
    await new Promise((resolve) => six.close(resolve));
    assert.deepEqual(asked, ['/_ping', '/version']);
  });

  it('ends its connections with the signal', async () => {
    await agreed({ ping: [200, '1.41'], version: {} });
    const count = () =>
      new Promise<number>((resolve, reject) => {
        server.getConnections((error, open) => {
          if (error) {
            reject(error);
          } else {
            resolve(open);
          }
        });
      });
    assert.equal(await count(), 1);
    end.abort();
    while ((await count()) > 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  });

  it('probes: tells the engine’s version, and hangs up by itself', async () => {
    answers = { ping: [200, '1.41'], version: { Version: '20.10.24', ApiVersion: '1.41' } };
    const closed = new Promise((resolve) => {
      server.once('connection', (socket) => socket.once('close', resolve));
    });
    assert.deepEqual(await probeEndpoint(at(), end.signal), {
      ok: true,
      value: { engineVersion: '20.10.24', apiVersion: '1.41' },
    });
    await closed;
  });

  it('probes: a problem is an answer', async () => {
    const problem = { reason: 'badEndpoint', detail: 'there is no docker context "x"' } as const;
    assert.deepEqual(await probeEndpoint({ ...at(), problem }, end.signal), { ok: false, problem });
    const nowhere = { endpoint: { url: 'ftp://x', origin: 'setting' } } as const;
    assert.deepEqual(await probeEndpoint(nowhere, end.signal), {
      ok: false,
      problem: {
        reason: 'badEndpoint',
        detail:
          'ftp://x is no endpoint that Portolan can open: Portolan takes unix://, npipe://, tcp:// and ssh://',
      },
    });
  });
});
