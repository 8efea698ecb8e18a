// A refresh of the extension beside the two raw list calls it consists of, on a real engine.
import { request } from 'node:http';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { decodeSnapshot } from '../../src/engine/decode';
import { connectDocker } from '../../src/engine/dockerConnection';
import { buildTopology } from '../../src/model';
import { medianOf, print } from './measure';

const NETWORKS = 500;
const RUNS = 25;

function get(engine: Engine, path: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath: engine.socket, path }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      });
    });
    asked.on('error', reject).end();
  });
}

/** Explicit subnets: the default pools hold 31. */
async function makeNetworks(engine: Engine): Promise<void> {
  for (let index = 0; index < NETWORKS; index += 10) {
    const ten = Array.from({ length: 10 }, (_, offset) => index + offset);
    await Promise.all(
      ten.map((n) =>
        engine.docker('network', 'create', '--subnet', `10.${n >> 8}.${n & 255}.0/24`, `bench-${n}`),
      ),
    );
  }
}

async function main(): Promise<void> {
  const engine = await startEngine();
  try {
    await makeNetworks(engine);
    const signal = new AbortController().signal;
    const connection = await connectDocker({ endpoint: { url: engine.host, origin: 'setting' } }, signal);
    const raw = await medianOf(RUNS, () =>
      Promise.all([get(engine, '/v1.41/networks'), get(engine, '/v1.41/containers/json?all=1')]),
    );
    const refresh = await medianOf(RUNS, async () =>
      buildTopology(decodeSnapshot(await connection.read(signal))),
    );
    print(`two raw list calls, ${NETWORKS} networks`, raw);
    print(`refresh: both calls, decode, topology`, refresh);
    print('refresh / raw', refresh / raw, 'x');
  } finally {
    await engine.stop();
  }
}

await main();
