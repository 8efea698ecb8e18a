// @ts-check
// An image made of busybox alone: engines without a way out can pull none.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { onExit } from './engineExit.mjs';
import { staticBusybox } from './engineNeeds.mjs';
import { engineFolder, claimEngineName, tearDown } from './engineTeardown.mjs';

/** @type {string | undefined} */
let archive;

/**
 * Gives an engine an image that serves its own files over HTTP, with busybox's commands inside.
 * `GET /etc/hostname` tells which container answered.
 * @param {import('./engine.mjs').Engine} engine
 * @param {string} [name] `web`, or with a tag, as in `nginx:1.27`
 * @param {number} [port] what it listens on and exposes
 * @returns {Promise<string>} the name
 */
export async function loadImage(engine, name = 'web', port = 80) {
  archive ??= buildArchive();
  const command = JSON.stringify(['httpd', '-f', '-p', String(port), '-h', '/']);
  await engine.docker('import', '-c', `CMD ${command}`, '-c', `EXPOSE ${port}`, archive, name);
  return name;
}

/**
 * Several images, so that a picture reads as a real world does: `{ 'nginx:1.27': 80, 'redis:7': 6379 }`.
 * @param {import('./engine.mjs').Engine} engine @param {Readonly<Record<string, number>>} portByName
 */
export async function loadImages(engine, portByName) {
  await Promise.all(Object.entries(portByName).map(([name, port]) => loadImage(engine, name, port)));
}

/** Once per process; the file goes with it. */
function buildArchive() {
  const busybox = staticBusybox();
  if (busybox === undefined) {
    throw new Error('no static busybox: install busybox-static');
  }
  // Named as an engine is, so that it is swept as one.
  const name = claimEngineName();
  onExit(() => {
    tearDown(name);
  });
  const root = join(engineFolder(name), 'root');
  for (const part of ['bin', 'tmp', 'etc']) {
    mkdirSync(join(root, part), { recursive: true });
  }
  copyFileSync(busybox, join(root, 'bin/busybox'));
  for (const applet of appletsOf(busybox)) {
    symlinkSync('busybox', join(root, 'bin', applet));
  }
  const file = join(engineFolder(name), 'image.tar');
  execFileSync('tar', ['-c', '--numeric-owner', '-f', file, '-C', root, '.']);
  return file;
}

/** @param {string} busybox @returns {string[]} */
function appletsOf(busybox) {
  const names = execFileSync(busybox, ['--list'], { encoding: 'utf8' }).split('\n');
  return names.filter((name) => name !== '' && name !== 'busybox');
}
