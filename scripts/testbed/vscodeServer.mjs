// A real VS Code without a desktop: the server of code-server, its workbench in a browser, its Node extension host.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { cached, installOnce } from './cache.mjs';
import { canInstall, ensureCommands, hasCommand } from './debian.mjs';
import { onExit } from './engineExit.mjs';
import { cleanEnvironment, testEnvironment } from './environment.mjs';
import { ensureNode24, whyNoNode24 } from './node24.mjs';
import { runQuietly } from './process.mjs';

/**
 * @typedef {{ dataDir: string, extensionsDir: string }} ServerFolders Where one server keeps settings and extensions.
 * @typedef {{ url: string, port: number, ended: Promise<void>, stop: () => Promise<void> }} Server On 127.0.0.1.
 */

const manifest = resolve(import.meta.dirname, '../editor');
/** What builds the server's native modules: command or file, and its Debian package. */
const buildTools = {
  '/usr/include/gssapi.h': 'libkrb5-dev',
  'pkg-config': 'pkg-config',
  python3: 'python3',
  make: 'make',
  'g++': 'g++',
};

/** Settings with which nothing pops up and nothing asks the network. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Why the VS Code server can't run on this machine; undefined when it can. @returns {string | undefined} */
export function whyNoServer() {
  if (process.platform === 'win32') {
    return 'the VS Code server does not run on Windows';
  }
  return whyNoNode24() ?? whyNoBuild();
}

/** @returns {string | undefined} */
function whyNoBuild() {
  if (process.platform !== 'linux' || canInstall() || cached(cacheName()) !== undefined) {
    return undefined;
  }
  const missing = Object.keys(buildTools).filter((tool) => !hasCommand(tool));
  return missing.length === 0 ? undefined : `building the VS Code server needs ${missing.join(', ')}`;
}

function cacheName() {
  const lock = readFileSync(join(manifest, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex').slice(0, 12);
  return `editor-${hash}-${process.platform}-${process.arch}`;
}

/**
 * The folder of the VS Code server, installed on first use: 617 MB, once for a user and a version.
 * @returns {Promise<string>}
 */
export async function ensureServer() {
  const folder = await installOnce(cacheName(), installServer);
  return join(folder, 'node_modules/code-server/lib/vscode');
}

/** @param {string} target */
async function installServer(target) {
  const { env } = await ensureNode24();
  if (canInstall()) {
    await ensureCommands(buildTools);
  }
  console.log('Installing the VS Code server (617 MB, a minute or two, once for this user)');
  const files = ['package.json', 'package-lock.json', '.npmrc'];
  await Promise.all(files.map((file) => copyFile(join(manifest, file), join(target, file))));
  await runQuietly('npm', ['ci', '--ignore-scripts=false'], { cwd: target, env });
}

/**
 * Installs a packaged extension into the folders of a server.
 * @param {ServerFolders} folders @param {string} vsix
 */
export async function installExtension(folders, vsix) {
  const { node, args } = await serverCommand(folders);
  await runQuietly(node, [...args, '--install-extension', vsix, '--force'], { env: testEnvironment() });
}

/**
 * Writes the user's settings, which a workbench reads when it opens.
 * @param {Pick<ServerFolders, 'dataDir'>} folders @param {Readonly<Record<string, unknown>>} settings
 */
export async function writeSettings({ dataDir }, settings) {
  const folder = join(dataDir, 'data/User');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
}

/**
 * Starts a server for tests: no token, extension tests allowed. `env` is laid over an environment without the user's
 * own engine; port 0 is any free one.
 * @param {ServerFolders & { env?: NodeJS.ProcessEnv, port?: number }} options @returns {Promise<Server>}
 */
export function startServer({ env, port = 0, ...folders }) {
  // No shop for extensions: the workbench would ask it for updates of its own.
  const gallery = { EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
  const flags = ['--port', String(port), '--without-connection-token', '--enable-smoke-test-driver'];
  return listen(folders, flags, { ...testEnvironment(), ...gallery, ...env });
}

/**
 * Starts a server for a person. The token in its address keeps other users of the machine out.
 * @param {ServerFolders & { port?: number, workspace: string }} options @returns {Promise<Server>}
 */
export async function startForPeople({ port = 0, workspace, ...folders }) {
  const token = randomBytes(24).toString('base64url');
  // In a file, because everyone can read the arguments of a process.
  const tokenFile = join(folders.dataDir, 'token');
  await mkdir(folders.dataDir, { recursive: true });
  await writeFile(tokenFile, token, { mode: 0o600 });
  const flags = ['--port', String(port), '--connection-token-file', tokenFile];
  const server = await listen(folders, flags, cleanEnvironment());
  return {
    ...server,
    url: `${server.url}?${new URLSearchParams({ tkn: token, folder: workspace }).toString()}`,
  };
}

/** @param {ServerFolders} folders @returns {Promise<{ node: string, args: string[] }>} */
async function serverCommand({ dataDir, extensionsDir }) {
  const folder = await ensureServer();
  const { node } = await ensureNode24();
  const folders = ['--server-data-dir', dataDir, '--extensions-dir', extensionsDir];
  return { node, args: [join(folder, 'out/server-main.js'), ...folders, '--accept-server-license-terms'] };
}

/** @param {ServerFolders} folders @param {string[]} flags @param {NodeJS.ProcessEnv} env @returns {Promise<Server>} */
async function listen(folders, flags, env) {
  const { node, args } = await serverCommand(folders);
  const common = ['--host', '127.0.0.1', '--disable-telemetry', '--disable-workspace-trust'];
  // In the group of this process, so that whoever ends this one ends the server too.
  const child = spawn(node, [...args, ...common, ...flags], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = () => child.kill('SIGKILL');
  const forget = onExit(kill);
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    const force = setTimeout(kill, 10_000);
    await ended;
    clearTimeout(force);
    forget();
  };
  const port = await portOf(child);
  return { url: `http://127.0.0.1:${port}/`, port, ended, stop };
}

/**
 * The port in the line that the server prints when it listens.
 * @param {import('node:child_process').ChildProcess} child @returns {Promise<number>}
 */
function portOf(child) {
  const streams = [child.stdout, child.stderr];
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (/** @type {Buffer} */ chunk) => {
      output += String(chunk);
      const port = /agent listening on (\d+)/.exec(output)?.[1];
      if (port !== undefined) {
        // From here on the output is of no use, but it has to be drained.
        streams.forEach((stream) => stream?.off('data', read).resume());
        resolve(Number(port));
      }
    };
    streams.forEach((stream) => stream?.on('data', read));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the VS Code server ended with ${code}:\n${output}`)));
  });
}
