// Starts processes so that everything they start can be ended with them.
import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv }} Surroundings */

const windows = process.platform === 'win32';

/** The process groups started here, by their leader's id; a group stays until all of it has ended. @type {Set<number>} */
const groups = new Set();

process.once('exit', () => groups.forEach((id) => signal(id, 'SIGKILL')));

/**
 * Starts a command as the leader of a process group of its own: Ctrl-C in the terminal does not reach it, `endAll` does.
 * @param {string} command @param {readonly string[]} args
 * @param {Surroundings & { stdio?: import('node:child_process').StdioOptions }} [options] @returns {ChildProcess}
 */
export function start(command, args, { cwd, env, stdio = ['ignore', 'inherit', 'inherit'] } = {}) {
  // On Windows `npm` is a script, which only a shell runs.
  const child = spawn(command, args, {
    cwd,
    env,
    stdio,
    detached: !windows,
    shell: windows && command === 'npm',
  });
  if (child.pid !== undefined) {
    groups.add(child.pid);
  }
  return child;
}

/**
 * The exit code of a process; one that a signal ended, or that could not start, has a code other than 0.
 * @param {ChildProcess} child @returns {Promise<number>}
 */
export function exitCode(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a command to its end with its output shown, then ends what it left behind. One that takes longer than its limit
 * is ended too, with a code other than 0.
 * @param {string} command @param {readonly string[]} args @param {Surroundings & { limitMs?: number }} [options]
 * @returns {Promise<number>}
 */
export async function run(command, args, { limitMs, ...options } = {}) {
  const child = start(command, args, options);
  const limit = limitMs && setTimeout(() => void end(child), limitMs);
  const code = await exitCode(child);
  clearTimeout(limit);
  await end(child);
  return code;
}

/**
 * Runs a command that has to succeed; its output is shown only when it does not.
 * @param {string} command @param {readonly string[]} args @param {Surroundings} [options] @returns {Promise<string>}
 */
export async function runQuietly(command, args, options) {
  const child = start(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += String(chunk)));
  child.stderr?.on('data', (chunk) => (output += String(chunk)));
  const code = await exitCode(child);
  await end(child);
  if (code !== 0) {
    throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output.trim()}`);
  }
  return output;
}

/**
 * Ends a process and its group: asked first, by force after the grace time.
 * @param {ChildProcess} child @param {number} [graceMs]
 */
export async function end(child, graceMs = 15_000) {
  if (child.pid !== undefined) {
    await endGroup(child.pid, graceMs);
  }
}

/** Ends everything that was started here. @param {number} [graceMs] */
export async function endAll(graceMs) {
  await Promise.all([...groups].map((id) => endGroup(id, graceMs)));
}

/** @param {number} id @param {number} [graceMs] */
async function endGroup(id, graceMs = 15_000) {
  const deadline = Date.now() + graceMs;
  signal(id, 'SIGTERM');
  while (signal(id, 0)) {
    if (Date.now() > deadline) {
      signal(id, 'SIGKILL');
      break;
    }
    await delay(50);
  }
  groups.delete(id);
}

/**
 * Sends a signal to a group (0 only asks whether any of it is left). False when there is none.
 * @param {number} id @param {NodeJS.Signals | 0} name
 */
function signal(id, name) {
  try {
    process.kill(windows ? id : -id, name);
    return true;
  } catch {
    return false;
  }
}
