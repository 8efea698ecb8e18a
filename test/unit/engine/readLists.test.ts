import assert from 'node:assert/strict';
import type { DockerApi } from '../../../src/engine/dockerApi';
import { readLists } from '../../../src/engine/readLists';
import type { SlowFacts } from '../../../src/engine/slowFacts';

const slow = { info: {}, services: undefined, nodes: undefined, swarmProblem: undefined };
const facts = { read: () => Promise.resolve(slow), noteNetworks: () => false } as unknown as SlowFacts;

/** An engine with a port published from an overlay: only docker_gwbridge tells where it leads. */
function engineWhoseGateway(inspect: () => Promise<unknown>): DockerApi {
  return {
    listNetworks: () => Promise.resolve([{ Id: 'o', Name: 'ov', Driver: 'overlay' }]),
    listContainers: () =>
      Promise.resolve([
        { Id: 'c', Ports: [{ PublicPort: 80 }], NetworkSettings: { Networks: { ov: { NetworkID: 'o' } } } },
      ]),
    getNetwork: () => ({ inspect }),
  } as unknown as DockerApi;
}

describe('reading the lists', () => {
  const read = (inspect: () => Promise<unknown>) =>
    readLists(engineWhoseGateway(inspect), {}, facts, new AbortController().signal);

  it('asks docker_gwbridge where a port is published from an overlay', async () => {
    assert.deepEqual((await read(() => Promise.resolve({ Name: 'gw' }))).inspected, [{ Name: 'gw' }]);
  });

  it('goes on without its addresses where the engine, or a proxy, does not tell them', async () => {
    for (const statusCode of [403, 404, 500]) {
      const { inspected, networks } = await read(() =>
        Promise.reject(Object.assign(new Error('no'), { statusCode })),
      );
      assert.deepEqual([inspected, (networks as unknown[]).length], [[], 1]);
    }
  });

  it('rejects where the engine is lost', async () => {
    await assert.rejects(
      read(() => Promise.reject(new Error('socket hang up'))),
      /hang up/,
    );
  });
});
