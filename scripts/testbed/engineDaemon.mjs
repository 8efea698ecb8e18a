// @ts-check
// One dockerd process: started, waited for, frozen, killed and started again.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { engineFolder, namespaceFile } from './engineTeardown.mjs';

/** Long for a busy machine: a free one takes less than a second. */
const startLimit = 60_000;

/** @typedef {{ name: string, hostname: string, args: readonly string[] }} DaemonOptions */

export class Daemon {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #process;
  #options;

  /** @param {DaemonOptions} options */
  constructor(options) {
    this.#options = options;
    this.socket = join(engineFolder(options.name), 'docker.sock');
  }

  /** Resolves when the engine answers. */
  async start() {
    const log = openSync(this.#log, 'a');
    const started = spawn('nsenter', commandLine(this.#options, this.socket), {
      // Apart from the terminal's process group: Ctrl-C is for us, and we take the engine down in order.
      detached: true,
      // Some of the engine's times are local ones.
      env: { ...process.env, TZ: 'UTC' },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    started.unref();
    this.#process = started;
    await this.#untilReady(started);
  }

  /**
   * SIGKILL leaves a socket that nobody answers and containers that run on, SIGTERM takes all down in order.
   * @param {NodeJS.Signals} signal
   */
  async end(signal) {
    const running = this.#process;
    if (running === undefined || hasEnded(running)) {
      return;
    }
    const ended = once(running, 'exit');
    running.kill(signal);
    running.kill('SIGCONT');
    // The wait must hold the process, which does not hold it while it only runs.
    running.ref();
    await ended;
    this.#forgetContainerd();
  }

  /**
   * containerd dies with dockerd. Where nobody has reaped it yet, its number still answers, and the next dockerd would
   * wait for it in vain.
   */
  #forgetContainerd() {
    rmSync(join(engineFolder(this.#options.name), 'exec/containerd/containerd.pid'), { force: true });
  }

  /** @param {NodeJS.Signals} signal */
  send(signal) {
    this.#process?.kill(signal);
  }

  get #log() {
    return join(engineFolder(this.#options.name), 'dockerd.log');
  }

  /** @param {import('node:child_process').ChildProcess} started */
  async #untilReady(started) {
    const deadline = Date.now() + startLimit;
    /** @type {Error | undefined} */
    let failure;
    started.once('error', (problem) => (failure = problem));
    while (!(await answersPing(this.socket))) {
      const reason = failure?.message ?? (hasEnded(started) ? 'ended' : undefined);
      if (reason !== undefined || Date.now() > deadline) {
        throw new Error(`dockerd ${reason ?? 'does not answer'}\n${this.#logTail()}`);
      }
      await delay(20);
    }
  }

  #logTail() {
    return existsSync(this.#log)
      ? readFileSync(this.#log, 'utf8').trim().split('\n').slice(-15).join('\n')
      : '';
  }
}

/** @param {import('node:child_process').ChildProcess} child */
function hasEnded(child) {
  return child.exitCode !== null || child.signalCode !== null;
}

/** `nsenter`, not `ip netns exec`: that one mounts /sys anew, and dockerd then finds no control groups. */
/** @param {DaemonOptions} options @param {string} socket @returns {string[]} */
function commandLine({ name, hostname, args }, socket) {
  const folder = engineFolder(name);
  const script = 'hostname "$0" && exec dockerd "$@"';
  const places = ['--data-root', join(folder, 'data'), '--exec-root', join(folder, 'exec')];
  // A configuration of its own, so that the machine's /etc/docker/daemon.json has no say.
  const files = ['--pidfile', join(folder, 'pid'), '--config-file', join(folder, 'daemon.json')];
  // A control group of its own, so that its containers can be told from those of any other engine.
  const groups = ['--cgroup-parent', `/${name}`, '--exec-opt', 'native.cgroupdriver=cgroupfs'];
  // A first process is deaf to SIGTERM; under an init, stopping a container need not wait for the ten seconds of grace.
  const dockerd = [...places, ...files, ...groups, '--init', '--host', `unix://${socket}`, ...args];
  return [`--net=${namespaceFile(name)}`, 'unshare', '--uts', 'sh', '-c', script, hostname, ...dockerd];
}

/** @param {string} socketPath @returns {Promise<boolean>} */
function answersPing(socketPath) {
  return new Promise((resolve) => {
    const asked = request({ socketPath, path: '/_ping', timeout: 1000 }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => {
      resolve(false);
    });
    asked.end();
  });
}
