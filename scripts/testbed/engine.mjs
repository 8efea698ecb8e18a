// @ts-check
// Real Docker engines for the tests, each in a network namespace of its own with no way out: nothing that one does
// reaches the machine's interfaces or rules.
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Daemon } from './engineDaemon.mjs';
import { onExit } from './engineExit.mjs';
import { engineFolder, namespaceFile, claimEngineName, sweep, tearDown } from './engineTeardown.mjs';

export { ensureEngineParts, engineProblem } from './engineNeeds.mjs';
export { sweep } from './engineTeardown.mjs';

const exec = promisify(execFile);

/**
 * @typedef {object} Engine
 * @property {string} namespace its network namespace, as `ip netns` names it
 * @property {string} hostname
 * @property {string} folder all of its files; gone after `stop`
 * @property {string} socket a path that is reached from outside the namespace too
 * @property {string} host `unix://` and the socket: a value for DOCKER_HOST
 * @property {NodeJS.ProcessEnv} env this process's, with DOCKER_HOST set and the user's docker settings left out
 * @property {(...args: string[]) => Promise<string>} docker runs the client; what it prints, without the last newline
 * @property {(...args: string[]) => Promise<string>} netns runs any command inside the network namespace
 * @property {() => void} freeze SIGSTOP: connections are taken and never answered
 * @property {() => void} unfreeze SIGCONT
 * @property {(signal?: NodeJS.Signals) => Promise<void>} kill ends dockerd alone. SIGKILL (default) leaves its socket
 *   file and its containers as a crash does; SIGTERM stops the containers and removes the socket
 * @property {() => Promise<void>} restart ends dockerd if it runs, and starts it on the same data
 * @property {() => Promise<void>} stop takes down all of it; a second call does nothing
 */

let swept = false;

/**
 * Starts an engine and resolves when it answers.
 * `name` is the host name it reports; `args` go to dockerd as they are.
 * @param {{ name?: string, args?: readonly string[] }} [options]
 * @returns {Promise<Engine>}
 */
export async function startEngine({ name: hostname = 'docker-01', args = [] } = {}) {
  if (!swept) {
    swept = true;
    sweep();
  }
  const name = claimEngineName();
  const end = endOnce(name);
  try {
    await makePlace(name);
    const daemon = new Daemon({ name, hostname, args });
    await daemon.start();
    return describeEngine(name, hostname, daemon, end);
  } catch (problem) {
    end();
    throw problem;
  }
}

/** @param {string} name @returns {() => void} */
function endOnce(name) {
  let ended = false;
  const end = () => {
    if (!ended) {
      tearDown(name);
      ended = true;
      forget();
    }
  };
  const forget = onExit(end);
  return end;
}

/** A namespace whose only interface is its own loopback, and settings that are nobody's. @param {string} name */
async function makePlace(name) {
  await run('ip', ['netns', 'add', name]);
  await run('nsenter', [`--net=${namespaceFile(name)}`, 'ip', 'link', 'set', 'lo', 'up']);
  mkdirSync(join(engineFolder(name), 'client'));
  writeFileSync(join(engineFolder(name), 'daemon.json'), '{}');
}

/** @param {string} name @param {string} hostname @param {Daemon} daemon @param {() => void} end @returns {Engine} */
function describeEngine(name, hostname, daemon, end) {
  const host = `unix://${daemon.socket}`;
  const env = clientEnvironment(name, host);
  return {
    namespace: name,
    hostname,
    folder: engineFolder(name),
    socket: daemon.socket,
    host,
    env,
    docker: (...args) => run('docker', args, env),
    netns: (...args) => run('nsenter', [`--net=${namespaceFile(name)}`, ...args]),
    freeze: () => {
      daemon.send('SIGSTOP');
    },
    unfreeze: () => {
      daemon.send('SIGCONT');
    },
    kill: (signal = 'SIGKILL') => daemon.end(signal),
    restart: async () => {
      await daemon.end('SIGTERM');
      await daemon.start();
    },
    stop: async () => {
      end();
      await daemon.end('SIGKILL');
    },
  };
}

/** @param {string} name @param {string} host @returns {NodeJS.ProcessEnv} */
function clientEnvironment(name, host) {
  // The user's own variables would send the client elsewhere.
  const kept = Object.entries(process.env).filter(([key]) => !key.startsWith('DOCKER_'));
  return {
    ...Object.fromEntries(kept),
    DOCKER_HOST: host,
    DOCKER_CONFIG: join(engineFolder(name), 'client'),
  };
}

/**
 * What a command prints. A failure carries its own words.
 * @param {string} file @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env] @returns {Promise<string>}
 */
async function run(file, args, env = process.env) {
  try {
    const { stdout } = await exec(file, [...args], { env, maxBuffer: 256 << 20 });
    return stdout.trimEnd();
  } catch (problem) {
    const { stderr = '', message } = /** @type {Error & { stderr?: string }} */ (problem);
    throw new Error(`${file} ${args.join(' ')}\n${stderr === '' ? message : stderr.trim()}`);
  }
}
