// @ts-check
// What a machine must have to run engines in network namespaces, and how it is put in.
import { openSync, readSync, closeSync } from 'node:fs';
import { ensureCommands, hasCommand, installPackages } from './debian.mjs';

/** Command to Debian package. An engine that is already there, from whatever package, is kept. */
const packageByCommand = {
  dockerd: 'docker.io',
  iptables: 'iptables',
  ip: 'iproute2',
  nsenter: 'util-linux',
  hostname: 'hostname',
  openssl: 'openssl',
  ssh: 'openssh-client',
  '/usr/sbin/sshd': 'openssh-server',
  tar: 'tar',
};

/** Why no engine can be started here, in words to show; undefined where one can. */
export function engineProblem() {
  if (process.platform !== 'linux') {
    return 'engines in network namespaces need Linux';
  }
  if (process.getuid?.() !== 0) {
    return 'engines in network namespaces need root';
  }
  const missing = [...Object.keys(packageByCommand), 'docker'].filter((command) => !hasCommand(command));
  if (staticBusybox() === undefined) {
    missing.push('busybox (static)');
  }
  return missing.length === 0 ? undefined : `missing: ${missing.join(', ')}`;
}

/** Installs what engines need and this machine lacks. Throws with apt's words where that can't be done. */
export async function ensureEngineParts() {
  const installed = [...(await ensureCommands(packageByCommand))];
  // Debian 12 has the client inside docker.io, later ones in a package of its own.
  installed.push(...(await ensureCommands({ docker: 'docker-cli' })));
  if (staticBusybox() === undefined) {
    installed.push(...(await installPackages(['busybox-static'])));
  }
  return installed;
}

/**
 * A busybox that runs in an image with nothing else in it. Debian's plain `busybox` package has the same path
 * and needs the C library: such a program names its loader in its first page.
 */
export function staticBusybox() {
  return ['/bin/busybox', '/usr/bin/busybox'].find((file) => hasCommand(file) && !namesLoader(file));
}

/** @param {string} file */
function namesLoader(file) {
  const start = Buffer.alloc(4096);
  const opened = openSync(file, 'r');
  readSync(opened, start);
  closeSync(opened);
  return /\/ld-(linux|musl)/.test(start.toString('latin1'));
}
