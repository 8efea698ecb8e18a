// What a suite reports, and how it is added up.
import { existsSync, readFileSync } from 'node:fs';
import { globSync } from '../glob.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
const none = { passed: 0, failed: 0, skipped: 0 };

/** A check that is one thing: it passed or it did not. @param {boolean} passed @returns {Counts} */
export function oneCheck(passed) {
  return passed ? { ...none, passed: 1 } : { ...none, failed: 1 };
}

/** All tests of a suite that can't run here. @param {string} name @returns {Counts} */
export function skipAll(name) {
  return { ...none, skipped: countTests(name) };
}

/**
 * What the reporter wrote. A run that wrote nothing, ran nothing, or failed without a failed test is a failure.
 * @param {string} file @param {number} exitCode @returns {Counts}
 */
export function readCounts(file, exitCode) {
  if (!existsSync(file)) {
    console.log('the tests ended without a result');
    return oneCheck(false);
  }
  const { passed, failed, skipped } = readResults(file);
  if (passed + failed + skipped === 0) {
    console.log('no test ran');
    return oneCheck(false);
  }
  if (exitCode !== 0 && failed === 0) {
    console.log(`no test failed, but the run ended with ${exitCode}`);
    return { passed, failed: 1, skipped };
  }
  return { passed, failed, skipped };
}

/**
 * The counts and the lines that the reporter wrote.
 * @param {string} file @returns {Counts & { lines: string[] }}
 */
export function readResults(file) {
  /** @type {unknown} */
  const results = JSON.parse(readFileSync(file, 'utf8'));
  return /** @type {Counts & { lines: string[] }} */ (results);
}

/** Where everything has to run, a skip is a failure. @param {Counts} counts @returns {Counts} */
export function forbidSkips({ passed, failed, skipped }) {
  return { passed, failed: failed + skipped, skipped: 0 };
}

/** @param {readonly Counts[]} all @returns {Counts} */
export function sum(all) {
  return all.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    none,
  );
}

/** `12 passed, 1 failed, 2 skipped`; the last only where there are any. @param {Counts} counts */
export function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** The tests as they are written, at least one: those made in a loop count once. @param {string} name */
function countTests(name) {
  const files = existsSync(`test/${name}`) ? globSync(`test/${name}`, /\.test\.ts$/) : [];
  const tests = files.flatMap((file) => readFileSync(file, 'utf8').match(/^\s*(it|test)\(/gm) ?? []);
  return Math.max(1, tests.length);
}
