// @ts-check
// A network driver that is not Docker's: the remote driver protocol on a socket that every engine looks at.
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { onExit } from './engineExit.mjs';

/** @typedef {{ readonly EndpointID?: string }} Call */
/** @typedef {Readonly<Record<string, (call: Call) => unknown>>} Replies */
/** @typedef {{ name: string, socket: string, stop: () => Promise<void> }} Plugin */

/**
 * Serves a network driver under a name, for one engine: `docker network create -d NAME …`. Its containers get an
 * address and an interface, and no way to one another. The machine has one folder for these sockets, so choose a name
 * that no other run uses at the same time. Stop it after the engine's containers and networks are gone.
 * @param {import('./engine.mjs').Engine} engine
 * @param {string} name
 * @returns {Promise<Plugin>}
 */
export async function startPlugin(engine, name) {
  const socket = `/run/docker/plugins/${name}.sock`;
  await claim(socket);
  const server = createServer(answerWith(repliesFor(engine)));
  server.listen(socket);
  await once(server, 'listening');
  server.unref();
  const remove = () => {
    rmSync(socket, { force: true });
  };
  const forget = onExit(remove);
  const stop = async () => {
    if (server.listening) {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    }
    remove();
    forget();
  };
  return { name, socket, stop };
}

/** A socket that a killed run left is taken over; one that is served is not. @param {string} socket */
async function claim(socket) {
  mkdirSync(dirname(socket), { recursive: true });
  if (existsSync(socket) && (await isServed(socket))) {
    throw new Error(`${socket} is in use`);
  }
  rmSync(socket, { force: true });
}

/** @param {string} socket @returns {Promise<boolean>} */
function isServed(socket) {
  return new Promise((resolve) => {
    const asked = connect(socket);
    asked.once('connect', () => {
      asked.destroy();
      resolve(true);
    });
    asked.once('error', () => {
      resolve(false);
    });
  });
}

/** @param {import('./engine.mjs').Engine} engine @returns {Replies} */
function repliesFor(engine) {
  const nothing = () => ({});
  return {
    '/Plugin.Activate': () => ({ Implements: ['NetworkDriver'] }),
    '/NetworkDriver.GetCapabilities': () => ({ Scope: 'local' }),
    '/NetworkDriver.CreateNetwork': nothing,
    '/NetworkDriver.DeleteNetwork': nothing,
    '/NetworkDriver.CreateEndpoint': () => ({ Interface: {} }),
    '/NetworkDriver.DeleteEndpoint': nothing,
    '/NetworkDriver.EndpointOperInfo': () => ({ Value: {} }),
    '/NetworkDriver.Join': async ({ EndpointID = '' }) => {
      const [outside, inside] = cableOf(EndpointID);
      await engine.netns('ip', 'link', 'add', outside, 'type', 'veth', 'peer', 'name', inside);
      return { InterfaceName: { SrcName: inside, DstPrefix: 'eth' }, DisableGatewayService: true };
    },
    '/NetworkDriver.Leave': async ({ EndpointID = '' }) => {
      // The cable is gone with the container's namespace where the engine removed that first.
      await engine.netns('ip', 'link', 'delete', cableOf(EndpointID)[0]).catch(nothing);
      return {};
    },
  };
}

/** Names of the two ends; an interface's name has at most 15 characters. @param {string} endpoint */
function cableOf(endpoint) {
  const id = endpoint.slice(0, 9);
  return /** @type {const} */ ([`plug${id}a`, `plug${id}b`]);
}

/** @param {Replies} replies @returns {import('node:http').RequestListener} */
function answerWith(replies) {
  return (request, response) => {
    void answer(replies, request).then(({ status, body }) => {
      response.writeHead(status, { 'Content-Type': 'application/vnd.docker.plugins.v1.1+json' });
      response.end(JSON.stringify(body));
    });
  };
}

/** @param {Replies} replies @param {import('node:http').IncomingMessage} request */
async function answer(replies, request) {
  const reply = replies[request.url ?? ''];
  if (reply === undefined) {
    return { status: 404, body: { Err: `no such call: ${request.url}` } };
  }
  try {
    return { status: 200, body: await reply(await readCall(request)) };
  } catch (problem) {
    return { status: 500, body: { Err: String(problem) } };
  }
}

/** @param {import('node:http').IncomingMessage} request @returns {Promise<Call>} */
async function readCall(request) {
  const body = await text(request);
  return body === '' ? {} : /** @type {Call} */ (JSON.parse(body));
}
