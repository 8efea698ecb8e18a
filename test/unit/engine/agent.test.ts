import assert from 'node:assert/strict';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { plainAgent, sshAgent, type HeldAgent } from '../../../src/engine/agent';

describe('the connections of an endpoint', () => {
  let server: Server;
  let logins: number;
  let held: HeldAgent;
  /** What the server no longer counts among its connections. */
  let upgraded: Duplex[];

  beforeEach(async () => {
    logins = 0;
    upgraded = [];
    server = createServer(({ url = '' }, response) => {
      response.writeHead(200).flushHeaders();
      if (!/events|logs/.test(url)) {
        response.end('[]');
      }
    });
    server.on('connection', () => logins++);
    server.on('upgrade', (_request, socket) => {
      upgraded.push(socket);
      socket.write('HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterEach(async () => {
    held.close();
    upgraded.forEach((socket) => socket.destroy());
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const port = (): number => (server.address() as AddressInfo).port;

  function overSsh(): HeldAgent {
    const target = { user: undefined, host: 'box', port: undefined, socket: undefined };
    return sshAgent(target, () => connect(port(), '127.0.0.1'));
  }

  /** Resolves when the answer begins. */
  function begin(path: string, headers: Record<string, string> = {}): Promise<IncomingMessage | undefined> {
    return new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port: port(), path, headers, agent: held.agent });
      asked.once('response', resolve).once('error', reject);
      asked.once('upgrade', () => {
        resolve(undefined);
      });
      asked.end();
    });
  }

  async function ask(path: string): Promise<void> {
    const answer = await begin(path);
    await new Promise((resolve) => answer?.resume().once('close', resolve));
    // A connection is free to be taken again one turn later.
    await new Promise((resolve) => setImmediate(resolve));
  }

  const refresh = () => Promise.all(['/networks', '/containers/json', '/info', '/swarm'].map(ask));

  it('serve the four calls of a refresh again and again', async () => {
    for (const agent of [plainAgent, overSsh]) {
      held = agent();
      logins = 0;
      await refresh();
      await refresh();
      await refresh();
      assert.equal(logins, 4, agent.name);
      held.close();
    }
  });

  it('are never all taken by what stays open', async () => {
    held = overSsh();
    for (let index = 0; index < 12; index++) {
      await begin(`/v1.41/containers/${index}/logs?follow=1`);
      await begin('/v1.41/events?filters=%7B%7D');
      await begin(`/v1.41/exec/${index}/start`, { Connection: 'Upgrade', Upgrade: 'tcp' });
    }
    assert.equal(logins, 36);
    await refresh();
    assert.equal(held.agent.maxSockets, 10 + 24);
  });

  it('log in ten at a time', async () => {
    held = overSsh();
    await Promise.all(Array.from({ length: 50 }, () => ask('/networks')));
    assert.equal(logins, 10);
  });
});
