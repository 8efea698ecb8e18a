import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TlsFiles } from './endpoint';
import { EngineFault } from './problem';

/** What docker-modem hands on to `https.request`. */
export interface TlsOptions {
  readonly ca?: Buffer;
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** Reads a client's `cert.pem` and `key.pem`, and `ca.pem` where the server is to be verified; rejects with a `tls` fault. */
export async function readTls({ folder, verify }: TlsFiles): Promise<TlsOptions> {
  const read = (name: string): Promise<Buffer> => readFile(join(folder, name));
  try {
    const [cert, key] = await Promise.all([read('cert.pem'), read('key.pem')]);
    return verify ? { cert, key, ca: await read('ca.pem') } : { cert, key };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new EngineFault({ reason: 'tls', detail });
  }
}
