// `npm start`: VS Code with the extension on the samples. The `code` on PATH, else (or with `-- --server`) the VS Code
// server, whose address is printed. Only Node's own modules are imported before the packages are there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './suites/build.mjs';
import { ensureModules } from './suites/modules.mjs';
import { hasCommand } from './testbed/debian.mjs';
import { cleanEnvironment } from './testbed/environment.mjs';
import {
  installExtension,
  quietSettings,
  startForPeople,
  whyNoServer,
  writeSettings,
} from './testbed/vscodeServer.mjs';

const root = resolve(import.meta.dirname, '..');
const samples = resolve(root, 'samples');

async function main() {
  const { values } = parseArgs({ options: { server: { type: 'boolean' }, port: { type: 'string' } } });
  process.chdir(root);
  await ensureModules(root);
  if (values.server !== true && (await openDesktop())) {
    return;
  }
  await openServer(Number(values.port ?? 0));
}

/** Opens the VS Code of this machine; false where there is none or it does not start. */
async function openDesktop() {
  if (!hasCommand('code')) {
    return false;
  }
  await ensureBuilt('extension');
  const windows = process.platform === 'win32';
  const args = [`--extensionDevelopmentPath=${root}`, '--new-window', samples];
  const { status } = spawnSync('code', windows ? args.map((arg) => `"${arg}"`) : args, {
    env: cleanEnvironment(),
    // On Windows `code` is a script, which only a shell runs.
    shell: windows,
    stdio: 'inherit',
  });
  console.log(
    status === 0 ? 'VS Code opens a window with Portolan on samples/.' : `code ended with ${status}.`,
  );
  return status === 0;
}

/** @param {number} port */
async function openServer(port) {
  const reason = whyNoServer();
  if (reason !== undefined) {
    throw new Error(`There is no VS Code to open: no working \`code\` on PATH, and ${reason}.`);
  }
  await ensureBuilt('extension', 'vsix');
  const folders = { dataDir: resolve('out/start/data'), extensionsDir: resolve('out/start/extensions') };
  if (!existsSync(folders.dataDir)) {
    await writeSettings(folders, quietSettings);
  }
  await rm(folders.extensionsDir, { recursive: true, force: true });
  await installExtension(folders, resolve('out/portolan.vsix'));
  const server = await startForPeople({ ...folders, port, workspace: samples });
  console.log(`\nPortolan runs in VS Code at\n\n  ${server.url}\n\nCtrl-C ends it.`);
  await untilTold(server);
}

/** @param {import('./testbed/vscodeServer.mjs').Server} server */
async function untilTold(server) {
  const told = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.once(signal, () => resolve(signal));
    }
  });
  if ((await Promise.race([told, server.ended])) === undefined) {
    throw new Error('The VS Code server ended by itself.');
  }
  await server.stop();
}

try {
  await main();
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
}
