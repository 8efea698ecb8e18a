// The Node that the editor is built with and runs on.
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { installOnce } from './cache.mjs';
import { cleanEnvironment } from './environment.mjs';
import { runQuietly } from './process.mjs';

const version = '24.21.0';
const runsHere = process.versions.node.startsWith('24.');

/** Why there is no Node 24 to be had on this machine; undefined when there is. @returns {string | undefined} */
export function whyNoNode24() {
  const packaged = process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch);
  return runsHere || packaged
    ? undefined
    : `the VS Code server needs Node 24, and this is ${process.version}`;
}

/**
 * Node 24, installed where this process runs on another: the binary, and the environment in which `node` is that one
 * and native modules are built with its headers.
 * @returns {Promise<{ node: string, env: NodeJS.ProcessEnv }>}
 */
export async function ensureNode24() {
  const home = runsHere ? dirname(dirname(process.execPath)) : await installNode();
  const node = runsHere ? process.execPath : join(home, 'bin', 'node');
  const headers = existsSync(join(home, 'include', 'node')) ? { npm_config_nodedir: home } : {};
  const env = cleanEnvironment();
  return { node, env: { ...env, ...headers, PATH: `${dirname(node)}${delimiter}${env.PATH ?? ''}` } };
}

/** @returns {Promise<string>} */
async function installNode() {
  const name = `node-${process.platform}-${process.arch}`;
  const folder = await installOnce(`${name}-${version}`, async (target) => {
    console.log(`Installing Node ${version} for the VS Code server`);
    const args = ['install', '--no-audit', '--no-fund', '--prefix', target, `${name}@${version}`];
    await runQuietly('npm', args, { cwd: target, env: cleanEnvironment() });
  });
  return join(folder, 'node_modules', name);
}
