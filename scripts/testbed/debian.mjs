// @ts-check
// Debian packages that the tests need, put in where they are missing. No service is ever started.
import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { onExit } from './engineExit.mjs';

const run = promisify(execFile);

/** Asked by Debian's maintainer scripts before they start a service; 101 says no. */
const servicePolicy = '/usr/sbin/policy-rc.d';

/** Packages may be put in here: root, on Debian or one of its children. */
export function canInstall() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && hasCommand('apt-get');
}

/**
 * Whether a command can be run: a name looked up on PATH (and where root's commands are), or a path.
 * @param {string} command
 */
export function hasCommand(command) {
  if (command.includes('/')) {
    return existsSync(command);
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => isExecutable(join(folder, command)));
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Installs the packages whose command (or file, where the key is a path) is missing:
 * `ensureCommands({ dockerd: 'docker.io', '/usr/share/fonts/opentype/noto': 'fonts-noto-cjk' })`.
 * @param {Readonly<Record<string, string>>} packageByCommand
 * @returns {Promise<readonly string[]>} what was installed
 */
export async function ensureCommands(packageByCommand) {
  const missing = Object.entries(packageByCommand).filter(([command]) => !hasCommand(command));
  return installPackages(missing.map(([, name]) => name));
}

/**
 * Installs packages, with their services left alone. A failure carries apt's own words.
 * @param {readonly string[]} names
 * @returns {Promise<readonly string[]>}
 */
export async function installPackages(names) {
  const packages = [...new Set(names)];
  if (packages.length === 0) {
    return [];
  }
  if (!canInstall()) {
    throw new Error(`missing, and only root on Debian can install them: ${packages.join(', ')}`);
  }
  const allowServices = forbidServices();
  try {
    await installOrUpdate(packages);
  } finally {
    allowServices();
  }
  return packages;
}

/**
 * The lists are fetched only when what they say is too old or nothing: a package unknown, or gone from the mirror.
 * @param {readonly string[]} packages
 */
async function installOrUpdate(packages) {
  try {
    await install(packages);
  } catch {
    await apt(['update']);
    await install(packages);
  }
}

/** @param {readonly string[]} packages */
async function install(packages) {
  await apt(['install', '--yes', '--no-install-recommends', ...packages]);
}

/** @param {readonly string[]} args */
async function apt(args) {
  // A lock held by another apt is waited for: two test runs may start on one fresh machine.
  const options = ['--quiet', '--option', 'DPkg::Lock::Timeout=120'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run('apt-get', [...options, ...args], { env, maxBuffer: 64 << 20 });
  } catch (problem) {
    const { stderr = '', message } = /** @type {Error & { stderr?: string }} */ (problem);
    throw new Error(`apt-get ${args.join(' ')}\n${stderr === '' ? message : stderr.trim()}`);
  }
}

/** Leaves a policy that is already there as it is. @returns {() => void} undoes it */
function forbidServices() {
  if (existsSync(servicePolicy)) {
    return () => undefined;
  }
  writeFileSync(servicePolicy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  const remove = () => {
    rmSync(servicePolicy, { force: true });
  };
  const forget = onExit(remove);
  return () => {
    forget();
    remove();
  };
}
