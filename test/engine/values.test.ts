import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import {
  type PoolProblem,
  parseIp,
  parseNetworkValue,
  parsePublish,
  parseSubnets,
  poolAddressProblem,
  poolRangeProblem,
  say,
  type Subnets,
} from '../../src/language';
import {
  askedEndpoint,
  bindingsOf,
  networkValues,
  publishValues,
  readEndpoint,
  withoutZero,
  type Bindings,
  type Endpoint,
} from './createdContainer';
import { address, flags, verdict, type Verdict } from './valueFlags';

function poolProblem(flag: string, text: string, subnets: Subnets['subnets']): PoolProblem | undefined {
  if (flag === '--ip-range') return poolRangeProblem(text, subnets);
  if (flag === '--gateway' && text === '') return undefined;
  return poolAddressProblem(text, flag === '--gateway' ? 'gateway' : 'aux-address', subnets);
}

/** Refused values cost a process each, taken ones stand together in one. */
const refusedTried = 120;
const takenTried = 2_000;

/** What the command line asks the engine to make. */
interface Wanted {
  readonly HostConfig: { readonly NetworkMode: string; readonly PortBindings: Bindings | null };
  readonly NetworkingConfig: { readonly EndpointsConfig: Readonly<Record<string, Endpoint>> | null };
}

/** Does something with each of the values, a few at a time. */
async function forEachAtOnce<T>(values: readonly T[], work: (value: T) => Promise<void>): Promise<void> {
  const left = [...values];
  const workers = Array.from({ length: 3 }, async () => {
    for (let value = left.shift(); value !== undefined; value = left.shift()) await work(value);
  });
  await Promise.all(workers);
}

describe('the values of flags, and the docker command line', function () {
  this.timeout(60_000);
  let server: Server;
  let folder: string;
  /** The bodies of what was to be created, by the container's name. */
  const wanted = new Map<string, string>();

  /** An engine that takes everything: what is refused, the command line refuses. */
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'portolan-values-'));
    server = createServer((question, answer) => {
      let body = '';
      question.on('data', (piece: Buffer) => (body += piece.toString()));
      question.on('end', () => {
        if (question.url?.includes('/containers/create'))
          wanted.set(question.url.split('name=')[1] ?? '', body);
      });
      answer.setHeader('Api-Version', '1.48');
      answer.setHeader('Content-Type', 'application/json');
      answer.statusCode = question.method === 'POST' ? 201 : 200;
      answer.end(
        question.method === 'POST'
          ? JSON.stringify({ Id: 'f'.repeat(64), ID: 'f'.repeat(25), Warnings: [] })
          : 'OK',
      );
    });
    await new Promise<void>((resolve) => server.listen(join(folder, 's'), resolve));
  });

  after(() => {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true });
  });

  let number = 0;

  /** What docker asks for with these flags, or its words if it refuses. */
  async function create(...args: readonly string[]): Promise<Wanted | string> {
    const name = `c${(number += 1)}`;
    const refused = await docker('create', '--name', name, ...args, 'i');
    return refused ?? (JSON.parse(wanted.get(name) ?? '') as Wanted);
  }

  function docker(...args: readonly string[]): Promise<Verdict> {
    const env = {
      PATH: process.env.PATH,
      DOCKER_HOST: `unix://${join(folder, 's')}`,
      DOCKER_CONFIG: folder,
    };
    return new Promise((resolve) => {
      execFile('docker', args, { env }, (error, _out, words) => resolve(error ? words : undefined));
    });
  }

  for (const { command = ['create'], flag, read, values } of flags) {
    it(`are taken and refused alike: ${[...command, flag].join(' ')}`, async () => {
      const samples = [...new Set(fc.sample(values, { numRuns: 2_000, seed: 7 }))];
      const taken = samples.filter((text) => read(text) === undefined).slice(0, takenTried);
      const refused = samples.filter((text) => read(text) !== undefined).slice(0, refusedTried);
      const single = flag === '--mac-address';
      const groups = single ? taken.slice(0, refusedTried).map((text) => [text]) : [taken];
      for (const group of groups)
        assert.equal(await docker(...command, ...group.map((text) => `${flag}=${text}`), 'i'), undefined);
      await forEachAtOnce(refused, async (text) => {
        const words = await docker(...command, `${flag}=${text}`, 'i');
        assert.ok(
          words?.includes(read(text) ?? ''),
          `${flag}=${text}: ${words ?? 'taken'}; not ${read(text) ?? ''}`,
        );
      });
      console.log(`      ${flag}: ${groups.flat().length} taken, ${refused.length} refused, alike`);
    });
  }

  it('are taken and refused alike, and publish the same ports: create -p', async () => {
    const samples = [...new Set(fc.sample(publishValues, { numRuns: 3_000, seed: 7 }))];
    const taken = samples.filter((text) => parsePublish(text).ok);
    const refused = samples.filter((text) => !parsePublish(text).ok).slice(0, 3 * refusedTried);
    // Bindings of one port stand one behind the other: a group tells apart what each value adds.
    for (let from = 0; from < taken.length; from += 40) {
      const group = taken.slice(from, from + 40);
      const made = await create(...group.map((text) => `-p=${text}`));
      assert.ok(typeof made !== 'string', `${group.join(' ')}: ${JSON.stringify(made)}`);
      assert.deepEqual(withoutZero(made.HostConfig.PortBindings ?? {}), bindingsOf(group), group.join(' '));
    }
    await forEachAtOnce(refused, async (text) => {
      const words = await create(`-p=${text}`);
      const value = parsePublish(text);
      const expected = (value.ok ? undefined : say(value.problem).docker) ?? 'refused';
      assert.ok(
        typeof words === 'string' && words.includes(expected),
        `-p=${text}: ${JSON.stringify(words)}; not ${expected}`,
      );
    });
    console.log(`      -p: ${taken.length} taken with the same ports, ${refused.length} refused, alike`);
  });

  it('are taken and refused alike, and mean the same endpoint: create --network', async () => {
    const samples = [...new Set(fc.sample(networkValues, { numRuns: 1_500, seed: 7 }))];
    const verdicts = new Map<string, { said: unknown; read: unknown }>();
    let taken = 0;
    await forEachAtOnce(samples, async (text) => {
      const made = await create(`--network=${text}`);
      const value = parseNetworkValue(text);
      const problem = value.ok ? undefined : value.problem;
      // This one the command line passes on, and the engine refuses.
      if (problem?.code === 'network.containerName') return;
      if (typeof made === 'string') {
        const expected = problem && say(problem).docker;
        verdicts.set(text, {
          said: made,
          read: expected !== undefined && made.includes(expected) ? made : value,
        });
        return;
      }
      taken += 1;
      const [endpoint] = Object.values(made.NetworkingConfig.EndpointsConfig ?? {});
      const mode = made.HostConfig.NetworkMode;
      verdicts.set(text, {
        said: { mode, ...askedEndpoint(endpoint) },
        read: value.ok ? readEndpoint(value) : value,
      });
    });
    const different = [...verdicts].filter(([, { said, read }]) => !isDeepStrictEqual(said, read));
    assert.deepEqual(different, []);
    console.log(
      `      --network: ${taken} taken with the same endpoint, ${samples.length - taken} refused, alike`,
    );
  });

  it('are taken and refused alike: gateways, ranges and reserved addresses of a network', async () => {
    const subnets = parseSubnets('10.7.0.0/24,fd07::/64');
    assert.ok(subnets.ok);
    const inside = fc.constantFrom(
      '10.7.0.9',
      '10.7.0.0/25',
      'fd07::9',
      '10.7.1.9',
      '10.7.0.0/16',
      'fd08::/64',
      '10.7.0.300',
      'x',
      '',
    );
    const kinds = ['--gateway', '--ip-range', '--aux-address'] as const;
    const samples = new Set(
      fc.sample(
        fc.tuple(fc.constantFrom(...kinds), inside).map((one) => one.join('=')),
        { numRuns: 200, seed: 7 },
      ),
    );
    for (const sample of samples) {
      const [flag = '', text = ''] = sample.split('=');
      const problem = poolProblem(flag, text, subnets.subnets);
      // What the command line passes on and the engine refuses.
      if (problem?.code === 'pool.prefix') continue;
      const value = flag === '--aux-address' ? `a=${text}` : text;
      const words = await docker(
        'network',
        'create',
        '--subnet=10.7.0.0/24',
        '--subnet=fd07::/64',
        `${flag}=${value}`,
        'n',
      );
      const expected = problem && (say(problem).docker ?? '');
      assert.equal(words?.trim(), expected?.trim(), sample);
    }
    console.log(`      ${samples.size} settings of networks, alike`);
  });
});

describe('the addresses of containers and networks, and the engine', function () {
  this.timeout(60_000);
  let engine: Engine;

  before(async () => {
    engine = await startEngine();
    await engine.docker('network', 'create', '--subnet', '10.44.0.0/24', 'front');
  });

  after(() => engine.stop());

  /** `undefined`: it was made. */
  function post(path: string, body: object): Promise<Verdict> {
    return new Promise((resolve, reject) => {
      const headers = { 'Content-Type': 'application/json' };
      const ask = request({ socketPath: engine.socket, path, method: 'POST', headers }, (answer) => {
        let text = '';
        answer.on('data', (piece: Buffer) => (text += piece.toString()));
        answer.on('end', () => resolve(answer.statusCode === 201 ? undefined : text));
      });
      ask.on('error', reject);
      ask.end(JSON.stringify(body));
    });
  }

  for (const family of [4, 6] as const) {
    it(`are read alike: IPv${family}`, async () => {
      const samples = [...new Set(fc.sample(address, { numRuns: 1_000, seed: family }))];
      for (const text of samples) {
        const wanted = family === 4 ? { IPv4Address: text } : { IPv6Address: text };
        const words = await post('/v1.41/containers/create', {
          Image: 'none',
          HostConfig: { NetworkMode: 'front' },
          NetworkingConfig: { EndpointsConfig: { front: { IPAMConfig: wanted } } },
        });
        // An address that is read leads to the next complaint: there is no such image.
        const said = /invalid IPv[46] address: [^"]*/.exec(words ?? '')?.[0];
        assert.equal(said, verdict(parseIp(text, family)), text);
      }
      console.log(`      ${samples.length} addresses, read alike`);
    });
  }

  it('are read alike: subnets', async () => {
    const prefixes = fc.constantFrom('/24', '/8', '/33', '/129', '/64', '', '/', '/024', '/x');
    const arbitrary = fc
      .tuple(address, prefixes)
      .map((parts) => parts.join(''))
      .filter((text) => !text.includes(','));
    const samples = [...new Set(fc.sample(arbitrary, { numRuns: 250, seed: 7 }))];
    for (const text of samples) {
      const body = { Name: 'n', Driver: 'bridge', ConfigOnly: false, IPAM: { Config: [{ Subnet: text }] } };
      const words = await post('/v1.41/networks/create', body);
      if (words === undefined) await engine.docker('network', 'rm', 'n');
      const said = /Invalid subnet .* : invalid CIDR address: [^"]*/i.exec(words ?? '')?.[0];
      assert.equal(said, verdict(parseSubnets(text)), text);
    }
    console.log(`      ${samples.length} subnets, read alike`);
  });
});
