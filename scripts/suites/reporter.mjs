// Mocha's reporter for every suite: a line per test for people, the counts as JSON for `npm test`.
import { writeFileSync } from 'node:fs';

/** @typedef {import('mocha').Test | import('mocha').Hook} Runnable */

export default class Reporter {
  #depth = 0;
  /** @type {string[]} */
  #lines = [];
  #counts = { passed: 0, failed: 0, skipped: 0 };
  /** @type {{ title: string, message: string }[]} */
  #failures = [];

  /** @param {import('mocha').Runner} runner */
  constructor(runner) {
    runner.on('suite', (suite) => {
      this.#print(suite.title);
      this.#depth += 1;
    });
    runner.on('suite end', () => (this.#depth -= 1));
    runner.on('pass', (test) => this.#pass(test));
    runner.on('pending', (test) => this.#skip(test));
    runner.on('fail', (test, error) => this.#fail(test, error));
    runner.once('end', () => this.#end());
  }

  /** @param {import('mocha').Test} test */
  #pass(test) {
    this.#counts.passed += 1;
    this.#print(`✓ ${test.title} (${test.duration ?? 0} ms)`);
  }

  /** @param {import('mocha').Test} test */
  #skip(test) {
    this.#counts.skipped += 1;
    this.#print(`- ${test.title}`);
  }

  /** @param {Runnable} test @param {unknown} error */
  #fail(test, error) {
    this.#counts.failed += 1;
    this.#failures.push({ title: test.titlePath().join(' › '), message: describe(error) });
    this.#print(`✗ ${test.title} [${this.#failures.length}]`);
  }

  #end() {
    this.#depth = 0;
    for (const [index, { title, message }] of this.#failures.entries()) {
      this.#print(`\n[${index + 1}] ${title}\n${message.replace(/^/gm, '    ')}`);
    }
    const file = process.env.PORTOLAN_RESULTS;
    if (file !== undefined) {
      const results = { ...this.#counts, failures: this.#failures, lines: this.#lines };
      writeFileSync(file, JSON.stringify(results, null, 2));
    }
  }

  /** @param {string} line */
  #print(line) {
    if (line !== '') {
      this.#lines.push('  '.repeat(this.#depth) + line);
      console.log(this.#lines.at(-1));
    }
  }
}

/** @param {unknown} error */
function describe(error) {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
