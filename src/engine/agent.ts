import { Agent, type ClientRequest } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import type { Duplex } from 'node:stream';
import { inspect } from 'node:util';
import { sshArguments, type SshTarget } from './ssh';
import { openSshStream } from './sshStream';

/**
 * Connections of one endpoint that live from one request to the next. After `close` idle ones are ended, and each of the
 * others as soon as its request is over: the event stream ends by its own signal, and a shell in use is not cut off.
 */
export interface HeldAgent {
  readonly agent: Agent;
  close(): void;
}

/** A peer that is silent is asked after this time whether it still lives, ms; Node gives it ten seconds more to answer. */
const SILENCE = 15_000;

/** A refresh asks for the two lists and for what rarely changes in parallel. */
const IDLE = 4;

/**
 * sshd refuses some of more than ten that log in at a time (MaxStartups of sshd_config(5)): other calls wait their turn.
 * Those that stay open have each a process more.
 */
const SSH_PROCESSES = 10;

/** The event stream and logs can stay for days. A shell does too, but Node takes its connection out of the count. */
const STAYS_OPEN = /\/(events|logs)(\?|$)/;

const KEEP = { keepAlive: true, keepAliveMsecs: SILENCE, maxFreeSockets: IDLE };

/** For a unix socket, a named pipe or plain TCP. */
export function plainAgent(): HeldAgent {
  return hold(new Agent(KEEP));
}

/** For TCP with TLS; without `verify` any server certificate is taken, for which docker-modem has no option of its own. */
export function tlsAgent(verify: boolean): HeldAgent {
  return hold(new TlsAgent({ ...KEEP, rejectUnauthorized: verify }));
}

/** Each connection is a process of the user's OpenSSH; a few serve all requests. Only tests open another stream. */
export function sshAgent(target: SshTarget, open: typeof openSshStream = openSshStream): HeldAgent {
  const agent = new Agent({ ...KEEP, maxSockets: SSH_PROCESSES });
  const createConnection = (): unknown => open('ssh', sshArguments(target));
  return hold(addRoom(Object.assign(agent, { createConnection })));
}

/** Gives each request that stays open a connection above the limit, so that the lists never wait for one to end. */
function addRoom(agent: Agent): Agent {
  // Where every request of node:http begins; its types leave it out.
  const { addRequest } = agent as Agent & {
    readonly addRequest: (this: Agent, request: ClientRequest, options: unknown) => void;
  };
  return Object.assign(agent, {
    addRequest: (request: ClientRequest, options: unknown) => {
      if (STAYS_OPEN.test(request.path)) {
        agent.maxSockets++;
        request.once('close', () => {
          agent.maxSockets--;
        });
      }
      addRequest.call(agent, request, options);
    },
  });
}

function hold(agent: Agent): HeldAgent {
  let closed = false;
  // Node's own answers whether the socket is kept; its types leave that out.
  const keep: (socket: Duplex) => unknown = agent.keepSocketAlive.bind(agent);
  Object.assign(agent, {
    keepSocketAlive: (socket: Duplex) => !closed && keep(socket),
    // docker-modem prints its options on every request, and an agent prints all of its sockets.
    [inspect.custom]: () => 'Agent',
  });
  return {
    agent,
    close: () => {
      closed = true;
      for (const socket of Object.values(agent.freeSockets).flatMap((sockets) => sockets ?? [])) {
        socket.destroy();
      }
    },
  };
}
