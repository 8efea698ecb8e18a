// `npm test`: every suite, or those named as arguments, with all that they need brought up and taken down again.
// Only Node's own modules are imported before the packages are there.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { forbidSkips, inWords, oneCheck, skipAll, sum } from './suites/counts.mjs';
import { ensureModules } from './suites/modules.mjs';
import { suites } from './suites/suites.mjs';
import { sweep } from './testbed/engine.mjs';
import { endAll } from './testbed/process.mjs';

/** @typedef {import('./suites/counts.mjs').Counts} Counts */

const root = resolve(import.meta.dirname, '..');
const temporary = mkdtempSync(join(tmpdir(), 'portolan-test-'));

/** Once we are told to end, this is under way, and it ends the process. @type {Promise<never> | undefined} */
let ending;

/** @param {string[]} names */
async function main(names) {
  process.chdir(root);
  await ensureModules(root);
  const results = [];
  for (const name of names) {
    results.push(await runSuite(name));
    await ending;
  }
  console.log(`\n${results.map(({ line }) => line).join('\n')}`);
  const total = sum(results.map(({ counts }) => counts));
  console.log(inWords(total));
  process.exitCode = total.failed === 0 ? 0 : 1;
}

/** @param {string} name */
async function runSuite(name) {
  console.log(`\n${name}`);
  const start = performance.now();
  const reason = suites[name]?.whyNot?.();
  const counts = reason === undefined ? await attempt(name) : skipAll(name);
  const judged = process.env.CI === 'true' ? forbidSkips(counts) : counts;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const line = `${name.padEnd(7)} ${`${seconds} s`.padStart(8)}  ${inWords(judged)}${reason ? `: ${reason}` : ''}`;
  console.log(line);
  return { line, counts: judged };
}

/** A suite that can't even start has failed; the others still run. @param {string} name @returns {Promise<Counts>} */
async function attempt(name) {
  const folder = join(temporary, name);
  mkdirSync(folder);
  try {
    await suites[name]?.prepare?.();
    return (await suites[name]?.run(folder)) ?? oneCheck(false);
  } catch (problem) {
    console.error(problem instanceof Error ? problem.message : problem);
    return oneCheck(false);
  }
}

/** @param {string[]} named */
function chosenSuites(named) {
  const unknown = named.filter((name) => !(name in suites));
  if (unknown.length > 0) {
    throw new Error(`no suite ${unknown.join(', ')}; there are ${Object.keys(suites).join(', ')}`);
  }
  return named.length > 0 ? named : Object.keys(suites);
}

function takeDown() {
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    sweep();
  }
  rmSync(temporary, { recursive: true, force: true });
}

/** @param {NodeJS.Signals} signal @returns {Promise<never>} */
async function interrupt(signal) {
  console.log(`\n${signal}: taking down what was started`);
  await endAll();
  process.exit(128 + constants.signals[signal]);
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    ending ??= interrupt(signal);
  });
}
process.on('exit', takeDown);

try {
  await main(chosenSuites(process.argv.slice(2)));
} catch (problem) {
  await ending;
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
}
