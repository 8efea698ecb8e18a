// @ts-check
// An OpenSSH server on 127.0.0.1 with keys of its own, and an `ssh` that knows it, for endpoints like ssh://box.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { onExit } from './engineExit.mjs';

/**
 * @typedef {object} Sshd
 * @property {number} port
 * @property {string} bin a folder for the front of PATH, with an `ssh` that reads the settings below instead of the user's
 *   own: OpenSSH finds the home folder in the system's accounts, not in HOME
 * @property {() => number[]} started the process ids of every `ssh` of that folder, whether it still runs or not
 * @property {() => Promise<void>} stop
 */

/**
 * The hosts of the settings. `box`: all is well. `bare`: there is no docker. `stranger`: the server does not know the
 * key. `unproven`: nobody knows the server's key. `nowhere`: no such name, which no name server is asked for. `closed`:
 * nothing listens.
 */
const hosts = {
  box: [],
  bare: ['IdentityFile %F/bare'],
  stranger: ['IdentityFile %F/stranger'],
  unproven: ['UserKnownHostsFile /dev/null'],
  nowhere: ['HostName nowhere..invalid'],
  closed: ['Port 9'],
};

/** An sshd refuses to start without it; Debian's service makes it. */
const separation = '/run/sshd';

/** Long for a busy machine. */
const startLimit = 20_000;

/**
 * Starts a server for this process's user, who must be root. `env` is what commands find there: `{ DOCKER_HOST: … }`.
 * @param {Readonly<Record<string, string>>} env @returns {Promise<Sshd>}
 */
export async function startSshd(env) {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-sshd-'));
  const port = await freePort();
  writeKeys(folder, port);
  writeFileSync(join(folder, 'server.conf'), serverSettings(folder, port, env));
  writeFileSync(join(folder, 'client.conf'), clientSettings(folder, port));
  writeClient(folder);
  mkdirSync(separation, { recursive: true, mode: 0o755 });
  // It starts itself anew for each connection, for which it wants its whole path.
  const server = spawn('/usr/sbin/sshd', ['-D', '-e', '-f', join(folder, 'server.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const end = () => {
    server.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  const forget = onExit(end);
  await untilListening(server, port);
  return {
    port,
    bin: join(folder, 'bin'),
    started: () => linesOf(join(folder, 'started')).map(Number),
    stop: async () => {
      const ended = once(server, 'exit');
      end();
      forget();
      await ended;
    },
  };
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** @param {string} folder @param {number} port */
function writeKeys(folder, port) {
  for (const name of ['host', 'key', 'bare', 'stranger']) {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', join(folder, name)]);
  }
  const publicKey = (/** @type {string} */ name) => readFileSync(join(folder, `${name}.pub`), 'utf8');
  const known = [publicKey('key'), `environment="PATH=/nonexistent" ${publicKey('bare')}`];
  writeFileSync(join(folder, 'authorized'), known.join(''));
  writeFileSync(join(folder, 'known'), `[127.0.0.1]:${port} ${publicKey('host')}`);
}

/** @param {string} folder @param {number} port @param {Readonly<Record<string, string>>} env */
function serverSettings(folder, port, env) {
  const variables = Object.entries(env).map(([name, value]) => `"${name}=${value}"`);
  return [
    'ListenAddress 127.0.0.1',
    `Port ${port}`,
    `HostKey ${folder}/host`,
    `PidFile ${folder}/pid`,
    `AuthorizedKeysFile ${folder}/authorized`,
    'AuthenticationMethods publickey',
    'PermitRootLogin prohibit-password',
    'PermitUserEnvironment PATH',
    // The folder's parent can be written by everybody.
    'StrictModes no',
    'UsePAM no',
    `SetEnv ${variables.join(' ')}`,
    '',
  ].join('\n');
}

/** The first value found is the one that counts. @param {string} folder @param {number} port */
function clientSettings(folder, port) {
  const own = Object.entries(hosts).flatMap(([name, settings]) => [
    `Host ${name}`,
    ...settings.map((setting) => `  ${setting.replace('%F', folder)}`),
  ]);
  const common = [
    'HostName 127.0.0.1',
    `Port ${port}`,
    `User ${userInfo().username}`,
    'IdentitiesOnly yes',
    'IdentityAgent none',
    `UserKnownHostsFile ${folder}/known`,
    'GlobalKnownHostsFile /dev/null',
    'LogLevel INFO',
  ];
  // Unlike other settings, every key that is found is tried.
  const key = ['Host * !bare !stranger', `  IdentityFile ${folder}/key`];
  return [...own, ...key, 'Host *', ...common.map((setting) => `  ${setting}`), ''].join('\n');
}

/** @param {string} folder */
function writeClient(folder) {
  const file = join(folder, 'bin', 'ssh');
  mkdirSync(join(folder, 'bin'));
  const lines = [
    '#!/bin/sh',
    `echo $$ >> ${folder}/started`,
    `exec /usr/bin/ssh -F ${folder}/client.conf "$@"`,
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  chmodSync(file, 0o755);
}

/** @param {import('node:child_process').ChildProcess} server @param {number} port */
async function untilListening(server, port) {
  let words = '';
  server.stderr?.on('data', (chunk) => (words = (words + String(chunk)).slice(-2000)));
  const deadline = Date.now() + startLimit;
  while (!(await accepts(port))) {
    if (server.exitCode !== null || Date.now() > deadline) {
      throw new Error(`sshd does not listen on ${port}\n${words}`);
    }
    await delay(20);
  }
}

/** @param {number} port @returns {Promise<boolean>} */
function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

/** @param {string} file @returns {string[]} */
function linesOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}
