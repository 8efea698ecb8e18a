// @ts-check
// Two engines, joined by a cable and a swarm: what an overlay network needs to be real.
import { startEngine } from './engine.mjs';

/**
 * @typedef {object} TwoNodes
 * @property {import('./engine.mjs').Engine} manager
 * @property {import('./engine.mjs').Engine} worker
 * @property {() => Promise<void>} stop
 */

/**
 * Starts two engines, each with an `eth0` that leads to the other and nowhere else, in one swarm.
 * @param {{ names?: readonly [string, string], addresses?: readonly [string, string], prefix?: number }} [options]
 * @returns {Promise<TwoNodes>}
 */
export async function startTwoNodes({
  names = ['node-1', 'node-2'],
  addresses = ['192.0.2.1', '192.0.2.2'],
  prefix = 30,
} = {}) {
  const started = await Promise.allSettled(names.map((name) => startEngine({ name })));
  const engines = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const stop = async () => {
    await Promise.all(engines.map((engine) => engine.stop()));
  };
  try {
    const [manager, worker] = engines;
    if (manager === undefined || worker === undefined) {
      throw started.find((result) => result.status === 'rejected')?.reason;
    }
    await joinByCable(manager, worker, addresses, prefix);
    await joinBySwarm(manager, worker, addresses);
    return { manager, worker, stop };
  } catch (problem) {
    await stop();
    throw problem;
  }
}

/**
 * @param {import('./engine.mjs').Engine} one @param {import('./engine.mjs').Engine} other
 * @param {readonly [string, string]} addresses @param {number} prefix
 */
async function joinByCable(one, other, addresses, prefix) {
  const peer = ['peer', 'name', 'eth0', 'netns', other.namespace];
  await one.netns('ip', 'link', 'add', 'eth0', 'type', 'veth', ...peer);
  for (const [engine, address] of /** @type {const} */ ([
    [one, addresses[0]],
    [other, addresses[1]],
  ])) {
    await engine.netns('ip', 'address', 'add', `${address}/${prefix}`, 'dev', 'eth0');
    await engine.netns('ip', 'link', 'set', 'eth0', 'up');
  }
}

/**
 * @param {import('./engine.mjs').Engine} manager @param {import('./engine.mjs').Engine} worker
 * @param {readonly [string, string]} addresses
 */
async function joinBySwarm(manager, worker, addresses) {
  await manager.docker('swarm', 'init', '--advertise-addr', addresses[0]);
  const token = await manager.docker('swarm', 'join-token', '--quiet', 'worker');
  await worker.docker(
    'swarm',
    'join',
    '--advertise-addr',
    addresses[1],
    '--token',
    token,
    `${addresses[0]}:2377`,
  );
}
