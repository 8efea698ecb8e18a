// Mocha inside the extension host of a real VS Code server, its workbench open in a browser without a window.
import { EventEmitter, once } from 'node:events';
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format } from 'node:util';
import { launchChromium } from '../testbed/chromium.mjs';
import { suiteEnvironment } from '../testbed/environment.mjs';
import { quietSettings, startServer, writeSettings } from '../testbed/vscodeServer.mjs';

/**
 * @typedef {object} HostRun
 * @property {string} extension the folder of the extension, built
 * @property {string} tests the module in it that exports `run`
 * @property {string} workspace the folder that is opened
 * @property {string} temporary an empty folder for the server's own files
 * @property {NodeJS.ProcessEnv} env
 * @property {number} [limitMs]
 */

/**
 * What every host run has: this extension, its tests, a copy of the samples to work on, and no engine, whatever this
 * machine has. Paths are taken from the project's root, the current folder.
 * @param {string} temporary
 */
export function planHostRun(temporary) {
  const workspace = join(temporary, 'workspace');
  cpSync('samples', workspace, { recursive: true });
  const env = { ...suiteEnvironment(temporary), DOCKER_HOST: `unix://${join(temporary, 'no-engine.sock')}` };
  return { extension: resolve('.'), tests: resolve('out/test/host/index.js'), workspace, env };
}

/**
 * Runs the tests and gives their exit code, 0 or 1, with all that the workbench and the tests logged meanwhile.
 * @param {HostRun} options @returns {Promise<{ code: number, log: string }>}
 */
export async function runInHost({ extension, tests, workspace, temporary, env, limitMs = 600_000 }) {
  const folders = { dataDir: join(temporary, 'data'), extensionsDir: join(temporary, 'extensions') };
  await writeSettings(folders, quietSettings);
  const server = await startServer({ ...folders, env });
  try {
    const browser = await launchChromium();
    try {
      const url = address(server, { extension, tests, workspace });
      return await untilExit(await browser.newPage(), url, limitMs);
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/**
 * The address of a workbench that loads the extension from its folder and runs its tests.
 * @param {{ url: string, port: number }} server
 * @param {Pick<HostRun, 'extension' | 'tests' | 'workspace'>} run
 */
function address({ url, port }, { extension, tests, workspace }) {
  const remote = `vscode-remote://127.0.0.1:${port}`;
  const payload = [
    ['extensionDevelopmentPath', remote + extension],
    ['extensionTestsPath', remote + tests],
  ];
  return `${url}?${new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) }).toString()}`;
}

/**
 * Opens the workbench, which tells what is logged and how the tests end through two functions of the page.
 * @param {import('playwright-core').Page} page @param {string} url @param {number} limitMs
 */
async function untilExit(page, url, limitMs) {
  const log = /** @type {string[]} */ ([]);
  const events = new EventEmitter();
  page.once('crash', () => events.emit('error', new Error('the page of the workbench crashed')));
  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
      log.push(format(...args));
    },
  );
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => events.emit('exit', code));
  const limit = AbortSignal.timeout(limitMs);
  const exit = once(events, 'exit', { signal: limit }).catch((/** @type {unknown} */ problem) => {
    throw limit.aborted ? new Error(`no end within ${limitMs / 1000} s:\n${log.join('\n')}`) : problem;
  });
  const [[code]] = await Promise.all([/** @type {Promise<[number]>} */ (exit), page.goto(url)]);
  return { code, log: log.join('\n') };
}
