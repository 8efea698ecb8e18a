// The suites of `npm test`: what each needs and how it runs.
import { existsSync } from 'node:fs';
import { ensureChromium, whyNoChromium } from '../testbed/chromium.mjs';
import { canInstall } from '../testbed/debian.mjs';
import { engineProblem, ensureEngineParts } from '../testbed/engine.mjs';
import { suiteEnvironment, testEnvironment } from '../testbed/environment.mjs';
import { run } from '../testbed/process.mjs';
import { ensureServer, whyNoServer } from '../testbed/vscodeServer.mjs';
import { ensureBuilt } from './build.mjs';
import { oneCheck, readCounts, readResults } from './counts.mjs';
import { planHostRun, runInHost } from './host.mjs';

/**
 * @typedef {object} Suite
 * @property {() => string | undefined} [whyNot] why this machine can't run it
 * @property {() => Promise<unknown>} [prepare] installs and builds what it needs
 * @property {(temporary: string) => Promise<import('./counts.mjs').Counts>} run `temporary` is an empty folder of its own
 */

/** A suite that takes longer hangs; on a busy machine the workbench alone takes ten minutes. */
const limitMs = 20 * 60_000;
const inCi = process.env.CI === 'true';

/** In the order in which they run: what is quick first. @type {Readonly<Record<string, Suite>>} */
export const suites = {
  lint: { run: () => npmScript('lint') },
  types: { run: () => npmScript('types') },
  unit: {
    prepare: () => ensureBuilt('extension', 'tests'),
    run: (temporary) => mocha('unit', temporary, 10_000),
  },
  page: {
    whyNot: whyNoChromium,
    prepare: async () => {
      await ensureChromium();
      await ensureBuilt('tests');
    },
    run: (temporary) => mocha('page', temporary, 60_000),
  },
  engine: {
    whyNot: whyNoEngine,
    prepare: async () => {
      await ensureEngine();
      await ensureBuilt('tests');
    },
    run: (temporary) => mocha('engine', temporary, 60_000),
  },
  host: {
    whyNot: whyNoEditor,
    prepare: async () => {
      await ensureEditor();
      await ensureBuilt('extension', 'tests');
    },
    run: host,
  },
  ui: {
    whyNot: () => whyNoEditor() ?? whyNoEngine(),
    prepare: async () => {
      await ensureEngine();
      await ensureEditor();
      await ensureBuilt('extension', 'tests', 'vsix');
    },
    run: (temporary) => mocha('ui', temporary, 120_000),
  },
};

/** @returns {string | undefined} */
function whyNoEngine() {
  return process.platform === 'linux' && canInstall() ? undefined : engineProblem();
}

async function ensureEngine() {
  if (canInstall()) {
    await ensureEngineParts();
  }
}

/** @returns {string | undefined} */
function whyNoEditor() {
  return whyNoServer() ?? whyNoChromium();
}

async function ensureEditor() {
  await ensureServer();
  await ensureChromium();
}

/** @param {string} name */
async function npmScript(name) {
  return oneCheck((await run('npm', ['run', '--silent', name], { env: testEnvironment(), limitMs })) === 0);
}

/** @param {string} name @param {string} temporary @param {number} timeout of one test */
async function mocha(name, temporary, timeout) {
  const env = suiteEnvironment(temporary);
  const args = ['--reporter', 'scripts/suites/reporter.mjs', '--timeout', String(timeout)];
  const code = await run(
    process.execPath,
    [
      'node_modules/mocha/bin/mocha.js',
      ...args,
      ...(inCi ? ['--forbid-only'] : []),
      `out/test/${name}/**/*.test.{cjs,mjs}`,
    ],
    { env, limitMs },
  );
  return readCounts(env.PORTOLAN_RESULTS, code);
}

/** @param {string} temporary */
async function host(temporary) {
  const planned = planHostRun(temporary);
  const results = planned.env.PORTOLAN_RESULTS;
  const { code, log } = await runInHost({ ...planned, temporary, limitMs });
  // The log is full of the editor's own words; the tests' lines are enough where there are any.
  console.log(existsSync(results) ? readResults(results).lines.join('\n') : log);
  return readCounts(results, code);
}
