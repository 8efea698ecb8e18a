import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { installPackages } from '../../scripts/testbed/debian.mjs';
import { findings } from '../../src/language';
import { validCompose } from '../unit/language/rules/validCompose';

/** Reads the files of docker-compose whose folders stand on the lines of its input; answers with a line each. */
const reader = `
import json, os, sys
from compose.config import config
from compose.config.environment import Environment
from compose.config.errors import ConfigurationError
os.environ['DEBUG_PORT'] = '9230'
for folder in json.load(sys.stdin):
    try:
        environment = Environment.from_env_file(folder)
        config.load(config.find(folder, ['docker-compose.yml'], environment))
        print('null')
    except ConfigurationError as error:
        print(json.dumps(str(error)))
`;
/** Debian's own: its packages are for no other. */
const python = '/usr/bin/python3';

/** What `docker-compose config` refuses, as we do: the lines of a service, of the file, and our code. */
const refused: readonly (readonly [code: string, service: readonly string[], file?: readonly string[]])[] = [
  ['publish.invalid', ['ports: ["127.0.0.1:80"]']],
  ['publish.invalid', ['ports: ["8000-8002:80-81"]']],
  ['publish.invalid', ['ports: ["80/foo"]']],
  ['publish.invalid', ['ports: ["abc:80"]']],
  ['publish.invalid', ['ports: ["8080:"]']],
  ['expose.invalid', ['expose: ["8080:80"]']],
  ['expose.invalid', ['expose: ["http"]']],
  ['network.modeWithNetworks', ['network_mode: bridge', 'networks: [front]'], ['networks:', '  front:']],
  ['network.unknownService', ['network_mode: service:db']],
  ['link.unknownService', ['links: [db]']],
  [
    'subnet.invalid',
    ['networks: [front]'],
    ['networks:', '  front:', '    ipam: { config: [{ subnet: 10.0.0.0 }] }'],
  ],
];

/** Version 1 of docker-compose, which Debian has: it reads a file without asking an engine. */
describe('compose files, and docker-compose', function () {
  this.timeout(60_000);
  let folder: string;
  let next = 0;

  before(async () => {
    if (!(await isThere())) await installPackages(['docker-compose']);
    assert.ok(await isThere(), 'docker-compose of version 1 is needed, as Debian 12 has it');
    folder = mkdtempSync(join(tmpdir(), 'portolan-compose-'));
  });

  after(() => {
    if (folder) rmSync(folder, { recursive: true });
  });

  /** What docker-compose says of each text; `null`: it takes it. */
  async function ask(texts: readonly string[]): Promise<readonly (string | null)[]> {
    const folders = texts.map((text) => {
      const project = join(folder, String((next += 1)));
      mkdirSync(project);
      writeFileSync(join(project, 'docker-compose.yml'), text);
      return project;
    });
    const lines = (await runPython(reader, JSON.stringify(folders))).trimEnd().split('\n');
    return lines.map((line) => JSON.parse(line) as string | null);
  }

  it('are refused alike', async () => {
    const texts = refused.map(([, service, file = []]) => fileOf(service, file));
    const words = await ask(texts);
    const rows = texts.map((text, index) => ({
      text,
      ours: findings(text, 'dockercompose').some(({ code }) => code === refused[index]?.[0]),
      theirs: words[index] !== null,
    }));
    assert.deepEqual(
      rows.filter(({ ours, theirs }) => !ours || !theirs),
      [],
    );
    console.log(`      ${rows.length} files refused alike`);
  });

  it('are taken alike', async () => {
    const files = validCompose.filter(({ newer }) => !newer);
    // A file without a version is one of format 1.
    const texts = files.map(({ text }) => (/^version:/m.test(text) ? text : `version: "3.8"\n${text}`));
    const words = await ask(texts);
    assert.deepEqual(
      words.map((one, index) => [files[index]?.what, one]).filter(([, one]) => one !== null),
      [],
    );
    console.log(`      ${words.length} files taken alike`);
  });

  it('are taken alike: ports', async () => {
    const texts = [...new Set(fc.sample(port, { numRuns: 400, seed: 7 }))];
    const words = await ask(texts.map((text) => fileOf([`ports: [${JSON.stringify(text)}]`])));
    const rows = texts.map((text, index) => {
      const found = findings(fileOf([`ports: [${JSON.stringify(text)}]`]), 'dockercompose');
      return { text, ours: found.some(({ code }) => code === 'publish.invalid'), theirs: words[index] };
    });
    assert.deepEqual(
      rows.filter(({ ours, theirs }) => ours !== (theirs !== null)),
      [],
    );
    console.log(
      `      ${rows.filter(({ ours }) => !ours).length} ports taken, ${rows.filter(({ ours }) => ours).length} refused, alike`,
    );
  });
});

/** What both read by the same rules: version 1 takes any word for an address, and any number for a port. */
const number = fc.integer({ min: 1, max: 60_000 }).map(String);
const range = fc
  .tuple(fc.integer({ min: 1, max: 60_000 }), fc.nat(3))
  .map(([first, more]) => `${first}-${first + more}`);
const port = fc
  .tuple(
    fc.constantFrom('', '', '127.0.0.1:', '10.0.0.5:', '[::1]:'),
    fc.oneof(
      number,
      range,
      fc.tuple(number, number).map((both) => both.join(':')),
      fc.tuple(range, range).map((both) => both.join(':')),
      fc.tuple(range, number).map((both) => both.join(':')),
    ),
    fc.constantFrom('', '', '/tcp', '/udp', '/foo'),
  )
  .map((parts) => parts.join(''));

function fileOf(service: readonly string[], file: readonly string[] = []): string {
  const lines = service.map((line) => `    ${line}`);
  return ['version: "3.8"', 'services:', '  web:', '    image: nginx', ...lines, ...file, ''].join('\n');
}

async function isThere(): Promise<boolean> {
  try {
    await runPython('import compose', '');
    return true;
  } catch {
    return false;
  }
}

function runPython(program: string, input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(python, ['-c', program], (error, out, words) =>
      error ? reject(new Error(words)) : resolve(out),
    );
    child.stdin?.end(input);
  });
}
