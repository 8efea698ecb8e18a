// What is installed once for a user, whatever the number of clones.
import { existsSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, rename } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { onExit } from './engineExit.mjs';

const cacheFolder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'portolan');

/** A folder of the cache; undefined while it is not there. @param {string} name @returns {string | undefined} */
export function cached(name) {
  const folder = join(cacheFolder, name);
  return existsSync(folder) ? folder : undefined;
}

/**
 * A folder of the cache, filled if it is not there yet. It appears whole or not at all: an interrupted run,
 * or two at once, leave nothing half done.
 * @param {string} name @param {(folder: string) => Promise<void>} fill @returns {Promise<string>}
 */
export async function installOnce(name, fill) {
  const there = cached(name);
  if (there !== undefined) {
    return there;
  }
  const folder = join(cacheFolder, name);
  await mkdir(cacheFolder, { recursive: true });
  const unfinished = await mkdtemp(join(cacheFolder, 'unfinished-'));
  const remove = () => rmSync(unfinished, { recursive: true, force: true });
  const forget = onExit(remove);
  try {
    await fill(unfinished);
    await rename(unfinished, folder).catch((/** @type {unknown} */ error) => {
      if (!existsSync(folder)) {
        throw error;
      }
    });
  } finally {
    remove();
    forget();
  }
  return folder;
}
