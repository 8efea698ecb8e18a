// What a started process inherits from the user's environment, and what it must not.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** How to reach a registry; the rest of npm's own variables describe the run we are in. */
const npmSettings =
  /^npm_config_(registry|https?_proxy|proxy|noproxy|cafile|strict_ssl|cache|userconfig|globalconfig)$/i;

/** Where the user's own Docker Engine is. */
const docker =
  /^(DOCKER_HOST|DOCKER_CONTEXT|DOCKER_CONFIG|DOCKER_TLS.*|DOCKER_CERT_PATH|DOCKER_API_VERSION)$/;

/** What an integrated terminal tells its children: a VS Code started there would believe it is that one. */
const editor = /^(VSCODE_.*|ELECTRON_.*|TERM_PROGRAM.*)$/;

/**
 * The environment without what would make one npm, one editor, take itself for another.
 * @param {NodeJS.ProcessEnv} [env] @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment(env = process.env) {
  return filter(env, (name) => !editor.test(name) && (!/^npm_/i.test(name) || npmSettings.test(name)));
}

/**
 * The environment for tests: besides, no way to the user's own engine.
 * @param {NodeJS.ProcessEnv} [env] @returns {NodeJS.ProcessEnv}
 */
export function testEnvironment(env = process.env) {
  return filter(cleanEnvironment(env), (name) => !docker.test(name));
}

/**
 * The environment of one suite: docker settings of its own in the suite's folder, and there a file for its results.
 * @param {string} folder @returns {NodeJS.ProcessEnv & { PORTOLAN_RESULTS: string }}
 */
export function suiteEnvironment(folder) {
  const config = join(folder, 'docker');
  mkdirSync(config, { recursive: true });
  return { ...testEnvironment(), DOCKER_CONFIG: config, PORTOLAN_RESULTS: join(folder, 'results.json') };
}

/** @param {NodeJS.ProcessEnv} env @param {(name: string) => boolean} keep @returns {NodeJS.ProcessEnv} */
function filter(env, keep) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => keep(name)));
}
