// A refresh of the extension beside the two raw list calls it consists of, on a real engine.
import { Agent, request } from 'node:http';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import { loadImage } from '../../scripts/testbed/image.mjs';
import { decodeSnapshot } from '../../src/engine/decode';
import { connectDocker } from '../../src/engine/dockerConnection';
import { buildTopology } from '../../src/model';
import { mediansOf, print } from './measure';

const NETWORKS = 500;
const CONTAINERS = 200;
const RUNS = 101;

/** What a call costs at least: asked over a kept connection, read to its end, parsed. */
async function ask(engine: Engine, agent: Agent, path: string, body?: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const headers = { 'Content-Type': 'application/json' };
    const asked = request({ socketPath: engine.socket, agent, path, method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        if ((answer.statusCode ?? 0) >= 300) {
          reject(new Error(`${path}: ${text}`));
        } else {
          resolve(JSON.parse(text));
        }
      });
    });
    asked.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** Several at a time, as the engine works on one network at a time anyway. */
async function makeAll(count: number, make: (index: number) => Promise<unknown>): Promise<void> {
  for (let index = 0; index < count; index += 10) {
    await Promise.all(
      Array.from({ length: Math.min(10, count - index) }, (_, offset) => make(index + offset)),
    );
  }
}

async function measure(engine: Engine, what: string): Promise<void> {
  const [kept, fresh] = [new Agent({ keepAlive: true }), new Agent({ keepAlive: false })];
  const end = new AbortController();
  const resolved = { endpoint: { url: engine.host, origin: 'setting' } } as const;
  const connection = await connectDocker(resolved, end.signal);
  const lists = (agent: Agent) => () =>
    Promise.all([
      ask(engine, agent, '/v1.41/networks'),
      ask(engine, agent, '/v1.41/containers/json?all=true'),
    ]);
  const snapshot = await connection.read(end.signal);
  const { rawFresh, rawKept, refresh, ours } = await mediansOf(RUNS, {
    rawFresh: lists(fresh),
    rawKept: lists(kept),
    refresh: async () => buildTopology(decodeSnapshot(await connection.read(end.signal))),
    ours: () => buildTopology(decodeSnapshot(snapshot)),
  });
  print(`${what}: two raw calls, new connections`, rawFresh);
  print(`${what}: two raw calls, kept connections`, rawKept);
  print(`${what}: refresh (calls, decode, topology)`, refresh);
  print(`${what}: of that decode and topology`, ours);
  print(`${what}: refresh / raw, new connections`, refresh / rawFresh, 'x');
  print(`${what}: refresh / raw, kept connections`, refresh / rawKept, 'x');
  end.abort();
  kept.destroy();
}

async function main(): Promise<void> {
  const engine = await startEngine();
  const agent = new Agent({ keepAlive: true });
  try {
    // Explicit subnets: the default pools hold 31.
    await makeAll(NETWORKS, (n) => {
      const Config = [{ Subnet: `10.${n >> 8}.${n & 255}.0/24` }];
      return ask(engine, agent, '/networks/create', { Name: `bench-${n}`, IPAM: { Config } });
    });
    await measure(engine, `${NETWORKS} networks`);
    await loadImage(engine, 'web');
    await makeAll(CONTAINERS, (n) => {
      const HostConfig = { NetworkMode: `bench-${n}` };
      return ask(engine, agent, `/containers/create?name=bench-${n}`, { Image: 'web', HostConfig });
    });
    await measure(engine, `and ${CONTAINERS} containers`);
  } finally {
    agent.destroy();
    await engine.stop();
  }
}

await main();
