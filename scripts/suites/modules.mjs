// The project's own packages, put in when they are not what the lock file says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnvironment } from '../testbed/environment.mjs';
import { run } from '../testbed/process.mjs';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} Locked */

/** Runs `npm ci` unless node_modules is what the lock file says. @param {string} root */
export async function ensureModules(root) {
  if (modulesMatch(root)) {
    return;
  }
  console.log('Installing packages (npm ci)');
  if ((await run('npm', ['ci'], { cwd: root, env: cleanEnvironment() })) !== 0) {
    throw new Error('npm ci failed');
  }
}

/** @param {string} root */
function modulesMatch(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules/.package-lock.json'));
  // What is optional may be for another platform.
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || isSame(entry, installed[path]) || (entry.optional && !installed[path]),
  );
}

/** @param {Locked} wanted @param {Locked | undefined} installed */
function isSame(wanted, installed) {
  return wanted.version === installed?.version && wanted.integrity === installed?.integrity;
}

/** @param {string} file @returns {Record<string, Locked>} */
function readPackages(file) {
  try {
    /** @type {unknown} */
    const lock = JSON.parse(readFileSync(file, 'utf8'));
    return /** @type {{ packages: Record<string, Locked> }} */ (lock).packages;
  } catch {
    return {};
  }
}
