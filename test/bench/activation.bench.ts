// Loading the packaged extension and activate(), each time in a fresh process, with an editor that does nothing.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { extensionBundles } from '../../scripts/bundles.mjs';
import { print } from './measure';

const RUNS = 9;

/** Stands for all of the editor's API: whatever is asked of it is itself. */
const measured = `
  const Module = require('node:module');
  const anything = new Proxy(function () {}, {
    get: (_, key) => (key === Symbol.toPrimitive ? () => '' : key === Symbol.iterator ? [][Symbol.iterator].bind([]) : anything),
    set: () => true,
    apply: () => anything,
    construct: () => anything,
    // The bundle copies a module's own names; through the prototype it finds all others.
    getPrototypeOf: () => anything,
  });
  const load = Module._load;
  Module._load = (name, ...rest) => (name === 'vscode' ? anything : load(name, ...rest));
  const start = performance.now();
  const extension = require(process.argv[1]);
  const loaded = performance.now();
  extension.activate({
    subscriptions: [],
    asAbsolutePath: (path) => path,
    extensionUri: anything,
    workspaceState: { get: (_, fallback) => fallback },
  });
  const active = performance.now();
  const dockerode = Object.keys(require.cache).some((file) => file.endsWith('dockerode.js'));
  process.stdout.write(JSON.stringify({ load: loaded - start, activate: active - loaded, dockerode }));
  process.exit(0);
`;

interface Activation {
  readonly load: number;
  readonly activate: number;
  readonly dockerode: boolean;
}

function run(): Activation {
  const file = createRequire(resolve('package.json')).resolve('./dist/extension.js');
  return JSON.parse(
    execFileSync(process.execPath, ['-e', measured, file], { encoding: 'utf8' }),
  ) as Activation;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

await Promise.all(extensionBundles(true).map((options) => build(options)));
const runs = Array.from({ length: RUNS }, run);
print('load dist/extension.js', median(runs.map(({ load }) => load)));
print('activate()', median(runs.map(({ activate }) => activate)));
print('dockerode loaded by then', runs.filter(({ dockerode }) => dockerode).length, `of ${RUNS}`);
