import assert from 'node:assert/strict';
import Dockerode from 'dockerode';
import { prepareLine } from '../../../src/engine/dial';

/** Where Node is told to connect to for an endpoint, as `host port`. */
async function reached(url: string): Promise<string> {
  const line = await prepareLine({ endpoint: { url, origin: 'setting' } });
  const { agent } = line.options as { agent?: object };
  return new Promise((resolve, reject) => {
    const createConnection = ({ host, port }: { host: string; port: number }) => {
      resolve(`${host} ${port}`);
      throw new Error('far enough');
    };
    Object.assign(agent ?? {}, { createConnection });
    new Dockerode(line.options).ping().then(reject, () => {
      reject(new Error('nobody was asked'));
    });
  });
}

describe('prepareLine', () => {
  it('leads to the address that is named, whatever its first letter', async () => {
    for (const host of ['::1', 'fd00::1', 'fe80::1', 'a::b', '2001:db8::1', '1::']) {
      assert.equal(await reached(`tcp://[${host}]:2375`), `${host} 2375`);
    }
    assert.equal(await reached('tcp://10.0.0.1:4000'), '10.0.0.1 4000');
    assert.equal(await reached('tcp://box'), 'box 2375');
  });
});
