// The language servers of others, which the benches run beside Portolan's own hovers.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { installOnce } from './cache.mjs';
import { cleanEnvironment } from './environment.mjs';
import { runQuietly } from './process.mjs';

const manifest = resolve(import.meta.dirname, '../peers');

/** The folder of the servers' packages, installed on first use. @returns {Promise<string>} */
export async function ensurePeers() {
  const lock = readFileSync(join(manifest, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex').slice(0, 12);
  const folder = await installOnce(`peers-${hash}`, installPeers);
  return join(folder, 'node_modules');
}

/** @param {string} target */
async function installPeers(target) {
  const files = ['package.json', 'package-lock.json', '.npmrc'];
  await Promise.all(files.map((file) => copyFile(join(manifest, file), join(target, file))));
  await runQuietly('npm', ['ci'], { cwd: target, env: cleanEnvironment() });
}
