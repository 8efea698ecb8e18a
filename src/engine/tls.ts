import { readFile } from 'node:fs/promises';
import { Agent } from 'node:https';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type { TlsFiles } from './endpoint';
import { EngineFault } from './problem';

/** What docker-modem hands on to `https.request`; the agent is left out of dockerode's types. */
export interface TlsOptions {
  readonly ca?: Buffer;
  readonly cert: Buffer;
  readonly key: Buffer;
  readonly agent?: Agent;
}

/** Reads a client's `cert.pem` and `key.pem`, and `ca.pem` where the server is to be verified; rejects with a `tls` fault. */
export async function readTls({ folder, verify }: TlsFiles): Promise<TlsOptions> {
  const read = (name: string): Promise<Buffer> => readFile(join(folder, name));
  try {
    const [cert, key] = await Promise.all([read('cert.pem'), read('key.pem')]);
    return verify ? { cert, key, ca: await read('ca.pem') } : { cert, key, agent: trustingAgent() };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new EngineFault({ reason: 'tls', detail });
  }
}

/** Takes any server certificate: docker-modem has no option of its own for that. */
function trustingAgent(): Agent {
  const agent = new Agent({ rejectUnauthorized: false });
  // docker-modem prints its options on every request, and an agent prints all of its sockets.
  return Object.assign(agent, { [inspect.custom]: () => 'Agent' });
}
