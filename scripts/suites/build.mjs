// What is built for the tests, each once in a run.
import { mkdirSync } from 'node:fs';
import { testEnvironment } from '../testbed/environment.mjs';
import { runQuietly } from '../testbed/process.mjs';

/** @typedef {'extension' | 'tests' | 'vsix'} Artefact */

/** @type {Readonly<Record<Artefact, () => Promise<unknown>>>} */
const steps = {
  extension: () => node('scripts/build.mjs'),
  tests: () => node('scripts/build.mjs', 'tests'),
  vsix: () => {
    mkdirSync('out', { recursive: true });
    return node(
      'node_modules/@vscode/vsce/vsce',
      'package',
      '--no-dependencies',
      '--allow-missing-repository',
      '--no-rewrite-relative-links',
      '--out',
      'out/portolan.vsix',
    );
  },
};

/** @type {Map<Artefact, Promise<unknown>>} */
const started = new Map();

/** Builds what is named, if this run has not yet. @param {...Artefact} names */
export async function ensureBuilt(...names) {
  for (const name of names) {
    const building = started.get(name) ?? steps[name]();
    started.set(name, building);
    await building;
  }
}

/** @param {...string} args */
function node(...args) {
  return runQuietly(process.execPath, args, { env: testEnvironment() });
}
