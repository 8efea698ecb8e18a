import { Agent } from 'node:http';
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

/** The two lists of a refresh go in parallel. */
const IDLE = 2;

/** sshd refuses some of more than ten that log in at a time (MaxStartups of sshd_config(5)); the others wait their turn. */
const SSH_PROCESSES = 10;

const KEEP = { keepAlive: true, keepAliveMsecs: SILENCE, maxFreeSockets: IDLE };

/** For a unix socket, a named pipe or plain TCP. */
export function plainAgent(): HeldAgent {
  return hold(new Agent(KEEP));
}

/** For TCP with TLS; without `verify` any server certificate is taken, for which docker-modem has no option of its own. */
export function tlsAgent(verify: boolean): HeldAgent {
  return hold(new TlsAgent({ ...KEEP, rejectUnauthorized: verify }));
}

/** Each connection is a process of the user's OpenSSH; a few serve all requests. */
export function sshAgent(target: SshTarget): HeldAgent {
  const agent = new Agent({ ...KEEP, maxSockets: SSH_PROCESSES });
  const createConnection = (): unknown => openSshStream('ssh', sshArguments(target));
  return hold(Object.assign(agent, { createConnection }));
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
