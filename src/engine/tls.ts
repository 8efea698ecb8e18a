import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TlsFiles } from './endpoint';
import { EngineFault } from './problem';

/** What docker-modem hands on to `https.request`. */
export interface TlsOptions {
  readonly ca?: Buffer;
  readonly cert?: Buffer;
  readonly key?: Buffer;
}

/**
 * Reads a client's `cert.pem` and `key.pem` where both are there, and `ca.pem` where the server is to be verified, as the
 * docker CLI does (28). Rejects with a `tls` fault for a file that can't be read, and for a `ca.pem` that must be there.
 */
export async function readTls({ folder, verify, caOptional = false }: TlsFiles): Promise<TlsOptions> {
  const read = (name: string): Promise<Buffer> => readFile(join(folder, name));
  const readIfThere = (name: string): Promise<Buffer | undefined> => read(name).catch(undefinedIfMissing);
  try {
    const [cert, key] = await Promise.all([readIfThere('cert.pem'), readIfThere('key.pem')]);
    const ca = verify ? await (caOptional ? readIfThere : read)('ca.pem') : undefined;
    return { ...(cert && key ? { cert, key } : {}), ...(ca ? { ca } : {}) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new EngineFault({ reason: 'tls', detail });
  }
}

function undefinedIfMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
    return undefined;
  }
  throw error;
}
