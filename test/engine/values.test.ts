import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { startEngine, type Engine } from '../../scripts/testbed/engine.mjs';
import {
  type PoolProblem,
  parseIp,
  parseSubnets,
  poolAddressProblem,
  poolRangeProblem,
  say,
  type Subnets,
} from '../../src/language';
import { address, flags, verdict, type Verdict } from './valueFlags';

function poolProblem(flag: string, text: string, subnets: Subnets['subnets']): PoolProblem | undefined {
  if (flag === '--ip-range') return poolRangeProblem(text, subnets);
  if (flag === '--gateway' && text === '') return undefined;
  return poolAddressProblem(text, flag === '--gateway' ? 'gateway' : 'aux-address', subnets);
}

/** Refused values cost a process each, taken ones stand together in one. */
const refusedTried = 24;
const takenTried = 400;

describe('the values of flags, and the docker command line', function () {
  this.timeout(60_000);
  let server: Server;
  let folder: string;

  /** An engine that takes everything: what is refused, the command line refuses. */
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'portolan-values-'));
    server = createServer((question, answer) => {
      question.resume();
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
      for (const text of refused) {
        const words = await docker(...command, `${flag}=${text}`, 'i');
        assert.ok(
          words?.includes(read(text) ?? ''),
          `${flag}=${text}: ${words ?? 'taken'}; not ${read(text) ?? ''}`,
        );
      }
      console.log(`      ${flag}: ${groups.flat().length} taken, ${refused.length} refused, alike`);
    });
  }

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
